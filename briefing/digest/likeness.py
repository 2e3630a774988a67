"""How likely two positions of one story say the same: a logistic model over what their sentences have in common.

A term tells the more, the rarer it is in the news and in the story itself; exact figures, who holds a position,
its stance and the paragraph around it speak too. The weights are learned (``data/digest/matters.md``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from math import fsum, log  # a sum that no order of a set changes
from typing import NamedTuple

from briefing.digest.saying import Said, Unit
from briefing.digest.terms import rarity, term_of
from briefing.resources import read_json

_LEAST_SHARED = 0.3  # of the logarithm of shared weight, below which only like surroundings make a pair worth a look
_LEAST_AROUND = 0.15
_QUOTED = 0.6  # share of the shorter quotation's words that the other has, from which both are one
_RUN = 3  # words of a quotation that stand in the other one after another, at least
_COVERED = 0.4  # share of the shorter sentence that the common words of the quotations make
_RARE, _TERMS = 6.0, 2  # what the common words must hold at least to tell one quotation from any other
_WHOLE, _WHOLE_RARE = 0.7, 3.0  # the same for one that is most of its sentence
_SLOGAN = 5  # words of a quotation that may be one
_LONG = 5  # common words that tell it, whatever words they are
_EXACT, _TELLING = 3, 3.0  # digits and rarity of a figure that hardly two things have
_YEARS = range(1900, 2100)


class LikenessWeights(NamedTuple):
    """The logistic model of likeness: a bias, and a weight for each named feature."""

    bias: float
    features: Mapping[str, float]


@cache
def read_weights() -> LikenessWeights:
    """The weights that ship with the package."""
    record = read_json("digest/matters.json")
    return LikenessWeights(record["bias"], record["weights"])


class Likeness(NamedTuple):
    """What two sentences have in common, as feature values by name; ``quoted``: both give the same quotation."""

    features: dict[str, float]
    quoted: bool


class StoryPositions:
    """The positions of one story, ready to be compared, with how rare each term and holder is among them."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.said = said
        self.units = [each.units() for each in said]
        everything = [unit for units in self.units for unit in units]
        self._count = len(everything) + 1
        self._terms = Counter(term for unit in everything for term in set(unit.terms))
        self._around = Counter(term for each in said for term in each.context)
        self._slogans = _slogans(said, self.units)
        self._weights: dict[str, float] = {}
        self._near: dict[str, float] = {}
        self._weighed: dict[tuple[int, int], tuple[frozenset[str], float]] = {}
        self._names = [frozenset(each.holders) for each in said]
        self._contexts: dict[int, tuple[frozenset[str], float]] = {}

    def weight(self, term: str) -> float:
        """How much a term tells in this story: rare in the news and rare in the story is most."""
        weight = self._weights.get(term)
        if weight is None:
            weight = rarity(term) * log(self._count / self._terms[term]) / log(self._count + 1)
            self._weights[term] = weight
        return weight

    def pairs(self, one: int, other: int) -> Iterator[tuple[tuple[int, int], Likeness]]:
        """The likeness of the sentences of two positions, by their places, for each pair that has any."""
        shared = self._shared(one, other)
        for first in range(len(self.units[one])):
            for second in range(len(self.units[other])):
                pair = self._pair((one, first), (other, second), shared)
                if pair is not None:
                    yield (first, second), pair

    def _shared(self, one: int, other: int) -> dict[str, float]:
        """What the positions have in common as wholes."""
        first, second = self.said[one], self.said[other]
        near = first.report == second.report
        around = 0.0
        if not near:
            (ours, weight), (theirs, mass) = self._context(one), self._context(other)
            around = 2 * fsum(map(self._surrounding, ours & theirs)) / ((weight + mass) or 1.0)
        return {
            "around": around,
            "holder": float(not self._names[one].isdisjoint(self._names[other])),
            "stance": float(first.stance == second.stance),
            "key": float(first.key and second.key),
            "one article": float(near),
        }

    def _surrounding(self, term: str) -> float:
        weight = self._near.get(term)
        if weight is None:
            weight = self._near[term] = rarity(term) * log((len(self.said) + 1) / self._around[term])
        return weight

    def _context(self, number: int) -> tuple[frozenset[str], float]:
        """The terms around a position, and what they weigh."""
        if number not in self._contexts:
            found = frozenset(self.said[number].context)
            self._contexts[number] = found, fsum(map(self._surrounding, found))
        return self._contexts[number]

    def _pair(self, one: tuple[int, int], other: tuple[int, int], shared: Mapping[str, float]) -> Likeness | None:
        (first, weight), (second, mass) = self._of(one), self._of(other)
        ours, theirs = self.units[one[0]][one[1]], self.units[other[0]][other[1]]
        common = first & second
        in_common = fsum(map(self.weight, common))
        quoted = same_quotation(ours, theirs, self._slogans)
        if not quoted and (ours.plain | theirs.plain).isdisjoint(common):
            return None  # nothing but names: both are about somebody, and may say anything of them
        told = log(1 + in_common)
        if told < _LEAST_SHARED and shared["around"] < _LEAST_AROUND and not quoted:
            return None
        runs = set(zip(ours.terms, ours.terms[1:], strict=False)) & set(
            zip(theirs.terms, theirs.terms[1:], strict=False)
        )
        figures = sum(1 for term in common if _is_exact(term))
        own = {
            "words": 2 * in_common / ((weight + mass) or 1.0),
            "weight": told,
            "runs": float(min(3, len(runs))),
            "figures": float(min(2, figures)),
        }
        return Likeness({**own, **shared}, quoted)

    def _of(self, at: tuple[int, int]) -> tuple[frozenset[str], float]:
        """The terms of a sentence, and what they weigh."""
        if at not in self._weighed:
            terms = frozenset(self.units[at[0]][at[1]].terms)
            self._weighed[at] = terms, fsum(map(self.weight, terms))
        return self._weighed[at]


def logit(features: Mapping[str, float], weights: LikenessWeights) -> float:
    """The log odds that two sentences say the same."""
    return weights.bias + sum(weights.features.get(name, 0.0) * value for name, value in features.items())


def _is_exact(term: str) -> bool:
    """Whether a term is a figure that is neither round nor a year."""
    digits = term.strip("0.")
    return term[0].isdigit() and len(digits) >= _EXACT and rarity(term) > _TELLING and not _is_year(term)


def _is_year(term: str) -> bool:
    return len(term) == 4 and term.isdecimal() and int(term) in _YEARS


def _slogans(said: Sequence[Said], units: Sequence[Sequence[Unit]]) -> frozenset[tuple[str, ...]]:
    """Short quotations that one report gives again and again: names of a thing, which nobody says as a statement."""
    counts = Counter(
        (each.report, quote)
        for each, own in zip(said, units, strict=True)
        for quote in {quote for unit in own for quote in unit.quoted if len(quote) <= _SLOGAN}
    )
    return frozenset(quote for (_, quote), count in counts.items() if count > 1)


def same_quotation(one: Unit, other: Unit, slogans: Collection[tuple[str, ...]] = ()) -> bool:
    """Whether two sentences give one quotation, whole, cut or slightly changed; slogans do not count."""
    shorter = min(len(one.words), len(other.words))
    return any(
        _alike(first, second, shorter)
        for first in one.quoted
        for second in other.quoted
        if not _runs(first).isdisjoint(_runs(second)) and first not in slogans and second not in slogans
    )


@lru_cache(maxsize=1 << 12)
def _runs(quote: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The runs of words of a quotation, one of which another one has that gives the same."""
    return frozenset(quote[at : at + _RUN] for at in range(len(quote) - _RUN + 1))


def _alike(one: tuple[str, ...], other: tuple[str, ...], sentence: int) -> bool:
    blocks = [each for each in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks() if each.size]
    longest = max((each.size for each in blocks), default=0)
    if longest < _RUN:
        return False
    common = [word for each in blocks for word in one[each.a : each.a + each.size]]
    share, covered = len(common) / min(len(one), len(other)), len(common) / sentence
    if share < _QUOTED or covered < _COVERED:
        return False
    telling = {term for word in common if (term := term_of(word))}
    rare = fsum(map(rarity, telling))
    if covered >= _WHOLE and (share == 1 or longest > _RUN) and (rare >= _WHOLE_RARE or len(common) >= _LONG):
        return True
    return len(telling) >= _TERMS and rare >= _RARE
