"""ProQuest: documents divided by rules, each a list of named fields of which ``Full text`` is the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.reading.datevalues import date_value
from briefing.reading.items import Item, on_one_line, parts_of
from briefing.reading.languages import tag_of
from briefing.reading.readers.exports import paragraphs, turned

_RULE = re.compile(r"^[ \t]*(?:_{10,}|={20,}|-{20,})[ \t]*$")
_COUNT = re.compile(r"^[ \t]*Document \d+ of \d+[ \t]*$")
_FIELD = re.compile(r"^[ \t]*([A-Z][A-Za-z /&-]{2,34}):(?:[ \t]+(.*))?$")
_HEADING = re.compile(
    r"^[ \t]*(ABSTRACT(?: \(ENGLISH\))?|FULL[ -]?TEXT|Full [Tt]ext|DETAILS|LINKS|Abstract|Details)[ \t]*$"
)
_NAMES = frozenset(
    [
        "author",
        "authors",
        "publication info",
        "abstract",
        "links",
        "link",
        "full text",
        "subject",
        "subjects",
        "location",
        "people",
        "person",
        "company / organization",
        "company",
        "title",
        "publication title",
        "volume",
        "issue",
        "pages",
        "page",
        "first page",
        "number of pages",
        "publication year",
        "publication date",
        "year",
        "section",
        "publisher",
        "place of publication",
        "country of publication",
        "publication subject",
        "issn",
        "e-issn",
        "source type",
        "language of publication",
        "language",
        "document type",
        "proquest document id",
        "document url",
        "copyright",
        "last updated",
        "database",
        "identifier / keyword",
        "identifiers / keywords",
        "classification",
        "credit",
        "dateline",
        "column",
        "source attribution",
        "document feature",
        "accession number",
        "coden",
        "doi",
        "full text availability",
        "subtitle",
        "alternate title",
        "source",
        "edition",
        "illustrations",
        "correspondence author",
        "email address",
        "proquest document link",
    ]
)
_OPENING = frozenset({"author", "authors", "publication info", "abstract", "links", "link", "full text", "credit"})
_INFO = re.compile(r"^(?P<outlet>[^;\[\]]{1,150}?)\s{0,3}(?:;|\[|, ?\d|\d{1,2} [A-Z])")
_INFO_DATE = re.compile(r"(\d{1,2} [A-Z][a-z]{2,8} \d{4})")
_ADDRESS = re.compile(r"https?://\S+")
_MIN_FIELDS = 3
_NONE = ("not available", "none available", "full text not available")
_NOTE = "only a summary of the article is there, not its text"


def parse(lines: Sequence[str]) -> list[Item]:
    """The documents in the lines of an export, including those without text."""
    return [item for document in _documents(lines) if (item := _item(document))]


def _documents(lines: Sequence[str]) -> Iterator[list[str]]:
    document: list[str] = []
    for line in lines:
        if _RULE.match(line) or _COUNT.match(line):
            yield from _parted(document)
            document = []
        else:
            document.append(line)
    yield from _parted(document)


def _parted(lines: list[str]) -> Iterator[list[str]]:
    """The documents in lines without rules between them: each ends with its last field before the next one's head."""
    texts = [i for i, line in enumerate(lines) if _name_of(line) == "full text"]
    start = 0
    for text, following in pairwise(texts):
        last = max((i for i in range(text + 1, following) if _name_of(lines[i]) in _NAMES - _OPENING), default=text)
        end = last + 1
        if lines[last].rstrip().endswith(":"):  # its value stands below it
            end = next((i + 1 for i in range(end, following) if lines[i].strip()), end)
        yield lines[start:end]
        start = end
    yield lines[start:]


def _name_of(line: str) -> str:
    """The name of the field or heading that a line begins, "" where it begins none."""
    if heading := _HEADING.match(line):
        return _plain(heading[1])
    found = _FIELD.match(line)
    return on_one_line(found[1]).lower() if found else ""


def _item(lines: Sequence[str]) -> Item | None:
    head, fields = _fields(lines)
    text = paragraphs(fields.get("full text", []))
    notes: tuple[str, ...] = ()
    if not text or text[0].lower().strip(" .").startswith(_NONE):
        text, notes = paragraphs(fields.get("abstract", [])), (_NOTE,)
    if len(fields) < _MIN_FIELDS:
        return None
    values = {name: on_one_line(" ".join(value)) for name, value in fields.items()}
    info = values.get("publication info", "")
    stated = _INFO_DATE.search(info)
    outlet = values.get("publication title", "").partition(";")[0].strip()
    if not outlet and (found := _INFO.match(info)):
        outlet = found["outlet"]
    address = _ADDRESS.search(values.get("document url", ""))
    date = date_value(values.get("publication date")).iso or date_value(stated[1] if stated else None).iso
    return Item(
        parts=parts_of(text),
        title=values.get("title") or next((on_one_line(line) for line in head if line.strip()), None),
        byline=turned(values.get("author") or values.get("authors") or ""),
        dateline=values.get("dateline") or None,
        date=date,
        outlet=outlet or None,
        url=address[0] if address else None,
        language=tag_of(values.get("language of publication") or values.get("language") or ""),
        section=values.get("section") or None,
        notes=notes,
    )


def _fields(lines: Sequence[str]) -> tuple[list[str], dict[str, list[str]]]:
    """The lines above the first field, and those of each field."""
    head: list[str] = []
    fields: dict[str, list[str]] = {}
    into = head
    for i, line in enumerate(lines):
        found, heading = _FIELD.match(line), _HEADING.match(line)
        name = on_one_line(found[1]).lower() if found else ""
        after_blank = i == 0 or not lines[i - 1].strip() or into is not fields.get("full text")
        if heading:
            into = fields.setdefault(_plain(heading[1]), [])
        elif found and name in _NAMES and after_blank:
            into = fields.setdefault(name, [])
            into.append(found[2] or "")
        elif _is_link(line) and into is not fields.get("full text") and into is not fields.get("document url"):
            continue
        else:
            into.append(line)
    return head, fields


def _is_link(line: str) -> bool:
    """Whether a line is a link to the document, which stands between the fields."""
    return _ADDRESS.fullmatch(line.strip()) is not None or line.strip() == "ProQuest document link"


def _plain(heading: str) -> str:
    low = heading.lower().replace("-", " ").replace("fulltext", "full text")
    return "abstract" if low.startswith("abstract") else low
