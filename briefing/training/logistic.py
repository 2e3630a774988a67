"""Logistic regression over named binary or real features, small enough to need no numerical library.

Batch gradient descent with Nesterov's momentum on the L2-penalised log loss: deterministic, and exact enough for a few
hundred examples and features.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

Features = Mapping[str, float]


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
    steps: int = 200,
) -> Fitted:
    """Fit the chance of yes; ``targets`` lie between 0 and 1.

    ``penalty`` weighs half the squared distance of the weights from ``prior``, 0 for a feature not named in it.
    """
    prior = prior or {}
    names = sorted({name for example in examples for name in example} | prior.keys())
    column = {name: index for index, name in enumerate(names)}
    rows = [[(column[name], value) for name, value in example.items()] for example in examples]
    start = [*(prior.get(name, 0.0) for name in names), 0.0]
    weights = ahead = start
    rate = 1.0 / (penalty + 0.25 * _largest_eigenvalue(rows, len(names)))
    for step in range(steps):
        slope = _slope(rows, targets, ahead, penalty, start)
        moved = [value - rate * change for value, change in zip(ahead, slope, strict=True)]
        momentum = step / (step + 3)
        ahead = [new + momentum * (new - old) for new, old in zip(moved, weights, strict=True)]
        weights = moved
    return Fitted(weights[-1], {name: weights[index] for name, index in column.items()})


def _slope(
    rows: Sequence[Sequence[tuple[int, float]]],
    targets: Sequence[float],
    weights: Sequence[float],
    penalty: float,
    start: Sequence[float],
) -> list[float]:
    slope = [penalty * (weight - before) for weight, before in zip(weights, start, strict=True)]
    slope[-1] = 0.0
    for row, target in zip(rows, targets, strict=True):
        logit = weights[-1] + sum(weights[index] * value for index, value in row)
        error = 1.0 / (1.0 + exp(-max(min(logit, 30.0), -30.0))) - target
        slope[-1] += error
        for index, value in row:
            slope[index] += error * value
    return slope


def _largest_eigenvalue(rows: Sequence[Sequence[tuple[int, float]]], width: int) -> float:
    """Of the features' Gram matrix with the bias as a feature, by power iteration, with some room."""
    vector = [1.0] * (width + 1)
    size = 1.0
    for _ in range(20):
        product = [0.0] * (width + 1)
        for row in rows:
            along = vector[-1] + sum(vector[index] * value for index, value in row)
            product[-1] += along
            for index, value in row:
                product[index] += along * value
        size = max(map(abs, product)) or 1.0
        vector = [value / size for value in product]
    return 1.1 * size
