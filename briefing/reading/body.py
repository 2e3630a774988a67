"""The body of an article: paragraphs, headings, lists, captions and the furniture between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefing.model import Block, BlockKind, Span
from briefing.reading import furniture
from briefing.reading.dateline import Dateline, dateline_at
from briefing.reading.dates import is_date_line
from briefing.reading.paragraphs import Stretch, trim

_MAX_HEADING_WORDS = 12
_MAX_LINK_WORDS = 16
_CLOSERS = "\"'”’»)]*_ \u200b"


def read_body(text: str, stretches: Sequence[Stretch]) -> tuple[tuple[Block, ...], Dateline | None]:
    """The blocks of the stretches below a header, and the dateline that the first paragraph opens with."""
    kinds = _kinds(text, stretches)
    look = furniture.running(text)
    blocks: list[Block] = []
    opening: Dateline | None = None
    first = True
    for stretch, kind in zip(stretches, kinds, strict=True):
        if kind not in ("paragraph", "list"):
            blocks.append(Block(kind, stretch.start, stretch.end))
            continue
        start = stretch.start
        if kind == "paragraph" and (line := dateline_at(text, start, stretch.end, first)):
            blocks.append(Block("dateline", *trim(text, start, line.end)))
            start = trim(text, line.end, stretch.end)[0]
            opening = opening or (line if first else None)
        first = False
        blocks.extend(_without_furniture(text, Span(start, stretch.end), kind, look))
    return tuple(block for block in blocks if block.start < block.end), opening


def _without_furniture(text: str, span: Span, kind: BlockKind, look: furniture.Running) -> Iterator[Block]:
    at = span.start
    for start, end in furniture.inside(text, span.start, span.end, look):
        yield Block(kind, *trim(text, at, start))
        yield Block("furniture", *trim(text, start, end))
        at = end
    yield Block(kind, *trim(text, at, span.end))


def _kinds(text: str, stretches: Sequence[Stretch]) -> list[BlockKind]:
    """A kind for each stretch; links announced by furniture are furniture where they are a list or end the article."""
    pairs = zip_longest(stretches, stretches[1:])
    kinds = [_kind(text, stretch, following) for stretch, following in pairs if stretch]
    last_lines = len(kinds)
    while last_lines and (kinds[last_lines - 1] == "furniture" or _is_link(text, stretches[last_lines - 1])):
        last_lines -= 1
    in_links = False
    for i, (stretch, kind) in enumerate(zip(stretches, kinds, strict=True)):
        if kind == "furniture":
            in_links = furniture.opens_links(text, stretch.start, stretch.end)
        elif in_links and _is_link(text, stretch) and (kind == "list" or i >= last_lines):
            kinds[i] = "furniture"
        else:
            in_links = False
    return kinds


def _kind(text: str, stretch: Stretch, following: Stretch | None) -> BlockKind:
    start, end, known = stretch
    if kind := furniture.classify(text, start, end):
        return kind
    if known != "title" and is_date_line(text, start, end):
        return "date"
    if known:
        return known
    return "heading" if following and _is_heading(text, stretch, following) else "paragraph"


def _is_heading(text: str, stretch: Stretch, following: Stretch) -> bool:
    line = text[stretch.start : stretch.end]
    if len(line) > 100 or len(line.split()) > _MAX_HEADING_WORDS or sum(map(str.isalpha, line)) < 3:
        return False
    if line.isupper():
        return True
    if not (line[0].isupper() or line[0].isdigit()) or _closing_mark(line) in tuple(".!?…:;,-–—"):
        return False
    below = text[following.start : following.end]
    return len(below.split()) > _MAX_HEADING_WORDS or _closing_mark(below) == "."


def _closing_mark(line: str) -> str:
    return line.rstrip(_CLOSERS)[-1:]


def _is_link(text: str, stretch: Stretch) -> bool:
    line = text[stretch.start : stretch.end]
    return len(line.split()) <= _MAX_LINK_WORDS and _closing_mark(line) not in (".", ":")
