"""Names of the fields of articles in tables, JSON and feeds, by meaning ("text", "title", …), the surest name first.

Case and punctuation of a name do not count.
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
    """The names with one meaning, in lower case without punctuation, the surest first."""
    return tuple(name for kind, names in read_rows("reading/fields.tsv") if kind == meaning for name in names.split())


@cache
def _columns() -> frozenset[str]:
    return frozenset(name for _, names in read_rows("reading/fields.tsv") for name in names.split())


@lru_cache(maxsize=4096)
def meaning_of(name: str) -> str | None:
    """The meaning of a name outside the table, by the words in it (``headline_text`` is a title); None if unknown."""
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
    """A name in lower case without punctuation, so that ``Date_Published`` and ``datePublished`` are equal."""
    return "".join(char for char in name.lower() if char.isalnum())


def known_name(plain: str) -> bool:
    """Whether a name, as ``plain_name`` returns it, is in the table."""
    return plain in _columns()


def known_column(name: str, by_words: bool = False) -> bool:
    """Whether a name is a known field of an article, or, with ``by_words``, has a meaning by a word in it."""
    return known_name(plain_name(name)) or (by_words and meaning_of(name) is not None)


def holds_text(names: Iterable[str], by_words: bool = False) -> bool:
    """Whether one of the names is that of an article's text or summary; ``by_words`` as in ``known_column``."""
    wanted = {*field_names("text"), *field_names("snippet")}
    return any(plain_name(name) in wanted or (by_words and meaning_of(name) == "text") for name in names)
