"""Shortens what formats for people show: contents at the end of a sentence or clause, roles before their complement.

Nothing is reworded, and an ellipsis stands for what is left out of a content; JSON keeps the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.language.vocabulary import abbreviations
from briefing.rendering.quotation_marks import closed
from briefing.resources import read_words

_MOST_WORDS = 34
_SPARED = 6
"""A content may exceed the limit by one word in so many, so that it is not cut just before its last words."""
_LEAST_WORDS = 14  # that are left of a content that is cut
_LEAST_SENTENCE = 10  # that are left where it is cut at the end of a sentence
_ASIDE = 3  # fewer words between two commas are no clause
_ROLE_WORDS = 8
_ROLE_HEAD = 3  # words of a role before which it is not cut
_CLOSERS = "'\"’”)]"
_OPENERS = "'\"‘“(["
_STOPS = ".!?…"
_OPENER = re.compile(
    r"(?:that\s+(?=(?:an?|the|all|both|each|every|he|her|his|I|it|its|my|no|nobody|none|our|she|some|their|there|these"
    r"|they|this|those|we|you)\b|[A-Z0-9“\"‘])|(?:which|who|whom),?\s+(?=\S)"
    r"|(?:And|But|Meanwhile|However|and|but),?\s+(?=\S))"
)
_LEANING = frozenset({"that", "and", "but", "because", "or", "so"})
_ROLE_TAIL = frozenset(
    {"on", "who", "that", "which", "with", "without", "for", "at", "in", "from", "about", "during", "since", "after"}
)


def at_a_glance(words: str, most: int = _MOST_WORDS) -> str:
    """A content without a conjunction or relative pronoun at its beginning, cut if much longer than ``most`` words.

    It is cut at the end of a sentence, else of a clause, else before a conjunction or relative. Quotation marks that
    are left open are closed.
    """
    words = words[found.end() :] if (found := _OPENER.match(words)) else words
    parts = words.split()
    if len(parts) <= most + most // _SPARED:
        return closed(words)
    kept = parts[: _best_cut(parts, most)]
    while len(kept) > 1 and not kept[-1].strip(_STOPS + _CLOSERS):
        kept.pop()
    return closed(" ".join(kept).rstrip("'\"’”… ,;:—–-").removesuffix("...") + " …")


def role_at_a_glance(role: str | None) -> str:
    """A role, cut before its complement if it is long ("minister of … for …"); "" for one that breaks off ("lawyers
    for") and for None."""
    role = role or ""
    words = role.split()
    if not words or _function_word(words[-1]):
        return ""
    if len(words) <= _ROLE_WORDS:
        return role
    ends = [place for place in range(_ROLE_HEAD, len(words)) if words[place].lower() in _ROLE_TAIL]
    commas = [place + 1 for place in range(_ROLE_HEAD - 1, len(words)) if words[place].endswith(",")]
    return " ".join(words[: min([*ends, *commas, len(words)])]).rstrip(",")


def _best_cut(parts: Sequence[str], most: int) -> int:
    """How many words to keep, at most ``most``: up to the last end of a sentence, else of a clause, else a joint."""
    least = min(_LEAST_WORDS, most)
    for low, ends in ((min(_LEAST_SENTENCE, most), _ends_sentence), (least, _ends_clause), (least, _ends_before_joint)):
        for count in range(most, low - 1, -1):
            if ends(parts, count):
                return count
    return next((count for count in range(most, least, -1) if not _function_word(parts[count - 1])), most)


def _ends_sentence(parts: Sequence[str], count: int) -> bool:
    """Whether a sentence, or a piece of a content, ends after the first ``count`` words."""
    word, following = parts[count - 1].rstrip(_CLOSERS), parts[count].lstrip(_OPENERS)
    if following == "…":
        return True
    bare = word.rstrip(".").lstrip(_OPENERS)
    abbreviated = word.endswith(".") and (len(bare) == 1 or "." in bare or bare in abbreviations())
    return word.endswith(tuple(_STOPS)) and not abbreviated and not following[:1].islower()


def _ends_clause(parts: Sequence[str], count: int) -> bool:
    """Whether a clause ends with a mark after the first ``count`` words, and does not depend on what follows."""
    word = parts[count - 1].rstrip(_CLOSERS)
    if word.endswith((";", "—", "–")) or parts[count] in ("–", "—", "-"):
        return True
    if not word.endswith(",") or _function_word(word):
        return False
    start = count - 1
    while start and not parts[start - 1].rstrip(_CLOSERS).endswith((",", ";", ":", "–", "—", *_STOPS)):
        start -= 1
    clause = [each.strip(_OPENERS + _CLOSERS + ",").lower() for each in parts[start:count]]
    opens = start == 0 or not parts[start - 1].rstrip(_CLOSERS).endswith(",")
    openers = read_words("rendering/before_main_clause.txt")
    leans = any(one in _LEANING and two in openers for one, two in pairwise(clause))
    return len(clause) >= _ASIDE and not leans and not (opens and clause[0] in openers)


def _ends_before_joint(parts: Sequence[str], count: int) -> bool:
    """Whether a conjunction or relative follows the first ``count`` words, which can end a clause."""
    return parts[count].lower() in read_words("rendering/joints.txt") and not _function_word(parts[count - 1])


def _function_word(word: str) -> bool:
    """Whether a word cannot be the last of a clause."""
    return word.strip(_OPENERS + _CLOSERS + ",").lower() in read_words("attribution/never_last.txt")
