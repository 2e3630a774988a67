"""The fronts of a story as a small drawing: parties on an ellipse, joined by lines where two have a front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin
from typing import NamedTuple

from briefing.digest.model import Front
from briefing.model import RelationKind

MOST = 12
"""Most parties that are drawn."""

WIDTH, HEIGHT = 640, 360
_RADIUS_X, _RADIUS_Y = 170, 130
_GAP = 12  # between a node and its name
_THICKEST = 6


class Node(NamedTuple):
    """A party at a place; ``anchor`` says to which side its name runs."""

    letter: str
    name: str
    x: float
    y: float
    name_x: float
    anchor: str


class Edge(NamedTuple):
    """A tie between two places; the thicker, the more reports show it."""

    kind: RelationKind
    x1: float
    y1: float
    x2: float
    y2: float
    width: int


class Graph(NamedTuple):
    """The drawing."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph(lines: Sequence[Front], names: Mapping[int, str], letters: Mapping[int, str]) -> Graph:
    """The drawing of the fronts (``lines``) between at most ``MOST`` parties, those whose fronts most reports show."""
    strongest = sorted(range(len(lines)), key=lambda number: (-lines[number].reports, number))
    chosen: dict[int, None] = {}
    for number in strongest:
        joined = {**chosen, **dict.fromkeys(lines[number].actors)}
        if len(joined) <= MOST:
            chosen = joined
    places = {actor: _place(number, len(chosen)) for number, actor in enumerate(chosen)}
    nodes = tuple(_node(letters[actor], names[actor], *places[actor]) for actor in chosen)
    edges = tuple(
        Edge(each.kind, *places[each.actors[0]], *places[each.actors[1]], min(_THICKEST, 1 + each.reports))
        for each in lines
        if all(actor in places for actor in each.actors)
    )
    return Graph(WIDTH, HEIGHT, nodes, edges)


def _place(number: int, count: int) -> tuple[float, float]:
    turn = 2 * pi * number / max(count, 1) - pi / 2
    return round(WIDTH / 2 + _RADIUS_X * cos(turn), 1), round(HEIGHT / 2 + _RADIUS_Y * sin(turn), 1)


def _node(letter: str, name: str, x: float, y: float) -> Node:
    left = x < WIDTH / 2 - 1
    return Node(letter, name, x, y, round(x - _GAP - 4 if left else x + _GAP + 4, 1), "end" if left else "start")
