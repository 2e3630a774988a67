"""Relations: which parties stand together, and which against each other, with the words that show it.

Only what the article says outright counts. Parties stand together if they take a side jointly or if one backs the
other; to be named in one sentence is not enough. A party stands against another if it accuses the other, or opposes or
denies what the other did or said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from briefing.language import sentence_at
from briefing.model import Cast, Document, Entity, Mention, Piece, Position, Relation, RelationKind
from briefing.positions.cues import read_cue
from briefing.positions.stance_lexicon import class_bit, cue_word
from briefing.positions.word_index import WordIndex, word_index
from briefing.resources import read_lines, read_rows, read_words

_JOINT = 6  # holders of one position that are paired
_GOES_ON = class_bit("linker", "be", "have", "will", "might", "oblige", "infinitive", "not")
_REACH = 40  # mentions in one content that are looked at
_OPENING = 3  # most words before the name that opens a content ("the"); "an attack by" is treated apart
_HOPS = 5
_DEED = class_bit("deed")
_DEED_REACH = 4
_AGENT_REACH = 8
_MUTUAL = (("each", "other"), ("one", "another"))
_AGAINST = frozenset({"accuse", "oppose"})
_SIDES = frozenset({"support", "oppose", "pledge", "demand", "accuse", "deny", "warn"})
_PLAIN_SIDES = frozenset({"pledge", "demand"})  # stances that count even after plain speech
_NO_SIDE = frozenset({"declined", "ruled"})  # "declined an interview", "ruled out a part in it" are against nobody
_JOINING = frozenset({"and", "&", "both", "two", "three", "they", "we", "pair", "with", "sides"})
_JOINTLY = frozenset({"joint", "jointly", "together"})
_ITSELF = frozenset({"itself", "himself", "herself", "themselves", "myself", "ourselves"})

Tie = tuple[RelationKind, str, str]


def relate(document: Document, positions: Sequence[Position], cast: Cast) -> tuple[Relation, ...]:
    """Who stands together, and who against whom: only where a position shows it.

    A side taken jointly, backing, an accusation, or opposition to what the other did or said makes a relation.

    Args:
        document: the article with its words and sentences.
        positions: those of the document, as ``rank_positions`` gives them.
        cast: everybody in the article.

    Returns:
        Each relation once, in the order of the first position that shows it; the holder of that one is named first.

    >>> from briefing import analyse_article
    >>> found = analyse_article("Norway accused Iceland of breaking the treaty.")
    >>> [relation.kind for relation in relate(found.document, found.positions, found.cast)]
    ['against']
    """
    words = word_index(document)
    objects = _Objects(cast, words)
    shown: dict[tuple[RelationKind, frozenset[str]], list[int]] = {}
    named: dict[tuple[RelationKind, frozenset[str]], tuple[str, str]] = {}
    for position in positions:
        for kind, one, other in (*objects.joint(position), *objects.ties(position)):
            tie = kind, frozenset((one, other))
            named.setdefault(tie, (one, other))
            ids = shown.setdefault(tie, [])
            if position.id not in ids:
                ids.append(position.id)
    words_of_position = {position.id: position for position in positions}
    return tuple(
        Relation(tie[0], named[tie], tuple(ids), _words_that_show(document, words_of_position[ids[0]]))
        for tie, ids in shown.items()
    )


def _words_that_show(document: Document, position: Position) -> Piece:
    """The stretch from the first to the last word of a position, as far as it stands in the sentence where its content
    begins."""
    content = position.content[0]
    sentence = sentence_at(document, content.start)
    pieces = [*position.source, *position.cue, *position.content]
    if sentence is not None:
        pieces = [each for each in pieces if sentence.start <= each.start < sentence.end] or [content]
    end = max(each.end for each in pieces)
    return document.article.cut(min(each.start for each in pieces), min(end, sentence.end) if sentence else end)


class _Objects:
    """Finds the parties that a position relates: those who hold it jointly, and the one that it is about."""

    def __init__(self, cast: Cast, words: WordIndex) -> None:
        self._cast, self._words = cast, words
        self._mentions = sorted(cast.mentions, key=lambda mention: (mention.start, -mention.end))
        self._starts = [mention.start for mention in self._mentions]
        self._groups = {entity.name for entity in cast.entities if entity.kind == "group"}
        self._named: dict[str, list[Entity]] = {}
        for entity in cast.entities:
            self._named.setdefault(entity.name, []).append(entity)

    def joint(self, position: Position) -> Iterator[Tie]:
        """A tie between each two joint holders of a position: "together", or "against" if they judge each other."""
        if len(position.parties) < 2 or not self._is_joint(position):
            return
        content = self._words.within(position.content, 12)
        mutual = any(pair in _MUTUAL for pair in pairwise(content))
        kind: RelationKind = "against" if mutual and position.stance in _AGAINST | {"deny", "warn"} else "together"
        for one, other in combinations(position.parties[:_JOINT], 2):
            if not self._same(one, other) and not {one, other} <= self._groups:
                yield kind, one, other

    def _is_joint(self, position: Position) -> bool:
        """Whether the holders speak as one: they take a side, and the source names them side by side."""
        attribution = self._words.within([*position.source, *position.cue])
        if not _JOINTLY.isdisjoint([*attribution, *self._words.within(position.content, _OPENING)]):
            return True
        if position.stance not in (_PLAIN_SIDES if read_cue(self._words, position).weak else _SIDES):
            return False
        return not position.source or not _JOINING.isdisjoint(attribution)

    def _same(self, one: str, other: str) -> bool:
        """Whether two names mean the same party, or a body and a part of it."""
        short, long = sorted((one.lower().split(), other.lower().split()), key=len)
        if set(short) <= set(long):
            return True
        return any(self._belongs(entity, (other,)) for entity in self._named.get(one, ()))

    def ties(self, position: Position) -> Iterator[Tie]:
        """The ties of the holders with the party that their position judges, if it names one."""
        kind = self._kind(position)
        if kind is None or not position.parties:
            return
        other = self._judged(position)
        if other is not None and other.name not in position.parties and not self._belongs(other, position.parties):
            for party in position.parties[:_JOINT]:
                if not self._same(party, other.name):
                    yield kind, party, other.name

    def _kind(self, position: Position) -> RelationKind | None:
        """The relation that a cue and its object show; None for plain speech."""
        cue = read_cue(self._words, position)
        inside = [*self._words.within(position.cue), *self._words.within(position.content, 1)]
        if not (_ITSELF | _NO_SIDE).isdisjoint(inside):
            return None
        if position.stance in _AGAINST:
            tells = cue.sense in _AGAINST or cue.negated or cue.sense in _JUDGING
            return "against" if tells else None
        if position.stance == "deny":
            return None if cue.weak else "against"
        if position.stance == "support" and not cue.negated and not cue.weak:
            return "together" if _sides(self._words.within(position.cue)) else None
        return None

    def _judged(self, position: Position) -> Entity | None:
        """The party whose name opens the content, or that did what is judged ("the attack by …")."""
        plain_speech = read_cue(self._words, position).weak
        filling = read_words("positions/before_names.txt")
        piece = position.content[0]
        opening = self._words.index(piece.start)
        first = bisect_left(self._starts, piece.start)
        for mention in self._mentions[first : first + _REACH]:
            if mention.end > piece.end:
                break
            before = self._words.slice(opening, self._words.index(mention.start))
            opens = len(before) <= _OPENING and all(not word.isalpha() or word in filling for word in before)
            opens = opens and "that" not in before[1:] and (position.stance != "deny" or self._is_owner(mention))
            if (opens and self._is_meant(mention)) or (not plain_speech and self._is_agent(before)):
                return self._party(mention)
        return None

    def _is_meant(self, mention: Mention) -> bool:
        """Whether a judgement of words that begin with the name is one of the named party.

        If the name owns or describes what follows, that must be a deed: "Oslo's plan" or "Russian sanctions", but not
        "Afghan refugees"."""
        if not (self._is_owner(mention) or self._describes(mention)):
            return True
        after = self._words.index(mention.end)
        return any(bits & _DEED for bits in self._words.classes[after : after + _DEED_REACH])

    def _describes(self, mention: Mention) -> bool:
        """Whether a name is the adjective of a state or party with a noun after it."""
        name = self._words.slice(self._words.index(mention.start), self._words.index(mention.end))
        after = self._words.index(mention.end)
        if not any(bits & _GOES_ON == 0 for bits in self._words.classes[after : after + 1]):
            return False
        return self._words.lower[after].isalpha() and (" ".join(name) in _adjectives() or self._of_party(mention, name))

    def _of_party(self, mention: Mention, name: Sequence[str]) -> bool:
        """Whether a name is that of a political party without the word "party"."""
        return [*name, "party"] == self._cast.entities[mention.entity].name.lower().split()

    def _is_owner(self, mention: Mention) -> bool:
        """Whether the name stands in the genitive."""
        after = self._words.index(mention.end)
        return self._words.lower[after - 1].endswith("'s") or self._words.slice(after, after + 1) == ["'s"]

    def _is_agent(self, before: Sequence[str]) -> bool:
        """Whether the words before a name make it the doer of what is judged: "the raid by", not "the ship sold by"."""
        words = [word for word in before if word != "the"]
        return 1 < len(words) <= _AGENT_REACH and words[-1] == "by" and not words[-2].endswith("ed")

    def _party(self, mention: Mention) -> Entity | None:
        """The entity that is mentioned, or the body it speaks for; None for a pronoun or an unnamed group."""
        if mention.form == "pronoun":
            return None
        entity = self._cast.entities[mention.entity]
        for _ in range(_HOPS):
            if entity.speaks_for is None:
                break
            entity = self._cast.entities[entity.speaks_for]
        return None if entity.kind == "group" else entity

    def _belongs(self, other: Entity, parties: Sequence[str]) -> bool:
        """Whether the other party belongs to one of the holders (``parties``), or one of these to it."""
        if other.affiliation is not None and self._cast.entities[other.affiliation].name in parties:
            return True
        holders = (entity for party in parties for entity in self._named.get(party, ()))
        return any(other.index in (entity.affiliation, entity.speaks_for) for entity in holders)


@cache
def _adjectives() -> frozenset[str]:
    """The adjectives of states in lower case."""
    return frozenset(each for row in read_rows("entities/states.tsv") for each in row[2].lower().split(";") if each)


def _sides(cue: Sequence[str]) -> bool:
    """Whether a cue takes the side of what it governs, rather than finding it good."""
    bases = " ".join(cue_word(word) for word in cue)
    return any(f" {siding} " in f" {bases} " for siding in read_lines("positions/siding_cues.txt"))


_JUDGING = frozenset({"feel", "argue"})
