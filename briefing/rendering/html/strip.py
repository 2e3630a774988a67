"""The strip above an article: how much each sentence tells of the story, and where the positions stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefing.model import Position
from briefing.rendering.explanation import ExplainedSentence

WIDTH, HEIGHT = 1000, 72
_BARS, _LANE, _THICK = 48, 54, 14  # units: the height of the bars, the top and the height of the lane of positions
_LEAST = 1.5


class Bar(NamedTuple):
    """A sentence, in units of the drawing."""

    sentence: int
    x: float
    y: float
    width: float
    height: float
    chosen: bool
    score: float
    words: str


class Tick(NamedTuple):
    """A piece of the content of a position."""

    position: int
    hue: int
    x: float
    y: float
    width: float
    height: float


class Strip(NamedTuple):
    """The drawing."""

    width: int
    height: int
    base: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def strip(sentences: Sequence[ExplainedSentence], positions: Iterable[Position], hues: Mapping[int, int]) -> Strip:
    """The bars of the sentences along the characters of the article, and the contents of the positions below them."""
    start = min((each.piece.start for each in sentences), default=0)
    end = max((each.piece.end for each in sentences), default=1)
    top = max((each.score for each in sentences), default=0.0)
    unit = WIDTH / max(end - start, 1)

    def bar(each: ExplainedSentence) -> Bar:
        height = round(max(_LEAST, _BARS * max(each.score, 0.0) / top if top > 0 else 0.0), 1)
        x, width = _extent(each.piece.start - start, each.piece.end - start, unit)
        words = " ".join(each.piece.shown.split()[:8])
        return Bar(each.sentence, x, round(_BARS - height, 1), width, height, each.rank is not None, each.score, words)

    ticks = tuple(
        Tick(position.id, hues[position.id], x, _LANE, width, _THICK)
        for position in positions
        for piece in position.content
        for x, width in (_extent(piece.start - start, piece.end - start, unit),)
        if 0 <= x <= WIDTH
    )
    return Strip(WIDTH, HEIGHT, _BARS, tuple(map(bar, sentences)), ticks)


def _extent(start: int, end: int, unit: float) -> tuple[float, float]:
    """The extent of a bar, with a small gap after it, so that neighbours stay apart."""
    return round(start * unit, 1), round(max((end - start) * unit - 1.2, 0.8), 1)
