"""Fitting a choice among candidates by their features."""

from __future__ import annotations

from briefing.training.loglinear import Choice, fit_choices

RIGHT = Choice([["near", "big"], ["far", "big"]], [1.0, 0.0])
WRONG = Choice([["near"], ["far"]], [0.0, 1.0])


def test_what_is_right_more_often_weighs_more() -> None:
    weights = fit_choices([RIGHT, RIGHT, RIGHT, WRONG], penalty=0.1, least=1)
    assert weights["near"] > 0 > weights["far"]
    assert "big" not in weights, "it tells no candidates apart"
    assert weights == fit_choices([RIGHT, RIGHT, RIGHT, WRONG], penalty=0.1, least=1)


def test_rare_features_have_no_weight_and_a_penalty_makes_weights_small() -> None:
    assert fit_choices([RIGHT, WRONG], penalty=0.1, least=3) == {}
    loose, tight = (fit_choices([RIGHT] * 4, penalty, least=1)["near"] for penalty in (0.01, 10.0))
    assert loose > tight > 0


def test_a_candidate_worth_more_is_preferred_among_right_ones() -> None:
    weights = fit_choices([Choice([["first"], ["second"], ["wrong"]], [1.0, 0.2, 0.0])] * 3, penalty=0.1, least=1)
    assert weights["first"] > weights["second"] > weights["wrong"]
