"""Shortens what people's formats show: contents are cut at a clause, roles before what they are about.

Nothing is put in other words, and what is left out shows as an ellipsis; the JSON keeps the whole.
"""

from __future__ import annotations

import re

_MOST_WORDS = 34
_LEAST_WORDS = 14  # that are left of a content that is cut
_ROLE_WORDS = 8
_ROLE_HEAD = 3  # words of a role before which it is not cut
_WORD = re.compile(r"\S+")
_CLAUSE_END = re.compile(r"[,;:.!?—–]['\"’”)]*$")
_OPENER = re.compile(
    r"(?:that\s+(?=(?:an?|the|all|both|each|every|he|her|his|I|it|its|my|no|nobody|none|our|she|some|their|there|these"
    r"|they|this|those|we|you)\b|[A-Z0-9“\"‘])|(?:which|who|whom),?\s+(?=\S))"
)
_ROLE_TAIL = frozenset(
    {"on", "who", "that", "which", "with", "without", "for", "at", "in", "from", "about", "during", "since", "after"}
)
_PAIRS = (("“", "”"), ("(", ")"))
_OPEN_MARK = re.compile(r"(?<!\S)\"(?=\w)[^\"]*$")


def at_a_glance(words: str, most: int = _MOST_WORDS) -> str:
    """A content without the relative or conjunction at its head, cut at a clause where it has more than ``most`` words.

    Quotation marks that are left open are closed.
    """
    words = words[found.end() :] if (found := _OPENER.match(words)) else words
    places = [each.end() for each in _WORD.finditer(words)]
    if len(places) <= most:
        return _closed(words)
    cut = next(
        (place for place in reversed(places[_LEAST_WORDS:most]) if _CLAUSE_END.search(words, 0, place)),
        places[most - 1],
    )
    return _closed(words[:cut].rstrip("'\"’” ,;:—–") + " …")


def role_at_a_glance(role: str) -> str:
    """A role, cut before what it is about where it is long ("minister of … for …")."""
    words = role.split()
    if len(words) <= _ROLE_WORDS:
        return role
    ends = [place for place in range(_ROLE_HEAD, len(words)) if words[place].lower() in _ROLE_TAIL]
    commas = [place + 1 for place in range(_ROLE_HEAD - 1, len(words)) if words[place].endswith(",")]
    return " ".join(words[: min([*ends, *commas, len(words)])]).rstrip(",")


def _closed(words: str) -> str:
    """The words with the marks that they open and do not close."""
    for opening, closing in _PAIRS:
        if words.rfind(opening) > words.rfind(closing):
            words += closing
    return words + '"' * bool(words.count('"') % 2 and _OPEN_MARK.search(words))
