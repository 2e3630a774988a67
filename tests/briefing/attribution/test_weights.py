"""Weights read back as they were packed."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.attribution.templates import Templates
from briefing.attribution.weights import Weights, pack

KEYS = np.array([4_000_000_000, 7, 9, 8], np.uint32)
ROWS = np.array([[0, 0.75, 0, 0, 0], [-1, 0, 0, 0, 2.5], [0, 0, 0, 0.00001, 0], [0, 0, 0.5, 0, 0]])
TRANSITIONS = np.arange(25).reshape(5, 5) / 8


def weigh(weights: Weights, *keys: int) -> list[float]:
    """What a token with these features scores for each label."""
    total: list[int] = weights.total(np.array(keys, np.uint32).reshape(-1, 1))[0].tolist()
    return [number * weights.scale for number in total]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((7,), (-1.0, 0, 0, 0, 2.5)),
        ((4_000_000_000,), (0, 0.75, 0, 0, 0)),
        ((7, 8, 4_000_000_000, 1), (-1.0, 0.75, 0.5, 0, 2.5)),
    ],
)
def test_weights_read_back_to_a_16_bit_rounding_and_add_up(keys: tuple[int, ...], expected: tuple[float, ...]) -> None:
    assert weigh(Weights(pack(KEYS, ROWS, TRANSITIONS)), *keys) == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("key", [0, 9, 10, 4_294_967_295], ids=["never", "negligible", "beside", "last"])
def test_unknown_and_negligible_features_weigh_nothing(key: int) -> None:
    assert weigh(Weights(pack(KEYS, ROWS, TRANSITIONS)), key) == [0.0] * 5


def test_transitions_read_back() -> None:
    assert np.array_equal(Weights(pack(KEYS, ROWS, TRANSITIONS)).transitions, TRANSITIONS)


def test_many_keys_are_each_found() -> None:
    keys = np.unique(np.random.RandomState(0).randint(0, 1 << 32, 5000, np.int64)).astype(np.uint32)
    rows = np.zeros((len(keys), 5))
    rows[:, 3] = np.arange(1, len(keys) + 1)
    weights = Weights(pack(keys, rows, TRANSITIONS))
    assert weights.total(keys.reshape(1, -1))[:, 3] * weights.scale == pytest.approx(rows[:, 3], abs=0.1)


def test_no_weights_at_all() -> None:
    assert weigh(Weights(pack(KEYS[:0], ROWS[:0], TRANSITIONS)), 7) == [0.0] * 5


def test_packing_does_not_depend_on_the_order_of_the_weights() -> None:
    assert pack(KEYS, ROWS, TRANSITIONS) == pack(KEYS[::-1], ROWS[::-1], TRANSITIONS)


def test_weights_for_other_labels_are_refused() -> None:
    with pytest.raises(ValueError, match="labels"):
        Weights(pack(KEYS, ROWS, TRANSITIONS).replace(b'"Q"', b'"X"', 1))


def test_the_parts_of_a_long_text_are_scored_alike() -> None:
    templates = Templates([("word",)])
    words = np.arange(10_000) % 7
    keys = templates.keys({"word": np.arange(7)})[0]
    weights = Weights(pack(keys, np.arange(35).reshape(7, 5) / 8, TRANSITIONS))
    scores = weights.scores(templates, {"word": words})
    assert scores.shape == (10_000, 5)
    assert np.array_equal(scores, scores[words])
