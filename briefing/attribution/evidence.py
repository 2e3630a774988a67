"""What the first model says of a document, in the form in which the second one reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.candidates import Candidate
from briefing.attribution.chain import Rows
from briefing.attribution.view import Ints, View

OUTSIDE, CONTENT, SOURCE, CUE, EDGE = 0, 1, 2, 3, 4
"""The likeliest role of a token; EDGE stands for what lies beyond the text."""

_SIZES = np.array([0.03, 0.12, 0.3, 0.5, 0.7, 0.88, 0.97])
_KINDS = ("contents", "sources", "cues", "likely", "commas", "quotations")
_LIMITS = np.array([[3], [3], [2], [2], [3], [2]])
_LIKELY = 0.5


class Windows(NamedTuple):
    """The tokens of the windows of some candidates, one after another.

    ``at`` is the token of each row and ``of`` the place of its candidate among those given; ``first``, ``end`` and
    ``head`` are that candidate's, and ``bounds`` the rows of each window.
    """

    at: Ints
    of: Ints
    first: Ints
    end: Ints
    head: Ints
    bounds: list[tuple[int, int]]


def windows(chosen: Sequence[Candidate]) -> Windows:
    """The windows of the candidates, side by side."""
    table = np.array([each[:3] for each in chosen], np.int64).reshape(-1, 3)
    low = np.array([each.low for each in chosen], np.int64)
    lengths = np.array([each.high - each.low for each in chosen], np.int64)
    of = np.repeat(np.arange(len(chosen)), lengths)
    ends = np.cumsum(lengths)
    at = np.arange(len(of)) - (ends - lengths - low)[of]
    first, end, head = table[of].T
    return Windows(at, of, first, end, head, list(zip((ends - lengths).tolist(), ends.tolist(), strict=True)))


class Evidence:
    """The first model's opinion of each token, made once per document.

    ``tags`` is the likeliest role of each token, ``around`` it with those of its neighbours; ``content``, ``source``
    and ``cue`` are sizes of their probabilities.
    """

    def __init__(self, view: View, found: Rows, listed: Sequence[Candidate]) -> None:
        inside = found[:, 1] + found[:, 2]
        self.view = view
        self.tags = np.stack([found[:, 0], inside, found[:, 3], found[:, 4]]).argmax(axis=0)
        self.content = 8 * size(inside) + size(found[:, 1])
        self.source, self.cue = size(found[:, 3]), size(found[:, 4])
        before, after = np.concatenate([[EDGE], self.tags[:-1]]), np.concatenate([self.tags[1:], [EDGE]])
        self.around = (before * 5 + self.tags) * 5 + after
        self._count(found[:, 1] > _LIKELY, listed)

    def _count(self, begins: NDArray[np.bool_], listed: Sequence[Candidate]) -> None:
        """Running totals, so that what lies between two tokens is a difference: to the right, and to the left.

        A row each for contents, sources, possible cues, likely cues, commas and quotations.
        """
        view, tags = self.view, self.tags
        roles = tags == [[CONTENT], [SOURCE]]
        turns = np.concatenate([[True], tags[1:] != tags[:-1], [True]])
        turns[:-1] |= roles[0] & begins
        quoted = view.quotation >= 0
        changes = np.concatenate([[True], view.quotation[1:] != view.quotation[:-1], [True]])
        firsts, lasts = self._edges(listed), self._edges([each for each in listed if each.probability > _LIKELY])
        opens, closes = roles & turns[:-1], roles & turns[1:]
        self._ahead = _totals([*opens, firsts[0], lasts[0], view.commas, quoted & changes[:-1]])
        self._behind = _totals([*closes, firsts[1], lasts[1], view.commas, quoted & changes[1:]])
        nothing = np.zeros((2, 1), bool)
        self._goes_on = (
            np.concatenate([roles & ~opens, nothing], axis=1),
            np.concatenate([roles & ~closes, nothing], axis=1),
        )

    def _edges(self, listed: Sequence[Candidate]) -> tuple[Ints, Ints]:
        """How many candidates begin, and how many end, with each token."""
        firsts, ends = np.array([each[:2] for each in listed], np.int64).reshape(-1, 2).T
        return np.bincount(firsts, minlength=len(self.view)), np.bincount(ends - 1, minlength=len(self.view))

    def between(self, rows: Windows) -> dict[str, Ints]:
        """What lies between a cue and each token of its window, the token included, counted up to small limits.

        A stretch of one role in which the cue lies counts on both sides; the token's own comma does not.
        """
        at, first, end = rows.at, rows.first, rows.end
        left = at < first
        counts = np.where(
            left, self._behind[:, first] - self._behind[:, at], self._ahead[:, at + 1] - self._ahead[:, end]
        )
        opened, unclosed = self._goes_on
        counts[:2] += np.where(left, unclosed[:, first - 1], opened[:, end])
        counts[4] -= self.view.commas[at]
        counts = np.minimum(counts, _LIMITS) * (left | (at >= end))
        return dict(zip(_KINDS, counts, strict=True))


def size(probabilities: NDArray[np.float64]) -> Ints:
    """Probabilities as one of eight sizes."""
    return np.searchsorted(_SIZES, probabilities, side="right")


def _totals(marks: Sequence[NDArray[Any]]) -> Ints:
    """How many of the tokens before each token, and before the end, have each mark."""
    table = np.zeros((len(marks), len(marks[0]) + 1), np.int64)
    np.cumsum(np.stack(marks), axis=1, out=table[:, 1:])
    return table
