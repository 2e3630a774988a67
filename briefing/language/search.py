"""Finds tokens and sentences by offset, by bisection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefing.model import Document, Sentence, Token


def tokens_of(document: Document, sentence: Sentence) -> tuple[Token, ...]:
    """The tokens of one sentence."""
    return document.tokens[sentence.first_token : sentence.end_token]


def sentence_at(document: Document, offset: int) -> Sentence | None:
    """The sentence that covers a character of the text, None between sentences."""
    index = sentence_index(document.sentences, offset)
    found = document.sentences[index] if index >= 0 else None
    return found if found and offset < found.end else None


def sentence_index(sentences: Sequence[Sentence], offset: int) -> int:
    """The index of the last sentence that starts at or before an offset, -1 if there is none."""
    return bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1


def token_at(document: Document, offset: int) -> int | None:
    """The index of the token that covers a character of the text, None between tokens."""
    index = bisect_right(document.tokens, offset, key=lambda token: token.start) - 1
    return index if index >= 0 and offset < document.tokens[index].end else None


def tokens_between(tokens: Sequence[Token], start: int, end: int) -> range:
    """The indices of the tokens that lie wholly or partly in ``start:end``; ``tokens`` are in text order."""
    first = bisect_right(tokens, start, key=lambda token: token.end)
    last = bisect_right(tokens, end - 1, key=lambda token: token.start)
    return range(first, max(first, last))
