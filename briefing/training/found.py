"""What the package itself finds in an article: the input of the models that rank its positions and sentences."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.attribution import read_network
from briefing.model import Cast, Document, Position
from briefing.parties import resolve_parties
from briefing.positions import take_positions
from briefing.positions.prominence import Features, key_features
from briefing.positions.ranking import key_candidates
from briefing.positions.repeats import find_repeats
from briefing.positions.topics import topics_of
from briefing.salience.parts import find_parts
from briefing.salience.worth import with_worth


@dataclass(frozen=True, slots=True)
class Found:
    """The positions of an article with their ``features`` for ranking and the indices of those ``able`` to be key, and
    the salience ``parts`` of its sentences."""

    document: Document
    cast: Cast
    positions: tuple[Position, ...]
    parts: list[dict[str, float]]
    features: list[Features]
    able: tuple[int, ...]


def find(document: Document) -> Found:
    """Run all stages before the ranking of positions and sentences on an article."""
    read = read_network(document)
    cast = resolve_parties(document, read.attributions, active=read.tokens)
    parts = find_parts(document, read.sentences)
    positions = take_positions(document, with_worth(read, parts), cast)
    topics = topics_of(document, positions)
    features = key_features(document, positions, topics, parts, cast)
    able = key_candidates(document, positions, find_repeats(document, positions, topics))
    return Found(document, cast, positions, parts, features, able)
