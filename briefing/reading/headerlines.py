"""The lines of a header: the roles that an article's first stretches could have.

A line can be a byline, a date, a dateline, a section, a labelled value (``Title: …``), several of these separated by
bars, a caption or furniture. Any other line has the role ``text``, and becomes title, subtitle or start of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from briefing.reading.byline import bare_name, byline_before_place, byline_line, byline_prefix
from briefing.reading.dateline import dateline_at, is_place_line, place_line
from briefing.reading.dates import closing_stamp, is_date_line, stamps_at
from briefing.reading.datevalues import date_line, date_value
from briefing.reading.furniture import classify
from briefing.reading.paragraphs import Stretch, trim
from briefing.reading.wordlists import sections

Role = Literal["title", "subtitle", "byline", "dateline", "date", "section", "caption", "furniture", "clock", "text"]

_ZONE = 10  # the first stretches, in which a header is looked for
_MAX_HEADER_WORDS = 40
MAX_TEXTS = 3  # title and subtitles in front of byline, date and dateline
_MAX_LINE = 160
_MAX_VALUE = 300
_MAX_DATED_WORDS = 22
_BAR = re.compile(r"[|•·]")
_SECOND_SENTENCE = re.compile(r"[a-z\d][.!?][\"'”’)]*\s+[\"'“‘]?[A-Z]")
_LABEL = re.compile(
    r"(title|headline|subtitle|subheading|standfirst|byline|authors?|by|date|published|dateline|place|location|section"
    r"|category)[ \t]*:[ \t\xa0]*(?=\S)",
    re.IGNORECASE,
)
_LABELLED: dict[str, Role] = {
    "title": "title",
    "headline": "title",
    "subtitle": "subtitle",
    "subheading": "subtitle",
    "standfirst": "subtitle",
    "byline": "byline",
    "author": "byline",
    "authors": "byline",
    "by": "byline",
    "date": "date",
    "published": "date",
    "dateline": "dateline",
    "place": "dateline",
    "location": "dateline",
    "section": "section",
    "category": "section",
}


class HeaderItem(NamedTuple):
    """A part of a header: its offsets, its value if that is not its text (ISO date), and the index of its stretch."""

    role: Role
    start: int
    end: int
    value: str | None = None
    stretch: int = 0


def header_items(text: str, stretches: Sequence[Stretch]) -> Iterator[HeaderItem]:
    """The parts of the first stretches, with their possible roles, up to the first that can only be body."""
    texts = 0
    for i, stretch in enumerate(stretches[:_ZONE]):
        start = stretch.start
        for item in _front(text, start, stretch.end, i):
            yield item
            start = trim(text, item.end, stretch.end)[0]
        if start >= stretch.end:
            continue
        if stretch.kind == "title":
            yield HeaderItem("title", start, stretch.end, None, i)
            continue
        if parts := _parts(text, start, stretch.end, i):
            yield from parts
            continue
        item, *closing = _line_and_date(text, _line(text, start, stretch.end, i), texts == 0)
        yield item
        yield from closing
        texts += item.role == "text"
        if item.role == "text" and (texts > MAX_TEXTS or stretch.kind or _can_only_be_body(text, item)):
            return


def _front(text: str, start: int, end: int, index: int) -> Iterator[HeaderItem]:
    """Byline and dates glued to the front of a stretch."""
    if byline := byline_prefix(text, start, end) or byline_before_place(text, start, end):
        yield HeaderItem("byline", start, trim(text, start, byline.end)[1], byline.names, index)
        start = trim(text, byline.end, end)[0]
    stamps = stamps_at(text, start, end)
    while stamps and not stamps[-1].firm:
        stamps = stamps[:-1]
    if stamps and not is_date_line(text, start, end):
        stop = stamps[-1].end
        while stop < end and text[stop] in " .|•·:\t\xa0":
            stop += 1
        if stop < end and not text[stop].islower() and text[stop] not in ",;)":
            iso = next((stamp.iso for stamp in stamps if stamp.iso), "")
            yield HeaderItem("date", start, trim(text, start, stop)[1], iso, index)


def _line_and_date(text: str, item: HeaderItem, first: bool) -> list[HeaderItem]:
    """A line, or if it could be a title and ends with a date, two items: the text and the date."""
    stamp = closing_stamp(text, item.start, item.end) if first and item.role == "text" else None
    if stamp is None or text[item.end - 1] == "." or len(text[item.start : item.end].split()) > _MAX_DATED_WORDS:
        return [item]
    words = text[item.start : stamp.start].rstrip(" \t\xa0-–—|(·•")
    date = HeaderItem("date", stamp.start, trim(text, stamp.start, stamp.end)[1], stamp.iso, item.stretch)
    return [item._replace(end=item.start + len(words)), date]


def _parts(text: str, start: int, end: int, index: int) -> list[HeaderItem]:
    """The items of a line such as ``Politics | Jane Roe, Reuters | 3 March 2014``; none unless each part is one."""
    if end - start > _MAX_LINE or not _BAR.search(text, start, end):
        return []
    items: list[HeaderItem] = []
    for bar in [*_BAR.finditer(text, start, end), None]:
        stop = bar.start() if bar else end
        part = trim(text, start, stop)
        item = _line(text, *part, index) if part[0] < part[1] else None
        if item and item.role == "text":
            if not bare_name(text, *part):
                return []
            item = item._replace(role="byline")
        items.extend([item] if item else [])
        start = bar.end() if bar else end
    return items


def _line(text: str, start: int, end: int, index: int) -> HeaderItem:
    """What a whole stretch of the header could be."""
    if labelled := _labelled(text, start, end, index):
        return labelled
    if is_date_line(text, start, end):
        stamps = stamps_at(text, start, end)
        iso = next((stamp.iso for stamp in stamps if stamp.iso), "")
        return HeaderItem("date" if stamps else "clock", start, end, iso, index)
    if day := date_line(text[start:end]):
        return HeaderItem("date", start, end, day, index)
    if byline := byline_line(text, start, end):
        return HeaderItem("byline", start, end, byline.names, index)
    if text[start:end].strip(" .:»>|").lower() in sections():
        return HeaderItem("section", start, end, text[start:end].strip(" .:»>|"), index)
    if is_place_line(text, start, end):
        return HeaderItem("dateline", start, end, _place(text, start, end), index)
    return HeaderItem(classify(text, start, end) or "text", start, end, None, index)


def _labelled(text: str, start: int, end: int, index: int) -> HeaderItem | None:
    """``Title: …`` and the like; the label stays outside of the block."""
    match = _LABEL.match(text, start, end)
    if match is None or end - match.end() > _MAX_VALUE:
        return None
    kind = _LABELLED[match[1].lower()]
    start = trim(text, match.end(), end)[0]
    value = text[start:end]
    if kind == "date":
        iso = date_value(value).iso
        return HeaderItem("date", start, end, iso, index) if iso else None
    if kind in ("byline", "dateline", "section") and len(value.split()) > 12:
        return None
    return HeaderItem(kind, start, end, None, index)


def _place(text: str, start: int, end: int) -> str | None:
    line = place_line(text, start, end)
    return line.place if line else None


def _can_only_be_body(text: str, item: HeaderItem) -> bool:
    stretch = text[item.start : item.end]
    if len(stretch.split()) > _MAX_HEADER_WORDS or _SECOND_SENTENCE.search(stretch):
        return True
    return dateline_at(text, item.start, item.end, first=True) is not None
