"""Tests of the words beside "and" or a comma in a source: whether they are separate people or groups."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from briefing.entities.model import LANDS, Sighting
from briefing.entities.word_classes import grammar
from briefing.sources.person_roles import RoleFinder
from briefing.sources.phrases import may_call, owns

_CALLED = 6
"""How many words after "and" or a comma are searched for the next person's name, which a role may precede."""
_TITLE = 2
"""The most words of each role that "and" joins in a headline."""


def adds_others(finder: RoleFinder, start: int, before: Sighting, token: int, end: int) -> bool:
    """Whether the comma or "and" at ``token``, right after the name ``before``, adds other people or a group."""
    person = _next_called(finder, before, token + 1, end)
    if finder.lower[token] == ",":
        return person is not None and person.end < end and finder.lower[person.end] in {",", "and"}
    return person is not None or _tells_several(finder, start, before, token + 1, end)


def _next_called(finder: RoleFinder, before: Sighting, after: int, end: int) -> Sighting | None:
    """The person named after another person with at most a role between ("Ada Quill and soloist Bo Marsh"), or None."""
    called = finder.register.within(after, min(end, after + _CALLED))
    person = next((each for each in called if is_person(finder, each)), None)
    if person is None or not is_person(finder, before) or owns(finder.lower, person):
        return None
    between = range(after, person.name.core)
    return person if finder.cues.isdisjoint(between) and may_call(finder.lower, between) else None


def _tells_several(finder: RoleFinder, start: int, before: Sighting, after: int, end: int) -> bool:
    """Whether the words after a name and "and" are an unnamed group ("Quill and 30 scientists from Orr")."""
    opening = finder.lower[start : before.first]
    last = opening[-1] if opening else ""
    land = finder.register.drafts[before.draft].type in LANDS | {"unknown"}
    shared = last in grammar("possessive") or (land and last in grammar("determiner"))
    if shared or before.name.kind == "adjective" or not grammar("preposition").isdisjoint(opening):
        return False
    named = any(True for _ in finder.register.within(after, _head_end(finder, after, end)))
    return not named and _is_group(finder, after, end)


def lists_groups(finder: RoleFinder, start: int, token: int, end: int) -> bool:
    """Whether a comma stands in a list of plurals ("shops, local councils and many pupils")."""
    joiners = [at for at in range(token, end) if finder.lower[at] in {",", "and"}]
    if len(joiners) < 2 or finder.lower[joiners[-1]] != "and":
        return False
    bounds = [start - 1, *joiners, end]
    return all(_is_group(finder, first + 1, last) for first, last in pairwise(bounds))


def are_groups(finder: RoleFinder, start: int, token: int, after: int, end: int) -> bool:
    """Whether "and" joins two plurals: "local firms and port workers", "parents and pupils"."""
    while start < token and finder.lower[start] in grammar("determiner") | {"both"}:
        start += 1
    head = _head_end(finder, after, end)
    plain = all(finder.texts[at].isalpha() for at in (*range(start, token), *range(after, head)))
    return plain and all(_is_plural(finder, at) for at in (token - 1, head - 1))


def are_two(finder: RoleFinder, start: int, token: int, after: int, end: int) -> bool:
    """Whether "and" joins the roles of two people before a plural verb: "Chef and critic agree" in a headline."""
    if max(token - start, end - after) > _TITLE or finder.lower[start] in grammar("determiner", "possessive"):
        return False
    if end >= len(finder.lower) or finder.lower[end].endswith("s"):
        return False
    return is_one(finder, start, token) and is_one(finder, after, end)


def _is_group(finder: RoleFinder, first: int, end: int) -> bool:
    """Whether the head noun of a phrase is a plural and no punctuation stands before it."""
    head = _head_end(finder, first, end)
    return first < head and _are_words(finder, range(first, head)) and _is_plural(finder, head - 1)


def _is_plural(finder: RoleFinder, token: int) -> bool:
    word = finder.lower[token]
    return token not in finder.register.by_token and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def is_one(finder: RoleFinder, first: int, end: int) -> bool:
    """Whether some words are the role of one person, and not a kinship term ("husband and wife" are two)."""
    role = finder.parse(first, end)
    return role is not None and not role.plural and role.kind != "kin"


def is_person(finder: RoleFinder, sighting: Sighting) -> bool:
    return finder.register.drafts[sighting.draft].kind == "person"


def _are_words(finder: RoleFinder, tokens: Iterable[int]) -> bool:
    """Whether no punctuation stands among some tokens."""
    return all(finder.texts[at][0].isalnum() for at in tokens)


def _head_end(finder: RoleFinder, first: int, end: int) -> int:
    """The end (exclusive) of the head noun of a phrase: before "of", "who" and the like, or ``end``."""
    small = grammar("preposition", "relative")
    return next((at for at in range(first, end) if finder.lower[at] in small), end)
