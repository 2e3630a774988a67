"""From the bytes of an article to the article: plain text and Markdown, records of JSON, web pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefing.errors import EmptyError
from briefing.model import Article
from briefing.reading import parse_article, read_article
from briefing.reading.article import Markup
from briefing.reading.decoding import decode
from cli.errors import InputError
from cli.loading import Raw
from cli.names import stem, unpacked

_TEXT = ("text", "body", "content", "article")
_TITLE = ("title", "headline")
_DATE = ("date", "published", "published_at", "date_publish", "datetime", "pubDate")
_BYLINE = ("byline", "author", "authors")


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
    text = next((record[name] for name in fields if isinstance(record.get(name), str)), None)
    if text is None:
        raise InputError("record", f"the record has no text in {' or '.join(fields)}; name its field with --text-field")
    id = record.get(reading.id_field)
    article = parse_article(
        text.replace("\r\n", "\n").replace("\r", "\n"),
        source=raw.source,
        id=str(id) if isinstance(id, (str, int)) and str(id).strip() else None,
        title=_first(record, _TITLE),
        date=_first(record, _DATE),
    )
    byline = _first(record, _BYLINE)
    return replace(article, byline=byline) if byline else article


def _record(line: bytes, encoding: str | None) -> Mapping[str, Any]:
    try:
        record = json.loads(line.decode(encoding or "utf-8", "replace" if encoding is None else "strict"))
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", None) or "it cannot be read"
        raise InputError("record", f"the line is not JSON ({what}); each line must be one object") from error
    if not isinstance(record, dict):
        raise InputError("record", f"the line holds a JSON {type(record).__name__}; each line must be one object")
    return record


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of these fields that says something, on one line; several names of a list are joined."""
    for name in names:
        value = record.get(name)
        parts = value if isinstance(value, list) else [value]
        if line := ", ".join(" ".join(part.split()) for part in parts if isinstance(part, str) and part.strip()):
            return line
    return None


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
    return replace(
        parse_article(
            "\n\n".join(line for line in page.text.splitlines() if line.strip()),
            source=raw.source,
            id=stem(raw.path.rpartition("/")[2]) or None,
            title=_first({"title": page.title}, ("title",)),
            date=page.date or None,
        ),
        **({"byline": page.author} if page.author else {}),
    )
