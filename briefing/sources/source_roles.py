"""Roles stated in a source itself, by any noun: its words beside the name of a person.

The network of attribution finds where a source ends ("the school's second master Ada Quill", "Ada Quill, buyer of wool
at Orr"), so the words of a source without the name describe the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.entities.word_classes import grammar, is_form_of_address
from briefing.sources.model import Phrase, Question, Role
from briefing.sources.person_roles import RoleFinder

_LONGEST = 14
"""The most words of a role."""
_OPENS = frozenset({",", "(", "-", "–", "—"})
_CLOSES = frozenset({",", "(", ")"})


def roles_in_sources(finder: RoleFinder, asked: Iterable[Sequence[Question]]) -> Iterator[tuple[int, Role]]:
    """The draft and the role of each person named in a source; a plural role is also that of the people named next."""
    for questions in asked:
        shared: Role | None = None
        for phrase in [each.phrase for each in questions if each.phrase is not None]:
            role = _told(finder, phrase)
            if phrase.person is not None and (told := role or shared):
                yield phrase.person.draft, told
            shared = role if role is not None and role.plural else None if role else shared


def _told(finder: RoleFinder, phrase: Phrase) -> Role | None:
    """The role of the person whom a phrase names, before the name or else after it."""
    person = phrase.person
    if person is None:
        return None
    return _before(finder, phrase.first, person.name.core) or _after(finder, person.end, phrase.end)


def _before(finder: RoleFinder, first: int, end: int) -> Role | None:
    """The role before a name, up to a comma or a relative clause; without these, a phrase with a preposition must end
    with a body ("the head of Orr Bank Ada Quill" is a role, "the family of the baker Ada Quill" is none)."""
    last = next((at for at in range(first, end) if finder.texts[at] == ","), end)
    while last > first and (not finder.texts[last - 1][0].isalnum() or is_form_of_address(finder.keys[last - 1])):
        last -= 1
    closed = finder.texts[last] == "," or last - 1 in finder.register.by_token
    clause = next((at for at in range(first, last) if finder.lower[at] in grammar("relative")), None)
    if not (closed or clause or grammar("preposition").isdisjoint(finder.lower[first:last])):
        return None
    last = clause or last
    return finder.described(first, last) if 0 < last - first <= _LONGEST else None


def _after(finder: RoleFinder, first: int, end: int) -> Role | None:
    """The role after a name and a comma, bracket or dash, up to the next aside."""
    if first >= end or finder.texts[first] not in _OPENS:
        return None
    first += 1
    relative = grammar("relative")
    asides = (at for at in range(first, end) if finder.texts[at] in _CLOSES or finder.lower[at] in relative)
    last = next(asides, end)
    return finder.described(first, last) if 0 < last - first <= _LONGEST else None
