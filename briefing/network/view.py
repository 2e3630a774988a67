"""A document as the network sees it: one array over its tokens for each of their properties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.model import Document, Quotation
from briefing.network.lexicon import PROPERTIES, Form, Lexicon

Ints = NDArray[np.signedinteger[Any]]

OUT, OPENING, INSIDE, CLOSING = 0, 1, 2, 3
"""The place of a token in the outermost quotation: outside, its opening mark, inside, its closing mark."""

_UNCLOSED, _CARRIED_ON = 16, 32


class View:
    """The properties of a document's tokens: arrays with one entry per token.

    ``place`` is OUT, OPENING, INSIDE or CLOSING; ``state`` adds to it codes for the quotation's length (0–1, 2–3, 4–7,
    or 8 and more tokens between its marks), for a missing closing mark, and for one that continues the utterance of an
    earlier quotation. ``quotation`` is the index of the outermost quotation, -1 outside; ``sentence`` and ``block`` are
    indices, too; ``first`` is the first token of the token's sentence.
    """

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.forms: list[Form] = lexicon.forms([token.text for token in document.tokens])
        self.words = [form.word for form in self.forms]
        self._place_quotations()
        self._place_sentences()

    def __len__(self) -> int:
        return len(self.forms)

    def codes(self, part: slice) -> NDArray[np.uint32]:
        """The codes of ``lexicon.PROPERTIES`` for a slice of the tokens, shape (tokens, properties)."""
        return np.frombuffer(b"".join([form.codes for form in self.forms[part]]), "<u4").reshape(-1, len(PROPERTIES))

    def _place_quotations(self) -> None:
        size = len(self)
        self.place, self.state = np.zeros(size, np.int8), np.zeros(size, np.int8)
        self.quotation = np.full(size, -1, np.int32)
        outer = [(index, each) for index, each in enumerate(self.document.quotations) if each.level == 0]
        starts = np.array([token.start for token in self.document.tokens], np.int64)
        bounds = np.searchsorted(starts, [(each.start, each.end) for _, each in outer]).tolist() if outer else []
        runs: set[int] = set()
        for (index, each), (first, end) in zip(outer, bounds, strict=True):
            if first < end:
                self._place(index, each, first, end, each.run in runs)
            runs.add(each.run)

    def _place(self, index: int, quotation: Quotation, first: int, end: int, goes_on: bool) -> None:
        self.quotation[first:end] = index
        self.place[first:end] = INSIDE
        self.place[first] = OPENING
        if quotation.closed:
            self.place[end - 1] = CLOSING
        kind = _length(end - first - 2) + (0 if quotation.closed else _UNCLOSED) + (_CARRIED_ON if goes_on else 0)
        self.state[first:end] = self.place[first:end] + kind

    def _place_sentences(self) -> None:
        sentences = self.document.sentences
        lengths = [each.end_token - each.first_token for each in sentences]
        self.sentence = _spread([each.index for each in sentences], lengths)
        self.block = _spread([each.block for each in sentences], lengths)
        self.first = _spread([each.first_token for each in sentences], lengths)


def _spread(values: Sequence[int], lengths: Sequence[int]) -> Ints:
    """Repeat each sentence's value for each of its tokens; every token lies in a sentence."""
    return np.repeat(np.array(values, np.int32), np.array(lengths, np.int64))


def _length(tokens: int) -> int:
    """The code for a quotation's length: a multiple of 4, so that a place can be added to it."""
    return 0 if tokens <= 1 else 4 if tokens <= 3 else 8 if tokens <= 7 else 12
