"""The lists of names and phrases that reading knows, loaded when first needed."""

from __future__ import annotations

from functools import cache

from briefing.resources import read_lines, read_rows


@cache
def places() -> frozenset[str]:
    """Cities that datelines name, upper case."""
    return frozenset(place.upper() for place in read_lines("reading/places.txt"))


@cache
def agencies() -> frozenset[str]:
    """News agencies and outlets, lower case."""
    return frozenset(agency.lower() for agency in read_lines("reading/agencies.txt"))


@cache
def sections() -> frozenset[str]:
    """Section names, lower case."""
    return frozenset(read_lines("reading/sections.txt"))


@cache
def name_words(group: str) -> frozenset[str]:
    """One group of ``names.tsv``: words that stand among the names of a byline or credit, or never begin a name."""
    return frozenset(word for name, words in read_rows("reading/names.tsv") if name == group for word in words.split())


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """One kind of phrase of ``furniture.tsv``, lower case, in the order of the file."""
    return tuple(phrase for name, phrase in read_rows("reading/furniture.tsv") if name == kind)
