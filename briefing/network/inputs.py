"""The inputs of the network: for each token a few integers, each the index of a row in an embedding table."""

from __future__ import annotations

import numpy as np

from briefing.network.lexicon import ENDING, LEMMA, LEVEL, SHAPE, TAG, WORD
from briefing.network.view import Ints, View

HASHED = ((LEMMA, 4096), (ENDING, 2048), (TAG, 512), (LEVEL, 256), (SHAPE, 256))
"""Properties of the word form (indices into PROPERTIES), each with the size of the table into which it is hashed."""

STATES, PLACES = 64, 16
"""The sizes of the tables of quotation states (``View.state``) and of places in block and sentence."""

SCHEMES = ("polnear", "editors")
"""The annotation schemes (guidelines) of the training texts, an input of the network; the package uses the editors'."""

POLNEAR, EDITORS = range(len(SCHEMES))
"""Indices into SCHEMES."""

SIZES = (*(size for _, size in HASHED), STATES, PLACES, len(SCHEMES))
"""The number of rows of each embedding table after the first, which is that of the words."""

_OPENS_BLOCK, _OPENS_SENTENCE, _TITLE, _HEADING = 1, 2, 4, 8

_KINDS = {"title": _TITLE, "heading": _HEADING, "subtitle": _TITLE | _HEADING, "caption": _TITLE | _HEADING}


def input_rows(view: View, vocabulary: Ints, scheme: int, low: int = 0, high: int | None = None) -> Ints:
    """The embedding rows of the tokens ``low:high`` (all by default), an array of shape (tables, tokens).

    The tables are those of the word, the properties of HASHED, the quotation state, the place and the scheme.
    ``vocabulary`` holds the codes of known words in ascending order; all other words have row 0.
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
    """The place of each token as a sum of flags: it opens its block, opens its sentence, is in a title or heading."""
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
