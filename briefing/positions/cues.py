"""Reads a cue: its sense, given the words that it governs, and whether it is negated."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.language.morphology import base_forms
from briefing.model import Attribution, Position
from briefing.positions.stance_lexicon import CLASSES, CueEntry, class_bit, classes_of, cue_word, tables
from briefing.positions.word_index import WordIndex

SILENCE = "none"
"""The sense of cues that report no position ("declined to comment", "did not say")."""

_BEFORE = 4  # words before a cue in which a negation of it may stand
_OPENING = 6  # first words of a content that are searched for the noun of what is expressed
_GOVERNED = 4  # words after a cue in which its object begins
_NOT = class_bit("not")
_LINKER = class_bit("linker")
_AUXILIARY = class_bit("not", "be", "have", "will", "might", "oblige", "infinitive")
_WEAK = frozenset({"say", "argue", "find", "feel", "think", "try", "express", "state", "", "unknown"})
_REFUSALS = frozenset({"refuse", "decline", "fail", "stop", "without"})
_ARTICLES = frozenset({"a", "an", "the", "any", "that", "to", "of", "all", "its", "his", "her", "their", "for", "on"})


class CueReading(NamedTuple):
    """What a cue says: its sense (a stance, a weak sense of cues.tsv, or "" for no cue), negated or not."""

    sense: str
    negated: bool = False
    plover: str = ""

    @property
    def weak(self) -> bool:
        """Whether only the content can tell the stance."""
        return self.sense in _WEAK

    def __str__(self) -> str:
        return f"{self.sense} negated" if self.negated else self.sense


def read_cue(words: WordIndex, attribution: Attribution | Position) -> CueReading:
    """Look up the sense of a cue, given the words that it governs, and whether it is negated."""
    if not attribution.cue:
        return CueReading("")
    inside = words.within(attribution.cue)
    first, last = words.index(attribution.cue[0].start), words.index(attribution.cue[-1].end)
    before = _leading(words.slice(first - _BEFORE, first))
    found = find_sense(inside, _governed(words, attribution, last))
    if found is None:
        return CueReading("unknown", _denies(before) ^ _denies(inside))
    entry, place = found
    if entry.sense == "express":
        entry = _expressed(words, attribution) or entry
    negated = _denies([*before, *inside[:place]]) and "not" not in entry.words
    if negated and any(other.words == ("not", *entry.words) for other in tables().cues.get("not", ())):
        return CueReading(SILENCE)
    return CueReading(entry.sense, negated, entry.plover)


def _expressed(words: WordIndex, attribution: Attribution | Position) -> CueEntry | None:
    """The entry of the noun that opens a content, if it tells a stance: "reaffirmed | their grave concern over …"."""
    opening: list[str] = []
    for word in words.within(attribution.content, _OPENING):
        if opening and classes_of(word) & _LINKER:
            break
        if word[0].isalnum():
            opening.append(word)
    found = find_sense(opening, ())
    return found[0] if found and found[0].sense not in _WEAK else None


def _leading(before: Sequence[str]) -> Sequence[str]:
    """The auxiliaries, adverbs and negations that stand right before a cue."""
    start = len(before)
    while start and (classes_of(before[start - 1]) & _AUXILIARY or before[start - 1].endswith("ly")):
        start -= 1
    if before[max(0, start - 2) : start] == ["short", "of"]:
        start -= 2
    if start and _refuses(before[start - 1]):
        start -= 1
    return before[start:]


def find_sense(inside: Sequence[str], governed: Sequence[str]) -> tuple[CueEntry, int] | None:
    """The cue entry that fits best, and its place in ``inside``, the words of the cue; None if none fits.

    Entries with a stance win over those of plain speech; ``governed`` are the words after the cue.
    """
    best: tuple[CueEntry, int] | None = None
    cues = tables().cues
    words = [*inside, *governed]
    bases = [cue_word(word) for word in words]
    for place in range(len(inside)):
        for entry in cues.get(bases[place], ()):
            end = place + len(entry.words)
            if tuple(bases[place:end]) == entry.words and _fits(entry, words[end : max(end, len(inside)) + _GOVERNED]):
                if best is None or (best[0].sense in _WEAK and entry.sense not in _WEAK):
                    best = entry, place
                break
    return best


def _governed(words: WordIndex, attribution: Attribution | Position, last: int) -> list[str]:
    """The words that a cue governs: those after it and, if the content comes first, the first of the content."""
    after = words.slice(last, last + _GOVERNED)
    content = attribution.content[0]
    before = content.start < attribution.cue[0].start
    return [*after[:2], *words.within((content,), _GOVERNED)] if before else [*after]


def _fits(entry: CueEntry, ahead: Sequence[str]) -> bool:
    """Whether the words after a cue (``ahead``) begin with the object that its entry requires, if it requires one."""
    if not entry.object:
        return True
    words = [word for word in ahead if word.isalpha()]
    if entry.object not in CLASSES:
        return entry.object in words[:2]
    bit = class_bit(entry.object)
    return any(classes_of(word) & bit for word in [word for word in words if word not in _ARTICLES][:2])


def _denies(words: Sequence[str]) -> bool:
    """Whether an odd number of negations stands among the words."""
    return sum(bool(classes_of(word) & _NOT) or _refuses(word) for word in words) % 2 == 1


@lru_cache(maxsize=1 << 14)
def _refuses(word: str) -> bool:
    """Whether a word is a form of a verb that negates what it governs: "refused", "stopped"."""
    return not _REFUSALS.isdisjoint(base_forms(word))
