"""From what the network says of each word towards a cue to an attribution."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.assembly import Found

ROLES = ("nothing", "content", "source", "cue")

_CONTENT, _SOURCE, _CUE = (ROLES.index(name) for name in ("content", "source", "cue"))
_SWITCH = 1.0
"""What it costs, in nats, that a content begins or breaks off."""

Labels = NDArray[np.float32]
"""The probability of each of ROLES, a row for each token."""


def assemble(labels: Labels, low: int, sure: float) -> Found | None:
    """An attribution from the probabilities of ROLES, a row for each token from ``low`` on; None without a content."""
    likeliest = labels.argmax(axis=1)
    inside = smooth(labels[:, _CONTENT])
    if not inside.any():
        inside = likeliest == _CONTENT
    content = np.flatnonzero(inside & (likeliest != _SOURCE) & (likeliest != _CUE)) + low
    source, cue = (np.flatnonzero(likeliest == role) + low for role in (_SOURCE, _CUE))
    if not len(content):
        return None
    return Found(tuple(source.tolist()), tuple(cue.tolist()), tuple(content.tolist()), sure)


def smooth(chances: NDArray[np.float32]) -> NDArray[np.bool_]:
    """The likeliest course of what is true with some chance at each token, if every change costs ``_SWITCH``."""
    gains = np.log(np.stack([1 - chances, chances], axis=1) + 1e-6).tolist()
    best, back = list(gains[0]), []
    for gain in gains[1:]:
        came = [state if best[state] >= best[1 - state] - _SWITCH else 1 - state for state in (0, 1)]
        back.append(came)
        best = [best[came[state]] - _SWITCH * (came[state] != state) + gain[state] for state in (0, 1)]
    course = [int(best[1] > best[0])]
    for came in reversed(back):
        course.append(came[course[-1]])
    return np.array(course[::-1], bool)
