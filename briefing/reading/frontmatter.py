"""The front matter of a Markdown file: a small, tolerant reader of the YAML (or TOML) lines that news files carry.

Only keys at the left edge with a scalar or a list of scalars are read; everything else is passed over, so that no
front matter can make an article unreadable.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.model import Span

_FENCE = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\n")
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)[ \t]*[:=][ \t]*(?P<value>[^\n]*)")
_MAX_LINES = 200
_KEYS = {
    "title": "title",
    "headline": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "by": "byline",
    "date": "date",
    "published": "date",
    "pubdate": "date",
    "publishdate": "date",
    "publish date": "date",
    "date published": "date",
    "section": "section",
    "category": "section",
    "categories": "section",
    "dateline": "dateline",
    "place": "dateline",
    "location": "dateline",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "newspaper": "outlet",
    "site": "outlet",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "canonical url": "url",
    "source": "outlet",
    "lang": "language",
    "language": "language",
}
_ADDRESS = ("http://", "https://")


class FrontMatter(NamedTuple):
    """The offset after the front matter, the known fields by our names, the span of the title's text, and all other
    fields by their own names."""

    end: int
    fields: dict[str, str]
    title: Span | None
    extra: dict[str, str]


def read_front_matter(text: str) -> FrontMatter:
    """The front matter that the text begins with; ``end`` is 0 where it has none."""
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter(0, {}, None, {})
    fields: dict[str, str] = {}
    extra: dict[str, str] = {}
    into, key = extra, ""
    title: Span | None = None
    at = opening.end()
    for _ in range(_MAX_LINES):
        stop = text.find("\n", at)
        line = text[at : stop if stop >= 0 else len(text)]
        if line.rstrip() in (opening["fence"], "..."):
            return FrontMatter(at + len(line), fields, title, extra)
        if stop < 0:
            break
        entry = _ENTRY.match(text, at, stop)
        if entry and not line[:1].isspace():
            value, span = _scalar(text, *entry.span("value"))
            key = _key(entry["key"], value)
            into, key = (fields, key) if key else (extra, entry["key"].strip())
            if value and key not in into:
                into[key] = value
                title = span if into is fields and key == "title" else title
        elif key and line.lstrip().startswith("- "):
            _add(into, key, _scalar(text, at + line.index("- ") + 2, stop)[0])
        at = stop + 1
    return FrontMatter(0, {}, None, {})


def _key(name: str, value: str) -> str:
    """Our name of a field, "" where there is none; a source that is a web address is ``url``, not ``outlet``."""
    key = _KEYS.get(name.lower().replace("_", " ").strip(), "")
    return "url" if key == "outlet" and value.lower().startswith(_ADDRESS) else key


def _add(fields: dict[str, str], key: str, value: str) -> None:
    if value:
        fields[key] = f"{fields[key]}, {value}" if key in fields else value


def _scalar(text: str, start: int, end: int) -> tuple[str, Span]:
    """A value without quotation marks, list brackets and comment, and its span."""
    raw = text[start:end]
    if raw.lstrip()[:1] not in ("'", '"') and " #" in raw:
        raw = raw[: raw.index(" #")]
    value = raw.strip(" \t[]")
    for mark in "\"'":
        if len(value) > 1 and value[0] == mark and (close := value.find(mark, 1)) > 0:
            inner = value[1 : value.rfind(mark)] if value.count(mark) == 2 or mark == "'" else value[1:close]
            value = ", ".join(part.strip(" \"'") for part in value.split(",")) if "," in value[close:] else inner
            break
    at = text.find(value, start, end)
    return " ".join(value.split()), Span(at, at + len(value)) if at >= 0 else Span(start, start)
