"""The quotation weight of a sentence: how much of it is speech, whose, and how much of a position it takes."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from math import sqrt

from briefing.model import Document, Position

_STATED = 0.5
"""What a claim with no side taken counts, against one that takes a side."""

_CONTINUED = 0.3
"""What the rest of a position counts in the sentences after the one where it begins."""


def quotation_weights(document: Document, positions: Sequence[Position]) -> list[float]:
    """A weight from 0 to 1 for each sentence of the document.

    Each position gives a sentence the square root of the share of its characters that are the position's content, times
    the prominence of the holder (a half, and another half in proportion to the positions that the party holds, against
    the article's most active party), less where it only states or goes on from the sentence before. Several positions
    add up like chances, ``1 - (1 - a)(1 - b)``.
    """
    rest = [1.0] * len(document.sentences)
    starts = [sentence.start for sentence in document.sentences]
    held = Counter(party for position in positions for party in dict.fromkeys(position.parties))
    most = max(held.values(), default=1)
    for position in positions:
        prominence = max((held[party] for party in position.parties), default=0) / most
        value = (1 + prominence) / 2 * (_STATED if position.stance == "state" else 1.0)
        for index, share in _shares(document, starts, position).items():
            goes_on = _CONTINUED if starts[index] > position.content[0].start else 1.0
            rest[index] *= 1 - value * goes_on * sqrt(share)
    return [1 - left for left in rest]


def _shares(document: Document, starts: Sequence[int], position: Position) -> dict[int, float]:
    """The sentences that the position's content lies in, with its share of their characters, at most 1."""
    shares: dict[int, float] = {}
    for piece in position.content:
        for index in range(max(0, bisect_right(starts, piece.start) - 1), bisect_right(starts, piece.end - 1)):
            sentence = document.sentences[index]
            shared = min(piece.end, sentence.end) - max(piece.start, sentence.start)
            if shared > 0:
                shares[index] = min(1.0, shares.get(index, 0.0) + shared / (sentence.end - sentence.start))
    return shares
