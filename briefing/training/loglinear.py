"""Fits log-linear (softmax) models of a choice among candidates that are described by named features.

The loss is the negative log of the worth-weighted sum of the candidates' probabilities, plus an L2 penalty; it is
minimised by full-batch Adam, so the same examples always give the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_RATE, _STEPS = 0.1, 150


class Choice(NamedTuple):
    """One choice: the features of each candidate, and what each is worth (0: wrong)."""

    options: Sequence[Sequence[str]]
    worth: Sequence[float]


def fit_choices(choices: Sequence[Choice], penalty: float, least: int) -> dict[str, float]:
    """The weights of the features that distinguish the candidates of at least ``least`` choices, with an L2 penalty."""
    columns = columns_of(choices, least)
    if not columns:
        return {}
    rows: list[int] = []
    places: list[int] = []
    starts: list[int] = []
    worths: list[float] = []
    for choice in choices:
        starts.append(len(worths))
        for features, worth in zip(choice.options, choice.worth, strict=True):
            known = {columns[feature] for feature in features if feature in columns}
            rows += [len(worths)] * len(known)
            places += sorted(known)
            worths.append(worth)
    table = _Table(np.array(rows), np.array(places), np.array(starts), np.array(worths), len(columns))
    return dict(zip(columns, _descend(table, penalty).tolist(), strict=True))


def columns_of(choices: Sequence[Choice], least: int) -> dict[str, int]:
    """The columns of the features that distinguish the candidates of at least ``least`` choices, in order of name."""
    counts: Counter[str] = Counter()
    for choice in choices:
        told = Counter(feature for features in choice.options for feature in set(features))
        counts.update(feature for feature, count in told.items() if count < len(choice.options))
    return {name: index for index, name in enumerate(sorted(n for n, count in counts.items() if count >= least))}


class _Table(NamedTuple):
    """The candidates of all choices, numbered through: candidate ``rows[i]`` has feature ``places[i]``.

    ``starts`` are the first candidates of the choices, ``width`` is the number of features.
    """

    rows: npt.NDArray[np.int64]
    places: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    worths: Floats
    width: int


def _descend(table: _Table, penalty: float) -> Floats:
    rows, places, starts, worths, width = table
    weights, first, second = np.zeros(width), np.zeros(width), np.zeros(width)
    lengths = np.diff([*starts, len(worths)])
    for step in range(1, _STEPS + 1):
        scores = np.bincount(rows, weights[places], len(worths))
        scores = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
        chance = scores / np.repeat(np.add.reduceat(scores, starts), lengths)
        right = chance * worths
        right /= np.repeat(np.maximum(np.add.reduceat(right, starts), 1e-12), lengths)
        slope = np.bincount(places, (chance - right)[rows], width) + penalty * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = _RATE * (1 - step / (_STEPS + 1))
        weights = weights - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights
