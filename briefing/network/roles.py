"""The head that gives each token around a cue its role: content, source, part of the cue, or nothing.

As in semantic role labelling, a token is represented by its own activations, those of the cue's first token and its
position relative to the cue; further convolutions let the head see what lies between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import log2
from typing import NamedTuple

import numpy as np

from briefing.network.layers import UNIT, VECTOR, Convolutions, Dense, Numbers
from briefing.network.scores import Exponentials, Rows
from briefing.network.tokens import Tagged
from briefing.network.view import Ints, View
from briefing.network.weights import DISTANCES, Weights

_TOGETHER = 64
"""Windows read together at most, to bound the memory."""

_FARTHEST = DISTANCES // 2 - 1
"""The class of the farthest tokens to the right."""

_SIZES = np.array([0, *(min(int(2 * log2(away)) + 1, _FARTHEST) for away in range(1, 1 << (_FARTHEST // 2 + 1)))])
"""The class of each distance in tokens to the right, from 0 on; farther ones are in the last class."""


class Candidate(NamedTuple):
    """A cue (or a content without one) that begins with the token ``head``; its window are the tokens ``low:high``."""

    head: int
    probability: float
    low: int
    high: int


class WindowRows(NamedTuple):
    """The tokens of some windows one after another, with padding after each, so that no convolution reaches the next.

    For each row, ``at`` is the token, ``of`` the index of its window, ``real`` (shape (rows, 1)) 1, or 0 for padding;
    ``bounds`` are the rows of each window without its padding, end exclusive.
    """

    at: Ints
    of: Ints
    real: Numbers
    bounds: list[tuple[int, int]]


class RoleReader:
    """The head for roles; see the module."""

    def __init__(self, weights: Weights) -> None:
        sizes, arrays = weights
        self._token, self._cue = arrays["token"].astype(np.float32), arrays["cue"].astype(np.float32)
        self._distances, self._sentences = arrays["distances"], arrays["sentences"]
        self._layers = Convolutions(arrays, "role layer", sizes.role_dilations)
        self._last = Dense(arrays, "roles")
        self._gap = max(sizes.role_dilations)
        self._exponentials = Exponentials(UNIT)

    def read(self, view: View, tagged: Tagged, chosen: Sequence[Candidate]) -> Iterator[tuple[Candidate, Rows]]:
        """For each candidate the probabilities of ROLES, a row for each token of its window."""
        waiting = iter(chosen)
        while some := list(islice(waiting, _TOGETHER)):
            rows = lay(some, self._gap)
            found = self._exponentials.shares(self._last(self._layers(self._seen(view, tagged, some, rows), rows.real)))
            for candidate, (start, end) in zip(some, rows.bounds, strict=True):
                yield candidate, found[start:end]

    def _seen(self, view: View, tagged: Tagged, some: Sequence[Candidate], rows: WindowRows) -> Numbers:
        """The input vector of each row: the sum of those of its token, its cue and its position; 0 for padding."""
        low, high = min(each.low for each in some), max(each.high for each in some)
        tokens = tagged.active[low:high].astype(np.float32) @ self._token
        heads = np.array([each.head for each in some], np.int64)
        cues = tagged.active[heads].astype(np.float32) @ self._cue
        head = heads[rows.of]
        apart = np.minimum(np.maximum(view.sentence[rows.at] - view.sentence[head], -1), 1) + 1
        stands = self._distances[distances(rows.at - head)].astype(np.float32) + self._sentences[apart]
        seen: Numbers = (tokens[rows.at - low] + cues[rows.of] + stands * VECTOR) * rows.real
        return seen


def lay(some: Sequence[Candidate], gap: int) -> WindowRows:
    """Put the tokens of all windows into one array, with a gap of padding rows after each window.

    In a padding row the token is the first one of its window; the row's ``real`` is 0.
    """
    low = np.array([each.low for each in some], np.int64)
    sizes = np.array([each.high - each.low for each in some], np.int64)
    of = np.repeat(np.arange(len(some)), sizes + gap)
    ends = np.cumsum(sizes + gap)
    starts = ends - sizes - gap
    offset = np.arange(len(of)) - starts[of]
    real = offset < sizes[of]
    bounds = list(zip(starts.tolist(), (ends - gap).tolist(), strict=True))
    return WindowRows(low[of] + offset * real, of, real[:, None].astype(np.float32), bounds)


def distances(away: Ints) -> Ints:
    """Signed token distances as classes on a log scale, two for each doubling: 0, then right, then left."""
    sizes: Ints = _SIZES[np.minimum(np.abs(away), len(_SIZES) - 1)]
    return np.where(away < 0, sizes + _FARTHEST, sizes)
