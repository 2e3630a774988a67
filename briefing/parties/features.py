"""The features of candidates: names for which the ranker has weights."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.entities.gazetteer import PROVINCE
from briefing.entities.model import Draft, Sighting
from briefing.entities.word_classes import class_of_name, collective_nouns, grammar
from briefing.parties.exchanges import add_exchange
from briefing.parties.model import OWN, HolderCandidate, Players, SpeakerTurn
from briefing.parties.same_roles import same_role
from briefing.parties.set_features import of_several
from briefing.parties.standing import (
    STEPS,
    TIED,
    Spoken,
    add_order,
    add_prominence,
    of_place,
    spoken,
    step,
    tied,
)
from briefing.sources.model import Question
from briefing.sources.scene import Scene

_WEIGHT_STEPS, _EARLY = (2, 3, 5, 8), (1, 2, 4, 8)


def describe(
    scene: Scene, players: Players, asked: Question, found: Sequence[HolderCandidate], turns: Sequence[SpeakerTurn]
) -> list[list[str]]:
    """The features of each candidate, in the order of ``found``; ``turns`` are the speaker turns so far."""
    told = spoken(turns)
    made = [_features(scene, players, asked, candidate, told) for candidate in found]
    add_order(scene, players, asked, found, made)
    if asked.table in TIED:
        _add_ties(scene, players, asked, found, made)
    _add_told(players, asked, found, made)
    _add_listed(players, asked, found, made)
    add_prominence(scene, players, asked, found, told, made)
    if asked.table == "none" and asked.direct:
        add_exchange(scene, asked, found, turns, told, made)
    return made


def _add_ties(
    scene: Scene, players: Players, asked: Question, found: Sequence[HolderCandidate], made: Sequence[list[str]]
) -> None:
    """Add whether the noun of the source stands beside a candidate's name elsewhere, and whether it occurs before."""
    ties = {sighting.draft: how for sighting, how in reversed(tied(scene, players, asked).items())}
    assert asked.phrase is not None
    places = scene.words.get(asked.head, [])
    seen = bool(places) and places[0] < asked.phrase.first
    for candidate, features in zip(found, made, strict=True):
        features.append(f"{candidate.how} {'seen' if seen else 'new'} {asked.tag}")
        members = candidate.members
        how = ties.get(members[0]) if len(members) == 1 else None
        if how is not None:
            features += [
                f"tied {how}",
                f"tied {how} {'the' if asked.phrase.definite else ''}",
                "tied",
                f"tied {asked.tag}",
            ]
        elif ties and candidate.members:
            features.append("not tied")


def _add_told(players: Players, asked: Question, found: Sequence[HolderCandidate], made: Sequence[list[str]]) -> None:
    """Add whether the content names a candidate: people seldom name themselves in what they say."""
    told = {draft for first, end in asked.content for draft in players.register.named_within(first, end)}
    for candidate, features in zip(found, made, strict=True):
        if candidate.how not in OWN and not told.isdisjoint(candidate.members):
            kind = players.draft(candidate.members[0]).sort
            features += ("told of", f"told of {kind}", f"told of {asked.tag}", f"told of {asked.direct} {kind}")


def _add_listed(players: Players, asked: Question, found: Sequence[HolderCandidate], made: Sequence[list[str]]) -> None:
    """Add whether a single candidate is also a member of a candidate of several."""
    lists = [set(candidate.members) for candidate in found if len(candidate.members) > 1]
    for candidate, features in zip(found, made, strict=True):
        if len(candidate.members) == 1 and any(candidate.members[0] in each for each in lists):
            kind = players.draft(candidate.members[0]).sort
            features += (f"listed {asked.tag}", f"listed {kind}", f"listed {asked.head}")


def _features(scene: Scene, players: Players, asked: Question, candidate: HolderCandidate, told: Spoken) -> list[str]:
    how, tag, head, members = candidate.how, asked.tag, asked.head, candidate.members
    made = [how, f"{how} {tag}", f"{how} head {head}"]
    if how in OWN:
        return made + _of_words(scene, asked, candidate)
    if not members:
        first, end = candidate.words
        far = scene.sentence[asked.token] - scene.sentence[first]
        opens = scene.opens(first) or scene.opens(max(first - 1, 0))
        return [
            *made,
            f"group away {far}",
            f"group {opens} {far}",
            f"group {scene.lower[end - 1]}",
            f"group {end - first}",
        ]
    made += _of_turns(scene, asked, members, told)
    if len(members) > 1:
        return made + of_several(scene, players, asked, candidate)
    draft = players.draft(members[0])
    kind, weight = draft.sort, step(draft.weight, _WEIGHT_STEPS)
    made += (f"{how} {kind}", f"{kind} {tag}", f"{kind} head {head}", f"weight {weight}", f"{kind} weight {weight}")
    if draft.type == PROVINCE:
        made += ("province", f"province {tag}", f"province {how}", f"province head {head}")
    if asked.gender != "u":
        made += _of_gender(asked, draft, told.called.get(members[0]))
    if members[0] in players.homes:
        made.append(f"home {tag}")
    if how == "name" and candidate.at is not None:
        return made + _of_name(scene, asked, candidate.at, kind)
    made += _of_sources(scene, players, asked, members[0])
    if asked.table in TIED:
        made += _of_role(players, asked, members[0])
        made += _of_noun(asked, draft)
    if candidate.at is not None:
        made += of_place(scene, asked, candidate.at, kind)
    return made


def _of_gender(asked: Question, draft: Draft, called: str | None) -> list[str]:
    """Whether a candidate has the gender asked for; if theirs is unknown, whether earlier pronouns point to it."""
    if draft.gender != "u":
        return [f"gender {asked.gender + draft.gender}"]
    made = ["gender u"]
    if draft.kind == "person" and draft.leaning is not None:
        leans = f"leans {draft.leaning.gender == asked.gender}"
        made += (leans, f"{leans} {draft.leaning.how}")
    if draft.kind == "person" and called is not None:
        made.append(f"called {called == asked.gender}")
    return made


def _of_turns(scene: Scene, asked: Question, members: tuple[int, ...], told: Spoken) -> list[str]:
    """How often and when a candidate spoke before, and how many others did since."""
    rank, turn = told.last.get(members, (told.others, None))
    made = [f"spoke {min(told.often[members], 4)}"]
    if turn is not None:
        made += _of_turn(scene, asked, turn, rank)
    elif told.others:
        made.append("spoke not, others did")
    if len(members) == 1 and members[0] in told.part and told.part[members[0]][0] < rank:
        made.append(f"turn of several {min(told.part[members[0]][0], 2)}")
    return made


def _of_turn(scene: Scene, asked: Question, turn: SpeakerTurn, rank: int) -> list[str]:
    here = scene.sentence[asked.token]
    lately, far = f"turn {min(rank, 2)}", step(here - turn.sentence, STEPS)
    same = scene.block(here) == scene.block(turn.sentence)
    made = [f"turn {rank}", f"turn {rank} {asked.tag}", f"{lately} away {far}", f"turn as {turn.table}"]
    made += (f"{lately} {'same' if same else 'other'} block", f"{lately} away {far} {asked.direct} {same}")
    if asked.head and turn.head == asked.head and asked.table == turn.table:
        made += (f"turn same head {asked.table}", f"turn same head {asked.tag}")
    return made


def _of_sources(scene: Scene, players: Players, asked: Question, entity: int) -> list[str]:
    """How often a candidate is named as a source, how soon after this one, and how early the article names them."""
    tokens = players.sources.get(entity, ())
    often, early = min(len(tokens), 4), step(scene.sentence[players.draft(entity).first], _EARLY)
    made = [f"source {often}", f"source {often} {asked.tag}", f"up {early}", f"up {early} {asked.table}"]
    after = next((token for token in tokens if token > asked.token), None)
    if after is not None:
        soon = scene.sentence[after] - scene.sentence[asked.token]
        same = scene.block(scene.sentence[after]) == scene.block(scene.sentence[asked.token])
        made.append(f"source in {min(soon, 4)} {same}")
    return made


def _of_name(scene: Scene, asked: Question, at: Sighting, kind: str) -> list[str]:
    """Where in the source the name of a candidate stands."""
    phrase = asked.phrase
    assert phrase is not None
    names, place, tag = phrase.names, _in_phrase(scene, asked, at), asked.tag
    order = "first" if at is names[0] else "last" if at is names[-1] else "mid"
    made = [f"at {place}", f"at {place} {kind}", f"at {place} {tag}", f"at {place} {kind} {tag}"]
    made += (f"at {place} head {asked.head}", f"of {min(len(names), 3)} {order}")
    made.append(f"{asked.table} {kind} of {min(len(names), 3)} {place}")
    if at.name.kind == "adjective":
        made.append(f"adjective {kind} {tag}")
    if phrase.person is not None and phrase.person is not at:
        made.append(f"beside person {place} {kind}")
    return made


def _in_phrase(scene: Scene, asked: Question, at: Sighting) -> str:
    phrase = asked.phrase
    assert phrase is not None
    if at is phrase.person:
        return "person"
    if at.first >= phrase.after:
        before = scene.lower[at.first - 1]
        if before in grammar("determiner", "possessive") and at.first - 1 > phrase.first:
            before = scene.lower[at.first - 2]
        place = before if before in grammar("post", "preposition") else "apart"
        return f"stop {place}" if at.first >= phrase.stop else f"after {place}"
    follows = scene.lower[at.end] if at.end < len(scene.lower) else ""
    if follows in ("'s", "'"):
        return "own" if at.end + 1 < phrase.after else "own end"
    return "head" if at.end >= phrase.after - 1 else "within"


def _of_role(players: Players, asked: Question, entity: int) -> list[str]:
    """Whether a known role of a candidate matches the role in the source."""
    role = asked.phrase.role if asked.phrase else None
    known = players.roles.get(entity, ())
    if role is None or asked.table != "role":
        return []
    made: list[str] = []
    if any(same_role(role, each) for each in known):
        exactly = any(each.head == role.head for each in known)
        made += (f"same role {asked.tag}", f"same role {'exactly' if exactly else 'nearly'}")
    elif known:
        made += (f"other role {asked.tag}", f"other role {role.kind} {known[0].kind}")
    if role.bodies and any(set(role.bodies) & set(each.bodies) for each in known):
        made.append("same body")
    if entity in role.bodies:
        made.append(f"named body {asked.tag}")
    return made


def _of_noun(asked: Question, draft: Draft) -> list[str]:
    """Whether the nouns for a body in the source fit the name and the type of a candidate."""
    words = draft.name.lower().split()
    own = class_of_name(draft.name)
    made: list[str] = []
    for which, word in (("noun", asked.head), ("inner", asked.inner)):
        noun = collective_nouns().get(word)
        if word and word in words:
            made.append(f"{which} in name {asked.table}")
        if noun is not None:
            made += (f"{which} {noun} {draft.sort}", f"{which} {word} {draft.type}")
            made.append(f"{which} {'no' if own is None else 'same' if own == noun else 'other'} as name")
    return made


def _of_words(scene: Scene, asked: Question, candidate: HolderCandidate) -> list[str]:
    first, end = candidate.words
    phrase, how = asked.phrase, candidate.how
    assert phrase is not None
    opening = scene.lower[phrase.first]
    counting = grammar("determiner", "possessive", "joiner") | {"of", "but"}
    plain = next((at for at in range(first, end - 1) if scene.lower[at] not in counting), end - 1)
    made = [f"{how} long {min(end - plain, 5)}", f"{how} names {min(len(phrase.names), 2)} {asked.tag}"]
    made.append(f"{how} opens {opening if opening in grammar('determiner') else '-'}")
    if scene.texts[end - 1][0].isupper():
        made.append(f"{how} capital")
    if phrase.after < phrase.stop:
        after = scene.lower[phrase.after]
        made += (f"{how} before {after}", f"{how} {asked.head} before {after}")
    return made
