"""Documents as the teacher reads them: word pieces, a mark with features of each word, and windows of sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from briefing.model import Document
from briefing.network.lexicon import read_lexicon, shape
from briefing.network.view import View

CLS, SEP, UNKNOWN, MASK = 0, 2, 104, 30526
"""Special word pieces of MPNet: at the start of a window, after a block, for an unknown and for a masked piece."""

SPAN = 300
"""The most word pieces of a usual window."""

_LONGEST_WORD = 8
_SHAPES = ("", "x", "Xx", "XX", "X", "xX", "d")
_PLACES = 4
_HEADINGS = frozenset(("title", "subtitle", "heading", "caption"))

MARKS = len(_SHAPES) * _PLACES * 4
"""The number of different values of ``Encoded.marks``."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A document, one entry per token.

    ``pieces`` are the ids of its word pieces. ``marks`` holds its shape, its place in a quotation, whether it stands in
    a heading and whether it opens a block, as one number below MARKS; ``sentences`` the index of its sentence.
    ``scheme`` is the annotation scheme, an index into SCHEMES.
    """

    pieces: list[list[int]]
    marks: list[int]
    sentences: list[int]
    scheme: int

    def opens(self, at: int) -> bool:
        """Whether a token is the first of its block."""
        return self.marks[at] % 2 == 1


@dataclass(frozen=True, slots=True)
class Window:
    """The tokens ``low:high`` of a document."""

    document: Encoded
    low: int
    high: int


def encode(document: Document, scheme: int, tokenizer: Any) -> Encoded:
    """A document for the network; ``tokenizer`` is a ``Tokenizer`` of the library tokenizers."""
    view = View(document, read_lexicon())
    words = [token.text for token in document.tokens]
    found = tokenizer.encode_batch(words, add_special_tokens=False)
    blocks = view.block.tolist()
    opens = [not at or blocks[at] != blocks[at - 1] for at in range(len(words))]
    shapes = [_SHAPES.index(kind) if (kind := shape(word)) in _SHAPES else 0 for word in words]
    headings = [each.kind in _HEADINGS for each in document.sentences]
    sentences = view.sentence.tolist()
    marks = [
        ((kind * _PLACES + place) * 2 + int(headings[sentence])) * 2 + int(first)
        for kind, place, sentence, first in zip(shapes, view.place.tolist(), sentences, opens, strict=True)
    ]
    return Encoded([each.ids[:_LONGEST_WORD] or [UNKNOWN] for each in found], marks, sentences, scheme)


def windows(document: Encoded, first: int = SPAN, step: int = SPAN) -> Iterator[Window]:
    """Windows of at most SPAN word pieces (the first one: ``first``), of whole sentences where these fit.

    Each window begins about ``step`` pieces after the one before it, or where that ends if ``step`` is SPAN.
    """
    ends = list(accumulate((len(each) for each in document.pieces), initial=0))
    size, low, span = len(document.pieces), 0, first
    begins = [at for at in range(size) if not at or document.sentences[at] != document.sentences[at - 1]] + [size]
    while low < size:
        high = max(_back(begins, bisect_right(ends, ends[low] + span) - 1, low), low + 1)
        yield Window(document, low, high)
        if high == size:
            return
        following = _back(begins, bisect_right(ends, ends[low] + step), low)
        low, span = high if step == SPAN else max(min(following, high), low + 1), SPAN


def _back(begins: list[int], at: int, low: int) -> int:
    """The last start of a sentence up to the token ``at``, or ``at`` itself if that start is not after ``low``."""
    start = begins[bisect_right(begins, at) - 1]
    return start if start > low else min(at, begins[-1])
