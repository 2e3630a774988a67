"""The network's look at a whole attribution: which stance the holder takes by the cue and the words of the content."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.network.layers import UNIT, Head
from briefing.network.scores import Exponentials, Rows
from briefing.network.weights import Weights


def seen_of(rows: NDArray[np.int8], heads: Sequence[int], contents: Sequence[Sequence[int]]) -> NDArray[np.int8]:
    """What is seen of attributions, a row each, among the activations of tokens: those of the token with which the cue
    begins and, of each number, the largest among the tokens of the content, which may not be empty."""
    if not heads:
        return np.zeros((0, 2 * rows.shape[1]), np.int8)
    largest = np.stack([rows[list(tokens)].max(axis=0) for tokens in contents])
    return np.concatenate([rows[list(heads)], largest], axis=1)


class StanceReader:
    """The head that reads stances."""

    def __init__(self, weights: Weights) -> None:
        self._head, self._exponentials = Head(weights.arrays, "stance layer", "stances"), Exponentials(UNIT)

    def read(self, seen: NDArray[np.int8]) -> Rows:
        """A row for each attribution of which this is ``seen_of``: how well each of STANCES fits, in sum 1."""
        return self._exponentials.shares(self._head(seen))
