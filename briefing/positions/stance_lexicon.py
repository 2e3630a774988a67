"""The tables behind a stance: what cues say, which words show a side, and how word forms are looked up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.language.morphology import base_forms
from briefing.resources import read_rows

CLASSES = (
    # what a cue may govern
    "allegation", "comment", "tolerate", "proposal", "with", "question",
    # words that show a side
    "good", "bad", "wrong", "danger", "worry", "hope", "need", "demand", "intend", "clear", "link", "deed",
    # words that negate or weaken those, or tell whose side it is
    "might", "will", "oblige", "be", "have", "infinitive", "not", "we", "they", "if", "enough", "linker", "figure",
)  # fmt: skip
_BIT = {name: 1 << index for index, name in enumerate(CLASSES)}
_OPEN = sum(_BIT[name] for name in CLASSES[: CLASSES.index("might")])  # classes of words that are inflected
_UNINFLECTED = frozenset({"not", "no", "be"})
_FORMS_REMEMBERED = 1 << 15


class CueEntry(NamedTuple):
    """A row of cues.tsv: ``words`` in base form; ``object`` is the class or word that must begin what they govern."""

    words: tuple[str, ...]
    sense: str
    object: str
    plover: str


class Tables(NamedTuple):
    """The tables, loaded: cues by their first word (longest and most particular first), classes as bits."""

    cues: Mapping[str, tuple[CueEntry, ...]]
    cue_words: frozenset[str]
    classes: Mapping[str, int]
    plover: Mapping[str, str | None]
    negated: Mapping[str, str]


def class_bit(*names: str) -> int:
    """The bit mask of some classes of words.tsv."""
    return sum(_BIT[name] for name in names)


@cache
def tables() -> Tables:
    """The tables from the package's data, read once."""
    cues = _cues()
    stances = read_rows("positions/stances.tsv")
    return Tables(
        cues=cues,
        cue_words=frozenset(word for entries in cues.values() for entry in entries for word in entry.words),
        classes=_classes(),
        plover={stance: None if name == "-" else name for stance, name, _ in stances},
        negated={stance: instead for stance, _, instead in stances},
    )


@lru_cache(maxsize=_FORMS_REMEMBERED)
def classes_of(word: str) -> int:
    """The classes of a lower-case word form as bits, 0 for none; function words are not inflected."""
    known = tables().classes
    if word in known:
        return known[word]
    return next((bits for base in base_forms(word) if (bits := known.get(base, 0) & _OPEN)), 0)


@lru_cache(maxsize=_FORMS_REMEMBERED)
def cue_word(word: str) -> str:
    """The base form under which a lower-case word form stands in the table of cues, else the form itself."""
    known = tables().cue_words
    if word in known:
        return word
    return next((base for base in base_forms(word) if base in known and base not in _UNINFLECTED), word)


def _cues() -> dict[str, tuple[CueEntry, ...]]:
    grouped: dict[str, list[CueEntry]] = {}
    for row in read_rows("positions/cues.tsv"):
        cue, sense, governed, plover = (*row, "", "")[:4]
        words = tuple(cue.split())
        grouped.setdefault(words[0], []).append(CueEntry(words, sense, governed, plover))
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry.words), not entry.object)))
        for first, entries in grouped.items()
    }


def _classes() -> dict[str, int]:
    bits: dict[str, int] = {}
    for name, words in read_rows("positions/words.tsv"):
        for word in words.split():
            bits[word] = bits.get(word, 0) | _BIT[name]
    return bits
