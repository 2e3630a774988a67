"""The names that fields of articles have in tables, JSON and feeds, by what they mean; case and marks do not count.

Earlier names win over later ones.
"""

from __future__ import annotations

from functools import cache

from briefing.resources import read_rows


@cache
def field_names(meaning: str) -> tuple[str, ...]:
    """The names of one meaning, in small letters without marks, the best first."""
    return tuple(name for kind, names in read_rows("reading/fields.tsv") if kind == meaning for name in names.split())


@cache
def _columns() -> frozenset[str]:
    return frozenset(name for _, names in read_rows("reading/fields.tsv") for name in names.split())


def plain_name(name: str) -> str:
    """``Date_Published`` and ``datePublished`` are one name."""
    return "".join(char for char in name.lower() if char.isalnum())


def known_column(name: str) -> bool:
    """Whether a column of this name is one of an article."""
    return plain_name(name) in _columns()
