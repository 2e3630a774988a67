"""The words of a document as the positions stage reads them: in lower case, with their classes, found by offset."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefing.language import norm
from briefing.model import Document, Piece, Span
from briefing.positions.stance_lexicon import classes_of

READ = 120  # most words of a content that are read; what comes later rarely tells the stance


def word_index(document: Document) -> WordIndex:
    """The words of a document.

    The index of the last document is kept, as every step of the stage asks for it.
    """
    global _latest
    words = _latest
    if words is None or words.document is not document:
        _latest = words = WordIndex(document)
    return words


class WordIndex:
    """The words of a document in lower case and their classes, found by offset.

    ``lower`` and ``classes`` (bits, see ``stance_lexicon.class_bit``) have an entry for each token of the document.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = [token.start for token in document.tokens]
        known = [_known(token.text) for token in document.tokens]
        self.lower: Sequence[str] = [word for word, _ in known]
        self.classes: Sequence[int] = [classes for _, classes in known]

    def index(self, offset: int) -> int:
        """The number of the first word that starts at or after an offset."""
        return bisect_left(self._starts, offset)

    def numbers(self, spans: Iterable[Span | Piece], limit: int = READ) -> list[int]:
        """The numbers of the words that start within some spans, at most ``limit``."""
        found: list[int] = []
        for span in spans:
            first = bisect_left(self._starts, span.start)
            end = bisect_left(self._starts, span.end, first)
            found.extend(range(first, min(end, first + limit - len(found))))
        return found

    def within(self, spans: Iterable[Span | Piece], limit: int = READ) -> list[str]:
        """The words that start within some spans, at most ``limit``."""
        return [self.lower[number] for number in self.numbers(spans, limit)]

    def slice(self, start: int, end: int) -> Sequence[str]:
        """The words whose numbers are ``start`` up to but not including ``end``."""
        return self.lower[max(start, 0) : max(end, 0)]


@lru_cache(maxsize=1 << 14)
def _known(text: str) -> tuple[str, int]:
    word = norm(text)
    return word, classes_of(word)


_latest: WordIndex | None = None
