"""Turns: one named party takes opposite stances on one matter on different days. Rare, and shown only where sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.digest.likeness import FEATURES, StoryPositions
from briefing.digest.logistic import LogisticWeights, logit
from briefing.digest.matters import candidate_pairs
from briefing.digest.saying import Said
from briefing.model import Stance
from briefing.resources import read_words

SURE = 3.0
"""Least log odds that two positions are on the same matter."""

_FOR = frozenset({"support", "pledge"})

Reversal = tuple[int, int]
"""The numbers of two positions of a story, the earlier first."""


def find_turns(
    said: Sequence[Said], days: Sequence[str | None], held: Callable[[Said], frozenset[int]], weights: LogisticWeights
) -> Iterator[Reversal]:
    """Pairs of positions of a story in which one party takes opposite stances on one matter on different days.

    ``days`` are the ISO dates of all reports of the digest, ``held`` gives the named holders of a position.
    """
    sided = [each for each in said if each.stance in _FOR | {"deny", "oppose"} or _confirms(each)]
    numbers = {id(each): number for number, each in enumerate(said)}
    dated = [each for each in sided if days[each.report] is not None]
    if len({days[each.report] for each in dated}) < 2:
        return
    story, ordered = StoryPositions(dated), weights.ordered(FEATURES)
    for one, other in candidate_pairs(story):
        before, after = sorted((dated[one], dated[other]), key=lambda each: days[each.report] or "")
        if days[before.report] == days[after.report] or not reverses(before, after) or not held(before) & held(after):
            continue
        odds = [logit(pair.features, weights.bias, ordered) for _, pair in story.pairs(one, other)]
        if max(odds, default=SURE - 1) >= SURE:
            yield numbers[id(before)], numbers[id(after)]


def reverses(before: Said, after: Said) -> bool:
    """Whether the second stance takes back the first: a denial confirmed, a statement denied, a refusal given up."""
    stances: tuple[Stance, Stance] = (before.stance, after.stance)
    for one, other in (stances, stances[::-1]):
        if one == "oppose" and other in _FOR:
            return True
    denied = [stance == "deny" for stance in stances]
    granted = [each.stance in _FOR or _confirms(each) for each in (before, after)]
    return (denied[0] and granted[1]) or (denied[1] and granted[0])


def _confirms(each: Said) -> bool:
    words = each.cue.casefold().split()
    return each.stance != "deny" and not read_words("digest/confirming.txt").isdisjoint(words)
