"""What the network sees of each token: a handful of numbers, each the row of a table of vectors."""

from __future__ import annotations

import numpy as np

from briefing.attribution.lexicon import ENDING, LEMMA, LEVEL, SHAPE, TAG, WORD
from briefing.attribution.view import Ints, View

HASHED = ((LEMMA, 4096), (ENDING, 2048), (TAG, 512), (LEVEL, 256), (SHAPE, 256))
"""Properties of the word form, with the size of the table into which each is hashed."""

STATES, PLACES = 64, 8

SIZES = (*(size for _, size in HASHED), STATES, PLACES)
"""The sizes of the tables after that of the words, which is the first."""

_OPENS_BLOCK, _OPENS_SENTENCE, _TITLE = 1, 2, 4


def input_rows(view: View, vocabulary: Ints) -> Ints:
    """For each table (rows of the result) the row of each token: the word, what is hashed, quotation marks, place.

    ``vocabulary`` holds the codes of known words in ascending order; row 0 of the table of words is that of all others.
    """
    words = view.codes[:, WORD].astype(np.int64)
    at = np.minimum(np.searchsorted(vocabulary, words), len(vocabulary) - 1)
    known = np.where(vocabulary[at] == words, at + 1, 0)
    hashed = [view.codes[:, column] % size for column, size in HASHED]
    return np.stack([known, *hashed, view.state, _places(view)]).astype(np.int64)


def _places(view: View) -> Ints:
    """Whether a token opens its block, opens its sentence, and stands in a title."""
    before = np.concatenate([[-1], view.block[:-1]])
    title = np.array([each.kind == "title" for each in view.document.sentences])
    places: Ints = (
        _OPENS_BLOCK * (view.block != before)
        + _OPENS_SENTENCE * (view.first == np.arange(len(view)))
        + _TITLE * title[view.sentence]
    )
    return places
