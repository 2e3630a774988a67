"""Evidence of how two parties stand: positions of one that name the other, that both hold, or that a lawyer voices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, combinations
from typing import Literal, NamedTuple

from briefing.digest.actor_names import ActorNames
from briefing.digest.actors import ActorRegister
from briefing.digest.saying import Said

JUDGING = frozenset({"accuse", "oppose"})
_TAKEN = JUDGING | {"support", "deny"}  # stances on somebody or something
_SPEECH = frozenset(
    {"said", "say", "says", "saying", "told", "tells", "wrote", "writes", "added", "adds", "noted", "notes"}
)
_HOLDERS = 4  # holders of a position that are looked at

Way = Literal["names", "cue", "joint", "client"]


class Evidence(NamedTuple):
    """A position of ``holder`` that may show how it stands to ``other``.

    ``way``: the content names the other, or only the cue does; both hold it; or the speaker is the other's lawyer.
    ``judged``: the position judges the other or its deed; ``beside``: it judges somebody else; ``before``: number of
    words before the other's name; ``country``: the other is one (a country's name is often part of a body's name).
    """

    said: Said
    matter: int
    holder: int
    other: int
    way: Way
    judged: bool = False
    beside: bool = False
    before: int = 0
    country: bool = False


@dataclass(slots=True)
class StoryEvidence:
    """The evidence by pair of parties (lower number first); how many positions each party holds, and is named in."""

    pairs: dict[tuple[int, int], list[Evidence]] = field(default_factory=lambda: defaultdict(list))
    held: Counter[int] = field(default_factory=Counter)
    named: Counter[int] = field(default_factory=Counter)


class Voices:
    """Tells two parties that always speak jointly, and so count as one voice, from two that also speak alone."""

    def __init__(self, held: Iterable[Sequence[int]]) -> None:
        self._held: dict[int, set[int]] = defaultdict(set)
        for place, holders in enumerate(held):
            for holder in holders:
                self._held[holder].add(place)

    def are_two(self, one: int, other: int) -> bool:
        """Whether each of two parties holds something that the other does not."""
        ours, theirs = self._held[one], self._held[other]
        return not ours <= theirs and not theirs <= ours


def gather(said: Sequence[tuple[Said, int]], register: ActorRegister) -> StoryEvidence:
    """The evidence in the positions of a story, each with the number of its matter."""
    found = StoryEvidence()
    holders = [register.named(each) for each, _ in said]
    found.held.update(holder for held in holders for holder in held)
    if len(found.held) < 2:
        return found
    names, voices = register.names_in(each for each, _ in said), Voices(holders)
    is_country = cache(register.is_country)
    for (each, matter), held in zip(said, holders, strict=True):
        inside = names.named(each.text)
        found.named.update(inside.keys())
        ties = chain(_shared(each, matter, held, voices), _naming(each, matter, held, names, inside))
        for one in ties if held else ():
            pair = min(one.holder, one.other), max(one.holder, one.other)
            found.pairs[pair].append(one._replace(country=is_country(one.other)))
    for pair in [pair for pair in found.pairs if register.are_namesakes(*pair)]:
        del found.pairs[pair]  # nobody stands against, or with, himself
    return found


def _shared(each: Said, matter: int, holders: Sequence[int], voices: Voices) -> Iterator[Evidence]:
    """Evidence for each two parties that hold a position jointly."""
    for one, other in combinations(holders[:_HOLDERS], 2):
        if voices.are_two(one, other):
            yield Evidence(each, matter, one, other, "joint")


def _naming(
    each: Said, matter: int, holders: Sequence[int], names: ActorNames, inside: dict[int, int]
) -> Iterator[Evidence]:
    """Evidence for each party that a position names or judges, and for each client of a lawyer who voices it."""
    judged = _judged(each, names) if each.stance in _TAKEN else None
    named = [*inside, *(actor for actor in names.named(each.cue) if actor not in inside)]
    if judged is not None and judged not in named:
        named.append(judged)
    clients = names.clients(each)
    for holder in holders[:_HOLDERS]:
        for other in (actor for actor in named if actor not in holders):
            way: Way = "names" if other in inside or other == judged else "cue"
            beside = judged is not None and other != judged
            yield Evidence(each, matter, holder, other, way, other == judged, beside, inside.get(other, 0))
        for client in (actor for actor in clients if actor not in holders):
            yield Evidence(each, matter, holder, client, "client")


def _judged(each: Said, names: ActorNames) -> int | None:
    """The party that a position judges, by the opening of its content, or of a later piece if it accuses or opposes.

    Praise of a deed does not count as praise of the doer; a denial counts only if it is of somebody's deed.
    """
    accused, object = each.stance == "accuse", each.stance in JUDGING and not _is_plain(each)
    pieces = each.pieces if each.stance in JUDGING else each.pieces[:1]
    for piece in pieces:
        found = names.judged(piece.shown, accused=accused, object=object)
        if found is not None:
            actor, deed = found
            if each.stance == "support":
                return None if deed or _is_plain(each) else actor
            return None if each.stance == "deny" and not deed else actor
    return None


def _is_plain(each: Said) -> bool:
    """Whether a position is quoted or only "said": the party that opens it may be its subject, not what is judged."""
    return each.mode == "direct" or not _SPEECH.isdisjoint(each.cue.casefold().split())
