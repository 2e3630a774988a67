"""Layers of a network in small whole numbers (Jacob et al. 2018, "Quantization and Training of Neural Networks").

Sums of products of such numbers are exact in floating point in whatever order a machine adds them, so that the same
text gives the same bits everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

VECTOR_UNIT, WEIGHT_UNIT, ACTIVATION_UNIT = 1 / 32, 1 / 64, 1 / 16
"""The values of one unit: in the vectors of tables, in weights and in activations, which are all whole numbers."""

UNIT = WEIGHT_UNIT * ACTIVATION_UNIT
"""The value of one unit in sums of products, biases and scores."""

VECTOR = np.float32(VECTOR_UNIT / UNIT)
"""How many of UNIT one unit in a vector of a table is."""

WIDENED = np.float32(VECTOR_UNIT * WEIGHT_UNIT / UNIT)
"""The same of a product of such a vector with weights."""

LARGEST = 127
"""The largest vector entry, weight and activation, in units."""

Numbers = NDArray[np.float32]
"""Whole numbers, small enough to be exact."""

_TOGETHER = 1024
"""Rows that a head looks at together."""

Arrays = Mapping[str, NDArray[Any]]
"""The parts of a network by their names."""


class Dense:
    """A layer whose every output sums all inputs."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._weights, self._bias = (arrays[f"{name} {part}"].astype(np.float32) for part in ("weights", "bias"))

    def __call__(self, active: Numbers) -> NDArray[np.int32]:
        """Scores in UNIT."""
        return (active @ self._weights + self._bias).astype(np.int32)


class Head:
    """Two layers over rows of activations: the first joins what is seen, the second tells scores."""

    def __init__(self, arrays: Arrays, name: str, last: str) -> None:
        self._layer, self._last = Dense(arrays, name), Dense(arrays, last)

    def __call__(self, seen: NDArray[np.int8]) -> NDArray[np.int32]:
        """Scores in UNIT, a row for each row; some are worked through at a time, to bound the memory."""
        parts = (seen[at : at + _TOGETHER].astype(np.float32) for at in range(0, max(1, len(seen)), _TOGETHER))
        return np.concatenate([self._last(active(self._layer(part).astype(np.float32))) for part in parts])


class Convolutions:
    """Dilated convolutions over three rows, each added to what came before it (Strubell et al. 2017).

    A row sees all of itself, the first numbers of the row before it and the last of the one after, by as many as the
    weights have rows for: as good as all of them at half of the work (Lin et al. 2019, "TSM: Temporal Shift Module for
    Efficient Video Understanding").
    """

    def __init__(self, arrays: Arrays, name: str, dilations: Sequence[int]) -> None:
        self._dilations = dilations
        self._layers = [
            tuple(arrays[f"{name} {at} {part}"].astype(np.float32) for part in ("weights", "bias"))
            for at in range(len(dilations))
        ]

    def __call__(self, hidden: Numbers, real: Numbers | None = None) -> Numbers:
        """The activations of the last layer; ``hidden`` is used up, and stays 0 in rows where ``real`` is 0."""
        for dilation, (weights, bias) in zip(self._dilations, self._layers, strict=True):
            _add_seen(hidden, active(hidden), weights, dilation)
            hidden += bias
            if real is not None:
                hidden *= real
        return active(hidden)


def active(hidden: Numbers) -> Numbers:
    """Activations (ReLU): negative sums are 0, the others rounded to whole numbers, ``LARGEST`` at most."""
    found: Numbers = hidden * np.float32(UNIT / ACTIVATION_UNIT)
    np.rint(found, out=found)
    return found.clip(0, LARGEST, out=found)


def _add_seen(hidden: Numbers, rows: Numbers, weights: Numbers, dilation: int) -> None:
    """Add the sums over each row itself, the first part of the row so far before it and the last of the one after."""
    width = rows.shape[1]
    side = (len(weights) - width) // 2
    hidden += rows @ weights[:width]
    hidden[dilation:] += rows[:-dilation, :side] @ weights[width : width + side]
    hidden[:-dilation] += rows[dilation:, -side:] @ weights[width + side :]
