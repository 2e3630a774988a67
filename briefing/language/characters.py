"""Classes of characters, written out so that every version of every regular expression engine reads them alike.

Each constant is the inside of a character class, to be put between square brackets.
"""

from __future__ import annotations

SPACE = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""White space, no-break spaces included."""

INVISIBLE = "\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""Soft hyphens, zero-width spaces and joiners, marks of writing direction, variation selectors."""

DIGIT = "0-9"
UPPER = "A-Z\xc0-\xd6\xd8-\xde"
LOWER = "a-z\xdf-\xf6\xf8-\xff"

LETTER = (
    f"{UPPER}{LOWER}\xaa\xba\u0100-\u167f\u1681-\u180d\u180f-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff"
    "\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U00010000-\U0001efff\U00020000-\U000e00ff"
)
"""Letters of every script with the marks that combine with them, in few ranges, so that patterns compile fast.

The punctuation of scripts that English news does not use counts as letters.
"""

WORD = f"{DIGIT}{LETTER}"

APOSTROPHE = "'\u2018\u2019\u02bc\u00b4`"
"""What may stand for an apostrophe within a word."""

CURRENCY = "$\xa2-\xa5\u20a0-\u20cf"

MARKS = "\"'“”„‟‘’‚‛`´«»‹›"
"""Quotation marks."""
