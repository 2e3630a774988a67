"""The final filter: how likely an editor would mark each attribution that was found, given all the others.

The probability that a cue begins at a word says little of that: a claim within another claim is seldom marked, a
quotation without a said-tag nearly always.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.assembly import Found
from briefing.network.judging import Judge, Known
from briefing.network.view import OUT, View

LOOKED_AT = 0.2
"""The least confidence of the attributions that the filter looks at."""

_STEPS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995)
"""Thresholds that divide confidences into steps of about equal width in log odds."""

_KNOWN = 16
"""The number of features of each attribution."""

_LONG, _CALLED = 64, 16
"""Tokens of a content, and of a source, from which on the features of their length are 1."""


def accepted(
    judge: Judge, view: View, found: Sequence[Found], seen: NDArray[np.int8], least: float
) -> tuple[list[Found], NDArray[np.int8]]:
    """The attributions that an editor marks with at least the probability ``least``, now with it as their confidence.

    ``seen`` are the activations of ``found`` (``seen_of``), one row each; the rows of those kept are returned, too.
    """
    if not found:
        return [], seen
    chances = judge.marked(seen, beside(view, found))
    kept = np.flatnonzero(chances >= least).tolist()
    return [replace(found[at], confidence=float(chances[at])) for at in kept], seen[kept]


def beside(view: View, found: Sequence[Found]) -> Known:
    """The features of each attribution beside its activations, from 0 to 1; shape (attributions, _KNOWN)."""
    told = Counter(at for each in found for at in each.content)
    return np.array([_known(view, each, told) for each in found]).reshape(len(found), _KNOWN)


def _known(view: View, found: Found, told: Counter[int]) -> list[float]:
    """The features of one attribution; ``told`` counts in how many contents each token stands."""
    sure = bisect_right(_STEPS, found.confidence) / len(_STEPS)
    quoted = float((view.place[list(found.content)] != OUT).mean())
    also = sum(told[at] > 1 for at in found.content)
    within, holds = also == len(found.content), 0 < also < len(found.content)
    kinds = (quoted, 1.0 - quoted, not found.cue, within, holds)
    return [
        found.confidence,
        sure,
        *(sure * kind for kind in kinds),
        *map(float, kinds),
        float(bool(found.source)),
        min(len(found.content) / _LONG, 1.0),
        min(len(found.source) / _CALLED, 1.0),
        found.content[0] / len(view),
    ]
