"""The candidates for holding an attribution: names in its source, names near it, earlier speakers, its own words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from briefing.entities.homes import homes_called
from briefing.entities.model import Sighting
from briefing.entities.word_classes import collective_nouns, grammar, role_nouns
from briefing.parties.affiliation import by_policy
from briefing.parties.model import HolderCandidate, Players, SpeakerTurn
from briefing.parties.same_roles import same_role
from briefing.parties.several import (
    LOOK,
    hyphenated,
    last_two,
    lists_later,
    lists_of_names,
    number_told,
    of_two,
    owners,
    pairs,
)
from briefing.parties.standing import AFTER, BEFORE, TIED, tied, token_of
from briefing.sources.model import Phrase, Question
from briefing.sources.own_words import own_words, reaches
from briefing.sources.question import ORDER
from briefing.sources.scene import Scene

_MOST_BEFORE, _MOST_AFTER, _TURNS, _GROUPS = 9, 3, 5, 2
_KNOWN = 100
"""How many sentences before and after a definite description people with its role are searched."""
_PRONOUN = 6
"""The most entities named before a pronoun that are its candidates."""
_DESCRIBED = 2
"""How many sentences back a group may be described, and the most words before its plural noun that belong to it."""
_PEOPLE = ("ers", "ors", "ists", "ians", "ants", "people")
_NAMED = frozenset({"he", "it", "they", "we"})
"""The tables of pronouns, whose own words are never a candidate."""


def holder_candidates(
    scene: Scene, players: Players, asked: Question, turns: Sequence[SpeakerTurn]
) -> list[HolderCandidate]:
    """The candidates of a question, each set of entities at most once."""
    found: dict[tuple[int, ...], HolderCandidate] = {}
    own: list[HolderCandidate] = []
    if asked.phrase is not None:
        joined = _spoken_for(players, asked) or hyphenated(scene, players, asked.phrase)
        joined = joined or owners(scene, players, asked.phrase)
        if joined is not None:
            return [joined]
        end = asked.phrase.after if reaches(scene, asked.phrase) else asked.phrase.end
        for sighting in asked.phrase.names if asked.head not in ORDER else ():
            if sighting.first >= end:
                break
            _add(found, HolderCandidate("name", (sighting.draft,), sighting))
        if asked.table not in _NAMED and asked.head not in ORDER and not (_is_name(asked.phrase) and found):
            told = own_words(scene, asked.phrase)
            own = [HolderCandidate(how, (), None, words) for how, words in told if players.register.text(*words)]
    written = asked.table == "we" and not (scene.told[asked.token] or scene.quoted[asked.token])
    if asked.table != "name" and not written:
        for candidate in _around(scene, players, asked, turns):
            _add(found, candidate)
    return [*found.values(), *own]


def _is_name(phrase: Phrase) -> bool:
    """Whether a source is a name, so that its own words are no candidate ("Cuba", but not "many Cubans")."""
    people = any(each.name.kind == "people" for each in phrase.names)
    return phrase.person is not None or (phrase.kind == "name" and not people)


def _spoken_for(players: Players, asked: Question) -> HolderCandidate | None:
    """The body of a spokesperson ("a spokesman for the union"), which is then the only candidate; else None."""
    role = asked.phrase.role if asked.phrase else None
    if asked.table != "role" or role is None or role.kind != "spokes":
        return None
    body = by_policy(players.register, [role], players.homes)
    return None if body is None else HolderCandidate("name", (body,), None)


def _add(found: dict[tuple[int, ...], HolderCandidate], candidate: HolderCandidate) -> None:
    found.setdefault(candidate.members or (-1, *candidate.words), candidate)


def _around(scene: Scene, players: Players, asked: Question, turns: Sequence[SpeakerTurn]) -> Iterator[HolderCandidate]:
    here = scene.sentence[asked.token]
    if asked.head in ORDER and asked.table == "group":
        yield from of_two(scene, players, asked, here)
        return
    if asked.table == "pair":
        yield from pairs(scene, players, asked, turns)
        return
    for turn in reversed(turns[-_TURNS:]):
        if _fits_turn(players, asked, turn):
            yield HolderCandidate("turn", turn.members, _last(scene, players, turn, asked.token))
    if asked.phrase is not None and asked.table in TIED:
        for sighting in tied(scene, players, asked):
            yield HolderCandidate("near", (sighting.draft,), sighting)
    if asked.table == "role" and asked.phrase is not None and asked.phrase.definite:
        yield from _called_so(scene, players, asked)
    if asked.table == "they":
        yield from _groups(scene, players, asked, here)
    yield from _before(scene, players, asked)
    if asked.table not in _NAMED or not turns:
        yield from _after(scene, players, asked)
    if asked.table in ("group", "role", "collective") and number_told(scene, asked.phrase) == 2:
        yield from last_two(scene, players, asked, here)
    if asked.table in ("they", "group", "role", "collective", "none", "we"):
        yield from lists_of_names(scene, players, asked, here)
    if asked.table in ("group", "role", "collective"):
        yield from lists_later(scene, players, asked, here)
    if asked.table in ("role", "collective", "document", "we"):
        words = scene.lower[asked.phrase.first : asked.phrase.after] if asked.phrase else ()
        for home in homes_called(players.register, players.homes, words):
            yield HolderCandidate("home", (home,), None)


def _last(scene: Scene, players: Players, turn: SpeakerTurn, token: int) -> Sighting | None:
    """The last mention of a turn's only speaker before a token, at most ``BEFORE`` sentences back; else None."""
    if len(turn.members) != 1:
        return None
    named = players.register.of(turn.members[0])
    before = bisect_left(named, token, key=token_of)
    if not before or scene.sentence[token] - scene.sentence[named[before - 1].first] > BEFORE:
        return None
    return named[before - 1]


def _fits_turn(players: Players, asked: Question, turn: SpeakerTurn) -> bool:
    if len(turn.members) > 1:
        return asked.table != "he"
    gender = players.draft(turn.members[0]).gender
    return "u" in (asked.gender, gender) or gender == asked.gender


def _fits(players: Players, asked: Question, sighting: Sighting) -> bool:
    draft = players.draft(sighting.draft)
    if asked.table == "he":
        human = draft.kind == "person" or draft.type == "unknown"
        return human and (asked.gender in (draft.gender, "u") or draft.gender == "u")
    if asked.table == "it":
        return draft.kind != "person"
    return draft.kind != "person" or "u" in (asked.gender, draft.gender) or asked.gender == draft.gender


def _called_so(scene: Scene, players: Players, asked: Question) -> Iterator[HolderCandidate]:
    """The people with the role in a source, each at their last mention before it, or else at the first after it."""
    role = asked.phrase.role if asked.phrase else None
    if role is None:
        return
    here, sentences = scene.sentence[asked.token], scene.document.sentences
    first, last = sentences[max(here - _KNOWN, 0)], sentences[min(here + _KNOWN, len(sentences) - 1)]
    for entity in players.register.named_within(first.first_token, last.end_token):
        if any(same_role(role, each) for each in players.roles.get(entity, ())):
            named = players.register.of(entity)
            before = bisect_left(named, asked.token, key=token_of)
            yield HolderCandidate("near", (entity,), named[max(before - 1, 0)])


def _before(scene: Scene, players: Players, asked: Question) -> Iterator[HolderCandidate]:
    sightings = players.register.sightings
    end = bisect_left(players.register.places, asked.token)
    most = _PRONOUN if asked.table in _NAMED else _MOST_BEFORE
    yield from _near(scene, players, asked, reversed(sightings[max(0, end - LOOK) : end]), BEFORE, most)


def _after(scene: Scene, players: Players, asked: Question) -> Iterator[HolderCandidate]:
    start = bisect_left(players.register.places, asked.phrase.end if asked.phrase else asked.token)
    yield from _near(scene, players, asked, players.register.sightings[start : start + LOOK], AFTER, _MOST_AFTER)


def _near(
    scene: Scene, players: Players, asked: Question, sightings: Iterable[Sighting], far: int, most: int
) -> Iterator[HolderCandidate]:
    """The first ``most`` fitting entities of some mentions, nearest first, within ``far`` sentences of the source."""
    here = scene.sentence[asked.token]
    seen: set[int] = set()
    for sighting in sightings:
        if abs(scene.sentence[sighting.first] - here) > far or len(seen) >= most:
            break
        if sighting.draft not in seen and _fits(players, asked, sighting):
            seen.add(sighting.draft)
            yield HolderCandidate("near", (sighting.draft,), sighting)


def _groups(scene: Scene, players: Players, asked: Question, here: int) -> Iterator[HolderCandidate]:
    """The unnamed groups that a plural describes shortly before ("the trolls", "some local firms")."""
    floor = scene.document.sentences[max(here - _DESCRIBED, 0)].first_token
    small = grammar("determiner", "possessive", "preposition", "stop", "joiner", "relative")
    made = 0
    for token in range(asked.token - 1, floor - 1, -1):
        if made < _GROUPS and token not in players.register.by_token and _is_plural(scene.lower[token]):
            first = token
            while first > max(floor, token - _DESCRIBED) and scene.lower[first - 1].isalpha():
                if scene.lower[first - 1] in small or scene.told[first - 1] != scene.told[token]:
                    break
                first -= 1
            made += 1
            yield HolderCandidate("group", (), None, (first, token + 1))


def _is_plural(word: str) -> bool:
    """Whether a word is a plural for people or bodies."""
    role = role_nouns().get(word)
    return (
        (role is not None and role.plural)
        or word.endswith(_PEOPLE)
        or (word[-1:] == "s" and word in collective_nouns())
    )
