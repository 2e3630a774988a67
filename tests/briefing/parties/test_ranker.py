"""Weighing candidates by named features."""

from __future__ import annotations

import pytest

from briefing.parties.ranker import choose_candidate, score, standard_weights

WEIGHTS = {"he": {"near": 1.0, "far": -1.0}, "it": {"near": 0.5}}


def test_the_score_is_the_sum_of_the_weights_that_are_known_each_once() -> None:
    assert score(WEIGHTS, "he", ["near", "near", "unheard of"]) == 1.0
    assert score(WEIGHTS, "he", ["near", "far"]) == 0.0
    assert score(WEIGHTS, "they", ["near"]) == 0.0


def test_the_best_candidate_is_chosen_with_its_chance() -> None:
    best, chance = choose_candidate(WEIGHTS, "he", [["far"], ["near"], []])
    assert best == 1
    assert chance == pytest.approx(0.665, abs=0.001)
    assert choose_candidate(WEIGHTS, "he", [[], []]) == (0, 0.5)


def test_the_weights_that_ship_know_every_kind_of_question() -> None:
    tables = standard_weights()
    assert {"affiliation", "name", "he", "it", "they", "role", "group", "collective", "document", "none"} <= set(tables)
    assert all(isinstance(weight, float) for table in tables.values() for weight in table.values())
