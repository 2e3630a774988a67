"""Cuts the article into segments wherever a sentence or a highlighted part of a position begins or ends.

HTML elements must nest, but positions may overlap: so each segment becomes an element of its own that names every
position it belongs to, the innermost first.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from briefing.model import Block, BlockKind, Position
from briefing.rendering.annotation import Annotated
from briefing.rendering.sanitise import blanked

Role = Literal["source", "cue", "content"]
_ROLES: tuple[Role, ...] = ("cue", "source", "content")
_BLANK = "\u200b"
_GAP_BEFORE_MARK = re.compile(r"(?<!\s)\s+(?=[.,;:!?)])")
_SPACES = re.compile(r"[ \t\n]+")


class Highlight(NamedTuple):
    """A source, cue or content: characters ``start`` up to but not including ``end`` of the article."""

    position: int
    role: Role
    start: int
    end: int


class Segment(NamedTuple):
    """Text within which no highlight begins or ends; ``marks`` are the highlights that cover it, the innermost first;
    ``begins`` are the ids of the positions whose content begins with it."""

    text: str
    marks: tuple[Highlight, ...]
    begins: tuple[int, ...]


class HighlightedSentence(NamedTuple):
    """A sentence, or the text between two sentences if ``sentence`` is None."""

    sentence: int | None
    segments: tuple[Segment, ...]


class HighlightedBlock(NamedTuple):
    """A block of the article; a dateline and a paragraph on the same line are one block here."""

    kind: BlockKind
    lines: tuple[HighlightedSentence, ...]


def highlighted_blocks(subject: Annotated) -> tuple[HighlightedBlock, ...]:
    """The whole article in reading order."""
    cutter = _Cutter(subject)
    runs = _runs(subject.blocks, subject.masked)
    return tuple(HighlightedBlock(run[-1].kind, cutter.lines(run[0].start, run[-1].end)) for run in runs)


class _Cutter:
    def __init__(self, subject: Annotated) -> None:
        self._text = _readable(subject)
        self._sentences = sorted((each.piece.start, each.piece.end, each.sentence) for each in subject.sentences)
        self._begins = _begins(subject.brief.positions)
        self._stretches = tuple(_stretches(_marks(subject.brief.positions), len(self._text)))
        self._starts = [first for first, _, _ in self._stretches]

    def lines(self, start: int, end: int) -> tuple[HighlightedSentence, ...]:
        found, place = list[HighlightedSentence](), start
        for first, last, number in self._sentences[bisect_left(self._sentences, (start, 0, 0)) :]:
            if last > end:
                break
            found += self._line(None, place, first)
            found += self._line(number, first, last)
            place = last
        return (*found, *self._line(None, place, end))

    def _line(self, sentence: int | None, start: int, end: int) -> Iterator[HighlightedSentence]:
        segments = tuple(self._segments(start, end))
        if segments:
            yield HighlightedSentence(sentence, segments)

    def _segments(self, start: int, end: int) -> Iterator[Segment]:
        for index in range(bisect_right(self._starts, start) - 1, len(self._stretches)):
            first, last, marks = self._stretches[index]
            if first >= end:
                return
            text = self._text[max(first, start) : min(last, end)].replace(_BLANK, "")
            if text:
                yield Segment(_SPACES.sub(" ", text), marks, self._begins.get(first, ()) if first >= start else ())


def _stretches(marks: Iterable[Highlight], length: int) -> Iterator[tuple[int, int, tuple[Highlight, ...]]]:
    """The whole text, cut wherever a mark begins or ends, with the marks over each stretch."""
    changes: defaultdict[int, list[Highlight]] = defaultdict(list, {0: [], length: []})
    for mark in marks:
        changes[mark.start].append(mark)
        changes[mark.end].append(mark)
    places, over = sorted(changes), list[Highlight]()
    for first, last in pairwise(places):
        over = [mark for mark in over if mark.end > first] + [mark for mark in changes[first] if mark.start == first]
        over.sort(key=_inner_first)
        yield first, last, tuple(over)


def _inner_first(mark: Highlight) -> tuple[int, int]:
    """The order of marks over one word: the shorter is the inner one."""
    return mark.end - mark.start, mark.position


def _readable(subject: Annotated) -> str:
    """The article without markup and control characters; they are blanked, so that all offsets stay the same."""
    text = list(blanked(subject.masked))
    for block in subject.blocks:
        if subject.masked[block.start : block.end] != (subject.article.text or "")[block.start : block.end]:
            shown = "".join(text[block.start : block.end])
            text[block.start : block.end] = _GAP_BEFORE_MARK.sub(lambda gap: _BLANK * len(gap.group()), shown)
    return "".join(text)


def _marks(positions: Iterable[Position]) -> Iterator[Highlight]:
    for position in positions:
        for role, pieces in zip(_ROLES, (position.cue, position.source, position.content), strict=True):
            for piece in pieces:
                if piece.start < piece.end:
                    yield Highlight(position.id, role, piece.start, piece.end)


def _begins(positions: Sequence[Position]) -> Mapping[int, tuple[int, ...]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for position in positions:
        if pieces := position.content or position.cue:
            found[pieces[0].start].append(position.id)
    return {place: tuple(ids) for place, ids in found.items()}


def _runs(blocks: Sequence[Block], text: str) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in blocks:
        if run and (run[-1].kind != "dateline" or "\n" in text[run[-1].end : block.start]):
            yield run
            run = []
        run.append(block)
    if run:
        yield run
