"""Roles towards a cue depend on its window alone, and are what the definition says."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from briefing.network.roles import Candidate, RoleReader, distances, lay
from briefing.network.scores import ROLES
from briefing.network.tokens import Network, Tagged
from briefing.network.view import View
from briefing.network.weights import Weights
from tests.briefing.network.small_network import SIZES, TEXT, convolved, small, view_of

CHOSEN = [Candidate(1, 0.9, 0, 5), Candidate(12, 0.8, 5, 25), Candidate(19, 0.7, 5, 25), Candidate(24, 0.6, 24, 25)]


def plainly(weights: Weights, view: View, tagged: Tagged, one: Candidate) -> NDArray[np.float64]:
    """Scores by the definition, one window at a time."""
    arrays, active = weights.arrays, tagged.active.astype(int)
    window = np.arange(one.low, one.high)
    apart = np.clip(view.sentence[window] - view.sentence[one.head], -1, 1) + 1
    hidden = active[window] @ arrays["token"].astype(int) + active[one.head] @ arrays["cue"].astype(int)
    hidden = hidden + 32 * arrays["distances"].astype(int)[distances(window - one.head)]
    hidden = hidden + 32 * arrays["sentences"].astype(int)[apart]
    active = convolved(hidden, weights, "role layer", SIZES.role_dilations)
    scores: NDArray[np.float64] = active @ arrays["roles weights"] + arrays["roles bias"]
    return scores


@pytest.mark.parametrize("seed", range(3))
def test_roles_are_those_of_the_definition(seed: int) -> None:
    weights, view = small(seed), view_of(TEXT)
    tagged = Network(weights).tag(view)
    found = list(RoleReader(weights).read(view, tagged, CHOSEN))
    assert [candidate for candidate, _ in found] == CHOSEN
    for candidate, rows in found:
        scores = plainly(weights, view, tagged, candidate) / 1024
        expected = np.exp(scores - scores.max(axis=1, keepdims=True))
        assert rows.shape == (candidate.high - candidate.low, len(ROLES))
        assert rows == pytest.approx(expected / expected.sum(axis=1, keepdims=True))


def test_a_window_comes_out_the_same_bit_for_bit_whatever_stands_beside_it() -> None:
    weights, view = small(4), view_of(TEXT * 12)
    tagged = Network(weights).tag(view)
    many = [Candidate(at, 0.9, max(0, at - 9), min(len(view), at + 9)) for at in range(0, len(view), 3)]
    reader = RoleReader(weights)
    for candidate, rows in reader.read(view, tagged, many):
        ((_, alone),) = reader.read(view, tagged, [candidate])
        assert np.array_equal(rows, alone)


def test_no_cues_have_no_roles() -> None:
    weights, view = small(), view_of(TEXT)
    assert list(RoleReader(weights).read(view, Network(weights).tag(view), [])) == []


def test_distances_grow_by_halves_of_a_doubling() -> None:
    sizes = distances(np.array([0, 1, 2, 3, 4, 181, 100_000, -1, -2, -100_000])).tolist()
    assert sizes == [0, 1, 3, 4, 5, 15, 16, 17, 19, 32]


def test_windows_stand_apart() -> None:
    rows = lay([Candidate(1, 0.9, 0, 2), Candidate(5, 0.9, 4, 7)], 2)
    assert rows.at.tolist() == [0, 1, 0, 0, 4, 5, 6, 4, 4]
    assert rows.of.tolist() == [0, 0, 0, 0, 1, 1, 1, 1, 1]
    assert rows.real[:, 0].tolist() == [1, 1, 0, 0, 1, 1, 1, 0, 0]
    assert rows.bounds == [(0, 2), (4, 7)]
