"""The part of the network that labels each token as content, source or cue, and tells whether a cue begins with it.

The embeddings of a token's properties are summed and projected to more dimensions; layers of dilated convolutions add
its context (Strubell et al. 2017, "Fast and Accurate Entity Recognition with Iterated Dilated Convolutions").
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.network.inputs import EDITORS, input_rows
from briefing.network.layers import UNIT, WIDENED, Convolutions, Dense, Numbers
from briefing.network.scores import LABELS, Chances, Exponentials, Rows
from briefing.network.view import View
from briefing.network.weights import Weights

_TOGETHER = 2048
"""The most tokens that are computed at a time, to bound the memory."""


class Tagged(NamedTuple):
    """The output of the network for each token.

    ``labels`` are the probabilities of LABELS, shape (tokens, labels); ``begins`` is the probability that a cue, or a
    content without a cue, begins with the token; ``active`` are the last activations, shape (tokens, width).
    """

    labels: Rows
    begins: Chances
    active: NDArray[np.int8]


class Network:
    """The part of the network that labels tokens; see the module."""

    def __init__(self, weights: Weights) -> None:
        sizes, arrays = weights
        self._vocabulary = arrays["vocabulary"].astype(np.int64)
        self._tables = [array for name, array in arrays.items() if name.startswith("table ")]
        self._widening = arrays["widening"].astype(np.float32) * WIDENED
        self._layers = Convolutions(arrays, "token layer", sizes.dilations)
        self._last = Dense(arrays, "labels")
        self._reach = sum(sizes.dilations)
        self._exponentials = Exponentials(UNIT)

    def tag(self, view: View, scheme: int = EDITORS) -> Tagged:
        """Label the tokens of a document by one of SCHEMES, in time linear in their number.

        A long text is read in parts, each with the context that its convolutions can see on both sides.
        """
        size, width = len(view), self._widening.shape[1]
        found = Tagged(np.empty((size, len(LABELS))), np.empty(size), np.empty((size, width), np.int8))
        for start in range(0, size, _TOGETHER):
            end = min(start + _TOGETHER, size)
            low, high = max(0, start - self._reach), min(size, end + self._reach)
            rows = input_rows(view, self._vocabulary, scheme, low, high)
            active = self._layers(self._vectors(rows))[start - low : end - low]
            scores = self._last(active)
            found.active[start:end] = active
            found.labels[start:end] = self._exponentials.shares(scores[:, : len(LABELS)])
            found.begins[start:end] = self._exponentials.chances(scores[:, len(LABELS)])
        return found

    def _vectors(self, rows: NDArray[np.int64]) -> Numbers:
        total = np.zeros((rows.shape[1], self._tables[0].shape[1]), np.int16)
        for table, chosen in zip(self._tables, rows, strict=True):
            total += table.take(chosen, axis=0)
        vectors: Numbers = total.astype(np.float32) @ self._widening
        return vectors
