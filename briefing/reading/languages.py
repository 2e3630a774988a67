"""Decides the language of an article: English where its function words make that plain, else what a library says.

The library (py3langid, the extra ``language``) takes half a second to load, which no English article should wait for.
Where it is not installed, scripts and the function words of some languages decide. A text that is too short or too
mixed has the language that its file states, if any.
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
_PLAIN = 0.24  # the share of English function words from which a text is English beyond doubt


def language_of(text: str, given: str | None = None) -> str | None:
    """The BCP 47 tag of the language of a text, None where it is unknown.

    Args:
        text: the prose of an article.
        given: the tag that its file states. It is returned, with its region (``en-GB``), unless the words clearly show
            another language that is not easily confused with it.
    """
    told = _told(text[:_SAMPLE])
    if told is None or given is None:
        return told or given
    return given if told in _like(given.split("-")[0]) else told


def tag_of(value: str) -> str | None:
    """The tag of a value that is one or names a language: ``en-GB``, ``ENGLISH``, ``Deutsch``; None for any other."""
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
    """A language, and those that are easily confused with it."""
    return frozenset([tag]).union(*(group for group in languagelibrary.kin() if tag in group))


@cache
def _names() -> dict[str, str]:
    return {name: tag for tag, names, *_ in read_rows("reading/languages.tsv") for name in (*names.split(), tag)}
