"""The features of a position by which the model of key positions judges whether to keep it in the brief.

They are the salience parts of its sentence and what the position itself shows: who holds it and how often the holder
has spoken, how it is worded, which side it takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from briefing.model import Cast, Document, Position
from briefing.positions.cues import read_cue
from briefing.positions.repeats import is_title
from briefing.positions.topics import Topics, topic_word
from briefing.positions.word_index import WordIndex, word_index

Features = Mapping[str, float]
WORTH = "worth"
NETWORK = (WORTH, "sentence gist")
"""The features that come from the network: what a position, and its sentence, are worth to an editor."""
_KEPT = 7  # key positions of a brief; a party's fair share of them is its share of all positions
_SHORT, _LONG, _FULL_LENGTH = 5, 25, 40  # most words of a short content, of one that is not long, and that are counted
_FIRST_PARTIES = 8
_MANY = log(41)  # the feature "among many" reaches 1 at 40 positions
_FAR = 5  # sentences since the previous position, from which it is far away
_OPENERS = frozenset({"it", "he", "she", "they", "this", "that", "these", "those", "them", "him", "which", "who"})


def key_features(
    document: Document,
    positions: Sequence[Position],
    topics: Sequence[Topics],
    parts: Sequence[Mapping[str, float]],
    cast: Cast,
) -> list[Features]:
    """The features of each position, in order; all but the party's turn lie between 0 and 1.

    ``topics`` are the topic words of each position, ``parts`` the salience parts of each sentence, or empty.
    """
    words = word_index(document)
    standing = _Standing(document, [position for position in positions if not is_title(document, position)], cast)
    beside = Counter(position.sentence for position in positions)
    crowd = min(1.0, log(1 + len(positions)) / _MANY)
    centre = _Centre(document)
    features: list[Features] = []
    last = -_FAR
    for position, own in zip(positions, topics, strict=True):
        title = is_title(document, position)
        found = {f"sentence {name}": value for name, value in parts[position.sentence].items()} if parts else {}
        found |= _wording(words, position) | standing.features(position) | centre.features(own)
        found |= {
            "title": float(title),
            "among many": crowd,
            "beside others": float(beside[position.sentence] > 1),
            "far from the last": min(_FAR, position.sentence - last) / _FAR,
        }
        last = position.sentence
        features.append({name: value for name, value in found.items() if value})
        if not title:
            standing.count(position)
    return features


def _wording(words: WordIndex, position: Position) -> dict[str, float]:
    """How the position is told: its length and first word, its quotation, source, cue and stance."""
    source = sum(len(piece.shown.split()) for piece in position.source)
    content = words.within(position.content, _FULL_LENGTH)
    said = sum(piece.end - piece.start for piece in position.content)
    return {
        "length": len(content) / _FULL_LENGTH,
        "short": float(len(content) <= _SHORT),
        "long": float(len(content) > _LONG),
        "opens with a pronoun": float(bool(content) and content[0] in _OPENERS),
        "verbatim": sum(piece.end - piece.start for piece in position.quotes) / max(1, said),
        f"mode {position.mode}": 1.0,
        f"stance {position.stance}": 1.0,
        f"cue {read_cue(words, position).sense or 'none'}": 1.0,
        "no source": float(source == 0),
        "bare source": float(source == 1),
        "named speaker": float(bool(position.speakers)),
        "sure": max(0.0, 2 * position.confidence - 1),
        WORTH: position.score,
    }


class _Standing:
    """Who the holders are: how often the article names them, and how often they have spoken so far."""

    def __init__(self, document: Document, positions: Sequence[Position], cast: Cast) -> None:
        self._share = Counter(name for position in positions for name in position.parties)
        self._total = len(positions) or 1
        self._turns: Counter[str] = Counter()
        self._order: dict[str, int] = {}
        self._kinds = {entity.name: entity.kind for entity in cast.entities}
        self._mentions = Counter(cast.entities[mention.entity].name for mention in cast.mentions)
        self._most = max(self._mentions.values(), default=1)
        titles = (document.article.masked[each.start : each.end] for each in document.sentences if each.kind == "title")
        self._title = " ".join([document.article.title or "", *titles])

    def features(self, position: Position) -> dict[str, float]:
        """Features of the holders; ``turn``: the party's earlier positions less its fair share of seven, -2 to 3."""
        if not position.parties:
            return {"no party": 1.0}
        turn = min(self._turns[name] for name in position.parties)
        share = max(self._share[name] for name in position.parties)
        order = min(self._order.setdefault(name, len(self._order)) for name in position.parties)
        return {
            "first of the party": float(turn == 0),
            "second of the party": float(turn == 1),
            "turn": max(-2.0, min(3.0, turn - _KEPT * share / self._total)),
            "late party": min(order, _FIRST_PARTIES) / _FIRST_PARTIES,
            "party often named": max(self._mentions[name] for name in position.parties) / self._most,
            "party in the title": float(any(name in self._title for name in position.parties)),
            "several parties": float(len(position.parties) > 1),
        } | {f"party {self._kinds.get(name, 'person')}": 1.0 for name in position.parties}

    def count(self, position: Position) -> None:
        """Count a position of these holders."""
        self._turns.update(set(position.parties))


class _Centre:
    """The main topics of the article: topic words that stand in several sentences, and those of the title."""

    def __init__(self, document: Document) -> None:
        topics = [topic_word(token.text) for token in document.tokens]
        counts: Counter[str] = Counter()
        title = {topic_word(word.strip(".,:;'\"“”‘’")) for word in (document.article.title or "").split()}
        for sentence in document.sentences:
            inside = set(topics[sentence.first_token : sentence.end_token])
            counts.update(inside)
            if sentence.kind == "title":
                title |= inside
        self._often = frozenset(topic for topic, count in counts.items() if topic and count >= _RETURNING)
        self._title = frozenset(title - {""})

    def features(self, topics: Topics) -> dict[str, float]:
        """The shares of a content's topic words that are main topics, and that stand in the title."""
        size = max(1, len(topics))
        return {"centre": len(topics & self._often) / size, "of the title": len(topics & self._title) / size}


_RETURNING = 3  # least sentences in which a main topic stands
