"""The two trained models at work: from the keys of tokens to label probabilities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import getitem
from typing import Any

from briefing.attribution.chain import ZERO, Vector, marginals
from briefing.attribution.features import TEMPLATES, Template, token_keys
from briefing.attribution.memory import Memory
from briefing.attribution.view import View, stretches
from briefing.attribution.weights import Weights

LONGEST = 400
"""Tokens labelled together; a longer block is cut at a sentence, a longer sentence anywhere."""

REMEMBERED = 10_000
"""Keys of each template whose weight is remembered, about twice at most: a few megabytes in all."""


class Scorer:
    """From the keys of tokens, one for each of the templates, to their scores."""

    def __init__(self, weights: Weights, templates: Sequence[Template]) -> None:
        self._vector = weights.vector
        self._tables = [_table(weights, template) for template in templates]

    def scores(self, rows: Iterable[tuple[Any, ...]]) -> list[Vector]:
        """The weight of each label for every token."""
        tables, vector = self._tables, self._vector
        return [vector(sum(map(getitem, tables, keys))) for keys in rows]


def _table(weights: Weights, template: Template) -> Memory[Any, int]:
    """What each key of a template weighs."""
    return Memory(lambda key: weights.total(template(key)), REMEMBERED)


class Tagger:
    """The first model: the label probabilities of every token."""

    def __init__(self, weights: Weights) -> None:
        self._transitions, self._scorer = weights.transitions, Scorer(weights, TEMPLATES)

    def tag(self, view: View) -> list[Vector]:
        """The label probabilities of every token, in time linear in the tokens."""
        scores = self._scorer.scores(token_keys(view))
        scores += [ZERO] * (len(view) - len(scores))
        found: list[Vector] = []
        for start, end in stretches(view, LONGEST):
            found += marginals(scores[start:end], self._transitions).of
        return found
