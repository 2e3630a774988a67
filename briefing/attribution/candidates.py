"""The possible cues of a document, and for each the stretch of text in which its source and content are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from briefing.attribution.chain import Rows
from briefing.attribution.view import OPENING, OUT, View

DOUBT = 0.06
"""The least probability at which a token is taken for a possible part of a cue."""

READ = 0.4
"""The least probability at which the second model reads on: most of the possible cues below it are none."""

BACK, AHEAD = 5, 8
"""Sentences looked at before and after that of the cue, where a quotation carries on."""

REACH = 160
"""Tokens looked at on either side of the cue."""

_CONTENT = 0.25
_EDGE = 3


class Candidate(NamedTuple):
    """A possible cue, tokens ``first:end``; ``head`` is its likeliest token; the window is ``low:high``."""

    first: int
    end: int
    head: int
    probability: float
    low: int
    high: int


def candidates(view: View, found: Rows) -> list[Candidate]:
    """Runs of tokens within a sentence that may be a cue by the first model's probabilities ``found``."""
    windows = _Windows(view, found)
    cue, sentence = found[:, 4], view.sentence
    listed: list[Candidate] = []
    for first, end in _runs(view, np.flatnonzero(cue >= DOUBT).tolist()):
        head = first + int(cue[first:end].argmax())
        low, high = windows.around(int(sentence[head]))
        listed.append(Candidate(first, end, head, float(cue[head]), max(low, first - REACH), min(high, end + REACH)))
    return listed


def _runs(view: View, tokens: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of neighbouring tokens within a sentence."""
    ends = view.end
    for at, token in enumerate(tokens):
        if not at or tokens[at - 1] != token - 1 or ends[token - 1] == token:
            first = token
        if at + 1 == len(tokens) or tokens[at + 1] != token + 1 or ends[token] == token + 1:
            yield first, token + 1


class _Windows:
    """The sentence of a cue, with the sentences around it to which its quotation seems to reach."""

    def __init__(self, view: View, found: Rows) -> None:
        self._view = view
        self._content = (found[:, 1] + found[:, 2] >= _CONTENT).tolist()
        self._known: dict[int, tuple[int, int]] = {}

    def around(self, index: int) -> tuple[int, int]:
        """The tokens around those of a sentence."""
        if index not in self._known:
            self._known[index] = self._find(index)
        return self._known[index]

    def _find(self, index: int) -> tuple[int, int]:
        sentences = self._view.document.sentences
        low = high = index
        while low > 0 and index - low < BACK and self._linked(low - 1, low):
            low -= 1
        while high + 1 < len(sentences) and high - index < AHEAD and self._linked(high, high + 1):
            high += 1
        return sentences[low].first_token, sentences[high].end_token

    def _linked(self, before: int, after: int) -> bool:
        """Whether quoted content may run on from one sentence to the next."""
        view, content = self._view, self._content
        one, two = view.document.sentences[before], view.document.sentences[after]
        place = view.place[two.first_token]
        if (place == OUT and view.words[one.end_token - 1] != ":") or two.block > one.block + 1:
            return False
        ending = content[max(one.first_token, one.end_token - _EDGE) : one.end_token]
        opening = content[two.first_token : min(two.first_token + _EDGE, two.end_token)]
        return any(opening) and (any(ending) or bool(place == OPENING))
