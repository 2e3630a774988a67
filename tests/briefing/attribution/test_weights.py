"""Weights read back as they were packed."""

from __future__ import annotations

import pytest

from briefing.attribution.chain import ZERO
from briefing.attribution.weights import Weights, pack

STATES = {("w=said", "Q"): 2.5, ("w=said", "O"): -1.0, ("q=(", "B"): 0.75, ("ę", "S"): 0.00001}
TRANSITIONS = {("O", "B"): 0.5, ("B", "I"): 3.25}


def test_weights_read_back_to_a_16_bit_rounding() -> None:
    weights = Weights(pack(STATES, TRANSITIONS))
    assert weights.of("w=said") == pytest.approx((-1.0, 0, 0, 0, 2.5), abs=1e-4)
    assert weights.of("q=(") == pytest.approx((0, 0.75, 0, 0, 0), abs=1e-4)
    assert weights.transitions[0][1] == 0.5
    assert weights.transitions[1][2] == 3.25


@pytest.mark.parametrize("feature", ["never learned", "", "ę", "\ud800"])
def test_unknown_and_negligible_features_weigh_nothing(feature: str) -> None:
    assert Weights(pack(STATES, TRANSITIONS)).of(feature) == ZERO


def test_total_adds_up_what_each_feature_weighs() -> None:
    weights = Weights(pack(STATES, {}))
    total = weights.total(["w=said", "q=(", "?"])
    assert weights.vector(total) == pytest.approx((-1.0, 0.75, 0, 0, 2.5), abs=1e-4)
    assert weights.total(["w=said"]) + weights.total(["q=("]) == total


def test_packing_does_not_depend_on_the_order_of_the_weights() -> None:
    assert pack(STATES, TRANSITIONS) == pack(dict(reversed(STATES.items())), TRANSITIONS)


def test_weights_for_other_labels_are_refused() -> None:
    with pytest.raises(ValueError, match="labels"):
        Weights(pack(STATES, TRANSITIONS).replace(b'"Q"', b'"X"', 1))
