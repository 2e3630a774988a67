"""Finds parties that said one thing and, on a later day, the opposite about the same matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.digest.model import Actor, Entry, Shift, Turn
from briefing.resources import read_words

_SHARED = 2  # topic words that both have, at least
_SHARE = 0.34  # of the topic words of the one with fewer
_LOOK_BACK = 60  # entries of a party that are compared with a new one
_FOR = frozenset({"support", "pledge"})


def find_shifts(actors: Sequence[Actor], entries: Sequence[Entry], topics: Sequence[Mapping[str, str]]) -> list[Shift]:
    """The shifts in order of the day of the turn; each entry is the turn of one shift at most.

    What a title and its article both tell is one shift, with the entry that has more in common with what was said.
    """
    found: dict[tuple[int, int, int], Shift] = {}
    for number, actor in enumerate(actors):
        dated = [entry for entry in actor.entries if entries[entry].date is not None]
        names = set(_topics_of_names(actor))
        for place, after in enumerate(dated):
            shifts = (
                Shift(number, turn, before, after, about)
                for before in reversed(dated[max(0, place - _LOOK_BACK) : place])
                if (turn := _turn(entries[before], entries[after])) is not None
                and (about := _about(topics[before], topics[after], names))
            )
            best = max(shifts, key=lambda shift: len(shift.about), default=None)
            if best is not None:
                told = number, best.before, entries[after].tellings[0].report
                found[told] = max(found.get(told, best), best, key=lambda shift: len(shift.about))
    return sorted(found.values(), key=lambda shift: (entries[shift.after].date or "", shift.after, shift.actor))


def _turn(before: Entry, after: Entry) -> Turn | None:
    if before.date is None or after.date is None or before.date >= after.date:
        return None
    if before.stance == "deny" and (after.stance in _FOR or _confirms(after)):
        return "denied, then confirmed"
    if after.stance == "deny" and (before.stance in _FOR or _confirms(before)):
        return "stated, then denied"
    if before.stance == "oppose" and after.stance in _FOR:
        return "opposed, then supported"
    if before.stance in _FOR and after.stance == "oppose":
        return "supported, then opposed"
    return None


def _confirms(entry: Entry) -> bool:
    words = entry.cue.casefold().split()
    return entry.stance != "deny" and not read_words("digest/confirming.txt").isdisjoint(words)


def _about(one: Mapping[str, str], other: Mapping[str, str], names: set[str]) -> tuple[str, ...]:
    first, second = one.keys() - names, other.keys() - names
    shared = first & second
    if len(shared) < max(_SHARED, _SHARE * min(len(first), len(second))):
        return ()
    return tuple(form for topic, form in other.items() if topic in shared)


def _topics_of_names(actor: Actor) -> Sequence[str]:
    from briefing.digest.words import topics

    return [topic for name in (actor.name, *actor.aliases) for topic in topics(name)]
