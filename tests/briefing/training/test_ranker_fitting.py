"""Learning the weights of features and of what the network knows together."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.parties.context import CANDIDATE, NOWHERE, SOURCE, STEPS
from briefing.parties.ranker import Ranker
from briefing.training.loglinear import Choice
from briefing.training.ranker_fitting import Sight, fit_ranker

ACTIVE = np.array([[90, 0], [0, 90]], np.int8)


def _lesson(right: int, told: bool) -> tuple[str, Choice, Sight]:
    """A choice of two, of which the right one stands at token 0, and is told by a feature if ``told``."""
    options = [["right" if told and at == right else "wrong"] for at in range(2)]
    tokens = [[int(at != right), *[NOWHERE] * (CANDIDATE - 1)] for at in range(2)]
    sight = Sight(ACTIVE, [NOWHERE] * SOURCE, tokens)
    return "he", Choice(options, [float(at == right) for at in range(2)]), sight


@pytest.fixture(scope="module")
def untold() -> Ranker:
    return fit_ranker([_lesson(at % 2, told=False) for at in range(2000)], 1.0, 6)


def test_what_no_feature_tells_is_learned_from_the_activations(untold: Ranker) -> None:
    assert untold.context is not None
    assert untold.weights == {"he": {}}
    assert untold.context.tables == {"he": 0}
    hidden = 90 * untold.context.candidate[:2].astype(float) + 32.0 * untold.context.begin[0]
    right, wrong = np.maximum(hidden, 0) @ untold.context.last[0] / (STEPS * STEPS * 32)
    assert right > wrong + 0.1


def test_what_a_feature_tells_is_learned_of_it() -> None:
    ranker = fit_ranker([_lesson(at % 2, told=True) for at in range(2000)], 1.0, 6)
    assert ranker.weights["he"]["right"] > 0.5 > -0.5 > ranker.weights["he"]["wrong"]


def test_the_same_is_learned_again(untold: Ranker) -> None:
    again = fit_ranker([_lesson(at % 2, told=False) for at in range(2000)], 1.0, 6)
    assert again.context is not None
    assert untold.context is not None
    assert all(np.array_equal(one, two) for one, two in zip(again.context[:4], untold.context[:4], strict=True))
