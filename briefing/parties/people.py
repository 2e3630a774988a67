"""Named people as holders: the party for which each speaks, also where its body is only described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.parties.collectives import body_like
from briefing.parties.discourse import Referent
from briefing.parties.filing import is_body
from briefing.parties.role import Role

if TYPE_CHECKING:
    from briefing.parties.pronouns import Pronouns

_SPEAKS = frozenset({"spokes", "officer", "lawyer", "office", "uniform"})


def of_person(pronouns: Pronouns, draft: int) -> Referent:
    """A named person with the party under which their positions are filed."""
    filer = pronouns.discourse.filer
    found = pronouns.discourse.drafts[draft]
    role = filer.best_role(draft)
    party = filer.party(draft)
    if role is not None and party == draft and not role.bodies and not role.former and not role.shadow:
        party = _remembered(pronouns, draft, role)
    return Referent(party, draft, role, found.gender, human=True)


def _is_its(word: str, role: Role) -> bool:
    """Whether it is a body that is meant to have this officer: "its chairwoman"."""
    return role.kind in ("officer", "office") and word == "its"


def _subject(pronouns: Pronouns, role: Role) -> int | None:
    """The first body that the sentence names before a role: "The bank is sound, its chairman said"."""
    discourse = pronouns.discourse
    first = discourse.sentence_of(role.token).first_token
    named = (sighting.draft for sighting in discourse.register.within(first, role.token))
    return next((draft for draft in named if is_body(discourse.drafts[draft])), None)


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
    elif role.owner is not None and (role.kind in ("lawyer", "spokes") or _is_its(discourse.lower[role.owner], role)):
        body = _subject(pronouns, role) if _is_its(discourse.lower[role.owner], role) else None
        owner = pronouns.antecedent(discourse.lower[role.owner], role.owner) if body is None else []
        body = owner[0].party if owner and owner[0].voice != draft else body
    return draft if body is None else body
