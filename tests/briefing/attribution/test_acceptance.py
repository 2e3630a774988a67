"""The last look at what was found, beside all else that was found."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from briefing.attribution.acceptance import accepted, beside
from briefing.attribution.assembly import Found
from briefing.language import analyse
from briefing.network.lexicon import shipped
from briefing.network.view import View
from briefing.reading import parse_article

TEXT = "Ann said “it rains hard”. Bob said that Eve hoped that it would."
OUTER = Found((9,), (10,), tuple(range(11, 17)), 0.96)
INNER = Found((12,), (13,), (15, 16), 0.3)
QUOTED = Found((), (), (3, 4, 5), 0.5)


@pytest.fixture
def view() -> View:
    return View(analyse(parse_article(TEXT)), shipped())


class Chances:
    """A judge who says what he is told to."""

    def __init__(self, *chances: float) -> None:
        self.chances = np.array(chances)

    def marked(self, seen: Any, beside: Any) -> Any:
        assert len(seen) == len(beside) == len(self.chances)
        return self.chances


def test_what_is_known_of_each(view: View) -> None:
    quoted, outer, inner = beside(view, [QUOTED, OUTER, INNER]).tolist()
    size = len(view)
    assert quoted == [0.5, 6 / 19, 6 / 19, 0, 6 / 19, 0, 0, 1, 0, 1, 0, 0, 0, 3 / 64, 0, 3 / size]
    assert outer == [0.96, 15 / 19, 0, 15 / 19, 0, 0, 15 / 19, 0, 1, 0, 0, 1, 1, 6 / 64, 1 / 16, 11 / size]
    assert inner == [0.3, 2 / 19, 0, 2 / 19, 0, 2 / 19, 0, 0, 1, 0, 1, 0, 1, 2 / 64, 1 / 16, 15 / size]


def test_the_likely_are_kept_with_their_chance(view: View) -> None:
    seen = np.array([[1], [2], [3]], np.int8)
    judge: Any = Chances(0.7, 0.5, 0.49)
    kept, rows = accepted(judge, view, [QUOTED, OUTER, INNER], seen, 0.5)
    assert [(each.content, each.confidence) for each in kept] == [(QUOTED.content, 0.7), (OUTER.content, 0.5)]
    assert rows.tolist() == [[1], [2]]


def test_nothing_is_nothing(view: View) -> None:
    assert beside(view, []).shape == (0, 16)
    judge: Any = Chances()
    kept, rows = accepted(judge, view, [], np.zeros((0, 4), np.int8), 0.5)
    assert kept == []
    assert rows.shape == (0, 4)
