"""Fits linear-chain conditional random fields by stochastic gradient descent.

AdaGrad (Duchi, Hazan and Singer 2011) with an L2 penalty, features left out at random (dropout, Srivastava et al.
2014), and the mean of the weights over the last part of the descent (Polyak and Juditsky 1992). The descent is short:
what more of it would learn does not carry over to other articles. Needs scipy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from briefing.attribution.chain import LABELS, Rows, batches
from briefing.attribution.templates import Keys

Bounds = Sequence[tuple[int, int]]

_FASTER = 10
"""Transitions are few and met everywhere: they go so many times as far in a step."""

_COUNTED_FROM = 0.7
"""The part of the descent after which the mean of the weights is taken."""


@dataclass(frozen=True, slots=True)
class Sequences:
    """Tokens one after another: a column of feature ``keys`` and a label index for each; the rows of each sequence."""

    keys: Keys
    labels: NDArray[np.int64]
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Settings:
    """How to descend.

    ``rare`` is how often a feature must be met; ``penalty`` is that of all sequences together; ``dropped`` is the share
    of features left out in a step.
    """

    rare: int
    rounds: int
    rate: float
    penalty: float
    dropped: float
    batches: int = 150
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Fitted:
    """``weights`` has a row for each of ``keys``, one column per label; ``transitions[a, b]`` is for b following a."""

    keys: Keys
    weights: Rows
    transitions: Rows


def fit(sequences: Sequences, settings: Settings) -> Fitted:
    """The weights that make the labels likely; the same in every run."""
    keys, counts = np.unique(sequences.keys, return_counts=True)
    kept = keys[counts >= settings.rare]
    descent = _Descent(_matrix(sequences.keys, kept), sequences, settings)
    for _ in range(settings.rounds):
        descent.go_round()
    return Fitted(kept, descent.weights.mean(), descent.transitions.mean())


def _matrix(keys: Keys, kept: Keys) -> Any:
    """Which of the kept features (columns) each token (rows) has."""
    by_token = np.ascontiguousarray(keys.T)
    at = np.minimum(np.searchsorted(kept, by_token), len(kept) - 1)
    known = kept[at] == by_token
    ends = np.concatenate([[0], np.cumsum(known.sum(axis=1))])
    shape = (len(known), len(kept))
    return sparse.csr_matrix((np.ones(ends[-1], np.float32), at[known].astype(np.int32), ends), shape)


class _Parameters:
    """Numbers that descend by AdaGrad, and the mean of what they were since it began to be taken."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self.value = np.zeros(shape, np.float32)
        self._squares = np.full(shape, 1e-8, np.float32)
        self._sum, self._count = np.zeros(shape), 0

    def step(self, gradient: NDArray[np.float32], rate: float, counts: bool) -> None:
        self._squares += gradient * gradient
        self.value -= np.float32(rate) * gradient / np.sqrt(self._squares)
        if counts:
            self._sum += self.value
            self._count += 1

    def mean(self) -> Rows:
        return self._sum / max(1, self._count)


class _Descent:
    """One descent over the sequences."""

    def __init__(self, features: Any, sequences: Sequences, settings: Settings) -> None:
        self._features, self._settings, self._labels = features, settings, sequences.labels
        self._bounds = np.array(sequences.bounds)
        self._batches = min(settings.batches, len(self._bounds))
        self._random, self._done = np.random.RandomState(settings.seed), 0
        self.weights = _Parameters((features.shape[1], len(LABELS)))
        self.transitions = _Parameters((len(LABELS), len(LABELS)))

    def go_round(self) -> None:
        """Pass all sequences once, in random order."""
        order = self._random.permutation(len(self._bounds))
        for chosen in np.array_split(order, self._batches):
            self._step(np.sort(chosen))

    def _step(self, chosen: NDArray[np.int64]) -> None:
        settings, bounds = self._settings, self._bounds[chosen]
        lengths = bounds[:, 1] - bounds[:, 0]
        ends = np.cumsum(lengths)
        rows = np.arange(ends[-1]) - np.repeat(ends - lengths - bounds[:, 0], lengths)
        own = list(zip((ends - lengths).tolist(), ends.tolist(), strict=True))
        features, labels = self._thinned(rows), self._labels[rows]
        expected, pairs = expectations(features @ self.weights.value, self.transitions.value, own)
        expected[np.arange(len(rows)), labels] -= 1.0
        penalty = np.float32(settings.penalty * len(rows) / len(self._labels))
        gradient = features.T @ expected.astype(np.float32) + penalty * self.weights.value
        self._done += 1
        counts = self._done > _COUNTED_FROM * settings.rounds * self._batches
        self.weights.step(gradient, settings.rate, counts)
        surplus = (pairs - _pairs(labels, own)).astype(np.float32)
        self.transitions.step(surplus, _FASTER * settings.rate, counts)

    def _thinned(self, rows: NDArray[np.int64]) -> Any:
        """The features of some tokens without those that are left out; the others count for them."""
        features, dropped = self._features[rows], self._settings.dropped
        kept = self._random.random_sample(features.nnz) >= dropped
        features.data = kept.astype(np.float32) / np.float32(1 - dropped)
        return features


def expectations(scores: NDArray[Any], transitions: NDArray[Any], bounds: Bounds) -> tuple[Rows, Rows]:
    """The probability of each label at each row, and how often each pair of labels is expected to follow."""
    steps = np.exp(transitions.astype(np.float64))
    potentials = np.exp((scores - scores.max(axis=1, keepdims=True)).astype(np.float64))
    forward, backward = np.empty_like(potentials), np.empty_like(potentials)
    for _, batch in batches(potentials, steps, bounds):
        forward[batch.rows], backward[batch.rows] = batch.forward_backward()
    both = forward * (backward / potentials)
    later = _later(len(scores), bounds)
    before, after = forward[later - 1], backward[later]
    before /= ((before @ steps) * after).sum(axis=1, keepdims=True)
    return both / both.sum(axis=1, keepdims=True), steps * (before.T @ after)


def _pairs(labels: NDArray[np.int64], bounds: Bounds) -> Rows:
    """How often each pair of labels follows."""
    counts, later = np.zeros((len(LABELS), len(LABELS))), _later(len(labels), bounds)
    np.add.at(counts, (labels[later - 1], labels[later]), 1)
    return counts


def _later(rows: int, bounds: Bounds) -> NDArray[np.int64]:
    """The rows that do not begin a sequence."""
    begins = np.zeros(rows, bool)
    begins[[start for start, _ in bounds]] = True
    return np.flatnonzero(~begins)
