"""The words of what was said, as the digest compares them, and how rare each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import log
from sys import intern
from zlib import crc32

from briefing.language.morphology import without_plural
from briefing.positions.topics import topic_word
from briefing.resources import read_lines

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|[^\W_]+(?:['’.-][^\W_]+)*")
_SHINGLE = 4  # words


def lower_words(text: str) -> list[str]:
    """The words and numbers, in lower case."""
    return _WORD.findall(text.casefold().replace("’", "'"))


def shingles(words: Sequence[str], size: int = _SHINGLE) -> list[int]:
    """A hash for each run of ``size`` consecutive words; one hash of all words where there are fewer than that."""
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
    """The terms of a text that it writes in small letters, and its numbers: all but its names."""
    return frozenset(terms_of(word for word in _WORD.findall(text) if not word[0].isupper()))


@lru_cache(maxsize=1 << 16)
def term_of(word: str) -> str:
    """The form under which a word is compared: a number without its commas, another word cut to its first letters.

    Words of grammar give "".
    """
    if word[0].isdigit():
        return intern(word.replace(",", ""))
    if word.casefold().endswith(("n't", "n’t")):
        return ""
    term = without_plural(topic_word(word))
    return intern(term) if len(term) > 2 or (len(word) > 1 and word.isupper()) else ""


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


def is_run_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether ``short`` stands in ``full`` as consecutive words."""
    if not short:
        return False
    size = len(short)
    return any(full[at] == short[0] and list(full[at : at + size]) == list(short) for at in range(len(full) - size + 1))
