"""From the bytes of an article to the article: plain text and Markdown, records of JSON, web pages."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.errors import EmptyError
from briefing.model import Article, Extra
from briefing.reading import parse_article, read_article
from briefing.reading.article import Markup
from briefing.reading.decoding import decode
from briefing.reading.languagetag import language_tag
from cli.errors import InputError
from cli.loading import Raw
from cli.names import stem, unpacked

_TEXT = ("text", "body", "content", "article")
_ROLES = {
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "date": ("date", "published", "published_at", "date_publish", "datetime", "pubDate"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "source", "source_domain"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
_LONGEST_EXTRA = 2_000  # characters; what is longer is another text, not something about this one


@dataclass(frozen=True, slots=True)
class Reading:
    """How bytes are read: ``encoding`` None is found out, ``text_field`` None is text, body, content or article."""

    encoding: str | None = None
    text_field: str | None = None
    id_field: str = "id"


def article_of(raw: Raw, reading: Reading) -> Article:
    """The article in these bytes.

    Raises:
        BriefError, InputError: they hold no article.
        Exception: the fault that reading the bytes met.
    """
    if raw.fault:
        raise raw.fault
    if raw.kind == "record":
        return _from_record(raw, reading)
    if raw.kind == "html":
        return _from_page(raw, reading)
    markup: Markup | None = "markdown" if unpacked(raw.source).lower().endswith((".md", ".markdown")) else None
    id = stem(unpacked(raw.path).rpartition("/")[2]) if unpacked(raw.source) != raw.source else None
    return read_article(raw.data, source=raw.source, id=id, encoding=reading.encoding, markup=markup)


def _from_record(raw: Raw, reading: Reading) -> Article:
    record = _record(raw.data, reading.encoding)
    fields = (reading.text_field,) if reading.text_field else _TEXT
    field = next((name for name in fields if isinstance(record.get(name), str)), None)
    if field is None:
        raise InputError("record", f"the record has no text in {' or '.join(fields)}; name its field with --text-field")
    id = record.get(reading.id_field)
    found = {role: _first(record, names) for role, names in _ROLES.items()}
    placed = {reading.id_field, field, *(name for name, line in found.values() if line)}
    if not language_tag(found["language"][1]):
        placed.discard(found["language"][0])  # a language by its name is still worth keeping
    return parse_article(
        record[field].replace("\r\n", "\n").replace("\r", "\n"),
        source=raw.source,
        id=str(id) if isinstance(id, (str, int)) and str(id).strip() else None,
        title=found["title"][1],
        byline=found["byline"][1],
        date=found["date"][1],
        outlet=found["outlet"][1],
        url=found["url"][1],
        language=found["language"][1],
        extra=_extra(record, placed),
    )


def _extra(record: Mapping[str, Any], placed: Collection[str]) -> Extra:
    """The fields without a place of their own: strings as they are, all else as JSON."""
    others = ((name, value) for name, value in record.items() if name not in placed and value not in (None, "", [], {}))
    shown = (
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)) for name, value in others
    )
    return tuple((name, value) for name, value in shown if len(value) <= _LONGEST_EXTRA)


def _record(line: bytes, encoding: str | None) -> Mapping[str, Any]:
    try:
        record = json.loads(line.decode(encoding or "utf-8", "replace" if encoding is None else "strict"))
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", None) or "it cannot be read"
        raise InputError("record", f"the line is not JSON ({what}); each line must be one object") from error
    if not isinstance(record, dict):
        raise InputError("record", f"the line holds a JSON {type(record).__name__}; each line must be one object")
    return record


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, str | None]:
    """The first of these fields that says something, and what it says on one line: several names of a list are joined,
    an object goes by its name."""
    for name in names:
        value = record.get(name)
        parts = [each.get("name") if isinstance(each, dict) else each for each in _listed(value)]
        if line := ", ".join(" ".join(part.split()) for part in parts if isinstance(part, str) and part.strip()):
            return name, line
    return "", None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _from_page(raw: Raw, reading: Reading) -> Article:
    try:
        import trafilatura
    except ImportError as error:
        wanted = "pip install 'news-brief[html]'"
        raise InputError("extra", f"a web page needs the extra html; install it with {wanted}") from error
    decoded = decode(raw.data, reading.encoding)
    page: Any = trafilatura.bare_extraction(
        decoded.text if reading.encoding else raw.data, with_metadata=True, include_comments=False, include_tables=False
    )
    if page is None or not (page.text or "").strip():
        raise EmptyError("no article was found in the page; give its text")
    return parse_article(
        "\n\n".join(line for line in page.text.splitlines() if line.strip()),
        source=raw.source,
        id=stem(raw.path.rpartition("/")[2]) or None,
        title=" ".join((page.title or "").split()) or None,
        byline=page.author or None,
        date=page.date or None,
        outlet=page.sitename or page.hostname or None,
        url=page.url or None,
        language=page.language or None,
    )
