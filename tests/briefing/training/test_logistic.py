"""Logistic regression finds the odds that made the examples, and stays with its prior where it sees none."""

from __future__ import annotations

from math import log

import pytest

from briefing.training.logistic import fit_logistic

EXAMPLES = [{"rain": 1.0}] * 4 + [{}] * 4
WET = [1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0]


def test_the_odds_of_the_examples_are_found() -> None:
    fitted = fit_logistic(EXAMPLES, WET, penalty=1e-6)
    assert fitted.logit({}) == pytest.approx(log(1 / 3), abs=0.01)
    assert fitted.logit({"rain": 1.0}) == pytest.approx(log(3), abs=0.01)


def test_a_penalty_draws_the_weights_to_the_prior() -> None:
    free = fit_logistic(EXAMPLES, WET, penalty=0.1)
    held = fit_logistic(EXAMPLES, WET, penalty=100.0)
    told = fit_logistic(EXAMPLES, WET, penalty=100.0, prior={"rain": -1.0, "snow": 2.0})
    assert 0 < held.weights["rain"] < free.weights["rain"]
    assert told.weights["rain"] == pytest.approx(-1.0, abs=0.1)
    assert told.weights["snow"] == 2.0


def test_an_example_counts_as_often_as_it_is_told_to() -> None:
    twice = fit_logistic([*EXAMPLES, *EXAMPLES[:4]], [*WET, *WET[:4]], 1.0)
    counted = fit_logistic(EXAMPLES, WET, 1.0, counts=[2.0] * 4 + [1.0] * 4)
    assert counted.weights["rain"] == pytest.approx(twice.weights["rain"], abs=1e-6)


def test_the_same_examples_give_the_same_weights() -> None:
    assert fit_logistic(EXAMPLES, WET, 1.0) == fit_logistic(EXAMPLES, WET, 1.0)
