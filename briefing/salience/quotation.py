"""The quotation weight of a sentence: what the positions that it holds are worth."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefing.model import Document, Position

_CONTINUED = 0.3
"""The factor of a position's score in the sentences after the one where it begins."""


def quotation_weights(document: Document, positions: Sequence[Position]) -> list[float]:
    """A weight from 0 to 1 for each sentence of the document: the chance that an editor keeps its best position.

    That is the ``score`` which ranking gave the position, or a part of it in a sentence into which the position only
    continues. Only the best position of a sentence counts.
    """
    weights = [0.0] * len(document.sentences)
    starts = [sentence.start for sentence in document.sentences]
    for position in positions:
        begins = _sentence_at(starts, position.content[0].start)
        for piece in position.content:
            for index in range(_sentence_at(starts, piece.start), _sentence_at(starts, piece.end - 1) + 1):
                worth = position.score * (1.0 if index == begins else _CONTINUED)
                weights[index] = max(weights[index], worth)
    return weights


def _sentence_at(starts: Sequence[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)
