"""Each token is described by the words around it, the quotation marks, and the likely cues beside it."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.attribution.features import TEMPLATES, following, last, token_columns
from briefing.attribution.lexicon import code, shipped
from briefing.attribution.view import View, steps
from briefing.language import analyse
from briefing.reading import parse_article

TEXT = "Rain fell. The mayor said that the wall, which leaked, would “hold for years”."
SAID = 5
"""The token "said", which is the one likely cue."""


def columns() -> tuple[View, dict[str, list[int]]]:
    view = View(analyse(parse_article(TEXT)), shipped())
    return view, {name: np.asarray(column).tolist() for name, column in token_columns(view).items()}


def test_every_template_gets_a_feature_for_every_token() -> None:
    view = View(analyse(parse_article(TEXT)), shipped())
    assert TEMPLATES.keys(token_columns(view)).shape == (len(TEMPLATES), len(view))


def test_one_word_beyond_the_sentence_is_seen() -> None:
    _, found = columns()
    assert found["word-1"][0] == code("edge")
    assert found["word-1"][3] == code(".")
    assert found["word-2"][3] == code("edge")
    assert found["word+1"][2] == code("the")


def test_the_likely_cue_on_both_sides() -> None:
    view, found = columns()
    assert view.words[SAID] == "said"
    assert found["left lemma"][SAID + 1] == found["right lemma"][SAID - 1] == code("say")
    assert found["left lemma"][SAID] == found["right lemma"][SAID] == found["left lemma"][0] == 0
    assert found["left mark"][SAID + 1 : SAID + 3] == [0, code("that")]
    leaked, hold = view.words.index("leaked"), view.words.index("hold")
    assert (found["left commas"][leaked], found["left commas"][hold]) == (1, 2)


def test_quotation_marks_divide_a_sentence() -> None:
    view, found = columns()
    opening = view.words.index('"')
    assert found["to quotation"][opening - 2 : opening] == [2, 1]
    assert found["to quotation"][opening + 1] == found["since quotation"][opening + 1] == 9
    assert found["state+1"][opening - 1] == found["state"][opening] != found["state"][opening + 1]


@pytest.mark.parametrize(
    ("chosen", "before", "after"),
    [([0, 1, 0, 1, 0], [-1, 1, 1, 3, 3], [1, 1, 3, 3, 5]), ([0, 0], [-1, -1], [2, 2]), ([], [], [])],
)
def test_last_and_following(chosen: list[int], before: list[int], after: list[int]) -> None:
    marks = np.array(chosen, bool)
    assert (last(marks).tolist(), following(marks).tolist()) == (before, after)


def test_steps() -> None:
    assert steps(np.array([-3, 0, 1, 3, 4, 6, 7, 12, 13, 500])).tolist() == [0, 0, 1, 3, 4, 4, 5, 5, 6, 6]
