"""Scores become probabilities, as the definition has it, without overflowing."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.network.scores import Exponentials

UNIT = 0.001


def test_shares_are_those_of_the_exponentials() -> None:
    scores = np.random.RandomState(0).randint(-20_000, 20_000, (50, 5)).astype(np.int32)
    expected = np.exp(scores * UNIT)
    assert Exponentials(UNIT).shares(scores) == pytest.approx(expected / expected.sum(axis=1, keepdims=True))


def test_chances_are_those_of_log_odds() -> None:
    scores = np.array([-700_000, -2_000, 0, 2_000, 700_000], np.int32)
    assert Exponentials(UNIT).chances(scores) == pytest.approx([0, 0.1192029, 0.5, 0.8807971, 1], abs=1e-6)


def test_far_scores_do_not_overflow() -> None:
    found = Exponentials(UNIT).shares(np.array([[2_000_000, -2_000_000]], np.int32))
    assert found[0].tolist() == pytest.approx([1, 0])


def test_no_tokens_have_no_shares() -> None:
    assert Exponentials(UNIT).shares(np.zeros((0, 4), np.int32)).shape == (0, 4)
