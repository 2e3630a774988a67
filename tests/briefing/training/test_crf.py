"""Small models learn what there is to learn, and the gradient is that of the likelihood."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

pytest.importorskip("scipy")

from briefing.attribution.chain import LABELS
from briefing.training.crf import Sequences, Settings, expectations, fit

SETTINGS = Settings(rare=2, rounds=20, rate=0.3, penalty=0.1, dropped=0.0, batches=2)


def test_expectations_are_those_of_all_labellings() -> None:
    random = np.random.RandomState(3)
    scores, transitions, bounds = random.normal(0, 2, (7, 5)), random.normal(0, 1, (5, 5)), [(0, 3), (3, 7)]
    labels, pairs = expectations(scores, transitions, bounds)
    wanted, wanted_pairs = np.zeros((7, 5)), np.zeros((5, 5))
    for start, end in bounds:
        every = list(product(range(len(LABELS)), repeat=end - start))
        logs = [
            sum(scores[start + at, label] for at, label in enumerate(each))
            + sum(transitions[one, two] for one, two in pairwise(each))
            for each in every
        ]
        weights = np.exp(logs) / np.exp(logs).sum()
        for each, weight in zip(every, weights.tolist(), strict=True):
            wanted[range(start, end), each] += weight
            for one, two in pairwise(each):
                wanted_pairs[one, two] += weight
    assert labels == pytest.approx(wanted)
    assert pairs == pytest.approx(wanted_pairs)


def test_a_feature_that_tells_the_label_gets_a_weight_for_it() -> None:
    keys = np.array([[11, 12, 11, 12, 11, 12, 11, 99]], np.uint32)
    labels = np.array([0, 3, 0, 3, 0, 3, 0, 3])
    fitted = fit(Sequences(keys, labels, [(0, 4), (4, 8)]), SETTINGS)
    assert fitted.keys.tolist() == [11, 12]  # 99 is rare
    assert fitted.weights.argmax(axis=1).tolist() == [0, 3]
    assert fitted.transitions[0].argmax() == 3


def test_a_seed_gives_the_same_weights_again_and_another_seed_others() -> None:
    random = np.random.RandomState(0)
    data = Sequences(random.randint(0, 9, (3, 60)).astype(np.uint32), random.randint(0, 5, 60), [(0, 30), (30, 60)])
    one, again, other = (fit(data, Settings(2, 2, 0.1, 1.0, 0.4, seed=seed)).weights for seed in (0, 0, 1))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
