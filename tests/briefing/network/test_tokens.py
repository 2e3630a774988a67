"""The network adds whole numbers, sees as far as its convolutions reach, and reads a long text in parts."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from briefing.network import tokens
from briefing.network.inputs import EDITORS, input_rows
from briefing.network.scores import LABELS
from briefing.network.tokens import Network
from briefing.network.view import View
from briefing.network.weights import Weights
from tests.briefing.network.small_network import SIZES, TEXT, VOCABULARY, convolved, small, view_of


def plainly(weights: Weights, view: View) -> NDArray[np.float64]:
    """Scores by the definition."""
    rows = input_rows(view, VOCABULARY.astype(np.int64), EDITORS)
    summed = sum(weights.arrays[f"table {at}"][chosen].astype(int) for at, chosen in enumerate(rows))
    active = convolved(summed @ weights.arrays["widening"] / 2, weights, "token layer", SIZES.dilations)
    scores: NDArray[np.float64] = active @ weights.arrays["labels weights"] + weights.arrays["labels bias"]
    return scores


def test_scores_are_those_of_the_definition() -> None:
    view, weights = view_of(TEXT), small()
    scores = plainly(weights, view) / 1024
    expected = np.exp(scores[:, :5] - scores[:, :5].max(axis=1, keepdims=True))
    found = Network(weights).tag(view)
    assert found.labels == pytest.approx(expected / expected.sum(axis=1, keepdims=True))
    assert found.begins == pytest.approx(1 / (1 + np.exp(-scores[:, 5])))


@pytest.mark.parametrize("together", [1, 3, 7])
def test_a_text_read_in_parts_gives_the_same(together: int, monkeypatch: pytest.MonkeyPatch) -> None:
    view, reader = view_of(TEXT), Network(small(1))
    whole = reader.tag(view)
    monkeypatch.setattr(tokens, "_TOGETHER", together)
    parts = reader.tag(view)
    assert np.array_equal(parts.labels, whole.labels)
    assert np.array_equal(parts.begins, whole.begins)
    assert np.array_equal(parts.active, whole.active)


@pytest.mark.parametrize("text", ["Rain.", "Rain fell.", TEXT * 30])
def test_every_token_has_probabilities(text: str) -> None:
    view = view_of(text)
    found = Network(small()).tag(view)
    assert found.labels.shape == (len(view), len(LABELS))
    assert found.labels.sum(axis=1) == pytest.approx(np.ones(len(view)))
    assert found.begins.shape == (len(view),)


def test_a_token_out_of_reach_changes_nothing() -> None:
    reader = Network(small(2))
    one, other = (
        reader.tag(view_of(f"{first} fell on the old town all day and all night long.")).active
        for first in ("Rain", "Xyz")
    )
    reach = sum(SIZES.dilations)
    assert np.array_equal(one[reach + 1 :], other[reach + 1 :])
    assert not np.array_equal(one[: reach + 1], other[: reach + 1])
