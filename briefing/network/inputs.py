"""What the network sees of each token: a handful of numbers, each the row of a table of vectors."""

from __future__ import annotations

import numpy as np

from briefing.network.lexicon import ENDING, LEMMA, LEVEL, SHAPE, TAG, WORD
from briefing.network.view import Ints, View

HASHED = ((LEMMA, 4096), (ENDING, 2048), (TAG, 512), (LEVEL, 256), (SHAPE, 256))
"""Properties of the word form, with the size of the table into which each is hashed."""

STATES, PLACES = 64, 16

SCHEMES = ("polnear", "editors")
"""The guidelines that an annotated text may follow; the network is told which, and what ships follows the editors'."""

POLNEAR, EDITORS = range(len(SCHEMES))
"""The places of SCHEMES."""

SIZES = (*(size for _, size in HASHED), STATES, PLACES, len(SCHEMES))
"""The sizes of the tables after that of the words, which is the first."""

_OPENS_BLOCK, _OPENS_SENTENCE, _TITLE, _HEADING = 1, 2, 4, 8

_KINDS = {"title": _TITLE, "heading": _HEADING, "subtitle": _TITLE | _HEADING, "caption": _TITLE | _HEADING}


def input_rows(view: View, vocabulary: Ints, scheme: int, low: int = 0, high: int | None = None) -> Ints:
    """For each table (rows of the result) the row of each token: word, what is hashed, quotation marks, place, scheme.

    ``vocabulary`` holds the codes of known words in ascending order; row 0 of the table of words is that of all others.
    The tokens are those from ``low`` up to ``high``, all of them by default.
    """
    part = slice(low, len(view) if high is None else high)
    codes = view.codes(part)
    words = codes[:, WORD].astype(np.int64)
    at = np.minimum(np.searchsorted(vocabulary, words), len(vocabulary) - 1)
    rows = np.empty((1 + len(SIZES), len(words)), np.int64)
    rows[0] = np.where(vocabulary[at] == words, at + 1, 0)
    for row, (column, size) in zip(rows[1:], HASHED, strict=False):
        row[:] = codes[:, column] % size
    rows[-3], rows[-2], rows[-1] = view.state[part], _places(view, part), scheme
    return rows


def _places(view: View, part: slice) -> Ints:
    """Whether a token opens its block, opens its sentence, and stands in a title or in another heading."""
    block, sentence = view.block[part], view.sentence[part]
    before = np.concatenate([[view.block[part.start - 1] if part.start else -1], block[:-1]])
    first = int(sentence[0])
    kinds = [_KINDS.get(each.kind, 0) for each in view.document.sentences[first : int(sentence[-1]) + 1]]
    places: Ints = (
        _OPENS_BLOCK * (block != before)
        + _OPENS_SENTENCE * (view.first[part] == np.arange(part.start, part.stop))
        + np.array(kinds)[sentence - first]
    )
    return places
