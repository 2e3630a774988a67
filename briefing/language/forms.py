"""Which tokens are words, and the normal form in which a word is looked up in the word lists."""

from __future__ import annotations

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def is_word(text: str) -> bool:
    """Whether a token is a word or number, not a mark."""
    return text.isalnum() or any(map(str.isalnum, text))


def norm(word: str) -> str:
    """The word in lower case with straight apostrophes and hyphens, as the word lists have it."""
    return word.lower() if word.isascii() else word.lower().translate(_PLAIN)
