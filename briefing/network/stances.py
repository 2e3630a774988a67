"""The head for the stance of a whole attribution, predicted from the cue's first token and the words of the content."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.network.layers import UNIT, Head
from briefing.network.scores import Exponentials, Rows
from briefing.network.weights import Weights


def seen_of(rows: NDArray[np.int8], heads: Sequence[int], contents: Sequence[Sequence[int]]) -> NDArray[np.int8]:
    """The activations of attributions, shape (attributions, 2 * width): those of the token ``heads[i]`` with which the
    cue begins, then the maximum of each over the tokens ``contents[i]``, which must not be empty.

    ``rows`` are the activations of all tokens, shape (tokens, width).
    """
    if not heads:
        return np.zeros((0, 2 * rows.shape[1]), np.int8)
    largest = np.stack([rows[list(tokens)].max(axis=0) for tokens in contents])
    return np.concatenate([rows[list(heads)], largest], axis=1)


class StanceReader:
    """The head that reads stances."""

    def __init__(self, weights: Weights) -> None:
        self._head, self._exponentials = Head(weights.arrays, "stance layer", "stances"), Exponentials(UNIT)

    def read(self, seen: NDArray[np.int8]) -> Rows:
        """The probabilities of STANCES, shape (attributions, stances), from the activations that ``seen_of`` gives."""
        return self._exponentials.shares(self._head(seen))
