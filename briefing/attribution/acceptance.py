"""The last look at what was found: how likely an editor would mark each of it, beside all else that was found.

The chance that a cue begins at a word says little of a claim within a claim, which is seldom marked, or of a quotation
without a said-tag, which nearly always is.
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
"""The confidence from which what is found is looked at again."""

_STEPS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995)
"""Steps of a confidence, about as far from one another in log odds."""

_KNOWN = 16
"""How many things are known of each."""

_LONG, _CALLED = 64, 16
"""Words of a content, and of a source, from which on it is as long as any."""


def accepted(
    judge: Judge, view: View, found: Sequence[Found], seen: NDArray[np.int8], least: float
) -> tuple[list[Found], NDArray[np.int8]]:
    """Those that are likely enough to be marked, now with that chance as their confidence.

    ``seen`` is what is ``seen_of`` them, a row each, and comes back for those that are kept.
    """
    if not found:
        return [], seen
    chances = judge.marked(seen, beside(view, found))
    kept = np.flatnonzero(chances >= least).tolist()
    return [replace(found[at], confidence=float(chances[at])) for at in kept], seen[kept]


def beside(view: View, found: Sequence[Found]) -> Known:
    """What else is known of each attribution than what the network sees of it, a row of numbers from 0 to 1 each."""
    told = Counter(at for each in found for at in each.content)
    return np.array([_known(view, each, told) for each in found]).reshape(len(found), _KNOWN)


def _known(view: View, found: Found, told: Counter[int]) -> list[float]:
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
