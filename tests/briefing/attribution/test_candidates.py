"""A cue's window is its sentence, with those over which its quotation seems to run, and no more than so many tokens."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.attribution import candidates as module
from briefing.attribution.candidates import candidates
from briefing.network.roles import Candidate
from tests.briefing.network.small_network import view_of

RUNNING = "Rain fell. “It will flood,” said Dana Orr. “We must leave. The dam is old.” Nobody left."


def window(text: str, quoted: float) -> str:
    """The window of "said", where what is quoted is content with a probability."""
    view = view_of(text)
    begins = np.array([0.9 if word == "said" else 0.1 for word in view.words])
    content = np.where(view.place > 0, quoted, 0.0)
    ((_, _, low, high),) = candidates(view, content, begins, 0.5)
    tokens = view.document.tokens
    return text[tokens[low].start : tokens[high - 1].end]


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        (0.9, RUNNING.removesuffix(" Nobody left.")),
        (0.1, "“It will flood,” said Dana Orr."),
    ],
    ids=["the quotation is content", "it is not"],
)
def test_a_window_follows_its_quotation(quoted: float, expected: str) -> None:
    assert window(RUNNING, quoted) == expected


def test_a_window_reaches_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REACH", 2)
    assert window("All day long the mayor said that rain would fall on the town.", 0.0) == "the mayor said that rain"


def test_only_likely_beginnings_are_candidates() -> None:
    view = view_of("Rain fell.")
    found = candidates(view, np.zeros(len(view)), np.array([0.5, 0.49, 0.9]), 0.5)
    assert found == [Candidate(0, 0.5, 0, 3), Candidate(2, 0.9, 0, 3)]
