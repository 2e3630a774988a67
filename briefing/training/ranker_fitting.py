"""Fits the ranker of holders: the weights of named features and those of what the network knows, together.

The loss is that of ``loglinear``; it is minimised by Adam on shuffled choices, the weights of features with an L2
penalty, the others with dropout and decay (Loshchilov and Hutter 2019), from the same random numbers each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from briefing.parties.context import ACTIVE_STEPS, CANDIDATE, HIDDEN, SOURCE, STEPS, Active, Context
from briefing.parties.ranker import Ranker
from briefing.training.loglinear import Choice, columns_of

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_ROUNDS, _TOGETHER = 8, 512
"""How often all choices are seen, and how many at a time."""
_FEATURE_RATE, _RATE, _DECAY, _DROPPED = 0.05, 1e-3, 1.0, 0.3
"""The first rates of learning of features and of the others, whose decay, and the share of hidden numbers left out."""


class Sight(NamedTuple):
    """Where the network looks in a choice: the tokens of the source and of each candidate, and their activations."""

    active: Active
    source: Sequence[int]
    candidates: Sequence[Sequence[int]]


Lesson = tuple[str, Choice, Sight]
"""A choice with the name of its table."""


def fit_ranker(asked: Sequence[Lesson], penalty: float, least: int) -> Ranker:
    """The ranker of some choices; see ``loglinear.fit_choices`` for ``penalty`` and ``least``."""
    fit = start(asked, penalty, least)
    for step, chosen in enumerate(fit.batches()):
        fit.learn(step, chosen)
    weights = iter(fit.arrays["features"].tolist())
    told = {table: dict(zip(names, weights, strict=False)) for table, names in fit.names.items()}
    return Ranker(told, _whole(fit.arrays, list(fit.names)))


def start(asked: Sequence[Lesson], penalty: float, least: int) -> Fit:
    """The fit of some choices before its first step."""
    tables = sorted({table for table, _, _ in asked})
    names = {table: columns_of([choice for each, choice, _ in asked if each == table], least) for table in tables}
    return Fit(_in_arrays(asked, names), names, penalty)


def _whole(arrays: Mapping[str, Floats], tables: Sequence[str]) -> Context:
    """The learned arrays in whole steps."""
    source, candidate, begin, last = (
        np.clip(np.rint(arrays[name] * STEPS), -32767, 32767).astype(np.float64)
        for name in ("source", "candidate", "begin", "last")
    )
    return Context(source, candidate, begin, last, {table: at for at, table in enumerate(tables)})


class _Lessons(NamedTuple):
    """All choices in arrays: of each its table, the row of ``active`` of each token of its source, and its candidates,
    ``starts[i]`` up to ``starts[i + 1]``; of each candidate its worth, its tokens and its features, by ``ends``."""

    table: Ints
    source: Ints
    starts: Ints
    worth: Floats
    candidate: Ints
    ends: Ints
    features: Ints
    active: Active


def _in_arrays(asked: Sequence[Lesson], names: Mapping[str, Mapping[str, int]]) -> _Lessons:
    tables = list(names)
    firsts = dict(zip(tables, np.cumsum([0, *map(len, names.values())]).tolist(), strict=False))
    kept = {id(sight.active): sight.active for _, _, sight in asked}
    begins = dict(zip(kept, np.cumsum([0, *(len(each) for each in kept.values())]).tolist(), strict=False))
    width = next(iter(kept.values())).shape[1]
    active = np.concatenate([*kept.values(), np.zeros((1, width), np.int8)])

    def rows(sight: Sight, tokens: Sequence[int]) -> list[int]:
        begin, size = begins[id(sight.active)], len(sight.active)
        return [begin + token if 0 <= token < size else len(active) - 1 for token in tokens]

    features: list[int] = []
    ends: list[int] = []
    for table, choice, _ in asked:
        for told in choice.options:
            features += sorted({firsts[table] + names[table][each] for each in told if each in names[table]})
            ends.append(len(features))
    return _Lessons(
        np.array([tables.index(table) for table, _, _ in asked]),
        np.array([rows(sight, sight.source) for _, _, sight in asked]),
        np.cumsum([0, *(len(choice.options) for _, choice, _ in asked)]),
        np.array([worth for _, choice, _ in asked for worth in choice.worth], np.float32),
        np.array([rows(sight, tokens) for _, _, sight in asked for tokens in sight.candidates]),
        np.array(ends, np.int64),
        np.array(features, np.int64),
        active,
    )


class Fit:
    """The weights while they are learned, with Adam's running means; ``names`` are the columns of each table."""

    def __init__(self, lessons: _Lessons, names: Mapping[str, Mapping[str, int]], penalty: float) -> None:
        self.lessons, self.names, self.count, self.penalty = lessons, names, len(lessons.table), penalty
        self.random = np.random.default_rng(17)
        width = lessons.active.shape[1]
        self.arrays: dict[str, Floats] = {
            "features": np.zeros(sum(map(len, names.values())), np.float32),
            "source": self._uniform(SOURCE * width, width),
            "candidate": self._uniform(CANDIDATE * width, width),
            "begin": self.random.standard_normal((len(names), HIDDEN)).astype(np.float32),
            "last": np.zeros((len(names), HIDDEN), np.float32),
        }
        self._means = {name: (np.zeros_like(each), np.zeros_like(each)) for name, each in self.arrays.items()}
        self._steps = _ROUNDS * max(1, -(-self.count // _TOGETHER))

    def _uniform(self, rows: int, width: int) -> Floats:
        made: Floats = ((self.random.random((rows, HIDDEN)) * 2 - 1) / np.sqrt(width)).astype(np.float32)
        return made

    def batches(self) -> list[Ints]:
        """The choices of each step."""
        rounds = [self.random.permutation(self.count) for _ in range(_ROUNDS)]
        return [each[at : at + _TOGETHER] for each in rounds for at in range(0, self.count, _TOGETHER)]

    def learn(self, step: int, chosen: Ints) -> None:
        """Take one step by some choices."""
        slopes = self.slopes(chosen)
        left = 1 - step / self._steps
        for name, slope in slopes.items():
            array, (first, second) = self.arrays[name], self._means[name]
            first += 0.1 * (slope - first)
            second += 0.001 * (slope**2 - second)
            change = first / (1 - 0.9 ** (step + 1)) / (np.sqrt(second / (1 - 0.999 ** (step + 1))) + 1e-8)
            if name == "features":
                array -= _FEATURE_RATE * left * change
            else:
                array -= _RATE * left * (change + _DECAY * array)

    def slopes(self, chosen: Ints) -> dict[str, Floats]:
        """The derivatives of the loss of some choices by each array."""
        lessons, arrays, size = self.lessons, self.arrays, len(chosen)
        counts = lessons.starts[chosen + 1] - lessons.starts[chosen]
        of, at = np.repeat(np.arange(size), counts), _ranges(lessons.starts[chosen], counts)
        opens = np.concatenate([[0], np.cumsum(counts)[:-1]])
        firsts = np.where(at > 0, lessons.ends[at - 1], 0)
        lengths = lessons.ends[at] - firsts
        features, rows = lessons.features[_ranges(firsts, lengths)], np.repeat(np.arange(len(at)), lengths)
        table = lessons.table[chosen]
        source, candidate = self._seen(lessons.source[chosen]), self._seen(lessons.candidate[at])
        hidden = (source @ arrays["source"] + arrays["begin"][table])[of] + candidate @ arrays["candidate"]
        left = (self.random.random(hidden.shape) >= _DROPPED) / np.float32(1 - _DROPPED) * (hidden > 0)
        active, last = hidden * left, arrays["last"][table][of]
        scores = np.bincount(rows, arrays["features"][features], len(at)) + (active * last).sum(axis=1)
        scores = np.exp(scores - np.maximum.reduceat(scores, opens)[of])
        chance = scores / np.add.reduceat(scores, opens)[of]
        right = chance * lessons.worth[at]
        right /= np.maximum(np.add.reduceat(right, opens), 1e-12)[of]
        wrong = ((chance - right) / size).astype(np.float32)
        deep = (wrong[:, None] * last * left).astype(np.float32)
        deep_of = np.add.reduceat(deep, opens)
        slopes = {name: np.zeros_like(arrays[name]) for name in ("begin", "last")}
        np.add.at(slopes["begin"], table, deep_of)
        np.add.at(slopes["last"], table, np.add.reduceat(wrong[:, None] * active, opens))
        weights = arrays["features"]
        told = np.bincount(features, wrong[rows], len(weights)) + self.penalty * weights / self.count
        return {
            "features": told.astype(np.float32),
            "source": source.T @ deep_of,
            "candidate": candidate.T @ deep,
            **slopes,
        }

    def _seen(self, rows: Ints) -> Floats:
        seen: Floats = self.lessons.active[rows].reshape(len(rows), -1).astype(np.float32) / np.float32(ACTIVE_STEPS)
        return seen


def _ranges(firsts: Ints, lengths: Ints) -> Ints:
    """The numbers from each first on, as many as its length, one range after another."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(firsts - ends + lengths, lengths)
