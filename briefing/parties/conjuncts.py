"""What stands on either side of "and" or a comma: other people and groups, whatever they are called."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from briefing.parties.model import LANDS, Sighting
from briefing.parties.person_roles import RoleFinder
from briefing.parties.phrases import may_call, owns
from briefing.parties.word_classes import grammar

_CALLED = 6
"""How many words, with the first of the name, may stand between "and" and a person whom they call something."""
_TITLE = 2
"""How many words a headline calls somebody by."""


def adds_others(finder: RoleFinder, start: int, before: Sighting, token: int, end: int) -> bool:
    """Whether a joiner goes on from a name with others, whatever they are called."""
    person = _next_called(finder, before, token + 1, end)
    if finder.lower[token] == ",":
        return person is not None and person.end < end and finder.lower[person.end] in {",", "and"}
    return person is not None or _tells_several(finder, start, before, token + 1, end)


def _next_called(finder: RoleFinder, before: Sighting, after: int, end: int) -> Sighting | None:
    """The person whom a phrase says what they are and names after another person ("Ada Quill and soloist Bo Marsh")."""
    called = finder.register.within(after, min(end, after + _CALLED))
    person = next((each for each in called if is_person(finder, each)), None)
    if person is None or not is_person(finder, before) or owns(finder.lower, person):
        return None
    between = range(after, person.name.core)
    return person if finder.cues.isdisjoint(between) and may_call(finder.lower, between) else None


def _tells_several(finder: RoleFinder, start: int, before: Sighting, after: int, end: int) -> bool:
    """Whether "and" goes on from a name with several who are not named ("Quill and 30 scientists from Orr")."""
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
    """Whether "and" joins what two are called, before a verb of several: "Chef and critic agree" in a headline."""
    if max(token - start, end - after) > _TITLE or finder.lower[start] in grammar("determiner", "possessive"):
        return False
    if end >= len(finder.lower) or finder.lower[end].endswith("s"):
        return False
    return is_one(finder, start, token) and is_one(finder, after, end)


def _is_group(finder: RoleFinder, first: int, end: int) -> bool:
    """Whether a phrase is several whom a noun tells, of whatever they are."""
    head = _head_end(finder, first, end)
    return first < head and _are_words(finder, range(first, head)) and _is_plural(finder, head - 1)


def _is_plural(finder: RoleFinder, token: int) -> bool:
    word = finder.lower[token]
    return token not in finder.register.by_token and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def is_one(finder: RoleFinder, first: int, end: int) -> bool:
    """Whether some words are what one person is called, and no kinship ("husband and wife" are two)."""
    role = finder.parse(first, end)
    return role is not None and not role.plural and role.kind != "kin"


def is_person(finder: RoleFinder, sighting: Sighting) -> bool:
    return finder.register.drafts[sighting.draft].kind == "person"


def _are_words(finder: RoleFinder, tokens: Iterable[int]) -> bool:
    """Whether no mark stands among some tokens."""
    return all(finder.texts[at][0].isalnum() for at in tokens)


def _head_end(finder: RoleFinder, first: int, end: int) -> int:
    """Where a noun phrase that goes on with "of", "who" and the like has told its noun."""
    small = grammar("preposition", "relative")
    return next((at for at in range(first, end) if finder.lower[at] in small), end)
