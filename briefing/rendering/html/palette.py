"""The letter and the colour of each party: the letter alone is enough, the colour is quicker to see.

The colours stand in ``assets/page.css``: eight that people with any colour vision can tell apart two by two, and a
grey for all further parties and for positions that nobody is named for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import ascii_uppercase
from typing import NamedTuple

HUES = 8
GREY = HUES


class Badge(NamedTuple):
    """``hue`` numbers the colours of the style sheet."""

    name: str
    letter: str
    hue: int


NOBODY = Badge("", "–", GREY)


def badges(names: Iterable[str]) -> Mapping[str, Badge]:
    """A badge for each party, in the order of the names."""
    distinct = dict.fromkeys(names)
    return {name: Badge(name, _letter(index), min(index, GREY)) for index, name in enumerate(distinct)}


def _letter(index: int) -> str:
    """A to Z, then AA, AB and so on, as the columns of a sheet."""
    beyond, place = divmod(index, len(ascii_uppercase))
    return (_letter(beyond - 1) if beyond else "") + ascii_uppercase[place]
