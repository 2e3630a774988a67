"""The header of an article: title, subtitle, byline, dateline, date and section, found on its first stretches.

A byline, date line or dateline that stands alone proves a header: what stands before it is title and subtitle. Without
such proof the first stretch is the title if it reads like a headline (Bell, The Language of News Media, 1991: no
closing full stop, or short and without the articles and auxiliaries of a lead sentence).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.model import Block, BlockKind
from briefing.reading.byline import bare_name, is_role
from briefing.reading.dateline import place_line
from briefing.reading.headerlines import MAX_TEXTS, HeaderItem, Role, header_items
from briefing.reading.paragraphs import INVISIBLE, Stretch
from briefing.reading.wordlists import name_words

_NOTHING = dict.fromkeys(map(ord, INVISIBLE))
_MAX_TITLE = 30  # words
_MAX_STOPPED_TITLE = 18  # words of a title that ends with a full stop
_CLOSERS = "\"'”’»)]*_ \u200b"
_PROOF = ("byline", "dateline", "date")


class Fields(NamedTuple):
    """The fields of a header; ``date`` is ISO, ``language`` a BCP 47 tag."""

    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    date: str | None = None
    section: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None

    def under(self, known: Fields) -> Fields:
        """The fields, with those that are empty filled from ``known``."""
        return Fields(*(theirs or ours for ours, theirs in zip(self, known, strict=True)))


class Header(NamedTuple):
    """Blocks and fields of a header, and the stretches of the body below it."""

    blocks: tuple[Block, ...]
    fields: Fields
    body: tuple[Stretch, ...]


def read_header(text: str, stretches: Sequence[Stretch], title: str | None) -> Header:
    """Split the stretches of a plain text into its header and its body; ``title`` is one given from outside."""
    items = _decide_title(text, stretches, _settle(text, list(header_items(text, stretches))), title)
    first_text = next((i for i, item in enumerate(items) if item.role == "text"), len(items))
    head = items[:first_text]
    below = items[first_text].stretch if first_text < len(items) else (items[-1].stretch + 1 if items else 0)
    body = list(stretches[below:])
    if first_text < len(items):
        body[0] = Stretch(items[first_text].start, items[first_text].end, body[0].kind)
    blocks = tuple(Block(_kind(item.role), item.start, item.end) for item in head)
    return Header(blocks, _fields(text, head), tuple(body))


def _kind(role: Role) -> BlockKind:
    return "date" if role == "clock" else "paragraph" if role == "text" else role


def _fields(text: str, head: list[HeaderItem]) -> Fields:
    values: dict[str, str] = {}
    for item in head:
        value = item.value if item.value is not None else text[item.start : item.end]
        value = " ".join(value.translate(_NOTHING).split())
        if value:
            values.setdefault(item.role, value)
    return Fields(*(values.get(name) for name in Fields._fields))


def _settle(text: str, items: list[HeaderItem]) -> list[HeaderItem]:
    """Make words in capitals a dateline, and a bare name or role a byline, where the lines around them support it."""
    settled = list(items)
    for i, item in enumerate(items):
        if item.role != "text" or i == 0 or i + 1 == len(items):
            continue
        texts = [other for other in settled[:i] if other.role in ("text", "title", "subtitle")]
        below_title = len(texts) == 1 and _is_headline(text, texts[0])
        following = items[i + 1].role
        signed = settled[i - 1].role == "byline" and is_role(text, item.start, item.end)
        if signed or (bare_name(text, item.start, item.end) and (following in _PROOF or below_title)):
            settled[i] = item._replace(role="byline")
        elif below_title and following == "text":
            line = place_line(text, item.start, item.end)
            if line and line.place and len(line.place.split()) <= 3:
                settled[i] = item._replace(role="dateline", value=line.place)
    return settled


def _decide_title(
    text: str, stretches: Sequence[Stretch], items: list[HeaderItem], title: str | None
) -> list[HeaderItem]:
    """Give the role of title or subtitle to items whose role is still ``text``."""
    decided = list(items)
    wanted = _letters(title) if title else ""
    if any(item.role == "title" for item in items):
        wanted = wanted or _letters(next(text[i.start : i.end] for i in items if i.role == "title"))
    proof = _header_end(text, items)
    for i, item in enumerate(items):
        roles = {other.role for other in decided[:i]}
        if item.role != "text":
            continue
        letters = _letters(text[item.start : item.end])
        if wanted and letters == wanted:
            decided[i] = item._replace(role="title")
        elif not wanted and (i < proof or (_has_body_below(stretches, item) and _is_headline(text, item))):
            decided[i] = item._replace(role="title")
            wanted = letters
        elif i < proof or (_may_have_subtitle(roles, title) and _is_subtitle(text, stretches, item)):
            decided[i] = item._replace(role="subtitle")
        else:
            break
    return decided


def _may_have_subtitle(roles: set[Role], title: str | None) -> bool:
    """Whether a subtitle is possible without proof of a header: only one, and only below a title from outside."""
    return "subtitle" not in roles and ("title" in roles or title is None)


def _header_end(text: str, items: list[HeaderItem]) -> int:
    """The index after the last byline, date or dateline that has no more than a title and subtitles before it."""
    texts = [item for item in items if item.role == "text"]
    titled = not texts or _can_be_title(text[texts[0].start : texts[0].end])
    end = seen = 0
    for i, item in enumerate(items):
        seen += item.role == "text"
        if item.role in _PROOF and seen <= (MAX_TEXTS if titled else 0):
            end = i + 1
    return end if end < len(items) else 0


def _can_be_title(stretch: str) -> bool:
    words = len(stretch.split())
    return words <= (_MAX_STOPPED_TITLE if _is_stopped(stretch) else _MAX_TITLE)


def _is_stopped(stretch: str) -> bool:
    return stretch.rstrip(_CLOSERS).endswith((".", "!", "?", "…"))


def _has_body_below(stretches: Sequence[Stretch], item: HeaderItem) -> bool:
    return item.stretch + 1 < len(stretches)


def _is_headline(text: str, item: HeaderItem) -> bool:
    stretch = text[item.start : item.end]
    words = stretch.split()
    if len(words) > _MAX_TITLE or len(stretch) > 250 or stretch[:1].islower() or stretch.endswith((":", ",")):
        return False
    if ";\n" in stretch or "; \n" in stretch:
        return True
    if not _is_stopped(stretch):
        return len(words) <= 25
    capitals = sum(word[0].isupper() for word in words[1:])
    if len(words) <= 8 or (len(words) <= 20 and capitals >= 0.6 * (len(words) - 1)):
        return True
    return len(words) <= 13 and sum(word.lower() in name_words("lead") for word in words) <= 1


def _is_subtitle(text: str, stretches: Sequence[Stretch], item: HeaderItem) -> bool:
    stretch = text[item.start : item.end]
    if not _has_body_below(stretches, item) or not 4 <= len(stretch.split()) <= 30:
        return False
    return stretch.rstrip(_CLOSERS)[-1:] not in (".", "!", "?", "…", ":", ",") and not stretch[:1].islower()


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
