"""Marginals agree with a sum over all labellings."""

from __future__ import annotations

from itertools import pairwise, product
from math import exp
from random import Random

import pytest

from briefing.attribution.chain import LABELS, Vector, marginals


def vector(random: Random) -> Vector:
    o, b, i, s, q = (random.gauss(0, 2) for _ in LABELS)
    return (o, b, i, s, q)


@pytest.mark.parametrize("length", [1, 2, 4])
def test_marginals_are_those_of_all_labellings(length: int) -> None:
    random = Random(length)
    scores = [vector(random) for _ in range(length)]
    transitions = [vector(random) for _ in LABELS]
    norm, empty = 0.0, 0.0
    expected = [[0.0] * len(LABELS) for _ in range(length)]
    for labels in product(range(len(LABELS)), repeat=length):
        weight = exp(
            sum(scores[at][label] for at, label in enumerate(labels))
            + sum(transitions[one][two] for one, two in pairwise(labels))
        )
        norm += weight
        empty += weight if not any(labels) else 0.0
        for at, label in enumerate(labels):
            expected[at][label] += weight
    found = marginals(scores, transitions)
    assert found.empty == pytest.approx(empty / norm)
    for row, wanted in zip(found.of, expected, strict=True):
        assert row == pytest.approx(tuple(weight / norm for weight in wanted))


def test_long_and_lopsided_sequences_do_not_overflow() -> None:
    found = marginals([(300.0, -300.0, 0.0, 0.0, 0.0)] * 2000, [(0.0,) * 5] * 5)
    assert found.of[1000][0] == pytest.approx(1.0)
    assert found.empty == pytest.approx(1.0)


def test_no_tokens_have_no_roles() -> None:
    assert marginals([], []) == ([], 1.0)
