"""Fault lines: which parties stand together, and which against each other, with the positions that show it.

Only what the words say outright counts: a position held jointly, or a judgement whose object is another party.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from briefing.model import Cast, Document, Entity, Mention, Position, Relation, RelationKind
from briefing.positions.cues import read_cue
from briefing.positions.lexicon import class_bit
from briefing.positions.words import Words, words_of

_JOINT = 6  # holders of one position that are paired
_REACH = 40  # mentions in one content that are looked at
_OPENING = 3  # words before the name of the party that a judgement is about: "the", "an attack by" is told apart
_HOPS = 5
_DEED = class_bit("deed")
_DEED_REACH = 4
_AGENT_REACH = 8
_ABOUT = frozenset({"on", "against", "with", "of", "for", "at", "to"})
_MUTUAL = (("each", "other"), ("one", "another"))
_AGAINST = frozenset({"accuse", "oppose"})

Tie = tuple[RelationKind, str, str]


def relate(document: Document, positions: Sequence[Position], cast: Cast) -> tuple[Relation, ...]:
    """Each tie once, in the order of the first position that shows it; the holder of that one is named first."""
    words = words_of(document)
    objects = _Objects(cast, words)
    shown: dict[tuple[RelationKind, frozenset[str]], list[int]] = {}
    named: dict[tuple[RelationKind, frozenset[str]], tuple[str, str]] = {}
    for position in positions:
        for kind, one, other in (*_joint(words, position), *objects.ties(position)):
            tie = kind, frozenset((one, other))
            named.setdefault(tie, (one, other))
            ids = shown.setdefault(tie, [])
            if position.id not in ids:
                ids.append(position.id)
    return tuple(Relation(tie[0], named[tie], tuple(ids)) for tie, ids in shown.items())


def _joint(words: Words, position: Position) -> Iterator[Tie]:
    """Every two holders of a position: together, unless it is each other that they judge."""
    if len(position.parties) < 2:
        return
    content = words.within(position.content, 12)
    mutual = any(pair in _MUTUAL for pair in pairwise(content))
    kind: RelationKind = "against" if mutual and position.stance in _AGAINST | {"deny", "warn"} else "together"
    for one, other in combinations(position.parties[:_JOINT], 2):
        yield kind, one, other


class _Objects:
    """Finds the party that a judgement is about among the mentions of an article."""

    def __init__(self, cast: Cast, words: Words) -> None:
        self._cast, self._words = cast, words
        self._mentions = sorted(cast.mentions, key=lambda mention: (mention.start, -mention.end))
        self._starts = [mention.start for mention in self._mentions]

    def ties(self, position: Position) -> Iterator[Tie]:
        """The ties of the holders with the party that their position judges, if it names one."""
        kind = self._kind(position)
        if kind is None or not position.parties:
            return
        other = self._judged(position)
        if other is not None and other.name not in position.parties and not self._belongs(other, position.parties):
            for party in position.parties[:_JOINT]:
                yield kind, party, other.name

    def _kind(self, position: Position) -> RelationKind | None:
        if position.stance in _AGAINST:
            return "against"
        if position.stance == "support" and not read_cue(self._words, position).weak:
            return "together"
        return None

    def _judged(self, position: Position) -> Entity | None:
        """The party whose name opens the content, or that did what is judged ("the attack by …")."""
        plain_speech = read_cue(self._words, position).weak
        piece = position.content[0]
        opening = self._words.index(piece.start)
        first = bisect_left(self._starts, piece.start)
        for mention in self._mentions[first : first + _REACH]:
            if mention.end > piece.end:
                break
            before = self._words.slice(opening, self._words.index(mention.start))
            opens = len(before) <= _OPENING and not any(word.isalpha() and word not in _FILL for word in before)
            if (opens and self._is_meant(mention)) or (not plain_speech and self._is_agent(before)):
                return self._party(mention)
        return None

    def _is_meant(self, mention: Mention) -> bool:
        """Whether a judgement of what follows the name falls on the one named: on a deed, as in "Oslo's plan"."""
        after = self._words.index(mention.end)
        if not self._words.lower[after - 1].endswith("'s") and self._words.slice(after, after + 1) != ["'s"]:
            return True
        return any(bits & _DEED for bits in self._words.classes[after : after + _DEED_REACH])

    def _is_agent(self, before: Sequence[str]) -> bool:
        """Whether the words before a name make it the doer of what is judged: "the raid by", not "the ship sold by"."""
        words = [word for word in before if word != "the"]
        return 1 < len(words) <= _AGENT_REACH and words[-1] == "by" and not words[-2].endswith("ed")

    def _party(self, mention: Mention) -> Entity | None:
        """The body for which the one mentioned speaks, or the one mentioned; nobody for an unnamed group."""
        if mention.form == "pronoun":
            return None
        entity = self._cast.entities[mention.entity]
        for _ in range(_HOPS):
            if entity.speaks_for is None:
                break
            entity = self._cast.entities[entity.speaks_for]
        return None if entity.kind == "group" else entity

    def _belongs(self, other: Entity, parties: Sequence[str]) -> bool:
        """Whether one of the holders is the other's body, or the other way round."""
        entities = self._cast.entities
        if other.affiliation is not None and entities[other.affiliation].name in parties:
            return True
        return any(
            entity.name in parties and other.index in (entity.affiliation, entity.speaks_for) for entity in entities
        )


_FILL = frozenset({"the", "a", "an", "that", "what", "how", "mr", "mrs", "ms", "dr", "sir", "president"}) | _ABOUT
