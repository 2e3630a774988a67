"""Who is heard: how many positions and words each outlet reports of each party, its kind, and whether it is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from briefing.digest.model import Actor, Heard, HeardKind, Matter, Report
from briefing.digest.terms import lower_words
from briefing.model import PartyKind
from briefing.resources import read_rows

_BY_PARTY: dict[PartyKind, HeardKind] = {"country": "official", "group": "group", "person": "private"}


@dataclass(slots=True)
class _Count:
    roles: dict[str, None] = field(default_factory=dict)
    positions: set[tuple[int, int]] = field(default_factory=set)
    words: int = 0
    quoted: int = 0


def find_heard(reports: Sequence[Report], matters: Sequence[Matter], actors: Sequence[Actor]) -> list[Heard]:
    """How much each outlet reports of each party: first over all outlets, then by outlet; copies are not counted.

    Parties with most positions come first.
    """
    counts: dict[tuple[str | None, int], _Count] = defaultdict(_Count)
    roles: dict[int, dict[str, None]] = defaultdict(dict)
    for matter in matters:
        for telling in matter.tellings:
            report = reports[telling.report]
            if report.copy_of is not None:
                continue
            words = len(lower_words(telling.text))
            quoted = sum(len(lower_words(quote)) for quote in telling.quotes)
            for actor in telling.actors:
                names = {actors[actor].name, *actors[actor].aliases}
                for speaker in matter.speakers:
                    if speaker.role and (speaker.name in names or actors[actor].kind != "person"):
                        roles[actor].setdefault(speaker.role)
                for outlet in (None, report.outlet) if report.outlet else (None,):
                    count = counts[outlet, actor]
                    count.positions.add((telling.report, telling.position))
                    count.words += words
                    count.quoted += min(quoted, words)
    found = [_heard(outlet, actor, count, actors[actor], roles[actor]) for (outlet, actor), count in counts.items()]
    return sorted(found, key=lambda each: (each.outlet is not None, each.outlet or "", -each.positions, each.actor))


def _heard(outlet: str | None, number: int, count: _Count, actor: Actor, roles: dict[str, None]) -> Heard:
    own = next(iter(roles), None) if actor.kind == "person" else None
    return Heard(
        outlet=outlet,
        actor=number,
        kind=_kind(actor, " ".join(roles)),
        role=own,
        named=actor.report is None,
        positions=len(count.positions),
        words=count.words,
        quoted_words=count.quoted,
    )


def _kind(actor: Actor, roles: str) -> HeardKind:
    if actor.report is not None and actor.kind in {"group", "person"}:
        return "unnamed"
    words = set(lower_words(f"{roles} {actor.name}" if actor.kind == "person" else actor.name))
    for kind, listed in _kinds():
        if not listed.isdisjoint(words):
            return kind
    return _BY_PARTY.get(actor.kind, "other")


@cache
def _kinds() -> tuple[tuple[HeardKind, frozenset[str]], ...]:
    rows = read_rows("digest/heard.tsv")
    return tuple((kind, frozenset(words.split())) for kind, words in rows)  # type: ignore[misc]
