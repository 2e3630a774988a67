"""The words of what was said, as the digest compares them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from briefing.positions.topics import topic_word

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SHINGLE = 4  # words


def words_of(text: str) -> list[str]:
    """The words and numbers, in lower case."""
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def shingles(words: Sequence[str], size: int = _SHINGLE) -> list[int]:
    """A number for each run of ``size`` words (the same words give the same number); all words where they are fewer."""
    if len(words) <= size:
        return [crc32(" ".join(words).encode("utf-8", "replace"))] if words else []
    runs = (" ".join(words[place : place + size]) for place in range(len(words) - size + 1))
    return [crc32(run.encode("utf-8", "replace")) for run in runs]


def topics(text: str) -> dict[str, str]:
    """The topic words of a text, each with the first form in which it occurs; numbers are no topics."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        topic = _singular(topic_word(word))
        if len(topic) > 2 and topic.isalpha():
            found.setdefault(topic, word)
    return found


def _singular(topic: str) -> str:
    """The regular plural of a short word meets its singular; longer words meet by being cut."""
    return topic[:-1] if len(topic) > 3 and topic.endswith("s") and not topic.endswith(("ss", "us", "is")) else topic


def within(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words of one stand in the other, one after another."""
    if not short:
        return False
    size = len(short)
    return any(full[at] == short[0] and list(full[at : at + size]) == list(short) for at in range(len(full) - size + 1))
