"""The network's look at a whole attribution: which stance the holder takes by the cue and the words of the content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from briefing.network.layers import UNIT, Dense, Numbers, active
from briefing.network.scores import Exponentials, Rows
from briefing.network.tokens import Tagged
from briefing.network.weights import Weights

_TOGETHER = 1024
"""Attributions that are read together, to bound the memory."""


class StanceReader:
    """The head that reads stances.

    It sees the activations of the token with which the cue begins and, of each number, the largest among the tokens of
    the content; a layer between them and the scores lets it join what it sees.
    """

    def __init__(self, weights: Weights) -> None:
        self._layer, self._last = Dense(weights.arrays, "stance layer"), Dense(weights.arrays, "stances")
        self._exponentials = Exponentials(UNIT)

    def read(self, tagged: Tagged, heads: Sequence[int], contents: Iterable[Sequence[int]]) -> Rows:
        """A row for each attribution: how well each of STANCES fits, in sum 1; no content may be empty."""
        if not heads:
            return np.zeros((0, 0))
        largest = np.stack([tagged.active[list(tokens)].max(axis=0) for tokens in contents])
        seen = np.concatenate([tagged.active[list(heads)], largest], axis=1)
        parts = (seen[at : at + _TOGETHER].astype(np.float32) for at in range(0, len(seen), _TOGETHER))
        return np.concatenate([self._shares(each) for each in parts])

    def _shares(self, seen: Numbers) -> Rows:
        return self._exponentials.shares(self._last(active(self._layer(seen).astype(np.float32))))
