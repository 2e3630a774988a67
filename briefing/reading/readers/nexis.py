"""Nexis: the exports of LexisNexis Academic (``1 of 5 DOCUMENTS``, fields in capitals) and of Nexis Uni.

A document has a head (outlet, date and headline, in an order that depends on its age), fields such as ``BYLINE:``, the
body, and fields again. Fields are not part of the text; headline, outlet, date, byline, dateline and section are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.reading.datevalues import date_value
from briefing.reading.items import Item, on_one_line, parts_of
from briefing.reading.languages import tag_of
from briefing.reading.readers.exports import byline, groups, is_wrapped, paragraphs

_COUNT = re.compile(
    r"^[ \t]*(?:(?:Page \d+ )?\d{1,4} (?:of|von|de|sur|di|van) \d{1,5} (?:DOCUMENT|DOKUMENT)\w*"
    r"|(?:Document|Dokument|Documento) \d{1,4} (?:of|von|de|sur|di|van) \d{1,5})[ \t]*$"
)
_END = re.compile(
    r"^[ \t]*(?:End of Document|Ende des Dokuments?|Fin du document|Fin del documento)[ \t]*$", re.IGNORECASE
)
_FIELD = re.compile(r"^[ \t]*([A-ZÄÖÜÉ][A-Za-zÄÖÜäöüßÉé /-]{2,28}):(?:[ \t]+(.*))?$")
_BODY = re.compile(r"^[ \t]*(?:Body|BODY|Text|TEXT|FULL TEXT|Corps|Cuerpo)[ \t]*:?[ \t]*$")
_UNI_BODY = re.compile(r"^[ \t]*(?:Body|Text|Corps|Cuerpo)[ \t]*$")
_NAMES = {
    "byline": "byline", "autor": "byline", "auteur": "byline", "verfasser": "byline",
    "section": "section", "rubrik": "section", "rubrique": "section", "sección": "section",
    "length": "length", "länge": "length", "longueur": "length", "longitud": "length",
    "headline": "title", "titel": "title", "titre": "title", "überschrift": "title",
    "dateline": "dateline", "highlight": "highlight", "abstract": "highlight", "teaser": "highlight",
    "url": "url", "link": "url", "load-date": "load", "update": "load", "language": "language", "sprache": "language",
    "langue": "language", "source": "source", "date": "date", "series": "other", "type": "other",
}  # fmt: skip
_TAIL = frozenset(
    [
        "load-date",
        "update",
        "language",
        "sprache",
        "langue",
        "graphic",
        "graphics",
        "publication-type",
        "publication-code",
        "journal-code",
        "zeitungs-code",
        "document-type",
        "doc-type",
        "subject",
        "organization",
        "company",
        "person",
        "geographic",
        "industry",
        "ticker",
        "correction",
        "correction-date",
        "loaddate",
        "type",
        "classification",
        "city",
        "state",
        "country",
        "region",
        "acc-no",
        "isbn",
        "issn",
        "pub-type",
        "url",
        "notes",
        "note",
        "grafik",
        "editor's-note",
        "copyright",
        "product-code",
    ]
)
_TAIL_LINES = frozenset({"classification", "graphic", "graphics", "notes", "correction", "load-date"})
_COPYRIGHT = re.compile(r"^[ \t]*(?:Copyright\b|©|\(c\) \d{4}|All Rights Reserved)", re.IGNORECASE)
_WEEKDAY_OR_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LISTED = re.compile(r"^[ \t]*\d{1,4}\.[ \t]+(\S.*)$")
_COVER = re.compile(
    r"^[ \t]{0,80}(?:(?:Page|Seite) \d+ (?:of|von) \d+|[\w /,]{0,40}Narrowed by|Sources?: |News$|Client/Matter:)"
)
_MAX_DATE_LINE = 70
_MAX_TITLE_LINES = 4
_MAX_HEAD_LINES = 300  # of a head where date, outlet and headline are looked for, covers among them
_MIN_FIELDS = 2  # of a document that has no body; a cover has fewer


@dataclass(slots=True)
class _Document:
    """The lines of one document, divided into head, fields and body."""

    head: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)


def parse(lines: Sequence[str]) -> list[Item]:
    """The documents in the lines of an export, including those without a body."""
    listed = {_letters(found[1]): found[1] for line in lines[:2000] if (found := _LISTED.match(line))}
    items = []
    for document in _documents(lines):
        uni = any(_UNI_BODY.match(line) for line in document)
        sorted_lines = _sorted(document, uni)
        if any(line.strip() for line in sorted_lines.body) or len(sorted_lines.fields) >= _MIN_FIELDS:
            items.append(_item(sorted_lines, listed, uni))
    return items


def _documents(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each document: after each ``1 of 5 DOCUMENTS``, else up to each ``End of Document``, else all."""
    counted = [i for i, line in enumerate(lines) if _COUNT.match(line)]
    if counted:
        for start, end in zip(counted, [*counted[1:], len(lines)], strict=True):
            yield [line for line in lines[start + 1 : end] if not _END.match(line)]
        return
    start = 0
    for i, line in enumerate(lines):
        if _END.match(line):
            yield list(lines[start:i])
            start = i + 1
    if start == 0:
        yield list(lines)
    elif any(line.strip() for line in lines[start:]):
        yield list(lines[start:])


def _sorted(lines: Sequence[str], uni: bool) -> _Document:
    """Head, fields and body of a document; a field's value goes on in the lines right below it."""
    document = _Document()
    runs_on: dict[str, list[str]] = {}
    near_end = _near_end(lines)
    has_body = any(_BODY.match(line) for line in lines)
    state, last = "head", ""
    seen_length = False
    for i, line in enumerate(lines):
        blank = not line.strip()
        found = _FIELD.match(line)
        name = on_one_line(found[1]).lower() if found else ""
        known = (
            bool(found) and (name in _NAMES or name in _TAIL) and (uni or (found is not None and _is_capital(found[1])))
        )
        after_blank = i == 0 or not lines[i - 1].strip() or uni
        if state == "tail":
            if known and found:
                document.fields.setdefault(_NAMES.get(name, name), (found[2] or "").strip())
        elif state == "body":
            if (known and name in _TAIL and after_blank) or _ends_body(line, uni, i >= near_end):
                state = "tail"
                if known and found:
                    document.fields.setdefault(_NAMES.get(name, name), (found[2] or "").strip())
            else:
                document.body.append(line)
        elif _BODY.match(line) and (document.fields or uni):
            state, last = "body", ""
        elif known and found:
            last = _NAMES.get(name, name)
            document.fields.setdefault(last, (found[2] or "").strip())
            seen_length = seen_length or last == "length"
        elif blank:
            last = ""
        elif last and not uni:
            runs_on.setdefault(last, []).append(line.strip())
        elif seen_length and not uni and not has_body:
            state = "body"
            document.body.append(line)
        elif not (document.fields and uni):
            document.head.append(line)
        if blank and state == "head":
            document.head.append("")
    for name, texts in runs_on.items():
        document.fields[name] = " ".join([document.fields[name], *texts]).strip()
    return document


def _is_capital(name: str) -> bool:
    return name.isupper()


def _near_end(lines: Sequence[str]) -> int:
    """The index of the first of the last five lines that are not blank."""
    texts = [i for i in range(len(lines) - 1, -1, -1) if lines[i].strip()][:5]
    return texts[-1] if texts else 0


def _ends_body(line: str, uni: bool, near_end: bool) -> bool:
    """Whether the body ends before a line: a copyright line near the end, or a heading of the fields below the body."""
    if _END.match(line) or (uni and line.strip().lower() in _TAIL_LINES):
        return True
    return near_end and len(line.strip()) <= 150 and _COPYRIGHT.match(line) is not None


def _item(document: _Document, listed: dict[str, str], uni: bool) -> Item:
    fields = document.fields
    outlet, date, title = _of_head(document.head, listed, uni)
    load = date_value(fields.get("load")).iso
    body = paragraphs(document.body)
    address = fields.get("url", "").split(" ")[0]
    return Item(
        parts=parts_of(body),
        title=on_one_line(fields.get("title", "")) or title,
        byline=byline(fields.get("byline", "")),
        dateline=on_one_line(fields.get("dateline", "")).strip(" .-—") or None,
        date=date or load,
        outlet=outlet,
        url=address if address.startswith(("http://", "https://")) else None,
        language=tag_of(fields.get("language", "")),
        section=on_one_line(fields.get("section", "").split(";")[0]) or None,
    )


def _of_head(head: Sequence[str], listed: dict[str, str], uni: bool) -> tuple[str | None, str | None, str | None]:
    """Outlet, date and headline of a document, found by their places around the date line."""
    near = head[-_MAX_HEAD_LINES:] if uni else head[:_MAX_HEAD_LINES]
    lines = [line for line in near if not _COPYRIGHT.match(line)]
    at, date = _date_line(lines, uni)
    if at is None:
        texts = [on_one_line(line) for line in lines if line.strip()]
        return (None, None, texts[-1] if texts else None)
    above = [i for i in range(at) if lines[i].strip()]
    if not above:
        return None, date, _below(lines, at)
    outlet = above[-1]
    if not uni:
        first = next((i for i in above if outlet - i < 3), outlet)
        return on_one_line(lines[first]), date, _below(lines, at)
    return on_one_line(lines[outlet]), date, _above(lines, outlet, listed)


def _date_line(lines: Sequence[str], uni: bool) -> tuple[int | None, str | None]:
    """The index and ISO date of the date line: in Nexis Uni the last one, as a cover page may have one before it."""
    places = []
    for i, line in enumerate(lines):
        text = line.strip()
        if len(text) <= _MAX_DATE_LINE and _WEEKDAY_OR_YEAR.search(text) and ":" not in text[:14]:
            iso = date_value(text).iso
            if iso:
                places.append((i, iso))
    if not places:
        return None, None
    return places[-1] if uni else places[0]


def _below(lines: Sequence[str], at: int) -> str | None:
    """The headline below the date line: the first block at the left edge, else the first block; the edition, which may
    stand right below the date, is left out."""
    rest = lines[at + 1 :]
    blocks = list(groups(rest))
    if rest and rest[0].strip() and blocks:
        block = blocks[0]
        left = [line for line in block if not line.startswith("    ")]
        blocks = ([left] if left and len(left) < len(block) else []) + blocks[1:] if len(blocks) > 1 or left else blocks
    texts = [on_one_line(" ".join(block)) for block in blocks]
    lefts = [text for text, block in zip(texts, blocks, strict=True) if not block[0].startswith("    ")]
    chosen = lefts or texts
    return chosen[0] if chosen else None


def _above(lines: Sequence[str], outlet: int, listed: dict[str, str]) -> str | None:
    """The headline above the outlet: the lines that make a title listed on the cover, else the wrapped lines or the
    last line there."""
    above: list[str] = []
    for line in reversed(lines[:outlet]):
        if not line.strip():
            if above:
                break
            continue
        if _COVER.match(line) or len(above) == _MAX_TITLE_LINES:
            break
        above.insert(0, line)
    for count in range(1, len(above) + 1):
        found = listed.get(_letters("".join(above[-count:])))
        if found:
            return on_one_line(found)
    return on_one_line(" ".join(above if is_wrapped(above) or len(above) == 1 else above[-1:])) or None


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
