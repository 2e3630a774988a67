"""The topic words of a text: its content words, cut to their first letters so that forms of one word are equal."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefing.language import norm, stop_words
from briefing.model import Document, Position
from briefing.positions.word_index import word_index

_CUT = 6  # letters: conflates English forms about as well as a stemmer, at no cost


Topics = frozenset[str]


def topics_of(document: Document, positions: Iterable[Position]) -> list[Topics]:
    """The topic words of each position's content."""
    words = word_index(document)
    return [frozenset(topic_words(words.within(position.content))) for position in positions]


def topic_words(words: Iterable[str]) -> list[str]:
    """The topic words in order, repeats kept; function words and punctuation are left out."""
    return [found for word in words if (found := topic_word(word))]


@lru_cache(maxsize=1 << 14)
def topic_word(word: str) -> str:
    """The first ``_CUT`` letters of a word, in lower case and without "'s"; "" for a function word or punctuation."""
    plain = norm(word).removesuffix("'s")
    if plain in stop_words() or not plain[:1].isalnum():
        return ""
    return plain[:_CUT]
