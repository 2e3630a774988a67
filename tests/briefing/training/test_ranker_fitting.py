"""Learning the weights of features and of what the network knows together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pytest

from briefing.parties.context import CANDIDATE, NOWHERE, SOURCE, STEPS
from briefing.parties.ranker import Ranker
from briefing.training import ranker_fitting
from briefing.training.loglinear import Choice
from briefing.training.ranker_fitting import Sight, fit_ranker, start

ACTIVE = np.array([[90, 0], [0, 90]], np.int8)


Lesson = tuple[str, Choice, Sight]


def _lesson(right: int, told: bool) -> Lesson:
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


def test_the_slopes_are_those_of_the_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranker_fitting, "_DROPPED", 0.0)
    lessons = [_lesson(at % 2, told=True) for at in range(8)]
    fit = start(lessons, 4.0, 1)
    everything = np.arange(len(lessons))
    for array in fit.arrays.values():
        array += fit.random.normal(0, 0.3, array.shape).astype(np.float32)
    slopes = fit.slopes(everything)
    for name, array in fit.arrays.items():
        at = np.unravel_index(np.argmax(np.abs(slopes[name])), array.shape)
        losses = []
        for step in (0.01, -0.02):
            array[at] += step
            losses.append(_loss(fit.arrays, lessons, 4.0))
        assert slopes[name][at] == pytest.approx((losses[0] - losses[1]) / 0.02, rel=0.05), name


def _loss(arrays: Mapping[str, npt.NDArray[np.float32]], lessons: Sequence[Lesson], penalty: float) -> float:
    """The mean loss of choices of two by their features ("right", "wrong" in order of name) and their first tokens."""
    total = 0.0
    for _, choice, sight in lessons:
        scores = []
        for told, tokens in zip(choice.options, sight.candidates, strict=True):
            seen = ACTIVE[tokens[0]] / 32
            hidden = np.maximum(seen @ arrays["candidate"][:2] + arrays["begin"][0], 0)
            scores.append(arrays["features"][("right", "wrong").index(told[0])] + hidden @ arrays["last"][0])
        shares = np.exp(scores) / np.exp(scores).sum()
        total -= float(np.log(shares @ np.array(choice.worth)))
    return (total + penalty / 2 * float((arrays["features"] ** 2).sum())) / len(lessons)
