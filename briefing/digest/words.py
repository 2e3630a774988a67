"""The words of what was said, as the digest compares them, and how rare each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import log
from sys import intern
from zlib import crc32

from briefing.positions.topics import topic_word
from briefing.resources import read_lines

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|[^\W_]+(?:['’.-][^\W_]+)*")
_SHINGLE = 4  # words


def words_of(text: str) -> list[str]:
    """The words and numbers, in lower case."""
    return _WORD.findall(text.casefold().replace("’", "'"))


def shingles(words: Sequence[str], size: int = _SHINGLE) -> list[int]:
    """A number for each run of ``size`` words (the same words give the same number); all words where they are fewer."""
    if len(words) <= size:
        return [crc32(" ".join(words).encode("utf-8", "replace"))] if words else []
    runs = (" ".join(words[place : place + size]) for place in range(len(words) - size + 1))
    return [crc32(run.encode("utf-8", "replace")) for run in runs]


def terms(text: str) -> list[str]:
    """The terms of a text in order, numbers among them, repeats kept."""
    return terms_of(_WORD.findall(text))


def terms_of(words: Iterable[str]) -> list[str]:
    """The terms of some words in order."""
    return list(filter(None, map(term_of, words)))


def plain_terms(text: str) -> frozenset[str]:
    """The terms that a text has in small letters, and its numbers."""
    return frozenset(terms_of(word for word in _WORD.findall(text) if not word[0].isupper()))


@lru_cache(maxsize=1 << 16)
def term_of(word: str) -> str:
    """What a word is compared by: a number as it is, another word by its beginning; "" for a word of grammar."""
    if word[0].isdigit():
        return intern(word.replace(",", ""))
    if word.casefold().endswith(("n't", "n’t")):
        return ""
    term = _singular(topic_word(word))
    return intern(term) if len(term) > 2 or (len(word) > 1 and word.isupper()) else ""


def _singular(topic: str) -> str:
    """The regular plural of a short word meets its singular; longer words meet by being cut."""
    return topic[:-1] if len(topic) > 3 and topic.endswith("s") and not topic.endswith(("ss", "us", "is")) else topic


@lru_cache(maxsize=1 << 16)
def rarity(term: str) -> float:
    """How telling a term is: the inverse frequency of the articles of news that have it (Spärck Jones 1972)."""
    counts, articles = _frequencies()
    return log((articles + 1) / (counts.get(term, 1) + 1))


@cache
def _frequencies() -> tuple[dict[str, int], int]:
    """In how many articles each term stands, and how many articles there are."""
    rows = (line.split("\t") for line in read_lines("digest/frequencies.tsv"))
    counts = {term: int(count) for term, count in rows}
    return counts, counts.pop("")


def within(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words of one stand in the other, one after another."""
    if not short:
        return False
    size = len(short)
    return any(full[at] == short[0] and list(full[at : at + size]) == list(short) for at in range(len(full) - size + 1))
