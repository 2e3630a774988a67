"""Finds articles that share text, as papers that print the same wire copy do.

Shingles of words sampled by their number ("On the resemblance and containment of documents", Broder 1997): the share of
an article's sample that another has too estimates how much of it is found there.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from briefing.digest.terms import Wording, lowered, shingles

COPIED = 0.3
"""From this share on an article counts as a copy."""

_SAMPLED = 4  # one shingle in so many, where there are enough
_ENOUGH = 400
_WIDE = 6  # words of a shingle
_FEWEST = 20  # shingles that two articles share at least before sampling
_COMMON = 12  # an article is compared with so many that have the same shingle


class Copy(NamedTuple):
    """``of`` is an earlier report; ``share`` is of this report's text, 0 to 1."""

    of: int
    share: float


Sketch = tuple["array[int]", int]
"""Sampled shingles, each once, and how many each stands for."""


def sketch(told: Wording) -> Sketch:
    """A sample of the shingles of an article's words, by which copies are found."""
    found = set(shingles(list(map(lowered, told.words)), _WIDE))
    if len(found) <= _ENOUGH:
        return array("I", sorted(found)), 1
    return array("I", sorted(each for each in found if each % _SAMPLED == 0)), _SAMPLED


def find_copies(sketches: Sequence[Sketch], order: Sequence[int]) -> dict[int, Copy]:
    """The earlier report from which each report copies text, for those that do.

    ``order`` are the reports to compare, the earliest first.
    """
    having: dict[int, list[int]] = defaultdict(list)
    found: dict[int, Copy] = {}
    for report in order:
        sample, each = sketches[report]
        shared = Counter(other for shingle in sample for other in having.get(shingle, ()))
        for shingle in sample:
            if len(having[shingle]) < _COMMON:
                having[shingle].append(report)
        if not shared:
            continue
        other, count = min(shared.items(), key=lambda item: (-item[1], item[0]))
        share = min(1.0, count * max(each, sketches[other][1]) / (len(sample) * each))
        if share >= COPIED and count * each >= _FEWEST:
            first = found[other].of if other in found else other
            found[report] = Copy(first, round(share, 2))
    return found
