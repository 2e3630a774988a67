"""The model of several labels: what is accepted becomes likely, a prior holds where there are no examples."""

from __future__ import annotations

import numpy as np

from briefing.training.labels import fit_labels, vocabulary

EXAMPLES = [["rain"], ["rain", "wind"], ["sun"], ["sun", "wind"]] * 10
ACCEPTED = np.array([[1.0, 0.0, 0.0], [1.0, 0.8, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 1.0]] * 10)


def test_what_is_accepted_becomes_likely() -> None:
    names = vocabulary(EXAMPLES, 1)
    assert names == ["rain", "sun", "wind"]
    bias, rows = fit_labels(EXAMPLES, ACCEPTED, names, np.ones(3), {})
    assert np.argmax(bias + rows[0]) == 0
    assert np.argmax(bias + rows[1]) == 2


def test_a_heavy_penalty_draws_the_weights_to_the_prior() -> None:
    _, rows = fit_labels(EXAMPLES, ACCEPTED, ["rain", "snow"], np.full(2, 1e4), {"rain": [0.0, 3.0, 0.0]})
    assert np.allclose(rows, [[0.0, 3.0, 0.0], [0.0, 0.0, 0.0]], atol=0.05)


def test_a_feature_must_have_enough_examples() -> None:
    assert vocabulary([["rain"], ["rain", "hail"]], 2) == ["rain"]
