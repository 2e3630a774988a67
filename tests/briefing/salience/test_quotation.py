"""The quotation weight of a sentence is the worth of its best position."""

from __future__ import annotations

import pytest

from briefing.language import analyse
from briefing.model import Position
from briefing.reading import parse_article
from briefing.salience.quotation import quotation_weights

DOCUMENT = analyse(
    parse_article(
        "The mayor of Varn said the bridge must close. It is old. The union said the bridge is safe and must stay open."
    )
)
TEXT = DOCUMENT.article.text


def position(contents: str, score: float) -> Position:
    """A position with this content, its pieces parted by a bar."""
    starts = [(TEXT.index(each), each) for each in contents.split("|")]
    pieces = tuple(DOCUMENT.article.cut(start, start + len(each)) for start, each in starts)
    return Position(0, ("Varn",), (), "demand", None, "indirect", (), (), pieces, (), 0, 1.0, score=score)


@pytest.mark.parametrize(
    ("positions", "weights"),
    [
        ([], [0, 0, 0]),
        ([position("the bridge must close", 0.6)], [0.6, 0, 0]),
        ([position("the bridge is safe", 0.6), position("must stay open", 0.2)], [0, 0, 0.6]),
        ([position("is safe|must stay open", 0.5)], [0, 0, 0.5]),
    ],
)
def test_a_sentence_weighs_what_its_best_position_is_worth(positions: list[Position], weights: list[float]) -> None:
    assert quotation_weights(DOCUMENT, positions) == weights


def test_a_position_weighs_most_where_it_begins() -> None:
    weights = quotation_weights(DOCUMENT, [position("the bridge must close. It is old", 0.5)])
    assert weights == pytest.approx([0.5, 0.15, 0])
