"""Groups articles into stories: the reports of one event.

Each article is a TF-IDF vector of its strongest terms; the document frequencies are a fixed table, so that the vector
does not depend on the other articles. Two groups are merged if two of their articles are similar enough and so is the
average of all pairs. Candidate pairs come from an index of the strongest terms: the time is near linear.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import repeat
from math import sqrt
from operator import mul
from typing import NamedTuple

from briefing.digest.terms import Wording, rarity, terms
from briefing.model import ArticleInfo

ALIKE = 0.26
"""Least cosine similarity of two articles for their groups to be merged."""

TOGETHER = 0.19
"""Least mean cosine similarity, over all pairs of articles of two groups, for these to be merged."""

WINDOW = 14
"""Most days between two articles that are compared; articles without a date are compared with all."""

_STRONGEST = 60  # terms kept of an article
_INDEXED = 14  # of these, the strongest, by which candidates are found
_LEAD = 700  # characters of the text that count as its opening
_OPENING = 2  # what each occurrence in the title or opening adds to a term's count
_DAMPED = 0.75  # exponent that damps a term's count
_TELLING = 1.0  # terms that are not rarer than this are ignored
_RECENT = 200  # latest articles with the same strong term that are looked at
_COMPARED = 20  # candidates that are compared in full


class Profile(NamedTuple):
    """The strongest terms of an article and their weights, in falling order, as a unit vector; ``day``: an ordinal."""

    terms: tuple[str, ...]
    weights: array[float]
    day: int | None


def profile(article: ArticleInfo, told: Wording) -> Profile:
    """The profile of an article, from its title and from ``told``: its text, or what is known of it."""
    counts = Counter(filter(None, told.terms))
    opening = Counter(terms(f"{article.title or ''} {told.text[:_LEAD]}"))
    for term, count in opening.items():
        counts[term] = max(counts[term], count) + _OPENING * count
    weights = ((-(count**_DAMPED) * rare, term) for term, count in counts.items() if (rare := _telling(term)))
    strongest = sorted(weights)[:_STRONGEST]
    length = sqrt(sum(weight * weight for weight, _ in strongest)) or 1.0
    return Profile(
        tuple(term for _, term in strongest),
        array("d", [-weight / length for weight, _ in strongest]),
        day_number(article.date),
    )


@lru_cache(maxsize=1 << 16)
def _telling(term: str) -> float:
    """The rarity of a term; 0 for numbers and common terms, which do not tell what an article is about."""
    rare = rarity(term)
    return rare if rare > _TELLING and not term[0].isdigit() else 0.0


def day_number(text: str | None) -> int | None:
    """The ordinal (as of ``date.toordinal``) of an ISO date or date-time; None if the text is neither."""
    try:
        return date.fromisoformat((text or "")[:10]).toordinal()
    except ValueError:
        return None


def group(profiles: Sequence[Profile]) -> list[list[int]]:
    """Cluster articles into stories.

    Returns:
        For each story the numbers of its articles; every article is in one story, if only by itself.
    """
    groups = _Groups(profiles)
    for _, one, other in sorted(_links(profiles), key=lambda link: (-link[0], link[1], link[2])):
        groups.join(one, other)
    return groups.all()


def _links(profiles: Sequence[Profile]) -> Iterable[tuple[float, int, int]]:
    """Pairs of articles that are similar enough, as (similarity, lower number, higher number)."""
    having: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_RECENT))
    order = sorted(range(len(profiles)), key=lambda number: (profiles[number].day or 0, number))
    for number in order:
        own = profiles[number]
        weights = dict(zip(own.terms, own.weights, strict=True))
        shared: dict[int, float] = defaultdict(float)
        for term in own.terms[:_INDEXED]:
            weight, others = weights[term], having[term]
            for other in others:
                shared[other] -= weight
            others.append(number)
        for _, other in sorted(zip(shared.values(), shared, strict=True))[:_COMPARED]:
            their = profiles[other]
            if own.day is None or their.day is None or abs(own.day - their.day) <= WINDOW:
                likeness = sum(map(mul, map(weights.get, their.terms, repeat(0.0)), their.weights))
                if likeness >= ALIKE:
                    yield round(likeness, 6), min(number, other), max(number, other)


class _Groups:
    """Disjoint groups of articles, each with the sum of its vectors."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._above = list(range(len(profiles)))
        self._members = {number: [number] for number in self._above}
        self._sums: dict[int, dict[str, float]] = {}

    def join(self, one: int, other: int) -> None:
        """Merge the groups of two articles if the mean similarity between the groups is at least ``TOGETHER``."""
        one, other = sorted((self._root(one), self._root(other)), key=lambda root: (-len(self._members[root]), root))
        if one == other:
            return
        ours, theirs = self._sum(one), self._sum(other)
        likeness = sum(map(mul, map(ours.get, theirs, repeat(0.0)), theirs.values()))
        if likeness < TOGETHER * len(self._members[one]) * len(self._members[other]):
            return
        for term, weight in theirs.items():
            ours[term] = ours.get(term, 0.0) + weight
        self._above[other] = one
        self._members[one] += self._members.pop(other)
        del self._sums[other]

    def all(self) -> list[list[int]]:
        """The groups in the order of their first articles."""
        return sorted(sorted(members) for members in self._members.values())

    def _root(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def _sum(self, root: int) -> dict[str, float]:
        if root not in self._sums:
            own = self._profiles[root]
            self._sums[root] = dict(zip(own.terms, own.weights, strict=True))
        return self._sums[root]
