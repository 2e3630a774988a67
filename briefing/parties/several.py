"""Candidates that are several parties: those that one word or one phrase names, and the last ones named together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from briefing.parties.model import HolderCandidate, Phrase, Question, Sighting
from briefing.parties.question import ORDER
from briefing.parties.register import Players
from briefing.parties.scene import Scene
from briefing.parties.standing import BEFORE
from briefing.parties.word_classes import collective_nouns

LOOK = 80
"""How many names are looked at on either side at most, so that a book costs no more than an article."""

_LISTS = 2
_OFFICIAL = frozenset({"office", "spokes", "officer", "politician"})
_PUBLIC = frozenset({"government", "ministry", "military"})


def hyphenated(scene: Scene, players: Players, phrase: Phrase) -> HolderCandidate | None:
    """ "EU-US": two parties in one word."""
    word = scene.texts[phrase.first]
    if phrase.end - phrase.first > 1 or "-" not in word or not word[0].isupper():
        return None
    hits = [players.register.hit([part.replace(".", "")]) for part in word.split("-") if part]
    if len(hits) < 2 or not all(hits):
        return None
    members = [players.register.entry(hit.senses[0].entry, phrase.first) for hit in hits if hit]
    return HolderCandidate("set", tuple(dict.fromkeys(members)), None)


def owners(scene: Scene, players: Players, phrase: Phrase) -> HolderCandidate | None:
    """ "The Japanese and American diplomats", "the mayors of Orr and Bell": what several people in office are of."""
    before = [name for name in phrase.names if name.end < phrase.after]
    names = before or _named_after(scene, phrase)
    types = {players.draft(name.draft).type for name in names}
    fitting = types in ({"state"}, {"party"}) if before else types.isdisjoint({"person", "thing"})
    if not (fitting and len(names) > 1 and _are_officials(phrase)):
        return None
    if "and" not in scene.lower[names[-2].end : names[-1].first]:
        return None
    return HolderCandidate("set", tuple(dict.fromkeys(name.draft for name in names)), None)


def _are_officials(phrase: Phrase) -> bool:
    """Whether a phrase is of several people in office, or of governments."""
    if phrase.role is not None:
        return phrase.role.plural and phrase.role.kind in _OFFICIAL
    return phrase.head.endswith("s") and collective_nouns().get(phrase.head) in _PUBLIC


def _named_after(scene: Scene, phrase: Phrase) -> list[Sighting]:
    """The list of names after a phrase's head and "of" or "from"."""
    found: list[Sighting] = []
    end = phrase.after if scene.lower[phrase.after : phrase.after + 1] in (["of"], ["from"]) else len(scene.lower)
    for name in phrase.names:
        if name.first > end and set(scene.lower[end : name.first]) <= {"of", "from", ",", "and", "the"}:
            found.append(name)
            end = name.end
    return found


def lists_of_names(scene: Scene, players: Players, asked: Question, here: int) -> Iterator[HolderCandidate]:
    """The last lists of names that "and" joins ("A, B and C")."""
    sightings = players.register.sightings
    end = bisect_left(players.register.places, asked.token)
    at, made = end - 1, 0
    floor = max(0, end - LOOK)
    while at > floor and made < _LISTS:
        members = [sightings[at]]
        while at > floor and _joined(scene, sightings[at - 1], sightings[at], len(members) > 1):
            at -= 1
            members.insert(0, sightings[at])
        if here - scene.sentence[members[0].first] > BEFORE:
            return
        if len(members) > 1:
            made += 1
            yield HolderCandidate("set", tuple(dict.fromkeys(s.draft for s in members)), members[-1])
        at -= 1


def of_two(scene: Scene, players: Players, asked: Question, here: int) -> Iterator[HolderCandidate]:
    """The one of the last two that "the former" or "the latter" means."""
    for pair in (*lists_of_names(scene, players, asked, here), *last_two(scene, players, asked, here)):
        if len(pair.members) == 2:
            yield HolderCandidate("two", (pair.members[ORDER[asked.head]],), pair.at)


def last_two(scene: Scene, players: Players, asked: Question, here: int) -> Iterator[HolderCandidate]:
    """The two people, the two parties and the two others that were named last."""
    end = bisect_left(players.register.places, asked.token)
    last: dict[str, dict[int, Sighting]] = {}
    for sighting in reversed(players.register.sightings[max(0, end - LOOK) : end]):
        draft = players.draft(sighting.draft)
        kind = draft.kind if draft.kind in ("person", "country") else draft.type
        two = last.setdefault(kind, {})
        if here - scene.sentence[sighting.first] > BEFORE:
            break
        if len(two) < 2 and draft.type not in ("place", "thing"):
            two.setdefault(sighting.draft, sighting)
    for two in last.values():
        if len(two) == 2:
            yield HolderCandidate("two", tuple(reversed(two)), next(iter(two.values())))


def _joined(scene: Scene, one: Sighting, other: Sighting, listed: bool) -> bool:
    between = scene.lower[one.end : other.first]
    joined = [",", "and", "&", "the", "mr", "ms", "with"] if not listed else [",", "the"]
    return 0 < len(between) < 4 and (listed or "and" in between or "&" in between) and all(w in joined for w in between)
