"""The timeline: a row for each party, a point for each thing that it said, from the first day to the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from briefing.digest.model import Digest
from briefing.rendering.wording import SIGNS, spoken_date

WIDTH = 1000
_LEFT, _RIGHT = 240, 20  # room for the names, and for the last point
_TOP, _ROW = 34, 30
_STEP = 15  # between points of one party on one day
_TICKS = 7


class Point(NamedTuple):
    """A matter as a point in a party's row."""

    matter: int
    x: float
    y: float
    tone: str
    sign: str
    words: str


class Day(NamedTuple):
    """A day that is written above the rows; ``anchor`` keeps the last one within the drawing."""

    x: float
    words: str
    anchor: str


class Timeline(NamedTuple):
    """The drawing."""

    width: int
    height: int
    left: int
    rows: tuple[tuple[float, str], ...]
    days: tuple[Day, ...]
    points: tuple[Point, ...]


def timeline(
    digest: Digest, matters: Sequence[int], actors: Sequence[int], names: Sequence[str], tones: dict[str, str]
) -> Timeline | None:
    """The dated ones of some ``matters``, a row for each of ``actors``; None if they have fewer than two dates."""
    dates = [digest.matters[number].date for number in matters]
    days = {each: day for each in dates if each and (day := _day(each)) is not None}
    if len(days) < 2:
        return None
    first, last = min(days.values()), max(days.values())
    unit = (WIDTH - _LEFT - _RIGHT - 3 * _STEP) / (last - first)
    points = []
    for row, actor in enumerate(actors):
        crowd: Counter[float] = Counter()
        for number in matters:
            matter = digest.matters[number]
            if actor in matter.actors and matter.date in days:
                x = _LEFT + _STEP + (days[matter.date] - first) * unit
                words = f"{spoken_date(matter.date)}: {matter.stance}, {matter.text}"
                at = round(min(x + _STEP * crowd[x], WIDTH - _RIGHT / 2), 1)
                points.append(Point(number, at, _TOP + _ROW * row, tones[matter.stance], SIGNS[matter.stance], words))
                crowd[x] += 1
    ticks = sorted(set(days.values()))
    shown = ticks[:: max(1, -(-len(ticks) // _TICKS))]
    days_shown = []
    for day in shown:
        x = round(_LEFT + _STEP + (day - first) * unit, 1)
        anchor = "end" if x > WIDTH - 5 * _STEP else "middle"
        days_shown.append(Day(x, spoken_date(date.fromordinal(day).isoformat()), anchor))
    return Timeline(
        WIDTH,
        _TOP + _ROW * len(actors) + 6,
        _LEFT,
        tuple((_TOP + _ROW * row, name) for row, name in enumerate(names)),
        tuple(days_shown),
        tuple(points),
    )


def _day(value: str) -> int | None:
    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        return None
