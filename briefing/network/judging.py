"""The network's judgement of what an editor keeps: what an attribution, and a sentence, is worth by its words.

Two heads over the activations of tokens, learned after the network itself (``data/network/judging.md``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.network.layers import UNIT, Arrays, Dense, Numbers, active
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

    def attributions(self, tagged: Tagged, heads: Sequence[int], contents: Iterable[Sequence[int]]) -> Chances:
        """What each is worth, from 0 to 1, by the token with which its cue begins and its content; none is empty."""
        contents, found = list(contents), np.zeros(len(heads))
        for start in range(0, len(heads), _TOGETHER):
            some = slice(start, start + _TOGETHER)
            found[some] = _judged(self._worth, of_attributions(tagged.active, heads[some], contents[some]))
        return found

    def sentences(self, tagged: Tagged, bounds: Sequence[tuple[int, int]]) -> Chances:
        """How much each sentence tells of a story, from 0 to 1; ``bounds`` are, in text order, their first tokens and
        those after their last ones."""
        found = np.zeros(len(bounds))
        full = [at for at, (first, end) in enumerate(bounds) if first < end]
        for start in range(0, len(full), _TOGETHER):
            places = full[start : start + _TOGETHER]
            found[places] = _judged(self._gist, of_sentences(tagged.active, [bounds[at] for at in places]))
        return found


def of_attributions(rows: NDArray[np.int8], heads: Sequence[int], contents: Sequence[Sequence[int]]) -> Numbers:
    """The activations of the token with which each cue begins, and the largest among those of its content."""
    largest = np.stack([rows[list(tokens)].max(axis=0) for tokens in contents])
    return np.concatenate([rows[list(heads)], largest], axis=1).astype(np.float32)


def of_sentences(rows: NDArray[np.int8], bounds: Sequence[tuple[int, int]]) -> Numbers:
    """The mean, in whole numbers, and the largest of the activations of each sentence; none is empty."""
    low, high = bounds[0][0], bounds[-1][1]
    edges = np.array(bounds) - low
    cuts = edges.ravel()[:-1]  # between the sentences, too, whatever stands there
    rows = rows[low:high]
    sums = np.add.reduceat(rows, cuts, axis=0, dtype=np.int64)[::2]
    largest = np.maximum.reduceat(rows, cuts, axis=0)[::2]
    mean = np.rint(sums / (edges[:, 1:] - edges[:, :1]))
    return np.concatenate([mean, largest], axis=1).astype(np.float32)


def _judged(head: tuple[Dense, Dense], seen: Numbers) -> Chances:
    """The log odds that a head tells, as a share of their range."""
    layer, last = head
    scores = last(active(layer(seen).astype(np.float32)))[:, 0]
    found: Chances = ((scores * UNIT - _LEAST_ODDS) / _RANGE).clip(0.0, 1.0)
    return found
