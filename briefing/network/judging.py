"""Three heads that predict an editor's choices: attributions to mark, attributions to keep, sentences that matter.

They work on the token activations of the network and were trained after it (``data/network/judging.md``).
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
"""The log odds that are mapped to 0, and the width of the range that is mapped linearly to 0 to 1."""

_FINE = 2
"""The factor of mean activations before they are rounded to integers, as most of them are small."""

_COMMON, _COMMON_LARGEST = 4, 16
"""Divisors that bring products back to the range of activations: of two means, and of a maximum and a mean."""

_WHOLE = 64
"""The integer that stands for 1.0 in features that lie between 0 and 1."""

Known = NDArray[np.float64]
"""Features from 0 to 1 beside the activations, one row for each attribution or sentence."""


class Judge:
    """The three heads; each computes one log odds per row."""

    def __init__(self, arrays: Arrays) -> None:
        self._worth, self._gist, self._marked = (Head(arrays, f"{name} layer", name) for name in JUDGED)
        self._exponentials = Exponentials(UNIT)

    def marked(self, seen: NDArray[np.int8], beside: Known) -> Chances:
        """The probability that an editor marks each attribution that was found.

        ``seen`` are the activations of the attributions (``seen_of``) and ``beside`` their other features
        (``acceptance.beside``), one row each.
        """
        with one_thread():
            return self._exponentials.chances(self._marked(found_beside(seen, beside))[:, 0])

    def attributions(self, seen: NDArray[np.int8], sentences: NDArray[np.int8], beside: Known) -> Chances:
        """What each attribution of an article is worth to an editor, from 0 to 1.

        ``seen`` are the activations of the attributions (``seen_of``), ``sentences`` those of the article's sentences
        (``seen_of_sentences``), ``beside`` the salience parts of the sentence where each content begins, one row each.
        """
        with one_thread():
            return _between(self._worth(told_in_article(seen, sentences, beside)))

    def sentences(self, seen: NDArray[np.int8], beside: Known) -> Chances:
        """How well each sentence of an article tells its story, from 0 to 1.

        ``seen`` are the activations of the sentences (``seen_of_sentences``), ``beside`` their salience parts, one row
        each.
        """
        with one_thread():
            return _between(self._gist(in_article(seen, beside)))


@cache
def shipped_judge() -> Judge:
    """The heads that ship with the package, loaded once."""
    return Judge(unpack_judge(map_bytes("network/judging.bin")))


def seen_of_sentences(rows: NDArray[np.int8], bounds: Sequence[tuple[int, int]]) -> NDArray[np.int8]:
    """The mean (times ``_FINE``, rounded) and the maximum of the activations of each sentence; zeros for an empty one.

    ``rows`` are the activations of all tokens, shape (tokens, width), ``bounds`` the token ranges of the sentences, end
    exclusive; the result has shape (sentences, 2 * width).
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
    """The inputs of the sentence head, one row for each sentence: its own activations, the mean of the article, the
    product of both means, the means of the sentences before and after it, and its other features (``beside``)."""
    own, whole = seen[:, : seen.shape[1] // 2], _whole(seen)
    common = np.minimum(own * whole // _COMMON, LARGEST)
    nothing = np.zeros((1, own.shape[1]), np.int8)
    before, after = np.concatenate([nothing, own])[: len(own)], np.concatenate([own, nothing])[1:]
    return _joined(beside, seen, np.broadcast_to(whole, own.shape), common, before, after)


def told_in_article(seen: NDArray[np.int8], sentences: NDArray[np.int8], beside: Known) -> NDArray[np.int8]:
    """The inputs of the worth head, one row for each attribution: its activations, the product of its content's maximum
    and the article's mean, and the other features of its sentence (``beside``)."""
    content = seen[:, seen.shape[1] // 2 :]
    common = np.minimum(content * _whole(sentences) // _COMMON_LARGEST, LARGEST)
    return _joined(beside, seen, common)


def found_beside(seen: NDArray[np.int8], beside: Known) -> NDArray[np.int8]:
    """The inputs of the head for marked attributions, one row each: their activations and their other features."""
    return _joined(beside, seen)


def _whole(sentences: NDArray[np.int8]) -> NDArray[np.int32]:
    """The mean over an article's sentences of their mean activations, rounded; shape (width,)."""
    own = sentences[:, : sentences.shape[1] // 2]
    mean: NDArray[np.int32] = np.rint(own.sum(axis=0, dtype=np.int32) / max(1, len(own))).astype(np.int32)
    return mean


def _joined(beside: Known, *parts: NDArray[Any]) -> NDArray[np.int8]:
    return np.concatenate([part.astype(np.int8) for part in (*parts, np.rint(beside * _WHOLE))], axis=1)


def _between(scores: NDArray[np.int32]) -> Chances:
    """The scores of a head, one column in UNIT, mapped linearly to 0 to 1 (see ``_LEAST_ODDS``)."""
    found: Chances = ((scores[:, 0] * UNIT - _LEAST_ODDS) / _RANGE).clip(0.0, 1.0)
    return found
