"""What the first model says of a document, in the form in which the second one reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.candidates import Candidate
from briefing.attribution.chain import Rows
from briefing.attribution.view import Ints, View

OUTSIDE, CONTENT, SOURCE, CUE = 0, 1, 2, 3
"""The likeliest role of a token."""

_SIZES = (0.03, 0.12, 0.3, 0.5, 0.7, 0.88, 0.97)
_LIKELY = 0.5
_EDGE = 4


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
        before, after = np.concatenate([[_EDGE], self.tags[:-1]]), np.concatenate([self.tags[1:], [_EDGE]])
        self.around = (before * 5 + self.tags) * 5 + after
        self._opens = np.concatenate([[True], self.tags[1:] != self.tags[:-1], [True]])
        self._opens[:-1] |= (self.tags == CONTENT) & (found[:, 1] > _LIKELY)
        self._listed = listed

    def between(self, rows: Windows) -> dict[str, Ints]:
        """What lies between a cue and each token of its window, the token included, counted up to small limits."""
        quotation, commas = self.view.quotation, self.view.commas
        turns = np.concatenate([[True], quotation[1:] != quotation[:-1], [True]])
        likely = [each for each in self._listed if each.probability > _LIKELY]
        return {
            "contents": np.minimum(self._segments(rows, CONTENT), 3),
            "sources": np.minimum(self._segments(rows, SOURCE), 3),
            "cues": np.minimum(self._others(rows, self._listed), 2),
            "likely": np.minimum(self._others(rows, likely), 2),
            "commas": np.clip(_between(rows, commas, commas) - commas[rows.at], 0, 3),
            "quotations": np.minimum(_between(rows, turns[:-1] & (quotation >= 0), turns[1:] & (quotation >= 0)), 2),
        }

    def _segments(self, rows: Windows, tag: int) -> Ints:
        """Stretches of one role; one in which the cue lies counts on both sides."""
        of_role = np.append(self.tags == tag, False)
        opens, closes = of_role & self._opens, of_role & np.append(self._opens[1:], True)
        around = np.where(rows.at < rows.first, (of_role & ~closes)[rows.first - 1], (of_role & ~opens)[rows.end])
        return _between(rows, opens[:-1], closes[:-1]) + np.where(_beside(rows), around, 0)

    def _others(self, rows: Windows, listed: Sequence[Candidate]) -> Ints:
        """Other possible cues that are reached."""
        number = len(self.view)
        firsts = np.bincount(np.array([each.first for each in listed], np.int64), minlength=number)
        lasts = np.bincount(np.array([each.end - 1 for each in listed], np.int64), minlength=number)
        return _between(rows, firsts, lasts)


def _between(rows: Windows, ahead: NDArray[Any], behind: NDArray[Any]) -> Ints:
    """The marks from the cue to each token: ``ahead`` counts to the right of the cue, ``behind`` to its left."""
    at, right, left = rows.at, _totals(ahead), _totals(behind)
    reached: Ints = np.where(at < rows.first, left[rows.first] - left[at], right[at + 1] - right[rows.end])
    return np.where(_beside(rows), reached, 0)


def _beside(rows: Windows) -> NDArray[np.bool_]:
    """Which tokens are none of the cue's own."""
    beside: NDArray[np.bool_] = (rows.at < rows.first) | (rows.at >= rows.end)
    return beside


def size(probabilities: NDArray[np.float64]) -> Ints:
    """Probabilities as one of eight sizes."""
    return np.searchsorted(_SIZES, probabilities, side="right")


def _totals(marks: NDArray[Any]) -> Ints:
    """How many of the tokens before each token, and before the end, are marked."""
    return np.concatenate([[0], np.cumsum(marks)])
