"""What each person of an article is called, beside their name or in a source."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.entities.register import Register
from briefing.sources.appositions import Appositions
from briefing.sources.model import Question, Role
from briefing.sources.person_roles import RoleFinder
from briefing.sources.source_roles import roles_in_sources


def roles_of_people(finder: RoleFinder, asked: Sequence[Sequence[Question]]) -> dict[int, list[Role]]:
    """The roles of each person by draft, in text order: those told beside their name, and those in ``asked`` sources.

    What roles tell is entered in the drafts: the gender of a person, and that a name is a body's.
    """
    appositions, register = Appositions(finder), finder.register
    told = [
        (sighting.draft, role)
        for sighting in register.sightings
        if register.drafts[sighting.draft].kind == "person"
        for role in appositions.of_person(sighting.first, sighting.name.core, sighting.end)
    ]
    known = {(draft, role.token) for draft, role in told}
    told += [(draft, role) for draft, role in roles_in_sources(finder, asked) if (draft, role.token) not in known]
    found: dict[int, list[Role]] = {}
    for person, role in sorted(told, key=lambda each: each[1].token):
        found.setdefault(person, []).append(role)
        _take_as_body(register, role)
        draft = register.drafts[person]
        if draft.gender == "u" and role.gender != "u":
            draft.gender = role.gender
    return found


def _take_as_body(register: Register, role: Role) -> None:
    """Turn what somebody is the director or president of into a body, even if its name looks like a person's."""
    for index in role.bodies[:1] if role.kind == "officer" or role.head == "president" else ():
        draft = register.drafts[index]
        person = draft.kind == "person" and draft.gender == "u"
        if draft.type == "unknown" or (person and not _is_called_by_surname(register, index)):
            draft.kind, draft.type = "organization", "body"


def _is_called_by_surname(register: Register, draft: int) -> bool:
    """Whether a draft is named in full and elsewhere by the last word alone, as people are and bodies are not."""
    forms = {tuple(register.words.keys[each.name.core : each.end]) for each in register.of(draft)}
    return any(form[-1:] in forms for form in forms if len(form) > 1)
