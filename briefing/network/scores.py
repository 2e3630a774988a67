"""The labels and roles that the network gives to tokens, and how its scores (logits) become probabilities.

Scores are integer multiples of a unit, and their exponentials are products of entries of two tables, so that the same
text gives the same bits on every machine: implementations of ``exp`` differ in the last digit.
"""

from __future__ import annotations

from math import exp

import numpy as np
from numpy.typing import NDArray

LABELS = ("O", "B", "I", "S", "Q")
"""The label of a token, whatever the cue: outside, begin of a content, inside of a content, source, cue."""

ROLES = ("nothing", "content", "source", "cue")
"""The role of a token with respect to one cue."""

Rows = NDArray[np.float64]
"""One row per token, one column per label or role."""

Chances = NDArray[np.float64]
"""One probability per token, attribution or sentence."""

_LOW = 10
"""The number of low bits of a score that index the finer of the two tables."""

_FARTHEST = 600.0
"""Logits that are farther than this below the best one are treated as this far below it."""


def content_of(labels: Rows) -> Chances:
    """The probability that each token is content, whatever the cue, from the probabilities of LABELS."""
    inside: Chances = labels[:, LABELS.index("B")] + labels[:, LABELS.index("I")]
    return inside


class Exponentials:
    """Exponentials of multiples of ``unit``, from two tables: the same bits on every machine."""

    def __init__(self, unit: float) -> None:
        count = int(_FARTHEST / unit) >> _LOW
        self._fine = _powers(_exp(-unit), 1 << _LOW)
        self._coarse = _powers(_exp(-unit * (1 << _LOW)), count + 1)

    def shares(self, scores: NDArray[np.int32]) -> Rows:
        """The softmax of each row of scores: probabilities that sum to 1."""
        below = scores.max(axis=1, keepdims=True) - scores
        np.minimum(below, (len(self._coarse) << _LOW) - 1, out=below)
        potentials = self._coarse[below >> _LOW] * self._fine[below & ((1 << _LOW) - 1)]
        found: Rows = potentials / potentials.sum(axis=1, keepdims=True)
        return found

    def chances(self, scores: NDArray[np.int32]) -> Chances:
        """The logistic function of each score: a probability for each log odds."""
        return self.shares(np.stack([np.zeros_like(scores), scores], axis=1))[:, 1]


def _exp(weight: float) -> float:
    """The exponential to twelve digits, which the libraries of all machines agree on."""
    return float(f"{exp(weight):.12g}")


def _powers(base: float, count: int) -> Rows:
    """base**0, base**1, … by repeated multiplication, which gives the same bits on every machine."""
    powers = np.full(count, base)
    powers[0] = 1.0
    product: Rows = np.multiply.accumulate(powers)
    return product
