"""What speaks for keeping a position in the brief: named features, read by the model of key positions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from briefing.model import Cast, Document, Position, ScoredSentence
from briefing.positions.repeats import is_title
from briefing.positions.topics import Topics, topic_word
from briefing.positions.words import words_of

Features = Mapping[str, float]
_KEPT = 7  # positions of a brief: a party's fair part of them is its part of all positions
_BEST = 3  # sentences of a brief of the usual length
_SHORT = 5  # words of a content that is no more than a phrase
_RETURNING = 3  # sentences in which a word of the story's centre stands, at least
_FIRST_PARTIES = 8


def key_features(
    document: Document,
    positions: Sequence[Position],
    topics: Sequence[Topics],
    scores: Sequence[ScoredSentence],
    cast: Cast,
) -> list[Features]:
    """The features of each position, in order; all but the party's turn lie between 0 and 1.

    ``topics`` are those of the positions; ``scores`` those of the sentences, or empty.
    """
    words = words_of(document)
    standing = _Standing([position for position in positions if not is_title(document, position)])
    top = {scored.sentence for scored in sorted(scores, key=lambda each: (-each.score, each.sentence))[:_BEST]}
    centre = _centre(document)
    groups = {entity.name for entity in cast.entities if entity.kind == "group"}
    features: list[Features] = []
    for position, own in zip(positions, topics, strict=True):
        title = is_title(document, position)
        length = len(words.within(position.content, _SHORT + 1))
        found = _wording(position) | standing.features(position)
        found |= {
            "title": float(title),
            "top sentence": float(position.sentence in top),
            "short": float(length <= _SHORT),
            "centre": len(own & centre) / len(own) if own else 0.0,
            "group": float(not groups.isdisjoint(position.parties)),
        }
        features.append(found)
        if not title:
            standing.count(position)
    return features


def _wording(position: Position) -> dict[str, float]:
    source = sum(len(piece.shown.split()) for piece in position.source)
    return {
        "side": float(position.stance != "state"),
        "verbatim": float(position.mode != "indirect"),
        "no source": float(source == 0),
        "bare source": float(source == 1),
        "sure": max(0.0, 2 * position.confidence - 1),
    }


class _Standing:
    """How often each party has spoken so far, against its part of all positions."""

    def __init__(self, positions: Sequence[Position]) -> None:
        self._share = Counter(name for position in positions for name in position.parties)
        self._total = len(positions) or 1
        self._turns: Counter[str] = Counter()
        self._order: dict[str, int] = {}

    def features(self, position: Position) -> dict[str, float]:
        """``turn``: positions that the party had before, beyond its fair part of seven, from -2 to 3."""
        if not position.parties:
            return {"no party": 1.0}
        turn = min(self._turns[name] for name in position.parties)
        share = max(self._share[name] for name in position.parties)
        order = min(self._order.setdefault(name, len(self._order)) for name in position.parties)
        return {
            "turn": max(-2.0, min(3.0, turn - _KEPT * share / self._total)),
            "late party": min(order, _FIRST_PARTIES) / _FIRST_PARTIES,
        }

    def count(self, position: Position) -> None:
        """Note that the holders have spoken."""
        self._turns.update(position.parties)


def _centre(document: Document) -> Topics:
    """The topic words to which the story returns."""
    topics = [topic_word(token.text) for token in document.tokens]
    inside = (frozenset(topics[each.first_token : each.end_token]) for each in document.sentences)
    counts = Counter(chain.from_iterable(inside))
    del counts[""]
    return frozenset(topic for topic, count in counts.items() if count >= _RETURNING)
