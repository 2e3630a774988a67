"""The quotation weight grows with the speech in a sentence, with its holder, and with the position that it takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.language import analyse
from briefing.model import Position, Stance
from briefing.reading import parse_article
from briefing.salience.quotation import quotation_weights

DOCUMENT = analyse(
    parse_article(
        "The mayor of Varn said the bridge must close. It is old. The union said the bridge is safe and must stay open."
    )
)
TEXT = DOCUMENT.article.text


def position(content: str, *parties: str, stance: Stance = "demand") -> Position:
    start = TEXT.index(content)
    piece = DOCUMENT.article.cut(start, start + len(content))
    return Position(0, parties, (), stance, None, "indirect", (), (), (piece,), (), 0, 1.0)


BRIDGE = position("the bridge must close", "Varn")
OLD = position("It is old", "Varn")
SAFE = position("the bridge is safe", "Union")
OPEN = position("must stay open", "Union")


def test_sentences_without_positions_weigh_nothing() -> None:
    assert quotation_weights(DOCUMENT, ()) == [0, 0, 0]
    assert quotation_weights(DOCUMENT, [BRIDGE])[1:] == [0, 0]


@pytest.mark.parametrize(
    ("less", "more", "why"),
    [
        (position("the bridge", "Varn"), BRIDGE, "more of it is speech"),
        (position("the bridge must close", "Varn", stance="state"), BRIDGE, "a side is taken"),
        (position("the bridge must close"), BRIDGE, "a party holds it"),
    ],
)
def test_the_weight_grows(less: Position, more: Position, why: str) -> None:
    assert 0 < quotation_weights(DOCUMENT, [less])[0] < quotation_weights(DOCUMENT, [more])[0] <= 1, why


def test_the_word_of_a_prominent_party_weighs_more() -> None:
    alone = quotation_weights(DOCUMENT, [BRIDGE, SAFE])[0]
    beside_a_bigger = quotation_weights(DOCUMENT, [BRIDGE, SAFE, OPEN])[0]
    assert beside_a_bigger < alone


def test_positions_of_one_sentence_add_up_below_one() -> None:
    weights = [quotation_weights(DOCUMENT, several)[2] for several in ([SAFE], [SAFE, OPEN], [SAFE, OPEN] * 20)]
    assert weights == sorted(weights)
    assert weights[0] < weights[1] <= weights[2] <= 1


def test_a_position_weighs_most_where_it_begins() -> None:
    both = position("the bridge must close. It is old", "Varn")
    first, second, _ = quotation_weights(DOCUMENT, [both])
    assert 0 < second < first


def test_two_pieces_in_one_sentence_are_one_position(piece_of: Callable[[str], Position]) -> None:
    whole, parted = piece_of("is safe and must stay open"), piece_of("is safe|must stay open")
    assert 0 < quotation_weights(DOCUMENT, [parted])[2] < quotation_weights(DOCUMENT, [whole])[2]


@pytest.fixture
def piece_of() -> Callable[[str], Position]:
    def make(contents: str) -> Position:
        pieces = tuple(
            DOCUMENT.article.cut(TEXT.index(each), TEXT.index(each) + len(each)) for each in contents.split("|")
        )
        return Position(0, ("Union",), (), "demand", None, "indirect", (), (), pieces, (), 2, 1.0)

    return make
