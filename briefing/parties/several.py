"""Candidates of several parties: those named in one word or one phrase, and those last named together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.entities.model import GOVERNED, Sighting
from briefing.entities.word_classes import collective_nouns, grammar, role_nouns
from briefing.parties.model import HolderCandidate, Players, SpeakerTurn
from briefing.parties.standing import AFTER, BEFORE
from briefing.sources.model import Phrase, Question
from briefing.sources.phrases import may_call
from briefing.sources.question import ORDER
from briefing.sources.scene import Scene

LOOK = 80
"""The most mentions examined on either side of a source, so that the cost does not grow with the text."""

_LISTS = 2
"""How many lists of names before a source are candidates."""
_TURNS = 10
"""The most turns that are searched for people who spoke together."""
_NUMBERS = ((2, "twosome"), (3, "threesome"), (4, "foursome"))
_CALLED = 6
"""Fewer words than this may stand between two names: "and" with the role of the second person."""
_OFFICIAL = frozenset({"office", "spokes", "officer", "politician"})
_PUBLIC = frozenset({"government", "ministry", "military"})
_PERSONS = frozenset({"office", "politician", "uniform"})
"""The classes of roles whose plurals denote people or states, not organisations alone."""


def hyphenated(scene: Scene, players: Players, phrase: Phrase) -> HolderCandidate | None:
    """The candidate of the parties in a hyphenated word ("EU-US"), or None."""
    word = scene.texts[phrase.first]
    if phrase.end - phrase.first > 1 or "-" not in word or not word[0].isupper():
        return None
    hits = [players.register.hit([part.replace(".", "")]) for part in word.split("-") if part]
    if len(hits) < 2 or not all(hits):
        return None
    members = [players.register.entry(hit.senses[0].entry, phrase.first) for hit in hits if hit]
    return HolderCandidate("set", tuple(dict.fromkeys(members)), None)


def owners(scene: Scene, players: Players, phrase: Phrase) -> HolderCandidate | None:
    """Lands or bodies of several officials ("The Japanese and American diplomats", "the mayors of Orr and Bell")."""
    before = [name for name in phrase.names if name.end < phrase.after]
    names = before or _named_after(scene, phrase)
    types = {players.draft(name.draft).type for name in names}
    fitting = types <= GOVERNED or types == {"party"} if before else types.isdisjoint({"person", "thing"})
    if not (fitting and len(names) > 1 and _are_officials(phrase)):
        return None
    if "and" not in scene.lower[names[-2].end : names[-1].first]:
        return None
    return HolderCandidate("set", tuple(dict.fromkeys(name.draft for name in names)), None)


def _are_officials(phrase: Phrase) -> bool:
    """Whether a phrase denotes several officials or governments."""
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
    places, first = players.register.places, scene.document.sentences[max(here - BEFORE, 0)].first_token
    end = bisect_left(places, asked.token)
    named = players.register.sightings[max(bisect_left(places, first), end - LOOK) : end]
    for members in reversed(_lists(scene, named)[-_LISTS:]):
        yield _listed("set", members)


def lists_later(scene: Scene, players: Players, asked: Question, here: int) -> Iterator[HolderCandidate]:
    """The next list of names, which may name those whom a plural first only describes ("two scientists")."""
    phrase, sentences = asked.phrase, scene.document.sentences
    if phrase is None or not (phrase.head.endswith("s") or number_told(scene, phrase)):
        return
    places, last = players.register.places, sentences[min(here + AFTER, len(sentences) - 1)].end_token
    start = bisect_left(places, phrase.end)
    named = players.register.sightings[start : min(bisect_left(places, last), start + LOOK)]
    for members in _lists(scene, named)[:1]:
        yield _listed("later", members)


def _lists(scene: Scene, named: Sequence[Sighting]) -> list[list[Sighting]]:
    """The lists among some names, in order."""
    found: list[list[Sighting]] = []
    at = len(named) - 1
    while at > 0:
        members = [named[at]]
        while at > 0 and _joined(scene, named[at - 1], named[at], len(members) > 1):
            at -= 1
            members.insert(0, named[at])
        if len(members) > 1:
            found.insert(0, members)
        at -= 1
    return found


def _listed(how: str, members: Sequence[Sighting]) -> HolderCandidate:
    words = members[0].first, members[-1].end
    return HolderCandidate(how, tuple(dict.fromkeys(each.draft for each in members)), members[0], words)


def number_told(scene: Scene, phrase: Phrase | None) -> int:
    """The number of people (2 to 4) that a word of a phrase states ("both captains", "the trio"); else 0."""
    words = scene.lower[phrase.first : phrase.after] if phrase is not None else ()
    return next((number for number, some in _NUMBERS if not grammar(some).isdisjoint(words)), 0)


def pairs(scene: Scene, players: Players, asked: Question, turns: Sequence[SpeakerTurn]) -> Iterator[HolderCandidate]:
    """The candidates of several who spoke together, were listed or were named last, if the noun of the source fits."""
    here = scene.sentence[asked.token]
    lists: dict[tuple[int, ...], HolderCandidate] = {}
    for each in lists_of_names(scene, players, asked, here):
        lists.setdefault(each.members, each)
    spoke = [turn.members for turn in reversed(turns[-_TURNS:]) if len(turn.members) > 1]
    told = (lists.get(each, HolderCandidate("turn", each, None))._replace(how="turn") for each in spoke)
    for each in (*told, *lists.values(), *last_two(scene, players, asked, here)):
        if _fits_noun(players, asked, each.members):
            yield each


def _fits_noun(players: Players, asked: Question, members: Sequence[int]) -> bool:
    """Whether the noun of a source fits several parties; "officials" and the like do not fit organisations alone."""
    role = role_nouns().get(asked.head)
    people = role is not None and role.kind in _PERSONS
    return not people or any(players.draft(member).kind != "organization" for member in members)


def of_two(scene: Scene, players: Players, asked: Question, here: int) -> Iterator[HolderCandidate]:
    """The antecedent of "the former" or "the latter": one of the two named last together."""
    for pair in (*lists_of_names(scene, players, asked, here), *last_two(scene, players, asked, here)):
        if len(pair.members) == 2:
            yield HolderCandidate("two", (pair.members[ORDER[asked.head]],), pair.at)


def last_two(scene: Scene, players: Players, asked: Question, here: int) -> Iterator[HolderCandidate]:
    """For people, for states and for each other type, the two named last, as one candidate."""
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
    named = 0 < len(between) < 4 and all(word in joined for word in between)
    return (named and (listed or "and" in between or "&" in between)) or _is_called(scene, one, other)


def _is_called(scene: Scene, one: Sighting, other: Sighting) -> bool:
    """Whether nothing stands between two people but "and" and the role of the second ("and soloist Ada Quill", "and the
    soloist, Ada Quill")."""
    between = range(one.end, other.first - (scene.lower[other.first - 1] == ","))
    if scene.lower[one.end] != "and" or len(between) >= _CALLED or {one.name.kind, other.name.kind} != {"person"}:
        return False
    return may_call(scene.lower, between[1:]) and not any(scene.cued[at] for at in between)
