"""Lists ordinary words: those that news mostly writes with a small letter inside sentences.

A capital at the beginning of a sentence or in a headline indicates a name only where the word is not one of these.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from briefing.training import Trained
from briefing.training.corpora import texts

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+){0,4}")
_LEAST, _SHARE = 3, 0.7


def train_parties_words(shared: Path) -> Trained:
    """The list of ordinary words that the parties stage reads, from the PolNeAR training articles."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in texts(shared, "polnear/train"):
        _count(text, small, large)
    kept = sorted(w for w, n in small.items() if n >= _LEAST and n / (n + large[w]) >= _SHARE)
    made = _HEADER + "".join(f"{row}\n" for row in _rows(kept))
    return Trained({"entities/ordinary_words.txt": made.encode()}, {"words": len(kept), "tokens": small.total()})


_HEADER = (
    "# provenance: words of the PolNeAR training articles that stand there with a small letter at least 3 times and\n"
    "# in at least 70 % of their uses inside sentences; made by briefing/training/parties_words.py\n"
)


def _count(text: str, small: Counter[str], large: Counter[str]) -> None:
    for found in _WORD.finditer(text):
        word = found.group()
        if word[0].islower():
            small[word.lower()] += 1
        elif text[max(0, found.start() - 2) : found.start()].strip(" ,").isalpha():
            large[word.lower()] += 1


def _rows(words: list[str], per_row: int = 25) -> list[str]:
    return [" ".join(words[i : i + per_row]) for i in range(0, len(words), per_row)]
