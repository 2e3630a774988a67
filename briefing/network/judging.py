"""The network's judgement of what an editor keeps: what an attribution, and a sentence, is worth by its words.

Two heads over the activations of tokens, learned after the network itself (``data/network/judging.md``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.network.layers import UNIT, Arrays, Head
from briefing.network.scores import Chances
from briefing.network.tokens import Tagged

_LEAST_ODDS, _RANGE = -5.0, 7.0
"""The log odds that count as 0, and how far above them those lie that count as 1."""


class Judge:
    """The two heads, which tell log odds."""

    def __init__(self, arrays: Arrays) -> None:
        self._worth, self._gist = (Head(arrays, f"{name} layer", name) for name in ("worth", "gist"))

    def attributions(self, seen: NDArray[np.int8]) -> Chances:
        """What each is worth, from 0 to 1, by a row of what is ``seen_of`` it."""
        return _between(self._worth(seen))

    def sentences(self, tagged: Tagged, bounds: Sequence[tuple[int, int]]) -> Chances:
        """How much each sentence tells of a story, from 0 to 1; ``bounds`` are, in text order, their first tokens and
        those after their last ones."""
        found = np.zeros(len(bounds))
        full = [at for at, (first, end) in enumerate(bounds) if first < end]
        if full:
            found[full] = _between(self._gist(seen_of_sentences(tagged.active, [bounds[at] for at in full])))
        return found


def seen_of_sentences(rows: NDArray[np.int8], bounds: Sequence[tuple[int, int]]) -> NDArray[np.int8]:
    """The mean, in whole numbers, and the largest of the activations of each sentence; none is empty."""
    parts = [rows[first:end] for first, end in bounds]
    sums = np.stack([part.sum(axis=0, dtype=np.int32) for part in parts])
    means = np.rint(sums / np.array([[len(part)] for part in parts]))
    return np.concatenate([means.astype(np.int8), np.stack([part.max(axis=0) for part in parts])], axis=1)


def _between(scores: NDArray[np.int32]) -> Chances:
    """The log odds that a head tells, as a share of their range."""
    found: Chances = ((scores[:, 0] * UNIT - _LEAST_ODDS) / _RANGE).clip(0.0, 1.0)
    return found
