"""Factiva: documents that end with ``Document …``, with a code before each field (``HD``, ``LP``) or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.reading.datevalues import date_value
from briefing.reading.items import Item, on_one_line, parts_of
from briefing.reading.languages import tag_of
from briefing.reading.readers.exports import byline, paragraphs
from briefing.reading.wordlists import sections

_CODES = frozenset(
    [
        "SE",
        "HD",
        "HLP",
        "BY",
        "CR",
        "WC",
        "PD",
        "ET",
        "SN",
        "SC",
        "ED",
        "PG",
        "VOL",
        "LA",
        "CY",
        "LP",
        "TD",
        "CT",
        "RF",
        "CO",
        "IN",
        "NS",
        "RE",
        "IPC",
        "IPD",
        "PUB",
        "AN",
        "ART",
        "CLM",
        "CX",
        "DE",
        "GC",
        "TI",
        "DLN",
    ]
)
_CODE = re.compile(r"^[ \t\xa0]*([A-Z]{2,3})(?:[ \t\xa0]*$|[ \t\xa0]*[\t|][ \t|\xa0]*(.*)$|[ \xa0]{2,}(\S.*)$)")
_NARROW = re.compile(r"^[ \t\xa0]*([A-Z]{2,3})(?:[ \t\xa0]*$|[ \t\xa0|]+(\S.*)$)")
_FURNITURE = re.compile(
    r"^[ \t\xa0]*(?:(?:Page|Seite) \d+ (?:of|von) \d+[ \t\xa0]*)?(?:(?:©|\(c\)|Copyright) ?\d{4} Factiva, Inc.{0,40})?$"
)
_END = re.compile(r"^[ \t\xa0]*(?:AN[ \t|\xa0]+)?Document ([A-Za-z\d]{16,40})[ \t\xa0|]*$")
_WORDS = re.compile(r"^[ \t\xa0]*[\d,.]+ (?:words|Wörter|mots|palabras|parole|woorden|palavras)[ \t\xa0]*$")
_TIME = re.compile(r"\d{1,2}:\d\d(?: ?(?:AM|PM|GMT))?$", re.IGNORECASE)
_COPYRIGHT = re.compile(r"^[ \t\xa0]*(?:\(c\)|©|Copyright\b)", re.IGNORECASE)
_SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9]{1,7}$")
_PAGE = re.compile(r"[A-Z]{0,3}\d{1,4}$")
_MIN_CODES = 3


def parse(lines: Sequence[str]) -> list[Item]:
    """The documents in the lines of an export, including those without text."""
    items = []
    for document in _documents(lines):
        item = _with_codes(document) or _without_codes(document)
        if item or _END.match(document[-1]):
            items.append(item or Item())
    return items


def _documents(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each document; the last one is ``Document …``."""
    document: list[str] = []
    for line in lines:
        if not (line.strip() and _FURNITURE.match(line)):
            document.append(line.replace("\xa0", " "))
        if _END.match(line):
            yield document
            document = []
    if sum(1 for line in document if line.strip()) > 3:
        yield document


def _with_codes(lines: Sequence[str]) -> Item | None:
    fields = _fields(lines, _CODE)
    if not ({"PD", "SN"} & fields.keys()):
        fields = _fields(lines, _NARROW)
    if len(fields) < _MIN_CODES or not ({"LP", "TD"} & fields.keys()):
        return None
    values = {code: on_one_line(" ".join(value)) for code, value in fields.items()}
    return Item(
        parts=parts_of([*paragraphs(fields.get("LP", [])), *paragraphs(fields.get("TD", []))]),
        title=values.get("HD") or values.get("TI") or None,
        byline=byline(values.get("BY", "")),
        dateline=values.get("DLN") or None,
        date=date_value(values.get("PD")).iso,
        outlet=values.get("SN") or None,
        language=tag_of(values.get("LA", "")),
        section=values.get("SE") or None,
    )


def _fields(lines: Sequence[str], pattern: re.Pattern[str]) -> dict[str, list[str]]:
    """The lines of each field, by its code; with the pattern ``_NARROW`` a code counts only where it first occurs."""
    fields: dict[str, list[str]] = {}
    into: list[str] | None = None
    for line in lines:
        found = pattern.match(line)
        if found and found[1] in _CODES and (pattern is _CODE or found[1] not in fields):
            into = fields.setdefault(found[1], [])
            line = " ".join(filter(None, found.groups()[1:]))
        if into is not None:
            into.append(line.rstrip(" |"))
    return fields


def _without_codes(lines: Sequence[str]) -> Item | None:
    at = next((i for i, line in enumerate(lines) if _WORDS.match(line)), None)
    if at is None:
        return None
    title, author, section = _above(lines[:at], at)
    end = next((i for i in range(at, min(at + 20, len(lines))) if _COPYRIGHT.match(lines[i])), None)
    header = [line.strip() for line in lines[at + 1 : end if end is not None else at + 8] if line.strip()]
    last = at + 1 + len(header) if end is None else end + 1
    if end is None:  # no copyright line: the header ends with the language
        for i in range(at + 1, min(at + 14, len(lines))):
            if lines[i].strip() and tag_of(lines[i]) and len(lines[i].split()) == 1 and len(lines[i].strip()) > 3:
                last, header = i + 1, [line.strip() for line in lines[at + 1 : i] if line.strip()]
                break
    body = [line for line in lines[last:] if not _END.match(line)]
    if not any(line.strip() for line in body):
        return None
    dates = [(i, iso) for i, line in enumerate(header) if (iso := date_value(line).iso)]
    when, date = dates[0] if dates else (-1, None)
    rest = [line for line in header[when + 1 :] if not _TIME.match(line)]
    outlet = next((line for line in rest if not (_SOURCE_CODE.match(line) or _PAGE.match(line))), None)
    return Item(
        parts=parts_of(paragraphs(body)),
        title=title,
        byline=author,
        date=date,
        outlet=outlet,
        language=next((tag for line in rest[1:] if len(line) > 3 and (tag := tag_of(line)) and len(tag) == 2), None),
        section=section,
    )


def _above(lines: Sequence[str], at: int) -> tuple[str | None, str | None, str | None]:
    """Headline, byline and section, which stand above the count of words."""
    texts = [on_one_line(line) for line in lines if line.strip()]
    section = None
    if len(texts) > 1 and texts[0].lower() in sections():
        section = texts.pop(0)
    author = None
    opening = next(
        (i for i, text in enumerate(texts) if i and text.lower().startswith(("by ", "von ", "par ", "por "))), None
    )
    if opening is not None:
        author = byline(texts[opening])
        texts = texts[:opening]
    elif len(texts) > 1 and at and lines[at - 1].strip() and len(texts[-1].split()) <= 6 and _parted(lines):
        author = byline(texts.pop())
    return on_one_line(" ".join(texts)) or None, author, section


def _parted(lines: Sequence[str]) -> bool:
    """Whether a blank line divides the headline from what stands right above the count of words."""
    texts = [i for i, line in enumerate(lines) if line.strip()]
    return any(not line.strip() for line in lines[texts[0] : texts[-1]])
