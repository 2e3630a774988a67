"""Marginals agree with a sum over all labellings."""

from __future__ import annotations

from itertools import pairwise, product
from math import exp

import numpy as np
import pytest

from briefing.attribution.chain import LABELS, Chain

UNIT = 0.001
BOUNDS = [(0, 1), (1, 3), (3, 7)]


def drawn(tokens: int) -> tuple[np.ndarray, np.ndarray]:
    """Scores of tokens in units, and transitions."""
    random = np.random.RandomState(tokens)
    return random.randint(-4000, 4000, (tokens, 5)).astype(np.int32), random.normal(0, 2, (5, 5))


@pytest.mark.parametrize("which", range(len(BOUNDS)))
def test_marginals_are_those_of_all_labellings(which: int) -> None:
    scores, transitions = drawn(BOUNDS[-1][1])
    start, end = BOUNDS[which]
    norm, empty = 0.0, 0.0
    expected = np.zeros((end - start, len(LABELS)))
    for labels in product(range(len(LABELS)), repeat=end - start):
        weight = exp(
            sum(UNIT * float(scores[start + at][label]) for at, label in enumerate(labels))
            + sum(float(transitions[one][two]) for one, two in pairwise(labels))
        )
        norm += weight
        empty += weight if not any(labels) else 0.0
        expected[range(end - start), labels] += weight
    found = Chain(transitions, UNIT).marginals(scores, BOUNDS)
    assert found.empty[which] == pytest.approx(empty / norm)
    assert found.of[start:end] == pytest.approx(expected / norm)


def test_a_sequence_comes_out_the_same_bit_for_bit_whatever_stands_beside_it() -> None:
    scores, transitions = drawn(700)
    bounds = [(0, 90), (90, 91), (91, 300), *((at, at + 2) for at in range(300, 700, 2))]
    chain = Chain(transitions, UNIT)
    together = chain.marginals(scores, bounds)
    for place, (start, end) in enumerate(bounds[:8]):
        alone = chain.marginals(scores[start:end], [(0, end - start)])
        assert alone.empty[0] == together.empty[place]
        assert np.array_equal(alone.of, together.of[start:end])


def test_long_and_lopsided_sequences_do_not_overflow() -> None:
    scores = np.array([[300_000, -300_000, 0, 0, 0]] * 2000, np.int32)
    found = Chain(np.zeros((5, 5)), UNIT).marginals(scores, [(0, 2000)])
    assert found.of[1000][0] == pytest.approx(1.0)
    assert found.empty == pytest.approx([1.0])


def test_no_tokens_have_no_roles() -> None:
    found = Chain(np.zeros((5, 5)), UNIT).marginals(np.zeros((0, 5), np.int32), [])
    assert (len(found.of), found.empty) == (0, [])
