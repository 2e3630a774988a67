"""The part of a source that names the speaker, without times, asides and words that open the clause."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.entities.word_classes import grammar
from briefing.sources.person_roles import RoleFinder

_NOUN = 3
"""The most words after a lone determiner that are taken as its noun phrase."""


def main_run(finder: RoleFinder, source: Sequence[int]) -> tuple[int, int]:
    """The piece of a source (token span, end exclusive) that best names the speaker, without time and opening words."""
    first, end = min(_runs(finder, source), key=lambda run: _vagueness(finder, *run))
    while first < end - 1 and finder.lower[first] in grammar("opener"):
        first += 1
    first = _after_place(finder, first, end)
    end = next((token for token in range(first + 1, end) if _tells_when(finder, token, end)), end)
    while end - 1 > first and (finder.lower[end - 1] in _dangling() or not finder.texts[end - 1][0].isalnum()):
        end -= 1
    if finder.lower[first] in grammar("determiner") and end - first == 1:
        end = _noun_end(finder, end)
    if finder.lower[first].endswith("ing") or finder.lower[first] in grammar("preposition"):
        comma = next((token for token in range(first, end) if finder.texts[token] == ","), None)
        if comma is not None and next(finder.register.within(comma, end), None):
            first = comma + 1
    follows = finder.lower[end - 1] in grammar("subject", "you") and end - 1 > first
    if follows and finder.lower[end - 2] not in grammar("joiner", "preposition"):
        first = end - 1
    return first, end


def _runs(finder: RoleFinder, source: Sequence[int]) -> list[tuple[int, int]]:
    """The runs of consecutive tokens, as spans; a missing "and" between two names does not break a run."""
    runs: list[tuple[int, int]] = []
    named = finder.register.by_token
    for token in source:
        end = runs[-1][1] if runs else -2
        joined = token == end + 1 and finder.lower[end] in ("and", "&") and end - 1 in named and token in named
        if token == end or joined:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return runs


def _vagueness(finder: RoleFinder, first: int, end: int) -> int:
    """Whether a piece of a source opens with a name or a pronoun (0), another word (1) or a preposition (2)."""
    named = finder.register.by_token
    if first in named or (first + 1 < end and first + 1 in named) or finder.lower[first] in grammar("subject"):
        return 0
    return 2 if finder.lower[first] in grammar("preposition") else 1


def _dangling() -> frozenset[str]:
    """Words with which no noun phrase ends."""
    return grammar("joiner", "preposition", "article", "trailing")


def _noun_end(finder: RoleFinder, end: int) -> int:
    """The end of the noun phrase if the source holds only its determiner ("A | night watchman | is accused")."""
    small = grammar("preposition", "stop", "subject", "relative", "focus", "hiding")
    last = min(end + _NOUN, len(finder.texts), finder.register.sentence_of(end - 1).end_token)
    ends = (at for at in range(end, last) if at in finder.cues or finder.lower[at] in small or _is_no_noun(finder, at))
    return next(ends, last)


def _is_no_noun(finder: RoleFinder, token: int) -> bool:
    """Whether a token is a mark or an adverb ("many | simply want")."""
    return not finder.texts[token].isalpha() or _is_adverb(finder, token)


def _is_adverb(finder: RoleFinder, token: int) -> bool:
    return finder.lower[token].endswith("ly") and token not in finder.register.by_token


def _after_place(finder: RoleFinder, first: int, end: int) -> int:
    """Where a source begins after a place that opens its clause ("In Goole and the Wolds the mayors")."""
    named = finder.register.by_token
    at = first if finder.lower[first] not in grammar("preposition") else first + 1
    before = at - 1 if at and finder.lower[at - 1] != "the" else at - 2
    if before < 0 or finder.lower[before] not in grammar("preposition"):
        return first
    while at < end and (at in named or (finder.lower[at] in {"and", "the"} and at + 1 in named)):
        at = named[at].end if at in named else at + 1
    return at if at - 1 in named and at < end and finder.lower[at] in grammar("determiner") else first


def _tells_when(finder: RoleFinder, token: int, end: int) -> bool:
    """Whether a time expression begins at ``token``, which ends the source ("Mr Quill | last week")."""
    word, after = finder.texts[token], finder.lower[token + 1] if token + 1 < end else ""
    if word in {"this", "last", "next"}:
        return not after or after in grammar("period")
    return word in grammar("moment") and (not after or after in grammar("preposition"))
