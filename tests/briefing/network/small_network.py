"""A small network of random whole numbers, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from briefing.language import analyse
from briefing.network.lexicon import code, shipped
from briefing.network.view import View
from briefing.network.weights import Sizes, Weights, layout
from briefing.reading import parse_article

WORDS = ("said", "rain")
SIZES = Sizes(len(WORDS), 3, 4, 1, (1, 2), 4, (1, 2), 3)
VOCABULARY = np.array(sorted(map(code, WORDS)), np.uint32)
TEXT = "Rain fell on Monday. “It will flood,” the mayor said, and that the rain would go on for days."


def small(seed: int = 0) -> Weights:
    """The network; another one for each seed."""
    chance = np.random.RandomState(seed)
    arrays = {}
    for name, kind, shape in layout(SIZES):
        most = 900 if name.endswith("bias") else 90
        arrays[name] = chance.randint(-most, most + 1, shape).astype(kind)
    return Weights(SIZES, arrays | {"vocabulary": VOCABULARY})


def view_of(text: str) -> View:
    """What the network sees of a text."""
    return View(analyse(parse_article(text)), shipped())


def convolved(hidden: Any, weights: Weights, name: str, dilations: Sequence[int]) -> Any:
    """The activations of the last of some layers by the definition: one row, one neighbour at a time."""
    size, width = hidden.shape
    side = (len(weights.arrays[f"{name} 0 weights"]) - width) // 2
    nothing = np.zeros(width)
    for layer, dilation in enumerate(dilations):
        active = np.clip(np.rint(hidden / 64), 0, 127)
        added = np.zeros_like(active)
        for at in range(size):
            before = active[at - dilation] if at >= dilation else nothing
            after = active[at + dilation] if at + dilation < size else nothing
            seen = np.concatenate([active[at], before[:side], after[width - side :]])
            added[at] = seen @ weights.arrays[f"{name} {layer} weights"]
        hidden = hidden + added + weights.arrays[f"{name} {layer} bias"]
    return np.clip(np.rint(hidden / 64), 0, 127)
