"""Layers of a network quantized to small integers (Jacob et al. 2018, "Quantization and Training of Neural Networks").

The integers are held as float32; sums of their products are exact in whatever order a machine adds them, so that the
same text gives the same bits everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

VECTOR_UNIT, WEIGHT_UNIT, ACTIVATION_UNIT = 1 / 32, 1 / 64, 1 / 16
"""The real value of one integer step in embedding vectors, in weights and in activations."""

UNIT = WEIGHT_UNIT * ACTIVATION_UNIT
"""The real value of one integer step in sums of products, biases and scores (logits)."""

VECTOR = np.float32(VECTOR_UNIT / UNIT)
"""The factor from VECTOR_UNIT to UNIT."""

WIDENED = np.float32(VECTOR_UNIT * WEIGHT_UNIT / UNIT)
"""The factor from the unit of products of embedding vectors and weights to UNIT."""

LARGEST = 127
"""The largest absolute value of an embedding entry, weight or activation, in integer steps."""

Numbers = NDArray[np.float32]
"""Integers (or halves of them) held as float32, small enough to be exact."""

_TOGETHER = 1024
"""The most rows that a head computes at a time, to bound the memory."""

Arrays = Mapping[str, NDArray[Any]]
"""The arrays of a network by the names that ``weights`` gives them."""


class Dense:
    """A fully connected layer."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._weights, self._bias = (arrays[f"{name} {part}"].astype(np.float32) for part in ("weights", "bias"))

    def __call__(self, active: Numbers) -> NDArray[np.int32]:
        """The outputs in UNIT, shape (rows, outputs)."""
        return (active @ self._weights + self._bias).astype(np.int32)


class Head:
    """A head of two fully connected layers with a ReLU between them."""

    def __init__(self, arrays: Arrays, name: str, last: str) -> None:
        self._layer, self._last = Dense(arrays, name), Dense(arrays, last)

    def __call__(self, seen: NDArray[np.int8]) -> NDArray[np.int32]:
        """The scores (logits) of each row of inputs in UNIT, shape (rows, outputs)."""
        parts = (seen[at : at + _TOGETHER].astype(np.float32) for at in range(0, max(1, len(seen)), _TOGETHER))
        return np.concatenate([self._last(active(self._layer(part).astype(np.float32))) for part in parts])


class Convolutions:
    """Residual layers of dilated convolutions with a kernel of three rows (Strubell et al. 2017).

    A row sees all channels of itself, but only the first ``side`` channels of the row ``dilation`` before it and the
    last ``side`` of the one ``dilation`` after it: as good as all channels at half of the work (Lin et al. 2019, "TSM:
    Temporal Shift Module for Efficient Video Understanding"). The weights of a layer have width + 2 * side rows.
    """

    def __init__(self, arrays: Arrays, name: str, dilations: Sequence[int]) -> None:
        self._dilations = dilations
        self._layers = [
            tuple(arrays[f"{name} {at} {part}"].astype(np.float32) for part in ("weights", "bias"))
            for at in range(len(dilations))
        ]

    def __call__(self, hidden: Numbers, real: Numbers | None = None) -> Numbers:
        """The activations of the last layer; ``hidden`` is overwritten, and stays 0 in padding (``real`` is 0)."""
        for dilation, (weights, bias) in zip(self._dilations, self._layers, strict=True):
            _add_seen(hidden, active(hidden), weights, dilation)
            hidden += bias
            if real is not None:
                hidden *= real
        return active(hidden)


def active(hidden: Numbers) -> Numbers:
    """ReLU with quantization: sums in UNIT become integers from 0 to ``LARGEST`` in ACTIVATION_UNIT."""
    found: Numbers = hidden * np.float32(UNIT / ACTIVATION_UNIT)
    np.rint(found, out=found)
    return found.clip(0, LARGEST, out=found)


def _add_seen(hidden: Numbers, rows: Numbers, weights: Numbers, dilation: int) -> None:
    """Add a convolution of ``rows`` to ``hidden`` in place; see ``Convolutions``."""
    width = rows.shape[1]
    side = (len(weights) - width) // 2
    hidden += rows @ weights[:width]
    hidden[dilation:] += rows[:-dilation, :side] @ weights[width : width + side]
    hidden[:-dilation] += rows[dilation:, -side:] @ weights[width + side :]
