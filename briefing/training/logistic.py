"""Logistic regression over named features, fitted exactly: Newton's method on the L2-penalised log loss.

Deterministic; it converges in a few steps for the ten thousand examples and few hundred features that the editors'
articles give.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import pstdev
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Features = Mapping[str, float]
Array = NDArray[np.float64]

_STEPS = 25
_CLOSE = 1e-7
_FARTHEST = 30.0  # log odds beyond which a chance is as good as certain


class Fitted(NamedTuple):
    """A bias and a weight for every feature that was seen in training."""

    bias: float
    weights: Mapping[str, float]

    def logit(self, features: Features) -> float:
        """The log odds of yes."""
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())


def fit_logistic(
    examples: Sequence[Features],
    targets: Sequence[float],
    penalty: float,
    prior: Mapping[str, float] | None = None,
    counts: Sequence[float] | None = None,
) -> Fitted:
    """Fit the probability of yes; ``targets`` lie between 0 and 1, ``counts`` are weights of the examples (default 1).

    ``penalty`` multiplies half the squared distance of the weights from ``prior``, which is 0 for features not in it.
    """
    names = sorted({name for example in examples for name in example} | (prior or {}).keys())
    column = {name: index for index, name in enumerate(names)}
    rows = np.zeros((len(examples), len(names) + 1))
    rows[:, -1] = 1.0
    for row, example in zip(rows, examples, strict=True):
        for name, value in example.items():
            row[column[name]] = value
    start = np.array([*((prior or {}).get(name, 0.0) for name in names), 0.0])
    weights = fit_rows(rows, np.asarray(targets, float), np.full(len(names) + 1, penalty), start, counts)
    return Fitted(float(weights[-1]), {name: float(weights[index]) for name, index in column.items()})


def fit_scaled(examples: Sequence[Features], targets: Sequence[float], penalty: float, digits: int) -> Fitted:
    """Fit the probability of yes, with a penalty on the weights of features scaled to a standard deviation of 1.

    All examples have the same features. The weights returned are those of the unscaled features, in the order of the
    first example, rounded to ``digits`` decimals.
    """
    spread = {name: pstdev(example[name] for example in examples) or 1.0 for name in examples[0]}
    scaled = [{name: value / spread[name] for name, value in example.items()} for example in examples]
    found = fit_logistic(scaled, targets, penalty)
    weights = {name: round(found.weights[name] / width, digits) for name, width in spread.items()}
    return Fitted(round(found.bias, digits), weights)


def fit_rows(
    rows: Array, targets: Array, penalties: Array, start: Array, counts: Sequence[float] | Array | None = None
) -> Array:
    """The weights of the columns of ``rows``; the last column is all ones, and its weight, the bias, is not penalised.

    ``start`` is both the initial weights and the prior; for the rest see ``fit_logistic``.
    """
    share = np.ones(len(rows)) if counts is None else np.asarray(counts, float)
    pull = np.append(penalties[:-1], 0.0)
    weights: Array = start.copy()
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -_FARTHEST, _FARTHEST)))
        slope = rows.T @ (share * (chance - targets)) + pull * (weights - start)
        curve = (rows * (share * np.maximum(chance * (1 - chance), 1e-6))[:, None]).T @ rows
        curve[np.diag_indices_from(curve)] += pull + 1e-9
        step = np.linalg.solve(curve, slope)
        weights = weights - step / max(1.0, float(np.abs(step).max()) / 5.0)
        if float(np.abs(step).max()) < _CLOSE:
            break
    return weights
