"""A guess at the language of a text without a library: by its script, or (Latin, Cyrillic) by its function words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from briefing.reading.patterns import Later
from briefing.resources import read_rows

_SCRIPT_SHARE = 0.25  # of the letters; the rest may be names and numbers
_MARK_SHARE = 0.02  # letters that only one language of a script has
_MARKED = ("ja", "fa")
_MIN_SHARE = 0.12  # of function words among the words, in a text of the language
_MIN_WORDS = 4  # different function words that must occur
_MARGIN = 1.5  # times as many function words as of English that another language must have
_BLANK = Later(r"[\W\d_]")


def guessed(sample: str, words: Sequence[str]) -> str | None:
    """The tag of the language of a text, given also as ``words`` in lower case; None where it is not clear."""
    longer = [word for word in words if len(word) > 1 or not word.isascii()]  # the "s" of "it's" is no Czech word
    return (None if sample.isascii() else _by_script(sample)) or _by_words(longer)


@cache
def words_of_grammar() -> Mapping[str, frozenset[str]]:
    """The most frequent function words of each language, by its tag."""
    rows = read_rows("reading/languages.tsv")
    return {tag: frozenset(words.split()) for tag, _, words, *_ in rows if words}


def _by_script(sample: str) -> str | None:
    letters = len(_BLANK.compiled.sub("", sample))
    for tag, _, _, *script in read_rows("reading/languages.tsv"):
        if script:
            share = _MARK_SHARE if tag in _MARKED else _SCRIPT_SHARE
            if len(re.findall(f"[{script[0]}]", sample)) >= max(1, share * letters):
                return tag
    return None


def _by_words(words: Sequence[str]) -> str | None:
    if not words:
        return None
    found = {tag: [word for word in words if word in own] for tag, own in words_of_grammar().items()}
    best = max(found, key=lambda tag: (len(found[tag]), tag == "en"))
    hits = found[best]
    if len(hits) < _MIN_SHARE * len(words) or len(set(hits)) < _MIN_WORDS:
        return None
    return best if best == "en" or len(hits) >= _MARGIN * len(found["en"]) else None
