"""The language of an article, decided here: English that is plain by its commonest words, else what a library says.

The library (py3langid, the extra ``language``) takes half a second to load, which no English article is to wait for.
Where it is not installed, scripts and the commonest words of some languages tell. What is too short or too mixed to
tell is in the language that its file gives, if it gives one.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.reading import languageguess, languagelibrary
from briefing.reading.languagetag import language_tag
from briefing.reading.patterns import Later
from briefing.resources import read_rows

_SAMPLE = 4_000  # characters are enough
_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = Later(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_ENOUGH = 12  # words, or letters of another script than Latin
_PLAIN = 0.24  # the share of its words of grammar with which a text is English beyond doubt


def language_of(text: str, given: str | None = None) -> str | None:
    """The tag of the language of a text, None where nothing tells.

    Args:
        text: the prose of an article.
        given: the tag that its file gives. It stands where the words do not tell, where they tell the same, and where
            they tell a language that is easily taken for it; so it keeps its region.
    """
    told = _told(text[:_SAMPLE])
    if told is None or given is None:
        return told or given
    return given if told in _like(given.split("-")[0]) else told


def tag_of(value: str) -> str | None:
    """The tag that a value is or names: ``en-GB``, ``ENGLISH``, ``Deutsch``; None for what is neither."""
    named = _names().get(value.strip().lower().split(";")[0].strip())
    return named or language_tag(value)


def _told(sample: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) >= _ENOUGH:
        english = languageguess.words_of_grammar()["en"]
        if sum(word in english for word in words) >= _PLAIN * len(words):
            return "en"
    elif sample.isascii() or len(_NOT_LATIN.compiled.findall(sample)) < _ENOUGH:
        return None
    if languagelibrary.installed():
        return languagelibrary.told_by_library(sample)
    return languageguess.guessed(sample, words)


def _like(tag: str) -> frozenset[str]:
    """A language, and those that are easily taken for it."""
    return frozenset([tag]).union(*(group for group in languagelibrary.kin() if tag in group))


@cache
def _names() -> dict[str, str]:
    return {name: tag for tag, names, *_ in read_rows("reading/languages.tsv") for name in (*names.split(), tag)}
