"""Chooses the key positions: what an editor would keep in a brief of five to seven lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import exp
from typing import NamedTuple

from briefing.model import Cast, Document, Position
from briefing.positions.cues import read_cue
from briefing.positions.prominence import Features, key_features
from briefing.positions.repeats import Repeats, find_repeats
from briefing.positions.topics import topic_words, topics_of
from briefing.positions.word_index import WordIndex, word_index
from briefing.resources import read_json

MOST_KEY = 7
_FEWEST_WORDS = 4  # of a content that can stand alone under a cue like "said"
_DIGITS = 6


class KeyModel(NamedTuple):
    """A logistic model of which positions editors keep, with the parameters of the choice.

    ``decay`` is what each position already chosen for a party takes off the log odds of its next; ``share`` is the part
    of the positions that are kept, up to seven.
    """

    bias: float
    weights: Mapping[str, float]
    decay: float
    share: float

    def logit(self, features: Features) -> float:
        """The log odds that an editor keeps a position with these features."""
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())


def rank_positions(
    document: Document, positions: Sequence[Position], parts: Sequence[Mapping[str, float]], cast: Cast
) -> tuple[Position, ...]:
    """Which positions matter most: the same positions with ``score``, ``same_as`` and ``key``.

    Args:
        document: the article with its words and sentences.
        positions: those of the document, as ``take_positions`` gives them.
        parts: the parts of the score of each sentence, as ``find_parts`` gives them, or empty.
        cast: everybody in the article.

    Returns:
        The positions in the same order. ``score`` is the chance (0 to 1) that an editor keeps it, ``same_as`` the id of
        an earlier position that says the same. At most seven are ``key``: never one without a party, nor one that
        repeats another, nor two of which one lies within the other, nor a fragment unless there is nothing else; the
        more positions of a party are key already, the higher its next one has to score.

    >>> from briefing import analyse_article
    >>> found = analyse_article("Iceland warned on Friday that fares would rise. It rained.")
    >>> [position.key for position in rank_positions(found.document, found.positions, (), found.cast)]
    [True]
    """
    model = key_model()
    topics = topics_of(document, positions)
    repeats = find_repeats(document, positions, topics)
    logits = [model.logit(features) for features in key_features(document, positions, topics, parts, cast)]
    chosen = choose_key(positions, logits, key_candidates(document, positions, repeats), model)
    return tuple(
        replace(position, score=chance(logit), key=index in chosen, same_as=repeats.same_as[index])
        for index, (position, logit) in enumerate(zip(positions, logits, strict=True))
    )


def key_candidates(document: Document, positions: Sequence[Position], repeats: Repeats) -> tuple[int, ...]:
    """The indices of the positions that may be key: they have a party, repeat nothing, and are no fragments (unless all
    of them are)."""
    words = word_index(document)
    able = [
        place
        for place, position in enumerate(positions)
        if position.parties and repeats.same_as[place] is None and not repeats.retold[place]
    ]
    return tuple(place for place in able if not _is_fragment(words, positions[place])) or tuple(able)


def _is_fragment(words: WordIndex, position: Position) -> bool:
    """Whether a content says nothing by itself ("a bit confused"): no topic words, or few words and a weak cue."""
    content = words.within(position.content)
    if not topic_words(content):
        return True
    return len(content) < _FEWEST_WORDS and read_cue(words, position).weak


def choose_key(
    positions: Sequence[Position], logits: Sequence[float], able: Sequence[int], model: KeyModel
) -> frozenset[int]:
    """The indices of the key positions, chosen one after another among ``able``, the indices of the candidates.

    Each position that is chosen makes the next one of its party less likely; of two positions of which one lies within
    the other only one is key.
    """
    left = list(able)
    wanted = min(MOST_KEY, max(1, round(model.share * len(positions))), len(left))
    taken: Counter[str] = Counter()
    chosen: set[int] = set()
    left.sort(key=lambda place: -logits[place])
    while left and len(chosen) < wanted:
        best = max(left, key=lambda place: logits[place] - model.decay * _turns(positions[place], taken))
        left = [place for place in left if place != best and not _nested(positions[place], positions[best])]
        chosen.add(best)
        taken.update(positions[best].parties)
    return frozenset(chosen)


def _nested(one: Position, other: Position) -> bool:
    """Whether the content of one position lies within that of the other."""
    return _lies_in(one, other) or _lies_in(other, one)


def _lies_in(inner: Position, outer: Position) -> bool:
    return all(
        any(each.start <= piece.start and piece.end <= each.end for each in outer.content) for piece in inner.content
    )


def _turns(position: Position, taken: Mapping[str, int]) -> int:
    return min(taken.get(name, 0) for name in position.parties)


def chance(logit: float) -> float:
    """The probability (0 to 1) for log odds."""
    return round(1.0 / (1.0 + exp(-max(min(logit, 30.0), -30.0))), _DIGITS)


@cache
def key_model() -> KeyModel:
    """The model that ships with the package."""
    record = read_json("positions/ranking.json")
    return KeyModel(record["bias"], record["weights"], record["decay"], record["share"])
