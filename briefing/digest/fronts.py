"""Fronts: which parties of a story stand together or against each other, with the words that show it.

Candidates are the pairs of parties of which some position may show how they stand; the likeliest become fronts. Those
that more reports and matters show come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from briefing.digest.actors import ActorRegister
from briefing.digest.evidence import Evidence, gather
from briefing.digest.logistic import Features, LogisticWeights, logit
from briefing.digest.model import Front, Passage
from briefing.digest.saying import Said
from briefing.digest.sides import FEATURES, KINDS, features, read_side_weights, showing
from briefing.model import RelationKind

MOST = 8
"""Most fronts of a story."""

LEAST = log(0.22 / 0.78)
"""Least log odds of a front."""


class Candidate(NamedTuple):
    """Two parties that may stand together or against each other (``kind``), with the evidence for it."""

    kind: RelationKind
    pair: tuple[int, int]
    features: Features
    shown: Sequence[Evidence]


def find_fronts(
    story: int,
    said: Sequence[tuple[Said, int]],
    register: ActorRegister,
    source: Mapping[int, int],
    weights: LogisticWeights | None = None,
) -> list[Front]:
    """Which parties of a story stand together or against each other, the best supported first.

    Args:
        story: the story's number.
        said: its positions, each with the number of its matter.
        register: knows the holders of a position and their names.
        source: for a report that is a copy, the report that it copies.
        weights: the model; the one that ships, if None.
    """
    found = choose(candidates(said, register, source), register, weights)
    fronts = [_front(story, each, source) for each in found]
    return sorted(fronts, key=lambda front: (-front.reports, -len(front.matters), front.actors))


def candidates(
    said: Sequence[tuple[Said, int]], register: ActorRegister, source: Mapping[int, int]
) -> Iterator[Candidate]:
    """The pairs of parties that may stand together or against each other by the evidence of the story."""
    evidence = gather(said, register)
    for pair, found in evidence.pairs.items():
        for kind in KINDS:
            shown = showing(kind, found)
            if shown:
                yield Candidate(kind, pair, features(shown, pair, evidence, register, source), shown)


def choose(
    found: Iterable[Candidate], register: ActorRegister, weights: LogisticWeights | None = None
) -> Iterator[Candidate]:
    """The likeliest candidates, at most ``MOST``, and one for each pair of parties, where namesakes count as one."""
    model = weights or read_side_weights()
    ordered = model.ordered(FEATURES)
    odds = [(logit(each.features, model.bias, ordered), each) for each in found]
    taken: list[Candidate] = []
    for odd, each in sorted(odds, key=lambda item: (-item[0], item[1].pair, item[1].kind)):
        if odd < LEAST or len(taken) == MOST:
            return
        if not any(_is_said_by(each, one, register) for one in taken):
            taken.append(each)
            yield each


def _is_said_by(each: Candidate, taken: Candidate, register: ActorRegister) -> bool:
    """Whether a front of the same parties, or of one of them and a namesake of the other, is there already."""
    ours, theirs = set(each.pair) - set(taken.pair), set(taken.pair) - set(each.pair)
    if len(ours) != 1:
        return not ours
    return each.kind == taken.kind and register.are_namesakes(*ours, *theirs)


def _front(story: int, each: Candidate, source: Mapping[int, int]) -> Front:
    """The front of a candidate, shown by its best evidence: a judgement before other positions, then a key position."""
    best = max(each.shown, key=lambda one: (one.judged, one.way != "cue", one.said.key, one.said.score))
    matters = tuple(dict.fromkeys(one.matter for one in each.shown))
    reports = {source.get(one.said.report, one.said.report) for one in each.shown}
    said = best.said
    passage = Passage(said.report, said.start, said.end, said.text)
    return Front(story, each.kind, (best.holder, best.other), matters, len(reports), passage)
