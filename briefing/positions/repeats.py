"""Finds the positions that say again what an earlier position said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.model import Document, Position, Stance
from briefing.positions.topics import Topics

_LOOK_BACK = 40  # earlier positions of a party that are compared
_CONTAINED = 0.6  # share of the shorter one's topic words that the other has, at least
_MANY, _CONTAINED_OF_MANY = 5, 0.5  # if they share at least so many topic words, this share is enough
_CONTAINED_IN_TITLE = 0.6
_COVERED = 0.3  # share of the longer one's topic words that the shorter one has, at least
_SHARED = 3  # topic words in common, at least
_POSITIVE = frozenset[Stance]({"support", "pledge", "predict", "demand"})
_NEGATIVE = frozenset[Stance]({"oppose", "accuse", "deny", "warn", "concern"})


class Repeats(NamedTuple):
    """For each position the id of the earlier one that it repeats, or None; ``retold``: it is one of the title, and the
    body repeats it."""

    same_as: tuple[int | None, ...]
    retold: tuple[bool, ...]


def find_repeats(document: Document, positions: Sequence[Position], topics: Sequence[Topics]) -> Repeats:
    """Compare each position with the earlier ones that share a party, by the ``topics`` of their contents.

    If the body repeats a position of the title, that of the title is ``retold`` and the fuller one of the body stays.
    Otherwise the first one stays, and later ones refer to it by ``same_as``.
    """
    in_title = [is_title(document, position) for position in positions]
    same_as: list[int | None] = [None] * len(positions)
    retold = [False] * len(positions)
    held: dict[str, list[int]] = {}
    for this, position in enumerate(positions):
        earlier = {other for name in position.parties for other in held.get(name, ())[-_LOOK_BACK:]}
        for other in sorted(earlier):
            if not _alike(positions[other], position, topics[other], topics[this], in_title[other]):
                continue
            if in_title[other] and not in_title[this]:
                retold[other] = True
            elif same_as[this] is None:
                same_as[this] = other if same_as[other] is None else same_as[other]
        for name in dict.fromkeys(position.parties):
            held.setdefault(name, []).append(this)
    return Repeats(tuple(same_as), tuple(retold))


def is_title(document: Document, position: Position) -> bool:
    """Whether a position stands in the article's title or subtitle."""
    return document.sentences[position.sentence].kind in ("title", "subtitle")


def _alike(first: Position, second: Position, first_topics: Topics, second_topics: Topics, title: bool) -> bool:
    if not _compatible(first.stance, second.stance):
        return False
    if _overlap(first, second):
        return True
    if _other_numbers(first_topics, second_topics):
        return False
    shared, least = len(first_topics & second_topics), min(len(first_topics), len(second_topics))
    if title:
        return shared >= min(2, least) and shared >= _CONTAINED_IN_TITLE * least > 0
    most = max(len(first_topics), len(second_topics))
    contained = _CONTAINED_OF_MANY if shared >= _MANY else _CONTAINED
    return shared >= _SHARED and shared >= contained * least and shared >= _COVERED * most


def _other_numbers(first: Topics, second: Topics) -> bool:
    """Whether each has a number that the other lacks, so that they say the same of different things."""
    return any(topic[0].isdigit() for topic in first - second) and any(topic[0].isdigit() for topic in second - first)


def _overlap(first: Position, second: Position) -> bool:
    """Whether the contents share characters: one sentence read under two cues."""
    return first.content[0].start < second.content[-1].end and second.content[0].start < first.content[-1].end


def _compatible(first: Stance, second: Stance) -> bool:
    return not ((first in _POSITIVE and second in _NEGATIVE) or (first in _NEGATIVE and second in _POSITIVE))
