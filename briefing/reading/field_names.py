"""The names that fields of articles have in tables, JSON and feeds, by what they mean; case and marks do not count.

Earlier names win over later ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from briefing.resources import read_rows

_WORD = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 100  # characters; a name is no sentence


@cache
def field_names(meaning: str) -> tuple[str, ...]:
    """The names of one meaning, in small letters without marks, the best first."""
    return tuple(name for kind, names in read_rows("reading/fields.tsv") if kind == meaning for name in names.split())


@cache
def _columns() -> frozenset[str]:
    return frozenset(name for _, names in read_rows("reading/fields.tsv") for name in names.split())


@lru_cache(maxsize=4096)
def meaning_of(name: str) -> str | None:
    """What a name means by its words where it is none of the known ones: ``headline_text`` is a title."""
    words = frozenset(_WORD.findall(_HUMP.sub("_", name[:_LONGEST]).lower()))
    (_, _, never), *rows = _word_rows()
    if words & never:
        return None
    return next((meaning for meaning, own, without in rows if words & own and not words & without), None)


@cache
def _word_rows() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    rows = ((*row, "", "")[:3] for row in read_rows("reading/fieldwords.tsv"))
    return tuple((meaning, frozenset(own.split()), frozenset(without.split())) for meaning, own, without in rows)


def plain_name(name: str) -> str:
    """``Date_Published`` and ``datePublished`` are one name."""
    return "".join(char for char in name.lower() if char.isalnum())


def known_name(plain: str) -> bool:
    """Whether a plain name is one of the table."""
    return plain in _columns()


def known_column(name: str, by_words: bool = False) -> bool:
    """Whether a column of this name is one of an article; ``by_words`` takes a name with a telling word too."""
    return known_name(plain_name(name)) or (by_words and meaning_of(name) is not None)


def holds_text(names: Iterable[str], by_words: bool = False) -> bool:
    """Whether one of these names is that of a text, or of a summary of one."""
    wanted = {*field_names("text"), *field_names("snippet")}
    return any(plain_name(name) in wanted or (by_words and meaning_of(name) == "text") for name in names)
