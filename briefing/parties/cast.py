"""Puts the cast of an article together from what the other modules find."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefing.model import Attribution, Cast, Document, Entity, Holding, Mention, Speaker
from briefing.parties.appositions import Appositions
from briefing.parties.discourse import Discourse, Referent, Resolution
from briefing.parties.drafts import Draft
from briefing.parties.filing import Filer
from briefing.parties.gazetteer import Gazetteer, standard
from briefing.parties.names import Finder
from briefing.parties.register import Register
from briefing.parties.role import Role
from briefing.parties.roles import RoleFinder
from briefing.parties.sources import Sources

_FORMS: dict[str, Literal["description", "pronoun"]] = {"description": "description", "pronoun": "pronoun"}


def build_cast(document: Document, attributions: Sequence[Attribution], extra: Gazetteer | None) -> Cast:
    """Everybody in an article, and who holds each attribution."""
    gazetteers = [standard()] if extra is None else [extra, standard()]
    if not document.tokens:
        return Cast((), (), tuple(Holding((), (), "the article has no words") for _ in attributions))
    register = Register(document, Finder(document, gazetteers), gazetteers)
    roles = RoleFinder(register, frozenset())
    filer = Filer(register, {})
    discourse = Discourse(register, roles, filer, attributions)
    roles.cues = frozenset(token for a in attributions for token in discourse.tokens_of(a.cue))
    _gather_roles(register, roles, filer)
    discourse.sort_names()
    sources = Sources(discourse)
    order = sorted(range(len(attributions)), key=lambda i: _place(attributions[i]))
    found: dict[int, Resolution] = {i: sources.resolve(attributions[i]) for i in order}
    return _assemble(register, filer, [found[i] for i in range(len(attributions))], attributions)


def _place(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _gather_roles(register: Register, roles: RoleFinder, filer: Filer) -> None:
    appositions = Appositions(roles)
    for sighting in register.sightings:
        if register.drafts[sighting.draft].kind != "person":
            continue
        for role in appositions.of_person(sighting.first, sighting.name.core, sighting.end):
            filer.roles.setdefault(sighting.draft, []).append(role)
            _take_as_body(register, role)
            draft = register.drafts[sighting.draft]
            if draft.gender == "u" and role.gender != "u":
                draft.gender = role.gender


def _take_as_body(register: Register, role: Role) -> None:
    """What somebody is the director "of" is a body, whatever its name looks like."""
    for index in role.bodies[:1] if role.kind == "officer" or role.head == "president" else ():
        draft = register.drafts[index]
        if (draft.kind == "person" and draft.gender == "u") or draft.type == "unknown":
            draft.kind, draft.type = "organization", "body"


def _assemble(
    register: Register, filer: Filer, found: Sequence[Resolution], attributions: Sequence[Attribution]
) -> Cast:
    drafts = register.drafts
    held = {i for resolution in found for r in resolution.referents for i in (r.party, r.voice) if i is not None}
    kept = [i for i, d in enumerate(drafts) if i in held or d.type not in ("place", "thing")]
    kept.sort(key=lambda i: drafts[i].first)
    number = {draft: index for index, draft in enumerate(kept)}
    entities = tuple(_entity(number, drafts[i], i, filer) for i in kept)
    holdings = tuple(_holding(resolution, number, drafts) for resolution in found)
    return Cast(entities, _mentions(register, number, found, attributions), holdings)


def _entity(number: dict[int, int], draft: Draft, index: int, filer: Filer) -> Entity:
    role = filer.best_role(index) if draft.kind == "person" else None
    party = filer.party(index)
    affiliation = filer.affiliation(index) if draft.kind == "person" else None
    return Entity(
        index=number[index],
        name=draft.name,
        kind=draft.kind,
        aliases=tuple(form for form in draft.forms if form != draft.name),
        role=role.text if role and role.text else None,
        speaks_for=number.get(party) if party != index else None,
        affiliation=number.get(affiliation) if affiliation is not None else None,
    )


def _holding(resolution: Resolution, number: dict[int, int], drafts: Sequence[Draft]) -> Holding:
    parties = tuple(dict.fromkeys(number[r.party] for r in resolution.referents))
    speakers = tuple(dict.fromkeys(s for r in resolution.referents if (s := _speaker(r, drafts))))
    return Holding(parties, speakers, resolution.reason, resolution.hidden)


def _speaker(referent: Referent, drafts: Sequence[Draft]) -> Speaker | None:
    if referent.voice is not None:
        return Speaker(drafts[referent.voice].name, _role_text(referent.role))
    if referent.document:
        return Speaker(referent.document, None)
    return None


def _role_text(role: Role | None) -> str | None:
    return role.text if role and role.text else None


def _mentions(
    register: Register, number: dict[int, int], found: Sequence[Resolution], attributions: Sequence[Attribution]
) -> tuple[Mention, ...]:
    """Every name, and the sources that are pronouns or descriptions."""
    tokens = register.document.tokens
    made = [
        Mention(tokens[s.name.core].start, tokens[s.end - 1].end, number[s.draft], "name")
        for s in register.sightings
        if s.draft in number
    ]
    for resolution, attribution in zip(found, attributions, strict=True):
        form = _FORMS.get(resolution.reason)
        if form is not None and attribution.source:
            start, end = attribution.source[0].start, attribution.source[-1].end
            holders = dict.fromkeys(r.party if r.voice is None else r.voice for r in resolution.referents)
            made += [Mention(start, end, number[holder], form) for holder in holders]
    return tuple(sorted(dict.fromkeys(made)))
