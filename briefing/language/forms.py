"""The form in which a word is looked up in lists."""

from __future__ import annotations

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def norm(word: str) -> str:
    """The word in lower case with straight apostrophes and hyphens, as the word lists have it."""
    return word.lower() if word.isascii() else word.lower().translate(_PLAIN)
