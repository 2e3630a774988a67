"""The network's judgement of what an editor keeps: what an attribution, and a sentence of an article, is worth.

Three heads over the activations of tokens, learned after the network itself (``data/network/judging.md``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.network.layers import LARGEST, UNIT, Arrays, Head
from briefing.network.scores import Chances, Exponentials
from briefing.network.threads import one_thread
from briefing.network.weights import JUDGED, unpack_judge
from briefing.resources import map_bytes

_LEAST_ODDS, _RANGE = -5.0, 7.0
"""The log odds that count as 0, and how far above them those lie that count as 1."""

_FINE = 2
"""How many whole numbers there are to one of a mean; most of them are small."""

_COMMON, _COMMON_LARGEST = 4, 16
"""By what the product of two means, and of a largest number and a mean, is divided, to be as large as they are."""

_WHOLE = 64
"""The number that stands for 1 of what lies between 0 and 1."""

Known = NDArray[np.float64]
"""Numbers from 0 to 1, a row each."""


class Judge:
    """The heads, which tell log odds."""

    def __init__(self, arrays: Arrays) -> None:
        self._worth, self._gist, self._marked = (Head(arrays, f"{name} layer", name) for name in JUDGED)
        self._exponentials = Exponentials(UNIT)

    def marked(self, seen: NDArray[np.int8], beside: Known) -> Chances:
        """How likely an editor marks each attribution that was found.

        ``seen`` is what is ``seen_of`` them, a row each, and ``beside`` what else is known of them.
        """
        with one_thread():
            return self._exponentials.chances(self._marked(found_beside(seen, beside))[:, 0])

    def attributions(self, seen: NDArray[np.int8], sentences: NDArray[np.int8], beside: Known) -> Chances:
        """What each attribution of an article is worth, from 0 to 1.

        ``seen`` is what is ``seen_of`` them and ``sentences`` what is ``seen_of_sentences``, a row each; ``beside`` is
        what else is known of the sentence in which each begins.
        """
        with one_thread():
            return _between(self._worth(told_in_article(seen, sentences, beside)))

    def sentences(self, seen: NDArray[np.int8], beside: Known) -> Chances:
        """How well each sentence of an article tells its story, from 0 to 1.

        ``seen`` is what is ``seen_of_sentences``, a row each, and ``beside`` what else is known of them.
        """
        with one_thread():
            return _between(self._gist(in_article(seen, beside)))


@cache
def shipped_judge() -> Judge:
    """The heads that ship."""
    return Judge(unpack_judge(map_bytes("network/judging.bin")))


def seen_of_sentences(rows: NDArray[np.int8], bounds: Sequence[tuple[int, int]]) -> NDArray[np.int8]:
    """The mean and the largest of the activations of each sentence, in whole numbers; nothing of an empty one.

    ``bounds`` are, in text order, the first tokens and those after the last ones.
    """
    width = rows.shape[1]
    seen = np.zeros((len(bounds), 2 * width), np.int8)
    for row, (first, end) in zip(seen, bounds, strict=True):
        if first < end:
            part = rows[first:end]
            row[:width] = np.minimum(np.rint(part.sum(axis=0, dtype=np.int32) * _FINE / len(part)), LARGEST)
            row[width:] = part.max(axis=0)
    return seen


def in_article(seen: NDArray[np.int8], beside: Known) -> NDArray[np.int8]:
    """Each sentence as it stands in its article, a row each: what is seen of it, the mean of the whole article, what
    both have in common, the means of the sentences before and after it, and what else is known of it."""
    own, whole = seen[:, : seen.shape[1] // 2], _whole(seen)
    common = np.minimum(own * whole // _COMMON, LARGEST)
    nothing = np.zeros((1, own.shape[1]), np.int8)
    before, after = np.concatenate([nothing, own])[: len(own)], np.concatenate([own, nothing])[1:]
    return _joined(beside, seen, np.broadcast_to(whole, own.shape), common, before, after)


def told_in_article(seen: NDArray[np.int8], sentences: NDArray[np.int8], beside: Known) -> NDArray[np.int8]:
    """Each attribution as it stands in its article, a row each: what is seen of it, what its content has in common with
    the whole article, and what else is known of its sentence."""
    content = seen[:, seen.shape[1] // 2 :]
    common = np.minimum(content * _whole(sentences) // _COMMON_LARGEST, LARGEST)
    return _joined(beside, seen, common)


def found_beside(seen: NDArray[np.int8], beside: Known) -> NDArray[np.int8]:
    """Each attribution that was found, a row each: what is seen of it and what else is known of it."""
    return _joined(beside, seen)


def _whole(sentences: NDArray[np.int8]) -> NDArray[np.int32]:
    """The mean of the sentences of an article."""
    own = sentences[:, : sentences.shape[1] // 2]
    mean: NDArray[np.int32] = np.rint(own.sum(axis=0, dtype=np.int32) / max(1, len(own))).astype(np.int32)
    return mean


def _joined(beside: Known, *parts: NDArray[Any]) -> NDArray[np.int8]:
    return np.concatenate([part.astype(np.int8) for part in (*parts, np.rint(beside * _WHOLE))], axis=1)


def _between(scores: NDArray[np.int32]) -> Chances:
    """The log odds that a head tells, as a share of their range."""
    found: Chances = ((scores[:, 0] * UNIT - _LEAST_ODDS) / _RANGE).clip(0.0, 1.0)
    return found
