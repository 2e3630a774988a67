"""Names for which an article defines a short form itself: "the South African Revenue Service (Sars)".

Mostly the letters of the short form are the first letters of the capitalised words before it; see Schwartz and Hearst
(2003), "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from briefing.entities.model import Name
from briefing.entities.word_classes import grammar

_LEAST, _MOST = 2, 8
"""The fewest and the most letters of a short form."""


class Definition(NamedTuple):
    """A short form (the token ``short``) and its name, ``first`` up to ``end`` (exclusive).

    ``first`` is None where the letters of the short form do not tell where the name begins.
    """

    first: int | None
    end: int
    short: int


def definitions(texts: Sequence[str]) -> list[Definition]:
    """The short forms that an article defines in brackets, in order."""
    opened = [at for at, word in enumerate(texts[:-2]) if word == "(" and texts[at + 2] == ")"]
    found = [Definition(_spelled(texts, at, texts[at + 1]), at, at + 1) for at in opened if _is_short(texts[at + 1])]
    return [each for each in found if each.first is not None or texts[each.short].isupper()]


def with_definitions(names: Sequence[Name], defined: Sequence[Definition]) -> list[Name]:
    """The names of an article with the defined ones added, each of which replaces the names within it.

    Both are in text order, and no name overlaps another.
    """
    firsts, ends = [name.first for name in names], [name.end for name in names]
    made: list[Name] = []
    done = 0
    for first, end, _ in defined:
        if first is not None:
            low, high = bisect_right(ends, first), bisect_left(firsts, end)
            met = names[low:high]
            whole = any((name.first, name.end) == (first, end) for name in met)
            if low >= done and not whole and all(first <= name.first and name.end <= end for name in met):
                made += [*names[done:low], Name(first, first, end, "organization", ())]
                done = high
    return [*made, *names[done:]]


def _is_short(word: str) -> bool:
    return _LEAST <= len(word) <= _MOST and word.isalpha() and word[0].isupper()


def _spelled(texts: Sequence[str], end: int, short: str) -> int | None:
    """The first of the words before ``end`` whose initials are the letters of a short form; None if they are not."""
    small = grammar("linking")
    at = end
    for letter in reversed(short.lower()):
        at -= 1
        while at >= 0 and texts[at].lower() in small:
            at -= 1
        if at < 0 or not texts[at][0].isupper() or texts[at][0].lower() != letter:
            return None
    return at
