"""Finds matters: positions that give the same quotation, whoever holds it, or the same claim in other words.

Candidate pairs share rare terms; each pair gets log odds of saying the same (``likeness``). Positions of two articles
are joined, the surest pair first, if each is the other's best partner or if their log odds are high; two groups are
merged only if their members are alike on average. A denial is not joined with what it denies, nor a demand with its
refusal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from briefing.digest.likeness import FEATURES, StoryPositions, read_weights
from briefing.digest.logistic import LogisticWeights, logit
from briefing.digest.saying import Said, Unit
from briefing.digest.terms import lower_words
from briefing.positions.stance_lexicon import class_bit, classes_of

SURE = 4.0
"""Least log odds given to two positions that contain the same quotation."""

CLAIM = -0.4
"""Least log odds for joining positions of two articles that are each other's best partner."""

ANYHOW = 2.0
"""Least log odds for joining positions of two articles that are not each other's best partner."""

REPEAT = -0.5
"""Least log odds for joining two positions of one article."""

_ON_AVERAGE = -1.0  # least mean log odds between the members of two groups that are merged
_STRANGERS = -3.5  # log odds of a pair that was not compared, and the least of any pair
_STRONGEST = 8  # heaviest terms of a sentence, by which candidates are found
_LOOKED_AT = 40  # latest positions with the same term that may be candidates
_COMPARED = 10  # candidates for each position that are compared in full
_SAME = 4  # least words of identical contents that are joined without comparison
_WANTS = frozenset({"demand", "support", "pledge"})
_NOT = class_bit("not")


class Tie(NamedTuple):
    """The log odds that two positions of a story say the same; ``quoted``: they contain the same quotation."""

    odds: float
    quoted: bool


class MatterGroup(NamedTuple):
    """Numbers of the positions of a story that say the same; ``quoted``: at least two give the same quotation."""

    members: tuple[int, ...]
    quoted: bool


def find_matters(said: Sequence[Said], weights: LogisticWeights | None = None) -> list[MatterGroup]:
    """Group the positions of a story by what they say.

    Args:
        said: the positions of all reports of the story.
        weights: the model of likeness; the one that ships, if None.

    Returns:
        The groups in the order of their first positions; a position that no other report has is a group of one.
    """
    if len({each.report for each in said}) < 2:
        return _repeats(said)
    units = [each.units() for each in said]
    wordings = _wordings(said, units)
    firsts = [numbers[0] for numbers in wordings]
    story = StoryPositions([said[number] for number in firsts], [units[number] for number in firsts])
    ties = find_ties(story, weights or read_weights())
    groups = _Groups(len(firsts), ties)
    for one, other, _ in _edges(story.said, ties):
        groups.join(one, other)
    found = []
    for members in groups.all():
        numbers = sorted(number for member in members for number in wordings[member])
        quoted = any(tie.quoted for pair in _pairs(members) if (tie := ties.get(pair)) is not None)
        copied = any(len(wordings[member]) > 1 and said[wordings[member][0]].mode != "indirect" for member in members)
        found.append(MatterGroup(tuple(numbers), quoted or copied))
    return sorted(found)


def _repeats(said: Sequence[Said]) -> list[MatterGroup]:
    """The matters of one report: its positions, each with those that repeat it."""
    first = {each.position: number for number, each in enumerate(said)}
    found: dict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(said):
        found[number if each.same_as is None else first.get(each.same_as, number)].append(number)
    return sorted(MatterGroup(tuple(members), quoted=False) for members in found.values())


def _wordings(said: Sequence[Said], units: Sequence[Sequence[Unit]]) -> list[list[int]]:
    """Groups positions whose words are identical, denials apart from the others; short contents are not grouped."""
    found: dict[tuple[object, ...], list[int]] = {}
    for number, each in enumerate(said):
        words = tuple(chain.from_iterable(unit.words for unit in units[number]))
        alone = None if len(words) >= _SAME else number
        found.setdefault((words, each.stance == "deny", alone), []).append(number)
    return list(found.values())


def find_ties(story: StoryPositions, weights: LogisticWeights) -> dict[tuple[int, int], Tie]:
    """The ties of the candidate pairs by (lower number, higher number), without opposed pairs and pairs that are no
    more alike than those that were not compared."""
    found: dict[tuple[int, int], Tie] = {}
    bias, ordered = weights.bias, weights.ordered(FEATURES)
    for one, other in candidate_pairs(story):
        best: Tie | None = None
        for _, pair in story.pairs(one, other):
            odds = logit(pair.features, bias, ordered)
            tie = Tie(max(odds, SURE) if pair.quoted else odds, pair.quoted)
            best = tie if best is None or (tie.quoted, tie.odds) > (best.quoted, best.odds) else best
        if best is None or best.odds <= _STRANGERS:
            continue
        if not opposed(story.said[one], story.said[other], quoted=best.quoted):
            found[one, other] = best
    return found


def candidate_pairs(story: StoryPositions) -> Iterator[tuple[int, int]]:
    """Pairs of positions that have some of their heaviest terms in common, the lower number first."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, units in enumerate(story.units):
        shared: dict[int, float] = defaultdict(float)
        for term in _strongest(story, units):
            weight, others = story.weight(term), having[term]
            for other in others[-_LOOKED_AT:]:
                shared[other] -= weight
            others.append(number)
        nearest = sorted(zip(shared.values(), shared, strict=True))[:_COMPARED]
        yield from ((other, number) for _, other in nearest)


def _strongest(story: StoryPositions, units: Sequence[Unit]) -> Iterator[str]:
    """The distinct heaviest terms of the sentences of a position."""
    found: dict[str, None] = {}
    for unit in units:
        ranked = sorted((-story.weight(term), term) for term in set(unit.terms))
        found.update((term, None) for _, term in ranked[:_STRONGEST])
    return iter(found)


def opposed(one: Said, other: Said, *, quoted: bool) -> bool:
    """Whether one position contradicts the other: it denies what the other states, or refuses what the other demands.

    Stance labels of quotations may be wrong, and a denial in one report may be a negated statement in another, so that
    such pairs are not taken for opposites.
    """
    stances = {one.stance, other.stance}
    if len(stances) == 1:
        return False
    if quoted and "indirect" not in {one.mode, other.mode}:
        return False
    if "deny" in stances:
        return not _is_negative((other if one.stance == "deny" else one).text)
    return "oppose" in stances and not _WANTS.isdisjoint(stances)


def _is_negative(text: str) -> bool:
    return any(word.endswith("n't") or classes_of(word) & _NOT for word in lower_words(text))


def _edges(said: Sequence[Said], ties: dict[tuple[int, int], Tie]) -> list[tuple[int, int, Tie]]:
    """The ties that are strong enough to join two positions, the surest first."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for (one, other), tie in sorted(ties.items()):
        for number, partner in ((one, other), (other, one)):
            key = number, said[partner].report
            if key not in best or tie.odds > best[key][0]:
                best[key] = tie.odds, partner
    edges = []
    for (one, other), tie in ties.items():
        first, second = said[one], said[other]
        if first.report == second.report:
            repeats = first.same_as == second.position or second.same_as == first.position
            joins = tie.odds >= 2 * CLAIM if repeats else tie.odds >= REPEAT and not _are_two(first, second)
        else:
            mutual = best[one, second.report][1] == other and best[other, first.report][1] == one
            joins = tie.quoted or tie.odds >= ANYHOW or (tie.odds >= CLAIM and mutual)
        if joins:
            edges.append((one, other, tie))
    return sorted(edges, key=lambda edge: (-edge[2].odds, edge[0], edge[1]))


def _are_two(one: Said, other: Said) -> bool:
    """Whether two positions of one article have different holders: both have some, and none in common."""
    return bool(one.holders and other.holders) and set(one.holders).isdisjoint(other.holders)


def _pairs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((one, other) for one in members for other in members if one < other)


class _Groups:
    """Disjoint groups of positions."""

    def __init__(self, count: int, ties: dict[tuple[int, int], Tie]) -> None:
        self._ties = ties
        self._group = {number: [number] for number in range(count)}

    def join(self, one: int, other: int) -> None:
        """Merge the groups of two positions if the mean log odds between their members are high enough."""
        ours, theirs = self._group[one], self._group[other]
        if ours is theirs:
            return
        odds = [self._odds(first, second) for first in ours for second in theirs]
        if sum(odds) >= _ON_AVERAGE * len(odds):
            ours.extend(theirs)
            for number in theirs:
                self._group[number] = ours

    def _odds(self, one: int, other: int) -> float:
        tie = self._ties.get((min(one, other), max(one, other)))
        return _STRANGERS if tie is None else max(tie.odds, _STRANGERS)

    def all(self) -> list[list[int]]:
        """The groups, each in order."""
        return sorted({id(group): sorted(group) for group in self._group.values()}.values())
