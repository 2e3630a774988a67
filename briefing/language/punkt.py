"""Punkt with our parameters: whether a sentence ends at a full stop, by the words on its two sides.

Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", Computational Linguistics 32 (2006).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypedDict

from briefing.language.forms import norm
from briefing.language.toolkit import tokenizers
from briefing.language.vocabulary import abbreviations, stop_words
from briefing.resources import read_json

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_LETTERS = re.compile(r"(?:\w{1,2}\.){2,}\Z")
_INITIAL = re.compile(r"[^\W\d_]\.\Z")
_NAMES_TOO = frozenset({"will", "may", "us", "might", "wo", "sha", "ca"})
_MIDDLE_LOWER = 1 << 5
"""Punkt's flag for a word that was seen in lower case within a sentence."""


class _Parameters(TypedDict):
    starters: list[str]
    lower: list[str]


@lru_cache(maxsize=1 << 14)
def ends_sentence(word: str, following: str) -> bool:
    """Whether a sentence ends after ``word``, given with its full stop or ellipsis; ``following`` begins with a capital
    or digit.

    A title ("Mr.") never ends one, nor does an abbreviation before a number; an initial does only before a function
    word; "U.S." and the like, and other abbreviations, do where Punkt takes the next word for the start of a sentence.
    A doubtful abbreviation ("No.") before a capital counts as the ordinary word.
    """
    bare = word[:-1].rpartition("-")[2]
    kind = abbreviations().get(bare)
    if kind and (kind == "title" or following[0].isdigit()):
        return False
    if _INITIAL.match(word) and (word != "I." or _INITIAL.match(following)):
        return norm(following) in _starters()
    letters = _LETTERS.match(word)
    small_title = abbreviations().get(bare.capitalize()) == "title"
    if not (letters or small_title or kind == "plain" or word == "..."):
        return True  # as Punkt would say
    return bool(_punkt().text_contains_sentbreak(f"{'U.S.' if letters else word} {following}"))


@cache
def _punkt() -> PunktSentenceTokenizer:
    punkt = tokenizers().punkt
    parameters = punkt.PunktParameters()
    parameters.abbrev_types.update(word.lower() for word, kind in abbreviations().items() if kind != "doubtful")
    parameters.abbrev_types.add("u.s")
    parameters.sent_starters.update(_starters())
    for word in _learned()["lower"]:
        parameters.ortho_context[word] = _MIDDLE_LOWER
    tokenizer: PunktSentenceTokenizer = punkt.PunktSentenceTokenizer(parameters)
    return tokenizer


@cache
def _starters() -> frozenset[str]:
    return frozenset(_learned()["starters"]) | (stop_words() - _NAMES_TOO)


def _learned() -> _Parameters:
    learned: _Parameters = read_json("language/sentences.json")
    return learned
