"""Weighing candidates by named features."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.parties.context import Context
from briefing.parties.ranker import choose_candidate, pack, score, standard_ranker, unpack

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


def test_how_well_a_candidate_fits_counts_too() -> None:
    assert choose_candidate(WEIGHTS, "he", [["far"], ["near"]], [2.5, 0.0])[0] == 0
    assert choose_candidate(WEIGHTS, "he", [["far"], ["near"]], [1.5, 0.0])[0] == 1


def test_a_context_is_unpacked_as_it_was_packed() -> None:
    three, two, one = (np.arange(size, dtype=np.float64).reshape(-1, 2) - 3 for size in (6, 4, 2))
    again = unpack(pack(Context(three, two, one, one, {"he": 0})), [(3, 2), (2, 2), (1, 2), (1, 2)], ["he"])
    assert again.tables == {"he": 0}
    assert [each.tolist() for each in (again.source, again.candidate, again.begin)] == [
        each.tolist() for each in (three, two, one)
    ]


def test_the_weights_that_ship_know_every_kind_of_question() -> None:
    tables = standard_ranker().weights
    assert {"affiliation", "name", "he", "it", "they", "role", "group", "collective", "document", "none"} <= set(tables)
    assert all(isinstance(weight, float) for table in tables.values() for weight in table.values())
