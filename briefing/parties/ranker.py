"""Weighs candidates by named features and by what the network knows, learned by ``briefing.training.holders``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

import numpy as np

from briefing.parties.context import Context
from briefing.resources import read_bytes

Weights = Mapping[str, Mapping[str, float]]
"""The weights of the features, by the table in which they are looked up (the kind of question that is asked)."""


class Ranker(NamedTuple):
    """What is learned of holders: the weights of features, and those of what the network knows, if any."""

    weights: Weights
    context: Context | None = None


@cache
def standard_ranker() -> Ranker:
    """The ranker that comes with the package."""
    record = json.loads(read_bytes("parties/holders.json"))
    return Ranker(record["weights"], unpack(read_bytes("parties/context.bin"), record["shapes"], record["tables"]))


def pack(context: Context) -> bytes:
    """The arrays of a context as one run of numbers of two bytes."""
    arrays = context.source, context.candidate, context.begin, context.last
    return b"".join(each.astype("<i2").tobytes() for each in arrays)


def unpack(data: bytes, shapes: Sequence[Sequence[int]], tables: Sequence[str]) -> Context:
    """A context from its numbers, the shapes of its arrays and the names of its tables."""
    ends = np.cumsum([int(np.prod(shape)) for shape in shapes])[:-1]
    parts = np.split(np.frombuffer(data, "<i2").astype(np.float64), ends)
    source, candidate, begin, last = (part.reshape(shape) for part, shape in zip(parts, shapes, strict=True))
    return Context(source, candidate, begin, last, {name: at for at, name in enumerate(tables)})


def score(weights: Weights, table: str, features: Iterable[str]) -> float:
    """The sum of the weights of some features, each counted once, as in training."""
    known = weights.get(table, {})
    total = 0.0
    for feature in dict.fromkeys(features):
        if feature in known:
            total += known[feature]
    return total


def choose_candidate(
    weights: Weights, table: str, options: Sequence[Iterable[str]], fits: Sequence[float] = ()
) -> tuple[int, float]:
    """The index of the best of some candidates (the first of equals) and its probability; ``fits`` add to the scores
    of their features."""
    scores = [score(weights, table, features) for features in options]
    if fits:
        scores = [own + fit for own, fit in zip(scores, fits, strict=True)]
    best = max(range(len(scores)), key=lambda place: scores[place])
    return best, 1.0 / sum(exp(max(each - scores[best], -30.0)) for each in scores)
