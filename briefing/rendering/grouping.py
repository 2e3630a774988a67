"""Which positions a reader is shown, how they are grouped, and how the parties stand to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model import Brief, Piece, Position, Relation, RelationKind, Speaker


class HolderGroup(NamedTuple):
    """Positions of the same holders; ``parties`` is empty where nobody is named."""

    parties: tuple[str, ...]
    positions: tuple[Position, ...]


class RelationGroup(NamedTuple):
    """Parties that stand together (``others`` is empty), or parties against others; ``shown_by`` are the words of the
    first tie among them."""

    kind: RelationKind
    parties: tuple[str, ...]
    others: tuple[str, ...]
    shown_by: Piece | None = None


class SpokenQuotation(NamedTuple):
    """A quotation with who voiced it: the words without marks, where they stand, and the position they belong to."""

    speakers: tuple[Speaker, ...]
    parties: tuple[str, ...]
    text: str
    start: int
    end: int
    position: Position


def shown_positions(positions: Sequence[Position], limit: int | None) -> tuple[Position, ...]:
    """The positions to show, in reading order; ``limit`` is None for the key ones, 0 for all, else the number of the
    best ones, repeats left out."""
    if limit == 0:
        return tuple(positions)
    if limit is None:
        return tuple(position for position in positions if position.key)
    ranked = sorted(
        (position for position in positions if position.same_as is None),
        key=lambda position: (not position.key, -position.score, position.id),
    )
    chosen = {position.id for position in ranked[:limit]}
    return tuple(position for position in positions if position.id in chosen)


def grouped(positions: Iterable[Position]) -> tuple[HolderGroup, ...]:
    """The positions by who holds them, groups in order of their first position."""
    groups: dict[tuple[str, ...], list[Position]] = {}
    for position in positions:
        groups.setdefault(tuple(sorted(position.parties)), []).append(position)
    return tuple(HolderGroup(held[0].parties, tuple(held)) for held in groups.values())


def grouped_relations(relations: Sequence[Relation]) -> tuple[RelationGroup, ...]:
    """The relations in the fewest lines: groups that stand together, then each party with all those against it."""
    found = (*_together(_pairs(relations, "together")), *_against(_pairs(relations, "against")))
    return tuple(each._replace(shown_by=_shown_by(each, relations)) for each in found)


def _shown_by(group: RelationGroup, relations: Sequence[Relation]) -> Piece | None:
    names = {*group.parties, *group.others}
    ties = (each for each in relations if each.kind == group.kind and names.issuperset(each.parties))
    return next((each.shown_by for each in ties), None)


def spoken_quotations(brief: Brief) -> tuple[SpokenQuotation, ...]:
    """Every quotation once, in reading order."""
    found: dict[tuple[int, int], SpokenQuotation] = {}
    for position in brief.positions:
        for quote in position.quotes:
            saying = SpokenQuotation(position.speakers, position.parties, quote.shown, quote.start, quote.end, position)
            found.setdefault((quote.start, quote.end), saying)
    return tuple(found[place] for place in sorted(found))


def held_by(brief: Brief, name: str) -> frozenset[str]:
    """The names under which the brief files this party: its name, an alias or a speaker, whatever the case."""
    wanted = name.casefold().strip()
    return frozenset(
        party.name
        for party in brief.parties
        if wanted in {each.casefold() for each in (party.name, *party.aliases, *(one.name for one in party.speakers))}
    )


def _pairs(relations: Sequence[Relation], kind: RelationKind) -> list[tuple[str, str]]:
    return list(dict.fromkeys(relation.parties for relation in relations if relation.kind == kind))


def _together(pairs: list[tuple[str, str]]) -> Iterable[RelationGroup]:
    """Groups in which every two stand together, found greedily; each pair is in exactly one."""
    left = {frozenset(pair) for pair in pairs}
    names = tuple(dict.fromkeys(name for pair in pairs for name in pair))
    for first, second in pairs:
        if frozenset((first, second)) not in left:
            continue
        circle = [first, second]
        for name in names:
            if name not in circle and all(frozenset((name, member)) in left for member in circle):
                circle.append(name)
        left -= {frozenset((one, other)) for one in circle for other in circle}
        yield RelationGroup("together", tuple(circle), ())


def _against(pairs: list[tuple[str, str]]) -> Iterable[RelationGroup]:
    """Each party with its opponents, found greedily: the party with most opponents first."""
    left = list(pairs)
    while left:
        hub = Counter(name for pair in left for name in pair).most_common(1)[0][0]  # the first named of several
        facing = [second if first == hub else first for first, second in left if hub in (first, second)]
        left = [pair for pair in left if hub not in pair]
        yield RelationGroup("against", (hub,), tuple(dict.fromkeys(facing)))
