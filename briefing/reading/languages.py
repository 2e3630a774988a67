"""The language of a text: told by its script, and in Latin and Cyrillic by its commonest words.

A library for a hundred languages would be larger than all of brief; for the text of an article, with its many words of
grammar, counting those is as sure. What is too short or too mixed to tell stays untold.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.reading.languagetag import language_tag
from briefing.resources import read_rows

_SAMPLE = 4_000  # characters are enough
_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS = 12
_MIN_SHARE = 0.12  # of the words, in a text of the language
_MARGIN = 1.25  # by which the best must be better than English
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "is",
        "was",
        "for",
        "on",
        "with",
        "as",
        "by",
        "at",
        "from",
        "said",
        "has",
        "have",
        "are",
        "were",
        "be",
        "it",
        "he",
        "they",
        "this",
        "an",
        "not",
    ]
)
_SURE = 0.22  # the share of these few words with which a text is English beyond doubt
_SCRIPTS = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af\u1100-\u11ff]"),
    ("zh", "[\u4e00-\u9fff\u3400-\u4dbf]"),
    ("fa", "[\u067e\u0686\u0698\u06af]"),
    ("ar", "[\u0600-\u06ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("el", "[\u0370-\u03ff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("hi", "[\u0900-\u097f]"),
    ("bn", "[\u0980-\u09ff]"),
    ("ta", "[\u0b80-\u0bff]"),
    ("te", "[\u0c00-\u0c7f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("hy", "[\u0530-\u058f]"),
    ("am", "[\u1200-\u137f]"),
)
_SCRIPT_SHARE = 0.25  # of the letters; the rest may be names and numbers
_MARK_SHARE = 0.02  # letters that only one language of a script has
_BLANK_LETTERS = re.compile(r"[\W\d_]")


def told_language(text: str) -> str | None:
    """The BCP 47 tag of the language of a text, found by its script and its words of grammar; None if unsure."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) >= _MIN_WORDS and sum(word in _ENGLISH for word in words) >= _SURE * len(words):
        return "en"
    if not sample.isascii() and (found := _by_script(sample)):
        return found
    return _by_words(words) if len(words) >= _MIN_WORDS else None


def tag_of(value: str) -> str | None:
    """The tag that a value is or names: ``en-GB``, ``ENGLISH``, ``Deutsch``; None for what is neither."""
    named = _names().get(value.strip().lower().split(";")[0].strip())
    return named or language_tag(value)


def _by_script(sample: str) -> str | None:
    letters = len(_BLANK_LETTERS.sub("", sample))
    if letters < _MIN_WORDS:
        return None
    for tag, pattern in _SCRIPTS:
        found = len(re.findall(pattern, sample))
        if tag in ("fa", "ja"):
            if found >= _MARK_SHARE * letters:
                return tag
        elif found >= _SCRIPT_SHARE * letters:
            return tag
    return None


def _by_words(words: list[str]) -> str | None:
    shares = {tag: sum(word in own for word in words) / len(words) for tag, own in _words().items()}
    best = max(shares, key=lambda tag: (shares[tag], tag == "en"))
    if shares[best] < _MIN_SHARE:
        return None
    return best if best == "en" or shares[best] >= _MARGIN * shares["en"] else None


@cache
def _words() -> dict[str, frozenset[str]]:
    rows = [(*row, "", "")[:3] for row in read_rows("reading/languages.tsv")]
    return {tag: frozenset(words.split()) for tag, _, words in rows if words}


@cache
def _names() -> dict[str, str]:
    rows = [(*row, "", "")[:3] for row in read_rows("reading/languages.tsv")]
    return {name: tag for tag, names, _ in rows for name in (*names.split(), tag)}
