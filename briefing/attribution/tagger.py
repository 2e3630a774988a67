"""The first model at work: the label probabilities of every token."""

from __future__ import annotations

from briefing.attribution.chain import Chain, Rows
from briefing.attribution.features import TEMPLATES, token_columns
from briefing.attribution.view import View, stretches
from briefing.attribution.weights import Weights

LONGEST = 120
"""Tokens labelled together; a longer block is cut at a sentence, a longer sentence anywhere."""


class Tagger:
    """The first model."""

    def __init__(self, weights: Weights) -> None:
        self._weights, self._chain = weights, Chain(weights.transitions, weights.scale)

    def tag(self, view: View) -> Rows:
        """The label probabilities of every token, in time linear in the tokens."""
        scores = self._weights.scores(TEMPLATES, token_columns(view))
        return self._chain.marginals(scores, stretches(view, LONGEST)).of
