"""Weighs candidates by named features: a log-linear model, learned by ``briefing.training.holders``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp

from briefing.resources import read_bytes

Weights = Mapping[str, Mapping[str, float]]
"""The weights of the features, by the table in which they are looked up (the kind of question that is asked)."""


@cache
def standard_weights() -> Weights:
    """The weights that come with the package."""
    weights: Weights = json.loads(read_bytes("parties/holders.json"))["weights"]
    return weights


def score(weights: Weights, table: str, features: Iterable[str]) -> float:
    """The sum of the weights of some features, each counted once, as in training."""
    known = weights.get(table, {})
    total = 0.0
    for feature in dict.fromkeys(features):
        if feature in known:
            total += known[feature]
    return total


def choose_candidate(weights: Weights, table: str, options: Sequence[Iterable[str]]) -> tuple[int, float]:
    """The index of the best of some candidates (the first of equals) and its probability."""
    scores = [score(weights, table, features) for features in options]
    best = max(range(len(scores)), key=lambda place: scores[place])
    return best, 1.0 / sum(exp(max(each - scores[best], -30.0)) for each in scores)
