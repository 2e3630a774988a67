"""The network's judgement of what an editor keeps: what an attribution, and a sentence, is worth by its words.

Two heads over the activations of tokens, learned after the network itself (``data/network/judging.md``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.network.layers import UNIT, Arrays, Dense, active
from briefing.network.scores import Chances
from briefing.network.tokens import Tagged

_TOGETHER = 1024
"""Sentences or attributions that are judged together, to bound the memory."""

_LEAST_ODDS, _RANGE = -5.0, 7.0
"""The log odds that count as 0, and how far above them those lie that count as 1."""


class Judge:
    """The two heads; each joins what it sees in a layer before it tells log odds."""

    def __init__(self, arrays: Arrays) -> None:
        self._worth = Dense(arrays, "worth layer"), Dense(arrays, "worth")
        self._gist = Dense(arrays, "gist layer"), Dense(arrays, "gist")

    def attributions(self, seen: NDArray[np.int8]) -> Chances:
        """What each is worth, from 0 to 1, by a row of what is ``seen_of`` it."""
        return _judged(self._worth, seen)

    def sentences(self, tagged: Tagged, bounds: Sequence[tuple[int, int]]) -> Chances:
        """How much each sentence tells of a story, from 0 to 1; ``bounds`` are, in text order, their first tokens and
        those after their last ones."""
        found = np.zeros(len(bounds))
        full = [at for at, (first, end) in enumerate(bounds) if first < end]
        if full:
            found[full] = _judged(self._gist, seen_of_sentences(tagged.active, [bounds[at] for at in full]))
        return found


def seen_of_sentences(rows: NDArray[np.int8], bounds: Sequence[tuple[int, int]]) -> NDArray[np.int8]:
    """The mean, in whole numbers, and the largest of the activations of each sentence; none is empty."""
    parts = [rows[first:end] for first, end in bounds]
    sums = np.stack([part.sum(axis=0, dtype=np.int32) for part in parts])
    means = np.rint(sums / np.array([[len(part)] for part in parts]))
    return np.concatenate([means.astype(np.int8), np.stack([part.max(axis=0) for part in parts])], axis=1)


def _judged(head: tuple[Dense, Dense], seen: NDArray[np.int8]) -> Chances:
    """The log odds that a head tells, as a share of their range."""
    layer, last = head
    parts = (seen[at : at + _TOGETHER].astype(np.float32) for at in range(0, len(seen), _TOGETHER))
    scores = [last(active(layer(part).astype(np.float32)))[:, 0] for part in parts]
    found: Chances = ((np.concatenate([np.zeros(0), *scores]) * UNIT - _LEAST_ODDS) / _RANGE).clip(0.0, 1.0)
    return found
