"""The network's look at a whole attribution: which stance the holder takes by the cue and the words of the content."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.network.layers import UNIT, Dense, Numbers, active
from briefing.network.scores import Exponentials, Rows
from briefing.network.weights import Weights

_TOGETHER = 1024
"""Attributions that are read together, to bound the memory."""


def seen_of(rows: NDArray[np.int8], heads: Sequence[int], contents: Sequence[Sequence[int]]) -> NDArray[np.int8]:
    """What is seen of attributions, a row each, among the activations of tokens: those of the token with which the cue
    begins and, of each number, the largest among the tokens of the content, which may not be empty."""
    if not heads:
        return np.zeros((0, 2 * rows.shape[1]), np.int8)
    largest = np.stack([rows[list(tokens)].max(axis=0) for tokens in contents])
    return np.concatenate([rows[list(heads)], largest], axis=1)


class StanceReader:
    """The head that reads stances; a layer between what is seen and the scores lets it join what it sees."""

    def __init__(self, weights: Weights) -> None:
        self._layer, self._last = Dense(weights.arrays, "stance layer"), Dense(weights.arrays, "stances")
        self._exponentials = Exponentials(UNIT)

    def read(self, seen: NDArray[np.int8]) -> Rows:
        """A row for each attribution of which this is ``seen_of``: how well each of STANCES fits, in sum 1."""
        if not len(seen):
            return np.zeros((0, 0))
        parts = (seen[at : at + _TOGETHER].astype(np.float32) for at in range(0, len(seen), _TOGETHER))
        return np.concatenate([self._shares(each) for each in parts])

    def _shares(self, seen: Numbers) -> Rows:
        return self._exponentials.shares(self._last(active(self._layer(seen).astype(np.float32))))
