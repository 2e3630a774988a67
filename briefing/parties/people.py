"""Named people as holders: the party for which each speaks, also where its body is only described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.parties.collectives import body_like
from briefing.parties.discourse import Referent
from briefing.parties.drafts import Sighting
from briefing.parties.filing import is_body
from briefing.parties.role import Role

if TYPE_CHECKING:
    from briefing.parties.pronouns import Pronouns

_SPEAKS = frozenset({"spokes", "officer", "lawyer", "office", "uniform"})

_NEAR = 4
"""How many words before a name may tell where its bearer comes from ("Swedish golfer", "Sweden's")."""


def of_person(pronouns: Pronouns, draft: int) -> Referent:
    """A named person with the party under which their positions are filed."""
    filer = pronouns.discourse.filer
    found = pronouns.discourse.drafts[draft]
    role = filer.best_role(draft)
    party = filer.party(draft)
    if role is not None and party == draft and not role.bodies and not role.former and not role.shadow:
        party = _remembered(pronouns, draft, role)
    return Referent(party, draft, role, found.gender, human=True)


def _subject(pronouns: Pronouns, role: Role) -> int | None:
    """The first body that the sentence names before a role, or that the one before it names.

    "The bank is sound, its chairman said"; "The bank is sound. Its chairman said so."
    """
    discourse = pronouns.discourse
    sentence = discourse.sentence_of(role.token)
    before = discourse.sentence_of(max(0, sentence.first_token - 1))
    for first, end in ((sentence.first_token, role.token), (before.first_token, before.end_token)):
        named = (sighting.draft for sighting in discourse.register.within(first, end))
        body = next((draft for draft in named if is_body(discourse.drafts[draft])), None)
        if body is not None:
            return body
    return None


def _remembered(pronouns: Pronouns, draft: int, role: Role) -> int:
    """What ``_by_description`` finds, found once; while it looks, a person speaks for themself."""
    key = (draft, role.token)
    if key not in pronouns.described:
        pronouns.described[key] = draft
        pronouns.described[key] = _by_description(pronouns, draft, role)
    return pronouns.described[key]


def _by_description(pronouns: Pronouns, draft: int, role: Role) -> int:
    """The party of a person whose body is only described ("the company's main lawyer", "his attorney")."""
    discourse = pronouns.discourse
    body: int | None = None
    if role.head == "chief justice":
        body = body_like(discourse, "court", role.token)
    elif role.head == "commissioner":
        body = discourse.body_before(role.token, lambda found: found.type == "international")
    elif role.kind in _SPEAKS and role.collective is not None and discourse.lower[role.collective] != "government":
        body = body_like(discourse, discourse.lower[role.collective], role.collective, nearest=True)
    elif role.owner is not None and discourse.lower[role.owner] == "its" and role.kind in ("officer", "office"):
        body = _subject(pronouns, role)
    elif role.owner is not None and role.kind in ("lawyer", "spokes"):
        owner = pronouns.antecedent(discourse.lower[role.owner], role.owner)
        body = owner[0].party if owner and owner[0].voice != draft else None
    return draft if body is None else body


def by_nation(pronouns: Pronouns, name: Sighting) -> Referent | None:
    """The one person whom a word for a people means ("the Swede"), if it is one that a single person is called."""
    discourse, entry = pronouns.discourse, name.name.entry
    several = discourse.register.hit([discourse.texts[name.end - 1] + "s"])
    if entry is None or several is None or several.senses[0].use != "people":
        return None
    for person in discourse.people_before(name.first):
        start = max(person.first - _NEAR, discourse.sentence_of(person.first).first_token)
        if any(told.name.entry is entry for told in discourse.register.within(start, person.first)):
            return of_person(pronouns, person.draft)
    return next(iter(pronouns.person(name.first, "u")), None)
