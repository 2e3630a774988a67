"""Inference in linear-chain conditional random fields with the five labels of attribution.

Lafferty, McCallum and Pereira (2001). Sequences are worked through side by side, one position of all of them at a
time. Scores are whole numbers of a unit, and their exponentials are products of entries of two tables, so that the
same text gives the same bits on every machine: the libraries of machines differ in the last digit of ``exp``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LABELS = ("O", "B", "I", "S", "Q")
"""Outside, begin and inside of a content, source, cue: the order of every row of scores."""

Vector = Sequence[float]
"""One number per label."""

Rows = NDArray[np.float64]
"""One row per token, one column per label."""

_RESCALED = 16
"""After so many tokens the recursions are scaled to a sum of 1, long before a number can get too small or large."""

_LOW = 10
"""Bits of a score that the finer of the two tables covers."""

_FARTHEST = 600.0
"""A score so far below the best is as good as this far below."""

_TOGETHER = 128
"""Sequences worked through side by side at most, to bound the memory."""


class Marginals(NamedTuple):
    """``of[i]`` is the probability of each label at row i; ``empty[k]`` that sequence k has no label but O."""

    of: Rows
    empty: list[float]


class Exponentials:
    """The exponentials of whole numbers of a unit."""

    def __init__(self, unit: float) -> None:
        count = int(_FARTHEST / unit) >> _LOW
        self._fine = _powers(_exp(-unit), 1 << _LOW)
        self._coarse = _powers(_exp(-unit * (1 << _LOW)), count + 1)

    def of(self, scores: NDArray[np.int32]) -> Rows:
        """The exponentials of the scores less the best of each row."""
        below = scores.max(axis=1, keepdims=True) - scores
        np.minimum(below, (len(self._coarse) << _LOW) - 1, out=below)
        potentials: Rows = self._coarse[below >> _LOW] * self._fine[below & ((1 << _LOW) - 1)]
        return potentials


class Chain:
    """The transitions between labels, and the unit of the scores."""

    def __init__(self, transitions: Rows, unit: float) -> None:
        """``transitions[a, b]`` is the log potential of label b following a."""
        self._steps = np.array([[_exp(weight) for weight in row] for row in transitions.tolist()])
        self._exponentials = Exponentials(unit)

    def marginals(self, scores: NDArray[np.int32], bounds: Sequence[tuple[int, int]]) -> Marginals:
        """Label probabilities by the forward-backward algorithm, in time linear in the tokens.

        Rows ``start:end`` of ``scores``, in units, are one sequence for each of ``bounds``, none of them empty.
        """
        potentials = self._exponentials.of(scores)
        found, empty = np.zeros(scores.shape), [1.0] * len(bounds)
        for chosen, batch in batches(potentials, self._steps, bounds):
            found[batch.rows] = batch.probabilities()
            for at, value in zip(chosen, batch.empty(), strict=True):
                empty[at] = value
        return Marginals(found, empty)


def batches(potentials: Rows, steps: Rows, bounds: Sequence[tuple[int, int]]) -> Iterator[tuple[Sequence[int], Batch]]:
    """The sequences ``bounds`` of local potentials in batches, each with the places of its sequences."""
    order = sorted(range(len(bounds)), key=lambda at: bounds[at][0] - bounds[at][1])
    for first in range(0, len(order), _TOGETHER):
        chosen = order[first : first + _TOGETHER]
        yield chosen, Batch([bounds[at] for at in chosen], potentials, steps)


class Batch:
    """Sequences side by side, the longest first: at each position those that are long enough are a prefix.

    Each stands there twice, as it is and turned round with the transitions turned round, too: so the backward sums are
    found in the same steps as the forward ones. Arrays are by position, label and column.
    """

    def __init__(self, bounds: Sequence[tuple[int, int]], potentials: Rows, steps: Rows) -> None:
        start, end = np.array(bounds).T
        self._lengths, position = end - start, np.arange(end[0] - start[0])[:, None]
        self._within = position < self._lengths
        onward = np.where(self._within, start + position, 0)
        turned = np.where(self._within, end - 1 - position, 0)
        self.rows, self._turned = onward[self._within], turned[self._within]
        self._potentials, self._outside_step = potentials, steps[0, 0]
        both = np.stack([onward, turned], axis=2).reshape(len(position), -1)
        self._sums = np.ascontiguousarray(potentials[both].transpose(0, 2, 1))
        self._outside = np.where(self._within, self._sums[:, 0, ::2], 1.0)
        columns = np.tile(np.stack([steps, steps.T], axis=2), len(bounds))
        self._norms = _recursion(self._sums, columns, (2 * self._within.sum(axis=1)).tolist())

    def forward_backward(self) -> tuple[Rows, Rows]:
        """Forward and backward sums of the tokens ``rows``, each up to a factor, the local potential part of both."""
        by_column = self._sums.transpose(0, 2, 1)
        backward = np.empty((len(self._potentials), len(LABELS)))
        backward[self._turned] = by_column[:, 1::2][self._within]
        return by_column[:, ::2][self._within], backward[self.rows]

    def probabilities(self) -> Rows:
        """The probability of each label, for the tokens ``rows``."""
        forward, backward = self.forward_backward()
        both = forward * (backward / self._potentials[self.rows])
        probabilities: Rows = both / both.sum(axis=1, keepdims=True)
        return probabilities

    def empty(self) -> list[float]:
        """The probability of nothing but O for each sequence: the share of that one labelling in the sum of all."""
        columns = np.arange(len(self._lengths))
        factors = self._outside
        factors[1:] *= np.where(self._within[1:], self._outside_step, 1.0)
        share = factors[0]
        for number, norm in enumerate(self._norms):
            share[: len(norm)] /= norm
            begin = number * _RESCALED + 1
            share *= factors[begin : begin + _RESCALED].prod(axis=0)
        total = self._sums[self._lengths - 1, :, 2 * columns].sum(axis=1)
        found: list[float] = (share / total).tolist()
        return found


def _recursion(sums: Rows, steps: Rows, running: Sequence[int]) -> list[Rows]:
    """Turns local potentials into forward sums, in place; the factors by which the first columns were divided.

    At position ``at`` the first ``running[at]`` columns go on. The factors are those of the columns that are not turned
    round: 1 at the beginning, then those after every _RESCALED positions.
    """
    norms, last, before = [np.ones(running[0] // 2)], running[0], sums[0]
    products, moved = np.empty(steps.shape), np.empty(sums.shape[1:])
    for at in range(1, len(sums)):
        count = running[at]
        if count != last:
            steps, products, moved, before = (
                steps[..., :count],
                products[..., :count],
                moved[:, :count],
                before[:, :count],
            )
            last = count
        own = sums[at, :, :count]
        np.multiply(steps, before[:, None], out=products)
        np.add.reduce(products, axis=0, out=moved)
        own *= moved
        if not at % _RESCALED:
            norm = np.add.reduce(own, axis=0)
            own /= norm
            norms.append(norm[::2])
        before = own
    return norms


def _exp(weight: float) -> float:
    """The exponential to twelve digits, which the libraries of all machines agree on."""
    return float(f"{exp(weight):.12g}")


def _powers(base: float, count: int) -> Rows:
    """base**0, base**1, … by repeated multiplication, which every machine does alike."""
    powers = np.full(count, base)
    powers[0] = 1.0
    product: Rows = np.multiply.accumulate(powers)
    return product
