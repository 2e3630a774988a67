"""The named parts of a sentence's salience score, before they are weighted.

Every part lies between 0 and 1. Position and title overlap go back to Edmundson ("New methods in automatic extracting",
1969), centrality to centroid summarization (Radev et al. 2004); ``carried_on`` and ``first_mention`` look at which
stems of a sentence come again later in the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from briefing.calendar import weekday_names
from briefing.model import Document, Sentence
from briefing.network.judging import shipped_judge
from briefing.resources import read_words
from briefing.salience.stems import sentence_words, stem, stems

NAMES = (
    # where it stands
    "lead", "position", "opening", "early", "paragraph",
    # what it is about, seen against the whole article
    "centrality", "coverage", "title", "carried_on", "first_mention", "detail", "day",
    # how well it tells the story, as a network judges by its words and the other parts
    "gist",
    # its form
    "words", "short", "long", "question", "first_person", "pronoun", "turn",
    "opens_quoting", "ends_quoting", "quotes",
)  # fmt: skip
"""The parts in the order in which they are shown."""

_SHORT = 8  # a sentence of fewer words is short
_LONG = 30  # a sentence of more words is long; the part reaches 1 at twice as many
_NEVER_TAKEN = frozenset({"title", "subtitle", "heading", "caption"})
_MARKS = "\"“”‘’'"
_DOUBLE_MARKS = '"“”'
_FULL_LENGTH = 40  # words at which the part ``words`` reaches 1
_OPENING, _EARLY = 3, 6  # the first 3 sentences of the running text are its opening, the next 3 are early
_AFTER_THE_END = _MARKS + ")] "


@dataclass(frozen=True, slots=True)
class _Whole:
    """Counts over the article: the ``stems`` of each sentence, and for each stem its damped ``frequency``, its
    ``spread`` (how many sentences have it) and the ``last`` sentence that has it; ``repeated`` sums up the spreads
    without each stem's first sentence, ``length`` is the norm of the frequencies, ``title`` has the title's stems."""

    stems: Sequence[Collection[str]]
    frequency: dict[str, float]
    spread: Mapping[str, int]
    repeated: int
    length: float
    last: dict[str, int]
    title: frozenset[str]


def body_of(document: Document) -> list[Sentence]:
    """The sentences of the running text, or all sentences of a text that has nothing else."""
    body = [sentence for sentence in document.sentences if sentence.kind not in _NEVER_TAKEN]
    return body or list(document.sentences)


def find_parts(document: Document, seen: NDArray[np.int8] | None = None) -> list[dict[str, float]]:
    """The salience parts of each sentence: where it stands, what it shares with the title and the rest, its form.

    Args:
        document: the article with its words and sentences.
        seen: what the network sees of each sentence, as ``read_network`` gives it; without it no sentence has a gist.

    Returns:
        For each sentence, in order, its parts by name (0 to 1; those that are zero are left out), before they are
        weighted. Takes time linear in the length of the text.

    >>> from briefing import parse_article
    >>> from briefing.language import analyse
    >>> parts = find_parts(analyse(parse_article("The bank failed on Monday. Its owner left.")))
    >>> len(parts), "lead" in parts[0]
    (2, True)
    """
    body = body_of(document)
    places = {sentence.index: place for place, sentence in enumerate(body)}
    opening = _opening_paragraphs(body)
    whole = _count(document, body)
    found = []
    before: set[str] = set()
    for sentence in document.sentences:
        parts = _form(document, sentence) | _content(sentence.index, whole, before)
        place = places.get(sentence.index)
        if place is not None:
            parts |= _place(place, len(body)) | {"paragraph": float(sentence.index in opening)}
            before.update(whole.stems[sentence.index])
        found.append(parts)
    for parts, gist in zip(found, _gist(found, seen), strict=False):
        parts["gist"] = gist
    return [{name: parts[name] for name in NAMES if parts.get(name)} for parts in found]


def _gist(found: Sequence[Mapping[str, float]], seen: NDArray[np.int8] | None) -> list[float]:
    """How well each sentence tells the story, by its words, the whole article and all its other parts."""
    if seen is None or not seen.size:
        return []
    return [round(each, 4) for each in shipped_judge().sentences(seen, as_rows(found)).tolist()]


def as_rows(found: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
    """The parts of sentences but for their gist, a row each, in the order in which the network's judge takes them."""
    rows = [[parts.get(name, 0.0) for name in NAMES if name != "gist"] for parts in found]
    return np.array(rows).reshape(-1, len(NAMES) - 1)


def _opening_paragraphs(body: Sequence[Sentence]) -> set[int]:
    """The indices of the first sentences of paragraphs that have several."""
    sizes = Counter(sentence.block for sentence in body)
    firsts = {sentence.block: sentence.index for sentence in reversed(body)}
    return {index for block, index in firsts.items() if sizes[block] > 1}


def _place(place: int, count: int) -> dict[str, float]:
    """The parts for a sentence's ``place`` (from 0) among the ``count`` sentences of the running text."""
    return {
        "lead": 1 / (1 + place),
        "position": 1 - place / count,
        "opening": float(0 < place < _OPENING),
        "early": float(_OPENING <= place < _EARLY),
    }


def _count(document: Document, body: Sequence[Sentence]) -> _Whole:
    each = [stems(document, sentence) for sentence in document.sentences]
    counts = Counter(chain.from_iterable(each[sentence.index] for sentence in body))
    spread = Counter(chain.from_iterable(set(each[sentence.index]) for sentence in body))
    repeated = sum(spread.values()) - len(spread)
    last = {word: sentence.index for sentence in body for word in each[sentence.index]}
    frequency = {word: log(1 + count) for word, count in counts.items()}
    length = sqrt(sum(value * value for value in frequency.values()))
    title = _title(document, each)
    return _Whole([dict.fromkeys(own) for own in each], frequency, spread, repeated, length, last, title)


def _title(document: Document, each: Sequence[Collection[str]]) -> frozenset[str]:
    """The topics of the titles in the text, or else of the title given with it."""
    words = {word for sentence in document.sentences if sentence.kind == "title" for word in each[sentence.index]}
    if not words and document.article.title:
        words = {stem(word.strip(_MARKS + ".,:;!?()")) for word in document.article.title.split()}
    return frozenset(words - {""})


def _content(index: int, whole: _Whole, seen: Set[str]) -> dict[str, float]:
    """The parts for what a sentence is about in the whole article; ``seen`` are the stems of the sentences before.

    Centrality is the cosine between the sentence's stems and the logarithms of all frequencies in the article; coverage
    is the share of its stems in all repetitions in the article; detail is the share of its stems that only it has.
    """
    own = whole.stems[index]
    if not own:
        return {}
    later = {word for word in own if whole.last.get(word, -1) > index}
    spread = [whole.spread.get(word, 0) for word in own]
    along = sum(whole.frequency.get(word, 0.0) for word in own)
    return {
        "centrality": along / (sqrt(len(own)) * whole.length) if whole.length else 0.0,
        "coverage": (sum(spread) - len(own) + spread.count(0)) / max(1, whole.repeated),  # each time but the first
        "detail": spread.count(1) / len(own),
        "title": len(whole.title.intersection(own)) / max(1, len(whole.title)),
        "carried_on": len(later) / len(own),
        "first_mention": len(later.difference(seen)) / len(own),
    }


@cache
def _day_words() -> frozenset[str]:
    """The names of weekdays and words like "today", which tell what is new from what is background."""
    return read_words("salience/now.txt").union(map(str.lower, weekday_names()))


def _form(document: Document, sentence: Sentence) -> dict[str, float]:
    """The parts for the form of a sentence."""
    text = document.article.masked[sentence.start : sentence.end]
    words = sentence_words(document, sentence)
    first = words[0] if words else ""
    return {
        "words": min(1.0, log(1 + len(words)) / log(1 + _FULL_LENGTH)),
        "short": float(len(words) < _SHORT),
        "long": min(1.0, max(0.0, len(words) / _LONG - 1)),
        "question": float(text.rstrip(_AFTER_THE_END).endswith("?")),
        "first_person": float(not read_words("salience/first_person.txt").isdisjoint(words)),
        "pronoun": float(first in read_words("salience/pronouns.txt")),
        "turn": float(first in read_words("salience/turns.txt")),
        "day": float(not _day_words().isdisjoint(words)),
        "opens_quoting": float(text.startswith(tuple(_MARKS))),
        "ends_quoting": float(text.rstrip().endswith(tuple(_DOUBLE_MARKS))),
        "quotes": float(any(mark in text for mark in _DOUBLE_MARKS)),
    }
