"""Finds articles that share text, as papers that print the same wire copy do.

Hashed word shingles are sampled by their hash ("On the resemblance and containment of documents", Broder 1997): the
share of an article's sample that another article has too estimates how much of its text is found there.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from briefing.digest.terms import Wording, lowered, shingles

COPIED = 0.3
"""Least share of an article's text that an earlier article has, for it to count as a copy."""

_SAMPLED = 4  # one shingle in so many is kept of an article with more than _ENOUGH
_ENOUGH = 400
_WIDE = 6  # words of a shingle
_FEWEST = 20  # least shingles that two articles share, as estimated from the samples
_COMMON = 12  # for each shingle so many articles that have it are remembered, the earliest


class Copy(NamedTuple):
    """``of`` is the earlier report; ``share`` (0 to 1) is the part of this report's text that is copied."""

    of: int
    share: float


Sketch = tuple["array[int]", int]
"""The sampled shingles as sorted distinct hashes, and how many shingles each of them stands for."""


def sketch(told: Wording) -> Sketch:
    """A sample of the shingles of an article's words, by which copies are found."""
    found = set(shingles(list(map(lowered, told.words)), _WIDE))
    if len(found) <= _ENOUGH:
        return array("I", sorted(found)), 1
    return array("I", sorted(each for each in found if each % _SAMPLED == 0)), _SAMPLED


def find_copies(sketches: Sequence[Sketch], order: Sequence[int]) -> dict[int, Copy]:
    """For each report that shares text with an earlier one: that earlier report, and the share.

    ``order`` lists the numbers of the reports to compare, the earliest first.
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
