"""A logistic model over a few named features: what it weighs, and how it is read and asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import mul
from typing import NamedTuple

from briefing.resources import read_json

Features = tuple[float, ...]
"""A value for each of some named features, in the order of their names."""


class LogisticWeights(NamedTuple):
    """A bias, and a weight for each of some named features."""

    bias: float
    features: Mapping[str, float]

    def ordered(self, names: Sequence[str]) -> Features:
        """A weight for each name, 0 for those without."""
        return tuple(self.features.get(name, 0.0) for name in names)


def read_logistic(file: str) -> LogisticWeights:
    """The weights in a JSON file of the package's data."""
    record = read_json(file)
    return LogisticWeights(record["bias"], record["weights"])


def logit(features: Features, bias: float, weights: Features) -> float:
    """The log odds of yes; ``weights`` are in the order of the features."""
    return bias + float(sum(map(mul, weights, features)))
