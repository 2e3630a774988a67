"""What is remembered of word forms changes no score."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.attribution import tagger
from briefing.attribution.chain import LABELS
from briefing.attribution.features import TEMPLATES, token_columns
from briefing.attribution.lexicon import shipped
from briefing.attribution.tagger import Tagger
from briefing.attribution.templates import Templates
from briefing.attribution.view import View
from briefing.attribution.weights import Weights, pack
from briefing.language import analyse
from briefing.reading import parse_article

TEXTS = ("Rain fell. “It will flood,” the mayor said on Monday.", "The mayor denied that it rained.", "Rain.")


def view_of(text: str) -> View:
    return View(analyse(parse_article(text)), shipped())


def weights_of(templates: Templates, texts: tuple[str, ...]) -> Weights:
    """A weight for every feature of some texts."""
    keys = np.unique(np.concatenate([templates.keys(token_columns(view_of(text))).ravel() for text in texts]))
    rows = np.random.RandomState(0).normal(0, 1, (len(keys), len(LABELS)))
    return Weights(pack(keys, rows, np.zeros((len(LABELS), len(LABELS)))))


@pytest.mark.parametrize("remembered", [1, 8, 1000])
def test_probabilities_are_those_of_all_templates(remembered: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "REMEMBERED", remembered)
    weights = weights_of(TEMPLATES, TEXTS)
    reader = Tagger(weights)
    for text in (*TEXTS, *TEXTS):
        view = view_of(text)
        scores = weights.scores(TEMPLATES, token_columns(view))
        expected = np.exp(scores * weights.scale)
        found = reader.tag(view)
        assert found == pytest.approx(expected / expected.sum(axis=1, keepdims=True))


def test_every_token_has_probabilities() -> None:
    found = Tagger(weights_of(TEMPLATES, TEXTS)).tag(view_of(TEXTS[0] * 40))
    assert found.sum(axis=1) == pytest.approx(np.ones(len(found)))
