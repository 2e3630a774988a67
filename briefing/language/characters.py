"""Classes of characters, written out so that every version of every regular expression engine reads them alike.

Each constant is the inside of a character class, to be put between square brackets.
"""

from __future__ import annotations

import re

SPACE = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""White space, no-break spaces included."""

INVISIBLE = "\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""Soft hyphens, zero-width spaces and joiners, marks of writing direction, variation selectors."""

DIGIT = "0-9"
UPPER = "A-Z\xc0-\xd6\xd8-\xde"
LOWER = "a-z\xdf-\xf6\xf8-\xff"

COMMON_LETTER = f"{UPPER}{LOWER}\xaa\xba\u0100-\u024f"
"""Letters of the languages in Latin script that names in English news come from."""

LETTER = (
    f"{COMMON_LETTER}\u0250-\u167f\u1681-\u180d\u180f-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff"
    "\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U00010000-\U0001efff\U00020000-\U000e00ff"
)
"""Letters of every script with the marks that combine with them, in few ranges.

The punctuation of scripts that English news does not use counts as letters.
"""

LATIN_WORD = f"{DIGIT}{UPPER}{LOWER}\xaa\xba"
COMMON_WORD = f"{DIGIT}{COMMON_LETTER}"
WORD = f"{DIGIT}{LETTER}"

APOSTROPHE = "'\u2018\u2019\u02bc\u00b4`"
"""What may stand for an apostrophe within a word."""

CURRENCY = "$\xa2-\xa5\u20a0-\u20cf"

MARKS = "\"'“”„‟‘’‚‛`´«»‹›"
"""Quotation marks."""

QUOTES = frozenset(MARKS) | {"''", "``"}
"""Tokens that are quotation marks."""

# the signs of micro, ohm, kelvin and angstrom count as rare too, since re.IGNORECASE takes them for letters
_RARE = re.compile("[^\x00-\xb4\xb6-\u024f\u2000-\u2125\u212c-\u2bff\ufe00-\ufe0f\ufeff\U0001f000-\U0001ffff]")
_EXTENDED = re.compile("[\u0100-\u024f]")


def word_class(text: str, start: int, end: int) -> str:
    """The class of word characters for patterns that read ``text[start:end]``: the smallest that covers this text.

    A regular expression engine expands a class when it compiles it, which for the letters of all scripts takes longer
    than the brief of an article does.
    """
    first = max(start - 1, 0)
    if text[first:end].isascii():
        return LATIN_WORD
    return WORD if _RARE.search(text, first, end) else COMMON_WORD if _EXTENDED.search(text, first, end) else LATIN_WORD
