"""What is known of a word out of context: its usual part-of-speech tags, the lemma of a verb, how often it is a cue.

The word tables were counted on PolNeAR train by ``briefing.training.attribution_lexicon``. The tags are not a tagger's
output for the text but those that the word form usually has (``VBD/VBN``); a word that is not in the table gets a tag
by its ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from struct import Struct
from zlib import crc32

from briefing.network.memory import Memory
from briefing.resources import read_table

UNSEEN = "?"
"""The cue level of a lemma that was hardly met in training."""

_DIGIT = re.compile(r"\d")
_PLAIN = str.maketrans("’‘“”", "''\"\"")
_LONGEST_ENDING = 4
_UNKNOWN = "\t"
REMEMBERED = 16_000
"""The word forms that each of the two generations of the cache holds (see ``Memory``)."""


PROPERTIES = ("word", "lemma", "tag", "level", "shape", "ending")
"""The properties of a word form that the network sees, in the order of ``Form.codes``."""

WORD, LEMMA, TAG, LEVEL, SHAPE, ENDING = range(len(PROPERTIES))
"""Indices into PROPERTIES."""

_CODES = Struct(f"<{len(PROPERTIES)}I")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word form.

    ``tag`` has a ``^`` in front for a capitalised word of the table, a ``?`` where it was guessed.
    ``level`` is how often the lemma is a cue, 0 never to 8 nearly always, or UNSEEN.
    ``codes`` holds the code of each of PROPERTIES as an unsigned 32-bit number, little-endian.
    """

    word: str
    lemma: str
    tag: str
    level: str
    codes: bytes


def code(text: str) -> int:
    """A text as a number of 32 bits: its CRC-32."""
    return crc32(text.encode("utf-8", "surrogatepass"))


class Lexicon:
    """The word forms of token texts, cached."""

    def __init__(self, words: Mapping[str, str], endings: Mapping[str, str], levels: Mapping[str, str]) -> None:
        """``words`` maps a word to its tags and lemma ("" if unknown), separated by a tab; ``endings`` maps the last
        letters of a word to a tag, ``levels`` a lemma to its cue level."""
        self._words, self._endings, self._levels = words, endings, levels
        self._forms = Memory(self._make, REMEMBERED)

    def with_levels(self, levels: Mapping[str, str]) -> Lexicon:
        """The same words with other cue levels."""
        return Lexicon(self._words, self._endings, levels)

    def form(self, text: str) -> Form:
        """The form of a token's text, which is not empty."""
        return self._forms[text]

    def forms(self, texts: Iterable[str]) -> list[Form]:
        """The form of each text."""
        return list(map(self._forms.__getitem__, texts))

    def _make(self, text: str) -> Form:
        word = plain(text)
        tag, lemma = self._words.get(word, _UNKNOWN).split("\t")
        tag = ("^" + tag if text[0].isupper() else tag) if tag else self._guess(text, word)
        lemma = lemma or word
        level = self._levels.get(lemma, UNSEEN)
        seen = (word, lemma, tag, level, shape(text), word[-3:])
        return Form(word, lemma, tag, level, _CODES.pack(*map(code, seen)))

    def _guess(self, text: str, word: str) -> str:
        """The tag of a token that is not in the table: CD, the mark itself, or a guess (``?``) by capital or ending."""
        if not word[0].isalpha():
            return "CD" if any(sign.isdigit() for sign in word) else word[0]
        if text[0].isupper():
            return "?NNP"
        tags = (self._endings.get(word[-length:]) for length in range(_LONGEST_ENDING, 0, -1))
        return "?" + next(filter(None, tags), "NN")


def plain(text: str) -> str:
    """A token in lower case, with straight quotation marks and every digit replaced by 0."""
    return _DIGIT.sub("0", text.lower().translate(_PLAIN))


def shape(text: str) -> str:
    """The letter case: x lower, X one capital, XX capitals, Xx capitalised, xX mixed; else d (digit) or the mark."""
    if not text[0].isalpha():
        return "d" if text[0].isdigit() else text[0]
    if text.islower():
        return "x"
    if text.isupper():
        return "X" if len(text) == 1 else "XX"
    return "Xx" if text[0].isupper() else "xX"


def read_lexicon() -> Lexicon:
    """The word tables of the package, without cue levels."""
    return Lexicon(read_table("network/words.tsv"), read_table("network/endings.tsv"), {})


@cache
def shipped() -> Lexicon:
    """The lexicon that ships with the package."""
    return read_lexicon().with_levels(read_table("network/cues.tsv"))
