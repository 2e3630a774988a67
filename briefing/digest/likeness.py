"""How likely two positions of one story say the same: a logistic model over what their sentences have in common.

A shared term counts the more, the rarer it is in the news and in the story itself; exact figures, the holders, the
stances and the paragraphs around are features too. The weights are learned (``data/digest/matters.md``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import compress, groupby
from math import fsum, log  # fsum: the result does not depend on the order of a set
from operator import eq
from typing import NamedTuple

from briefing.digest.logistic import Features, LogisticWeights, read_logistic
from briefing.digest.saying import Said, Unit
from briefing.digest.terms import rarity, term_of

_LEAST_SHARED = 0.3  # least log(1 + weight of the shared terms) of a pair, unless the paragraphs around are alike
_LEAST_AROUND = 0.15  # least likeness of the paragraphs around such a pair
_QUOTED = 0.6  # least share of the shorter quotation's words that the other has, if both are the same quotation
_RUN = 3  # least number of consecutive words that two versions of a quotation have in common
_COVERED = 0.4  # least share of the shorter sentence's words that the quotations have in common
_RARE, _TERMS = 6.0, 2  # least rarity (sum) and number of the common terms, so that they are no coincidence
_WHOLE, _WHOLE_RARE = 0.7, 3.0  # share from which a quotation is most of its sentence, and the rarity enough for it
_SLOGAN = 5  # most words of a slogan
_LONG = 5  # common words that are enough for a quotation that is most of its sentence, however rare they are
_EXACT, _TELLING = 3, 3.0  # digits, and rarity, from which a figure is exact: rarely the same by chance
_YEARS = range(1900, 2100)


FEATURES = ("words", "weight", "runs", "figures", "around", "holder", "stance", "key", "one article")
"""The names of the features of a pair of sentences, in the order of ``Likeness.features``."""


@cache
def read_weights() -> LogisticWeights:
    """The weights that ship with the package."""
    return read_logistic("digest/matters.json")


class Likeness(NamedTuple):
    """A value for each of ``FEATURES`` of a pair of sentences; ``quoted``: both contain the same quotation."""

    features: Features
    quoted: bool


class _Sentence(NamedTuple):
    """A unit prepared for comparison: its terms, their total weight, its term bigrams, word trigrams of quotations."""

    unit: Unit
    terms: frozenset[str]
    weight: float
    runs: frozenset[tuple[str, str]]
    quoted: frozenset[tuple[str, ...]]


class StoryPositions:
    """The positions of one story, prepared for comparison, with the weight of each term in this story."""

    def __init__(self, said: Sequence[Said], units: Sequence[Sequence[Unit]] | None = None) -> None:
        self.said = said
        self.units = [each.units() for each in said] if units is None else units
        everything = [unit for units in self.units for unit in units]
        count = len(everything) + 1
        having = Counter(term for unit in everything for term in set(unit.terms))
        self._weights = {term: rarity(term) * log(count / among) / log(count + 1) for term, among in having.items()}
        self._exact = frozenset(filter(_is_exact, having))
        self._slogans = _slogans(said, self.units)
        self._sentences = [[self._sentence(unit) for unit in units] for units in self.units]
        around = Counter(term for each in said for term in each.context)
        self._near = {term: rarity(term) * log((len(said) + 1) / among) for term, among in around.items()}
        self._names = [frozenset(each.holders) for each in said]
        self._contexts = [self._context(each) for each in said]

    def weight(self, term: str) -> float:
        """The weight of a term: its rarity in the news times its (relative) rarity in the sentences of the story."""
        return self._weights[term]

    def _sentence(self, unit: Unit) -> _Sentence:
        terms = frozenset(unit.terms)
        runs = frozenset(zip(unit.terms, unit.terms[1:], strict=False))
        quoted = frozenset(run for quote in unit.quoted if quote not in self._slogans for run in _runs(quote))
        return _Sentence(unit, terms, fsum(map(self._weights.__getitem__, terms)), runs, quoted)

    def _context(self, each: Said) -> tuple[frozenset[str], float]:
        """The terms of the paragraph around a position, and their total weight."""
        found = frozenset(each.context)
        return found, fsum(map(self._near.__getitem__, found))

    def pairs(self, one: int, other: int) -> Iterator[tuple[tuple[int, int], Likeness]]:
        """For each pair of sentences of two positions that may say the same: their places, and their likeness."""
        shared: Features | None = None  # computed only if it is needed
        for first, ours in enumerate(self._sentences[one]):
            for second, theirs in enumerate(self._sentences[other]):
                common = ours.terms & theirs.terms
                quoted = not ours.quoted.isdisjoint(theirs.quoted) and self._gives_one(ours, theirs)
                if not quoted and ours.unit.plain.isdisjoint(common) and theirs.unit.plain.isdisjoint(common):
                    continue  # only names in common: both are about the same party, but may say different things
                shared = shared or self._shared(one, other)
                pair = self._pair(ours, theirs, common, shared, quoted=quoted)
                if pair is not None:
                    yield (first, second), pair

    def _gives_one(self, ours: _Sentence, theirs: _Sentence) -> bool:
        return same_quotation(ours.unit, theirs.unit, self._slogans)

    def _shared(self, one: int, other: int) -> Features:
        """The features of two positions that are the same for every pair of their sentences."""
        first, second = self.said[one], self.said[other]
        near = first.report == second.report
        around = 0.0
        if not near:
            (ours, weight), (theirs, mass) = self._contexts[one], self._contexts[other]
            around = 2 * fsum(map(self._near.__getitem__, ours & theirs)) / ((weight + mass) or 1.0)
        held = not self._names[one].isdisjoint(self._names[other])
        both = (held, first.stance == second.stance, first.key and second.key, near)
        return around, *map(float, both)

    def _pair(
        self, ours: _Sentence, theirs: _Sentence, common: frozenset[str], shared: Features, *, quoted: bool
    ) -> Likeness | None:
        in_common = fsum(map(self._weights.__getitem__, common))
        told = log(1 + in_common)
        if told < _LEAST_SHARED and shared[0] < _LEAST_AROUND and not quoted:
            return None
        words = 2 * in_common / ((ours.weight + theirs.weight) or 1.0)
        runs = float(min(3, len(ours.runs & theirs.runs)))
        figures = float(min(2, len(self._exact & common))) if self._exact else 0.0
        return Likeness((words, told, runs, figures, *shared), quoted)


def _is_exact(term: str) -> bool:
    """Whether a term is a figure that is neither round nor a year."""
    digits = term.strip("0.")
    return term[0].isdigit() and len(digits) >= _EXACT and rarity(term) > _TELLING and not _is_year(term)


def _is_year(term: str) -> bool:
    return len(term) == 4 and term.isdecimal() and int(term) in _YEARS


def _slogans(said: Sequence[Said], units: Sequence[Sequence[Unit]]) -> frozenset[tuple[str, ...]]:
    """Short quotations that one report repeats: names of a thing or slogans, which show no common statement."""
    counts = Counter(
        (each.report, quote)
        for each, own in zip(said, units, strict=True)
        for quote in {quote for unit in own for quote in unit.quoted if len(quote) <= _SLOGAN}
    )
    return frozenset(quote for (_, quote), count in counts.items() if count > 1)


def same_quotation(one: Unit, other: Unit, slogans: Collection[tuple[str, ...]] = ()) -> bool:
    """Whether two sentences contain the same quotation, whole, shortened or slightly changed; slogans do not count."""
    shorter = min(len(one.words), len(other.words))
    return any(
        _alike(first, second, shorter)
        for first in one.quoted
        for second in other.quoted
        if not _runs(first).isdisjoint(_runs(second)) and first not in slogans and second not in slogans
    )


@lru_cache(maxsize=1 << 12)
def _runs(quote: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """All runs of ``_RUN`` consecutive words of a quotation; two versions of one share at least one run."""
    return frozenset(quote[at : at + _RUN] for at in range(len(quote) - _RUN + 1))


def _alike(one: tuple[str, ...], other: tuple[str, ...], sentence: int) -> bool:
    longest, common = _in_both(one, other)
    if longest < _RUN:
        return False
    share, covered = len(common) / min(len(one), len(other)), len(common) / sentence
    if share < _QUOTED or covered < _COVERED:
        return False
    telling = {term for word in common if (term := term_of(word))}
    rare = fsum(map(rarity, telling))
    if covered >= _WHOLE and (share == 1 or longest > _RUN) and (rare >= _WHOLE_RARE or len(common) >= _LONG):
        return True
    return len(telling) >= _TERMS and rare >= _RARE


def _in_both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, list[str]]:
    """The length of the longest run of words that two quotations share, and all words that they share in this order.

    Where most words stand at the same places only these are taken, which is far quicker than an alignment.
    """
    if len(one) == len(other):
        same = list(map(eq, one, other))
        if sum(same) >= _QUOTED * len(one):
            runs = (sum(1 for _ in run) for is_same, run in groupby(same) if is_same)
            return max(runs), list(compress(one, same))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return max(each.size for each in blocks), [word for each in blocks for word in one[each.a : each.a + each.size]]
