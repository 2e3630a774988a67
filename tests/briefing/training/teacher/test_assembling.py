"""Probabilities of roles become an attribution."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.attribution.assembly import Found
from briefing.training.teacher.assembling import assemble, smooth

SURE = {"-": (0.94, 0.02, 0.02, 0.02), "c": (0.02, 0.94, 0.02, 0.02), "s": (0.02, 0.02, 0.94, 0.02)}
SURE |= {"q": (0.02, 0.02, 0.02, 0.94), "?": (0.5, 0.4, 0.05, 0.05)}


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("sq-ccc", Found((10,), (11,), (13, 14, 15), 0.9)),
        ("ccccsq", Found((14,), (15,), (10, 11, 12, 13), 0.9)),
        ("sqcc?cc", Found((10,), (11,), (12, 13, 14, 15, 16), 0.9)),
        ("ccsqcc", Found((12,), (13,), (10, 11, 14, 15), 0.9)),
        ("sq--", None),
    ],
    ids=["in order", "inverted", "a gap is filled", "interrupted", "no content"],
)
def test_assemble(roles: str, expected: Found | None) -> None:
    assert assemble(np.array([SURE[role] for role in roles], np.float32), 10, 0.9) == expected


def test_a_content_of_one_doubtful_word_is_kept() -> None:
    labels = np.array([SURE["s"], SURE["q"], (0.3, 0.4, 0.2, 0.1)], np.float32)
    assert assemble(labels, 0, 0.9) == Found((0,), (1,), (2,), 0.9)


@pytest.mark.parametrize(
    ("chances", "expected"),
    [([0.9, 0.4, 0.9], [1, 1, 1]), ([0.9, 0.01, 0.9], [1, 0, 1]), ([0.1, 0.6, 0.1], [0, 0, 0]), ([0.9], [1])],
)
def test_smooth(chances: list[float], expected: list[int]) -> None:
    assert smooth(np.array(chances, np.float32)).astype(int).tolist() == expected
