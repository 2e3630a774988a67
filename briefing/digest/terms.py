"""The words and terms of a text as the digest compares them, and how rare each term is in the news."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from math import log
from sys import intern
from zlib import crc32

from briefing.language.morphology import without_plural
from briefing.positions.topics import topic_word
from briefing.resources import read_lines

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|[^\W_]+(?:['’.-][^\W_]+)*")
_PARTED = re.compile(f"({_WORD.pattern})")
_SHINGLE = 4  # words


class Wording:
    """A text with its words and their terms, one for each word ("" for a function word)."""

    __slots__ = ("_starts", "terms", "text", "words")

    def __init__(self, text: str) -> None:
        parts = _PARTED.split(text)
        self.text, self.words = text, parts[1::2]
        self.terms = list(map(term_of, self.words))
        self._starts = list(accumulate(map(len, parts)))[:-1:2]

    def terms_within(self, start: int, end: int) -> tuple[str, ...]:
        """The distinct terms, in order, of the words that begin at ``start`` or later, but before ``end``."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(dict.fromkeys(filter(None, self.terms[first:last])))


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, unchanged."""
    return _WORD.findall(text)


def lower_words(text: str) -> list[str]:
    """The words and numbers of a text, in lower case."""
    return _WORD.findall(text.casefold().replace("’", "'"))


@lru_cache(maxsize=1 << 16)
def lowered(word: str) -> str:
    """A word in lower case."""
    return intern(word.casefold().replace("’", "'"))


def shingles(words: Sequence[str], size: int = _SHINGLE) -> list[int]:
    """A hash for each run of ``size`` consecutive words; one hash of all words where there are fewer than that."""
    text = " ".join(words).encode("utf-8", "replace")
    if len(words) <= size:
        return [crc32(text)] if words else []
    starts = list(accumulate([len(word) + 1 for word in text.split(b" ")], initial=0))
    return [crc32(text[start : after - 1]) for start, after in zip(starts, starts[size:], strict=False)]


def terms(text: str) -> list[str]:
    """The terms of a text in order, numbers among them, repeats kept."""
    return terms_of(_WORD.findall(text))


def terms_of(words: Iterable[str]) -> list[str]:
    """The terms of some words in order."""
    return list(filter(None, map(term_of, words)))


def plain_terms(words: Iterable[str]) -> frozenset[str]:
    """The terms of numbers and of words that do not begin with a capital: all but those of names."""
    return frozenset(terms_of(word for word in words if not word[0].isupper()))


@lru_cache(maxsize=1 << 16)
def term_of(word: str) -> str:
    """The form under which a word is compared: a number without its commas, another word cut to its first letters.

    Function words, negated verbs ("didn't") and words of one or two letters, unless in capitals ("EU"), give "".
    """
    if word[0].isdigit():
        return intern(word.replace(",", ""))
    if word.casefold().endswith(("n't", "n’t")):
        return ""
    term = without_plural(topic_word(word))
    return intern(term) if len(term) > 2 or (len(word) > 1 and word.isupper()) else ""


@lru_cache(maxsize=1 << 16)
def rarity(term: str) -> float:
    """The inverse document frequency of a term (Spärck Jones 1972), by a fixed table for news articles."""
    counts, articles = _frequencies()
    return log((articles + 1) / (counts.get(term, 1) + 1))


@cache
def _frequencies() -> tuple[dict[str, int], int]:
    """In how many articles each term stands, and how many articles there are."""
    rows = (line.split("\t") for line in read_lines("digest/frequencies.tsv"))
    counts = {term: int(count) for term, count in rows}
    return counts, counts.pop("")


def is_run_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether ``short`` stands in ``full`` as consecutive words."""
    if not short:
        return False
    size = len(short)
    return any(full[at] == short[0] and list(full[at : at + size]) == list(short) for at in range(len(full) - size + 1))
