"""The cues of a document, and for each the stretch of text in which its source and content are looked for."""

from __future__ import annotations

import numpy as np

from briefing.network.inputs import EDITORS, POLNEAR
from briefing.network.roles import Candidate
from briefing.network.scores import Chances
from briefing.network.view import OPENING, OUT, View

BACK, AHEAD = 5, 8
"""The most sentences that a window takes in before and after that of the cue, where a quotation runs on."""

REACH = 160
"""The most tokens of a window on either side of the cue's first one."""

_CONTENT = 0.25
"""The probability from which a token counts as content."""

_EDGE = 3
"""The tokens at the end of a sentence and at the beginning of the next among which content is looked for."""


def candidates(view: View, content: Chances, begins: Chances, least: float, scheme: int = EDITORS) -> list[Candidate]:
    """The cues that begin with at least the probability ``least``, with their windows, in text order.

    ``content`` and ``begins`` are for each token the probabilities that it is content of any cue and that it is the
    first token of a cue.
    """
    windows = Windows(view, content, scheme)
    return [Candidate(at, float(begins[at]), *windows.around(at)) for at in np.flatnonzero(begins >= least).tolist()]


class Windows:
    """Windows of tokens around cues: the sentence of a cue, and those around it over which a quotation seems to run on.

    By the editors' guidelines a content ends with its block, and so does the window; but that of a token in quotation
    marks, whose quotation may have no cue, takes in one more sentence on either side, where its source may stand (be
    it a signature).
    """

    def __init__(self, view: View, content: Chances, scheme: int) -> None:
        self._view, self._over_blocks = view, scheme == POLNEAR
        self._content = (content >= _CONTENT).tolist()
        self._known: dict[int, tuple[int, int]] = {}

    def around(self, token: int) -> tuple[int, int]:
        """The window of a cue that begins with a token, as its first token and the one after its last."""
        index = int(self._view.sentence[token])
        if index not in self._known:
            self._known[index] = self._find(index)
        low, high = self._known[index]
        if self._view.place[token] != OUT and not self._over_blocks:
            low, high = max(0, low - 1), min(len(self._view.document.sentences) - 1, high + 1)
        sentences = self._view.document.sentences
        return max(sentences[low].first_token, token - REACH), min(sentences[high].end_token, token + REACH + 1)

    def _find(self, index: int) -> tuple[int, int]:
        """The first and the last (inclusive) of the sentences that are linked to a sentence."""
        last = len(self._view.document.sentences) - 1
        low = high = index
        while low > 0 and index - low < BACK and self._linked(low - 1, low):
            low -= 1
        while high < last and high - index < AHEAD and self._linked(high, high + 1):
            high += 1
        return low, high

    def _linked(self, before: int, after: int) -> bool:
        """Whether quoted content may run on from one sentence to the next."""
        view, content = self._view, self._content
        one, two = view.document.sentences[before], view.document.sentences[after]
        place = view.place[two.first_token]
        if (place == OUT and view.words[one.end_token - 1] != ":") or two.block > one.block + self._over_blocks:
            return False
        ending = content[max(one.first_token, one.end_token - _EDGE) : one.end_token]
        opening = content[two.first_token : min(two.first_token + _EDGE, two.end_token)]
        return any(opening) and (any(ending) or bool(place == OPENING))
