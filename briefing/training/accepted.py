"""Whether the names of holders are those that an editor accepts (as the scorer of positions compares them)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

Parties = Sequence[Sequence[str]]
"""The names that are accepted for each party of a position, the editor's first choice first."""

_SAME = (
    ("us", "u s", "usa", "united states", "united states of america", "america", "us government"),
    ("uk", "united kingdom", "britain", "great britain", "uk government", "british government"),
    ("eu", "european union"),
    ("un", "united nations"),
    ("uae", "united arab emirates"),
)
_ONE = {name: names[0] for names in _SAME for name in names}
_LAST = frozenset({"jr", "sr", "ii", "iii"})


@cache
def plain(name: str) -> str:
    """A name as it is compared: lower case, no punctuation, possessive or "the", one form of "US", "America", …"""
    name = re.sub(r"[^\w\s]", " ", re.sub(r"[’']s\b", "", name.casefold()))
    name = " ".join(re.sub(r"^\s*the\s+", "", name).split())
    return _ONE.get(name, name)


@cache
def same_name(one: str, other: str) -> bool:
    """Whether two names are equal, or the longer one ends with the same word and has all words of the shorter."""
    one, other = plain(one), plain(other)
    if not one or not other or one == other:
        return bool(one) and one == other
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and short[-1] == long[-1] and set(short) <= set(long) and len(short[-1]) > 2


def _words(name: str) -> list[str]:
    words = name.split()
    return [*words[:-2], " ".join(words[-2:])] if len(words) > 1 and words[-1] in _LAST else words


def all_met(parties: Parties, names: Sequence[str]) -> bool:
    """Whether each party is among the names, and each name is one of the parties."""
    return all(any(same_name(a, n) for a in party for n in names) for party in parties) and is_among(parties, names)


def is_among(parties: Parties, names: Sequence[str]) -> bool:
    """Whether there are names, and each of them is one of the parties."""
    return bool(names) and all(any(same_name(a, n) for party in parties for a in party) for n in names)


def first_met(parties: Parties, names: Sequence[str]) -> bool:
    """Whether the editor's first choice for each party is among the names."""
    return all(any(plain(party[0]) == plain(name) for name in names) for party in parties)
