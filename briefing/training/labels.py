"""A linear model of several labels over named binary features, of which an example may accept more than one.

Each label is a yes or no of its own: the loss is the logistic one of every label, with an L2 penalty towards a prior;
Adam over sparse rows, all of them at every step. Deterministic.
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
    """The features that enough examples have, sorted."""
    counts = Counter(chain.from_iterable(examples))
    return sorted(name for name, count in counts.items() if count >= least)


def fit_labels(
    examples: Sequence[Sequence[str]],
    accepted: Array,
    names: Sequence[str],
    penalties: Array,
    prior: Mapping[str, Sequence[float]],
) -> tuple[Array, Array]:
    """The biases of the labels and a row of weights for each of the features ``names``: log odds of being accepted.

    ``accepted`` says for every example how sure each label is accepted, from 0 to 1; ``penalties`` weigh half the
    squared distance of each feature's weights from its row of ``prior``, zeros where it has none.
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
