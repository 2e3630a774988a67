"""What is known of a word by itself: its usual tags, the lemma of a verb, its clusters and how often it is a cue.

The table was counted on PolNeAR train by ``briefing.training.attribution_lexicon``. The tags are no tagger's output but
the ones that the word form usually has (``VBD/VBN``); a word outside the table is judged by its ending.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.attribution.memory import Memory
from briefing.resources import read_rows

UNSEEN = "?"
"""The cue level of a lemma that was hardly met in training."""

_DIGIT = re.compile(r"\d")
_PLAIN = str.maketrans("’‘“”", "''\"\"")
_LONGEST_ENDING = 4
REMEMBERED = 8_000
"""Word forms that are remembered, about twice at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word form, compared by identity: a lexicon makes one per text.

    ``level`` is how often the lemma is a cue: 0 never to 8 nearly always, or UNSEEN.
    """

    word: str
    lemma: str
    tag: str
    level: str
    coarse: str
    fine: str
    shape: str

    def near(self) -> tuple[str, ...]:
        """The names of its features as seen from two words away."""
        return f"w={self.word}", f"p={self.tag}", f"c={self.coarse}", f"r={self.level}"

    def next(self) -> tuple[str, ...]:
        """The names of its features as seen from a neighbour."""
        classes = (f"l={self.lemma}", f"s={self.shape}", f"p={self.tag}", f"c={self.coarse}", f"C={self.fine}")
        return f"w={self.word}", *classes, f"r={self.level}"

    def own(self) -> tuple[str, ...]:
        """The names of its features as seen by itself."""
        return *self.next(), f"3={self.word[-3:]}", f"2={self.word[-2:]}"


class Lexicon:
    """Word forms by their text, each worked out once."""

    def __init__(
        self, words: Mapping[str, tuple[str, ...]], endings: Mapping[str, str], levels: Mapping[str, str]
    ) -> None:
        """``words``: tags, lemma, coarse and fine cluster ("" if unknown); ``levels`` by lemma."""
        self._words, self._endings, self._levels = words, endings, levels
        self._forms = Memory(self._make, REMEMBERED)

    def with_levels(self, levels: Mapping[str, str]) -> Lexicon:
        """The same words with other cue levels."""
        return Lexicon(self._words, self._endings, levels)

    def form(self, text: str) -> Form:
        """The form of a token's text, which is not empty."""
        return self._forms[text]

    def _make(self, text: str) -> Form:
        word = plain(text)
        tag, lemma, coarse, fine = self._words.get(word, ("", "", "", ""))
        tag = ("^" + tag if text[0].isupper() else tag) if tag else self._guess(text, word)
        lemma = lemma or word
        level = self._levels.get(lemma, UNSEEN)
        return Form(word, lemma, tag, level, coarse, fine, shape(text))

    def _guess(self, text: str, word: str) -> str:
        """The tag of a word outside the table: by its ending, marked as a guess."""
        if not word[0].isalpha():
            return "CD" if any(sign.isdigit() for sign in word) else word[0]
        if text[0].isupper():
            return "?NNP"
        endings = (word[-length:] for length in range(_LONGEST_ENDING, 0, -1))
        return "?" + next((self._endings[ending] for ending in endings if ending in self._endings), "NN")


def plain(text: str) -> str:
    """A token in lower case with straight marks and every digit as 0."""
    return _DIGIT.sub("0", text.lower().translate(_PLAIN))


def shape(text: str) -> str:
    """The kind of letters: x lower, X one capital, XX capitals, Xx capitalised, xX mixed, d number; else the sign."""
    if not text[0].isalpha():
        return "d" if text[0].isdigit() else text[0]
    if text.islower():
        return "x"
    if text.isupper():
        return "X" if len(text) == 1 else "XX"
    return "Xx" if text[0].isupper() else "xX"


def read_lexicon() -> Lexicon:
    """The word tables of the package, without cue levels."""
    words = {row[0]: row[1:] for row in read_rows("attribution/words.tsv")}
    endings = {row[0]: row[1] for row in read_rows("attribution/endings.tsv")}
    return Lexicon(words, endings, {})


@cache
def shipped() -> Lexicon:
    """The lexicon that ships with the package."""
    return read_lexicon().with_levels({row[0]: row[1] for row in read_rows("attribution/cues.tsv")})
