"""The first model at work: the label probabilities of every token."""

from __future__ import annotations

import numpy as np

from briefing.attribution.chain import LABELS, Chain, Rows
from briefing.attribution.features import EDGE, FORMS, OTHERS, PLACES, form_columns, other_columns, surroundings
from briefing.attribution.lexicon import PROPERTIES, code
from briefing.attribution.view import View, stretches
from briefing.attribution.weights import Numbers, Weights

LONGEST = 120
"""Tokens labelled together; a longer block is cut at a sentence, a longer sentence anywhere."""

REMEMBERED = 20_000
"""Word forms whose scores are remembered, some megabytes in all."""


class Tagger:
    """The first model."""

    def __init__(self, weights: Weights) -> None:
        self._weights, self._chain = weights, Chain(weights.transitions, weights.scale)
        self._forms = _FormScores(weights)

    def tag(self, view: View) -> Rows:
        """The label probabilities of every token, in time linear in the tokens."""
        scores = self._weights.scores(OTHERS, other_columns(view)) + self._forms.around(view)
        return self._chain.marginals(scores, stretches(view, LONGEST)).of


class _FormScores:
    """What a word form by itself adds to the scores of the tokens around it: most of the features, and soon known."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._known: dict[bytes, bytes] = {}
        self._edge = np.full(len(PROPERTIES), code(EDGE), "<u4").tobytes()

    def around(self, view: View) -> Numbers:
        """The scores of each token from the forms around it."""
        codes = [*(form.codes for form in view.forms), self._edge]
        self._learn(codes)
        rows = np.frombuffer(b"".join(map(self._known.__getitem__, codes)), np.int32)
        by_place = rows.reshape(len(codes), len(PLACES), len(LABELS))
        total = np.zeros((len(view), len(LABELS)), np.int32)
        for place, at in enumerate(surroundings(view)):
            total += by_place[at, place]
        return total

    def _learn(self, codes: list[bytes]) -> None:
        """Work out the scores of the forms that are not known yet."""
        unknown = [each for each in dict.fromkeys(codes) if each not in self._known]
        if len(self._known) + len(unknown) > REMEMBERED:
            self._known, unknown = {}, list(dict.fromkeys(codes))
        if unknown:
            table = np.frombuffer(b"".join(unknown), "<u4").reshape(len(unknown), len(PROPERTIES))
            scores = [self._weights.scores(FORMS[at], form_columns(table, place)) for at, place in enumerate(PLACES)]
            self._known.update(zip(unknown, (row.tobytes() for row in np.stack(scores, axis=1)), strict=True))
