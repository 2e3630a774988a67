"""The cast of an article, its entities and who holds each attribution: runs the steps of the parties stage in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefing.entities import find_entities
from briefing.entities.gazetteer import Gazetteer
from briefing.entities.homes import homes_of
from briefing.entities.model import Draft
from briefing.model import Attribution, Cast, Document, Entity, Holding, Mention, Speaker
from briefing.parties.affiliation import by_policy, options
from briefing.parties.context import Active
from briefing.parties.genders import tell_genders
from briefing.parties.model import Players
from briefing.parties.ranker import Ranker, Weights, choose_candidate, standard_ranker
from briefing.parties.resolve import Answer, resolve
from briefing.sources.model import Question
from briefing.sources.people import roles_of_people
from briefing.sources.person_roles import RoleFinder
from briefing.sources.scene import Scene, set_scene
from briefing.sources.source_phrases import questions_of

_SURE = 0.5
"""The least probability at which a person is filed under a body; filing them under themself is seldom wrong."""
_FORMS: dict[str, Literal["description", "pronoun"]] = {"description": "description", "pronoun": "pronoun"}


def build_cast(
    document: Document,
    attributions: Sequence[Attribution],
    extra: Gazetteer | None,
    active: Active,
    ranker: Ranker | None = None,
) -> Cast:
    """The entities of an article and who holds each attribution; ``ranker`` defaults to that of the package."""
    if not document.tokens:
        return Cast((), (), tuple(Holding((), (), "unknown") for _ in attributions))
    ranker = standard_ranker() if ranker is None else ranker
    scene, players, asked = gather(document, attributions, extra)
    file_people(players, ranker.weights)
    answers = resolve(scene, players, attributions, asked, active, ranker)
    return _assemble(players, answers, attributions)


def gather(
    document: Document, attributions: Sequence[Attribution], extra: Gazetteer | None
) -> tuple[Scene, Players, list[list[Question]]]:
    """The scene of an article, its entities with their roles, and the questions of each attribution, in order."""
    scene, finder = find_names(document, attributions, extra)
    register = finder.register
    asked = [questions_of(scene, finder, attribution) for attribution in attributions]
    roles = roles_of_people(finder, asked)
    tell_genders(scene, register)
    homes = tuple(register.entry(entry, 0) for entry in homes_of(register))
    return scene, Players(register, roles, {}, homes, {}), asked


def find_names(
    document: Document, attributions: Sequence[Attribution], extra: Gazetteer | None
) -> tuple[Scene, RoleFinder]:
    """The scene of an article, and the finder of roles, whose register holds all names of the article."""
    register = find_entities(document, extra)
    scene = set_scene(document, register.words.texts, register.words.lower, attributions)
    return scene, RoleFinder(register, frozenset(token for token, cued in enumerate(scene.cued) if cued))


def file_people(players: Players, weights: Weights) -> None:
    """Enter in ``players.party`` the party that each person speaks for, if it is another than themself."""
    for index, draft in enumerate(list(players.register.drafts)):
        if draft.kind == "person":
            register, roles = players.register, players.roles.get(index, ())
            parent = register.known(draft.entry.parent) if draft.entry and draft.entry.parent else None
            told = register.entry(parent, draft.first) if parent else by_policy(register, roles, players.homes)
            if told is not None:
                players.party[index] = told
                continue
            found = options(register, index, roles, players.homes)
            if len(found) > 1:
                best, chance = choose_candidate(weights, "affiliation", [each.features for each in found])
                if best and chance >= _SURE:
                    players.party[index] = found[best].party


def _assemble(players: Players, answers: Sequence[Answer], attributions: Sequence[Attribution]) -> Cast:
    drafts = players.register.drafts
    party = players.party
    held = {m for answer in answers for m in answer.members} | {
        party[m] for answer in answers for m in answer.members if m in party
    }
    named = [i for i in range(len(drafts)) if players.register.of(i) and drafts[i].type not in ("place", "thing")]
    kept = [*named, *(i for i in held if i not in named)]
    kept += [p for i, p in party.items() if p not in kept and i in kept]
    kept = sorted(dict.fromkeys(kept), key=lambda i: drafts[i].first)
    number = {draft: index for index, draft in enumerate(kept)}
    entities = tuple(_entity(number, drafts[i], i, players) for i in kept)
    holdings = tuple(_holding(answer, number, players) for answer in answers)
    return Cast(entities, _mentions(players, number, answers, attributions), holdings)


def _entity(number: dict[int, int], draft: Draft, index: int, players: Players) -> Entity:
    roles = players.roles.get(index, [])
    role = next((each for each in roles if each.kind != "bare" and each.text), None)
    party = players.party.get(index)
    bodies = [b for each in roles for b in each.bodies if b != index and players.draft(b).kind != "person"]
    return Entity(
        index=number[index],
        name=draft.name,
        kind=draft.kind,
        aliases=tuple(form for form in draft.forms if form != draft.name),
        role=role.text if role else None,
        speaks_for=number[party] if party is not None else None,
        affiliation=next((number[b] for b in bodies if b in number), None),
    )


def _holding(answer: Answer, number: dict[int, int], players: Players) -> Holding:
    parties = tuple(dict.fromkeys(number[players.party.get(m, m)] for m in answer.members))
    people = [m for m in answer.members if players.draft(m).kind == "person"]
    speakers = [Speaker(players.draft(m).name, _role_text(players, m)) for m in people]
    if answer.document and not speakers:
        speakers = [Speaker(answer.document, None)]
    return Holding(parties, tuple(dict.fromkeys(speakers)), answer.resolved, answer.hidden)


def _role_text(players: Players, person: int) -> str | None:
    roles = players.roles.get(person, ())
    return next((each.text for each in roles if each.kind != "bare" and each.text), None)


def _mentions(
    players: Players, number: dict[int, int], answers: Sequence[Answer], attributions: Sequence[Attribution]
) -> tuple[Mention, ...]:
    """The mentions in text order: the names of entities, and the sources that are pronouns or descriptions."""
    tokens = players.register.document.tokens
    made = [
        Mention(tokens[s.name.core].start, tokens[s.end - 1].end, number[s.draft], "name")
        for s in players.register.sightings
        if s.draft in number
    ]
    for answer, attribution in zip(answers, attributions, strict=True):
        form = _FORMS.get(answer.resolved)
        if form is not None and attribution.source:
            start, end = attribution.source[0].start, attribution.source[-1].end
            made += [Mention(start, end, number[m], form) for m in dict.fromkeys(answer.members)]
    return tuple(sorted(dict.fromkeys(made)))
