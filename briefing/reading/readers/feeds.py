"""Feeds: RSS of every version, Atom and RDF, read by feedparser; each entry is an article."""

from __future__ import annotations

import email.utils
import io
import re
import warnings
from collections.abc import Iterator
from typing import Any

from briefing.errors import BrokenError, EmptyError, TooLargeError
from briefing.reading.datevalues import date_value
from briefing.reading.extras import library
from briefing.reading.hypertext import looks_like_html, parts_of_html, text_of_html
from briefing.reading.items import Item, joined_names, on_one_line, packed, parts_of
from briefing.reading.languages import tag_of
from briefing.reading.opening import Source, broken
from briefing.reading.raw import Raw, Reading
from briefing.reading.values import is_address

_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_MAX_FEED = 5_000_000  # bytes; the parser takes a second for each two million
_MAX_TAGS = 100_000  # of some five thousand entries
_FULL = 900  # characters with which a description is taken for the text itself
_CUT = ("…", "...", "[…]", "[...]", "[&#8230;]")
_NOTE = "only a summary of the article is there, not its text"


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The entries of a feed in its order.

    Raises:
        EmptyError: it has none.
        BrokenError: it is no feed, or declares entities.
    """
    feedparser = library("feedparser")
    data = source.whole(min(reading.max_bytes, _MAX_FEED))
    if data.count(b"<") > _MAX_TAGS:
        raise TooLargeError("it is a feed of more entries than a feed has; split it")
    if _ENTITIES.search(data):
        raise BrokenError("it is a feed that declares entities, which are not followed; take them out")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # those of other people's libraries
            found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # the parser has a handler for each element, and each can fail on its own
        raise broken("a feed", error) from error
    if not found.entries and found.get("bozo"):
        raise broken("a feed", found.get("bozo_exception") or ValueError("no entries"))
    number = 0
    for number, entry in enumerate(found.entries, 1):
        item = _item(entry, found.feed)
        yield Raw(f"{source.name}:{number}", f"{source.folder}/{number}", "item", packed(item))
    if not number:
        raise EmptyError("it is a feed without entries; give one with articles in it")


def _item(entry: Any, feed: Any) -> Item:
    text, notes = _text(entry)
    parts = parts_of_html(text) if looks_like_html(text) else parts_of(re.split(r"\n\s*\n", text))
    names = _names(entry)
    origin = entry.get("source") or {}
    links = [entry.get("link") or "", entry.get("id") or ""]
    tags = [each.get("term") or "" for each in entry.get("tags") or () if isinstance(each, dict)]
    return Item(
        parts=parts,
        id=on_one_line(str(entry.get("id") or "")) or None,
        title=_line(entry.get("title")),
        byline=joined_names([_line(name) or "" for name in names]),
        date=_date(entry),
        outlet=_line(origin.get("title")) or _line(feed.get("title")) or _line(entry.get("publisher")),
        url=next((link for link in links if is_address(link)), None),
        language=tag_of(entry.get("language") or feed.get("language") or ""),
        section=_line(tags[0]) if tags else None,
        notes=notes,
    )


def _names(entry: Any) -> list[str]:
    """Who wrote an entry; RSS has an address there, with the name in brackets behind it."""
    author = str(entry.get("author") or "")
    if "@" in author:
        return [email.utils.parseaddr(author)[0]]
    named = [str(each.get("name") or "") for each in entry.get("authors") or () if isinstance(each, dict)]
    return named or [author]


def _text(entry: Any) -> tuple[str, tuple[str, ...]]:
    """The text of an entry, and a remark where that is only a summary."""
    contents = [str(each.get("value") or "") for each in entry.get("content") or () if isinstance(each, dict)]
    text = max(contents, key=len, default="")
    if text.strip():
        return text, ()
    summary = str(entry.get("summary") or "")
    words = text_of_html(summary)
    whole = len(words) >= _FULL and not words.endswith(_CUT)
    return summary, () if whole else (_NOTE,)


def _line(value: Any) -> str | None:
    text = str(value or "")
    return on_one_line(text_of_html(text) if "<" in text or "&" in text else text) or None


def _date(entry: Any) -> str | None:
    for name in ("published", "issued", "created", "updated"):
        if iso := date_value(entry.get(name)).iso:
            return iso
        if moment := entry.get(f"{name}_parsed"):
            return f"{moment[0]:04}-{moment[1]:02}-{moment[2]:02}"
    return None
