"""A linear model for multi-label classification over named binary features: an example may accept several labels.

Each label is predicted by itself: logistic loss with an L2 penalty towards prior weights, minimised by full-batch Adam
over sparse rows. Deterministic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_STEPS, _RATE = 80, 0.15
_FARTHEST = 30.0  # log odds beyond which a chance is as good as certain


def vocabulary(examples: Iterable[Sequence[str]], least: int) -> list[str]:
    """The features that occur at least ``least`` times in the examples, sorted."""
    counts = Counter(chain.from_iterable(examples))
    return sorted(name for name, count in counts.items() if count >= least)


def fit_labels(
    examples: Sequence[Sequence[str]],
    accepted: Array,
    names: Sequence[str],
    penalties: Array,
    prior: Mapping[str, Sequence[float]],
) -> tuple[Array, Array]:
    """Fit the log odds that each label is accepted: biases, shape (labels,), and weights, shape (features, labels).

    ``accepted`` are the targets, shape (examples, labels), 0 to 1; ``names`` are the features to use; ``penalties``
    multiply half the squared distance of each feature's weights from its row of ``prior``, zeros if it has none.
    """
    column = {name: index for index, name in enumerate(names)}
    rows = [[*sorted({column[name] for name in example if name in column}), len(names)] for example in examples]
    by_row, starts = np.concatenate([np.array(row) for row in rows]), np.cumsum([0, *map(len, rows)])[:-1]
    owners = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    order = np.argsort(by_row, kind="stable")
    seen, firsts = np.unique(by_row[order], return_index=True)
    before = np.zeros((len(names) + 1, accepted.shape[1]))
    for name, row in prior.items():
        if name in column:
            before[column[name]] = row
    pull = np.append(penalties, 0.0)[:, None]
    weights = before.copy()
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        scores = np.add.reduceat(weights[by_row], starts)
        wrong = 1.0 / (1.0 + np.exp(-np.clip(scores, -_FARTHEST, _FARTHEST))) - accepted
        slope = pull * (weights - before)
        slope[seen] += np.add.reduceat(wrong[owners[order]], firsts)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = _RATE * (1 - step / (_STEPS + 1))
        weights = weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights[-1], weights[:-1]
