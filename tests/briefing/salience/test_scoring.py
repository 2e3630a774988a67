"""A score is the sum of its parts, as a reader can check, and the quote weight moves it from salience to quotation."""

from __future__ import annotations

import pytest

from briefing.language import analyse
from briefing.model import Position
from briefing.reading import parse_article
from briefing.salience import DEFAULT_QUOTE_WEIGHT, find_parts, score_sentences
from briefing.salience.parts import NAMES
from briefing.salience.scoring import learned_weights

DOCUMENT = analyse(
    parse_article(
        "Nurses strike over night shifts\n\n"
        "Nurses at the Varn clinic walked out on Friday over unpaid night shifts.\n\n"
        "The clinic called the strike of its nurses reckless. Who will look after the night ward?\n\n"
        '"We are tired," a nurse said. The clinic has not paid for night shifts since March, the union of nurses says.'
    )
)
TEXT = DOCUMENT.article.text
RECKLESS = TEXT.index("reckless")
POSITION = Position(
    0,
    ("Varn clinic",),
    (),
    "oppose",
    None,
    "indirect",
    (),
    (),
    (DOCUMENT.article.cut(RECKLESS, RECKLESS + len("reckless")),),
    (),
    2,
    1.0,
    score=0.6,
)
PARTS = find_parts(DOCUMENT)


def test_every_sentence_has_one_score_in_order() -> None:
    assert [score.sentence for score in score_sentences(DOCUMENT, PARTS, ())] == list(range(len(DOCUMENT.sentences)))


@pytest.mark.parametrize("quote_weight", [0, 0.1, DEFAULT_QUOTE_WEIGHT, 0.37, 1])
def test_the_parts_add_up_to_the_score(quote_weight: float) -> None:
    for score in score_sentences(DOCUMENT, PARTS, (POSITION,), quote_weight):
        assert score.score == round(sum(value for _, value in score.why), 4)
        assert all(value and round(value, 4) == value for _, value in score.why)
        assert {name for name, _ in score.why} <= {*NAMES, "quotation"}


def test_without_quote_weight_the_positions_do_not_count() -> None:
    assert score_sentences(DOCUMENT, PARTS, (POSITION,), 0) == score_sentences(DOCUMENT, PARTS, (), 0)


def test_quotation_lifts_the_sentence_that_holds_a_position_and_no_other() -> None:
    plain, quoting = score_sentences(DOCUMENT, PARTS, ()), score_sentences(DOCUMENT, PARTS, (POSITION,))
    assert [one.sentence for one, other in zip(plain, quoting, strict=True) if one.score < other.score] == [2]


def test_with_full_quote_weight_nothing_else_counts() -> None:
    scores = score_sentences(DOCUMENT, PARTS, (POSITION,), 1)
    assert [score.why[0][0] for score in scores if score.why] == ["quotation"]
    assert [score.score for score in scores if not score.why] == [0] * 5


def test_the_best_sentence_opens_the_story_and_a_question_is_the_last_to_take() -> None:
    _, first, *others, question, last = (score.score for score in score_sentences(DOCUMENT, PARTS, (), 0))
    assert first > max(*others, question, last)
    assert question < min(first, *others, last)


def test_the_weights_cover_the_parts_and_the_best_score_is_one() -> None:
    weights = learned_weights()
    assert set(weights) == set(NAMES)
    assert sum(weight for weight in weights.values() if weight > 0) == pytest.approx(1, abs=0.02)
    for name in ("short", "question", "opens_quoting"):
        assert weights[name] < 0
