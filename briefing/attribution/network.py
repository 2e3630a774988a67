"""The first model at work: a convolutional network that says of every token whether it is content, source or cue.

Vectors of what is known of a token are added up; layers of dilated convolutions, each added to what came before it, let
it see its neighbours (Strubell et al. 2017, "Fast and Accurate Entity Recognition with Iterated Dilated Convolutions").
All weights and activations are small whole numbers (Jacob et al. 2018), so that sums of products are exact in floating
point in whatever order a machine adds them, and the same text gives the same bits everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from briefing.attribution.chain import LABELS, Exponentials, Rows
from briefing.attribution.inputs import SIZES, input_rows
from briefing.attribution.view import View

VECTOR_UNIT, WEIGHT_UNIT, ACTIVATION_UNIT = 1 / 32, 1 / 64, 1 / 16
"""What one stands for in a vector of a table, in a weight and in an activation."""

UNIT = WEIGHT_UNIT * ACTIVATION_UNIT
"""What one stands for in a sum of products, in a bias and in a score."""

LARGEST = 127
"""The largest vector entry, weight and activation, in units."""

_TOGETHER = 4096
"""Tokens that are worked through together, to bound the memory."""

Numbers = NDArray[np.float32]
"""Whole numbers, small enough to be exact."""


class Network:
    """The weights of the network; see the module."""

    def __init__(self, data: bytes) -> None:
        head, _, body = data.partition(b"\n")
        header = json.loads(head)
        if tuple(header["labels"]) != LABELS or tuple(header["tables"]) != SIZES:
            raise ValueError("weights for other labels or other inputs")
        width, self._dilations = int(header["width"]), [int(each) for each in header["dilations"]]
        parts = _Parts(body)
        self._vocabulary = parts.take("<u4", int(header["words"])).astype(np.int64)
        self._tables = [
            parts.take("i1", size * width).reshape(size, width) for size in (len(self._vocabulary) + 1, *SIZES)
        ]
        self._layers = [
            (parts.take("i1", 3 * width * width).reshape(3, width, width).astype(np.float32), parts.bias(width))
            for _ in self._dilations
        ]
        self._last = parts.take("i1", width * len(LABELS)).reshape(width, len(LABELS)).astype(np.float32)
        self._last_bias = parts.bias(len(LABELS))
        self._reach = sum(self._dilations)
        self._exponentials = Exponentials(UNIT)
        self._threads = ThreadpoolController()

    def tag(self, view: View) -> Rows:
        """The label probabilities of every token, in time linear in the tokens."""
        rows = input_rows(view, self._vocabulary)
        with self._threads.limit(limits=1, user_api="blas"):
            scores = np.concatenate(list(self._scores(rows))).astype(np.int32)
        potentials = self._exponentials.of(scores)
        found: Rows = potentials / potentials.sum(axis=1, keepdims=True)
        return found

    def _scores(self, rows: NDArray[np.int64]) -> Iterator[Numbers]:
        """Scores of LABELS in UNIT, a part of the text at a time, each read with what it can see on both sides."""
        size = rows.shape[1]
        for start in range(0, size, _TOGETHER):
            end = min(start + _TOGETHER, size)
            low, high = max(0, start - self._reach), min(size, end + self._reach)
            yield self._read(rows[:, low:high])[start - low : end - low]

    def _read(self, rows: NDArray[np.int64]) -> Numbers:
        total = np.zeros((rows.shape[1], self._last.shape[0]), np.int16)
        for table, chosen in zip(self._tables, rows, strict=True):
            total += table[chosen]
        hidden = total.astype(np.float32) * np.float32(VECTOR_UNIT / UNIT)
        for dilation, (weights, bias) in zip(self._dilations, self._layers, strict=True):
            hidden += _convolved(_active(hidden), weights, dilation)
            hidden += bias
        scores: Numbers = _active(hidden) @ self._last + self._last_bias
        return scores


class _Parts:
    """Cuts arrays off the front of some bytes."""

    def __init__(self, body: bytes) -> None:
        self._body, self._at = body, 0

    def take(self, kind: str, count: int) -> NDArray[np.generic]:
        """The next numbers."""
        found = np.frombuffer(self._body, kind, count, self._at)
        self._at += found.nbytes
        return found

    def bias(self, count: int) -> Numbers:
        """The next 32-bit numbers, as what is added to a sum of products."""
        return self.take("<i4", count).astype(np.float32)


def _active(hidden: Numbers) -> Numbers:
    """What is positive, rounded to whole activations and cut off at the largest."""
    active: Numbers = np.rint(hidden * np.float32(UNIT / ACTIVATION_UNIT))
    np.clip(active, 0, LARGEST, out=active)
    return active


def _convolved(active: Numbers, weights: Numbers, dilation: int) -> Numbers:
    """The sums over the token so far before, the token itself and the one so far after it."""
    total: Numbers = active @ weights[1]
    total[dilation:] += active[:-dilation] @ weights[0]
    total[:-dilation] += active[dilation:] @ weights[2]
    return total


def pack(
    vocabulary: NDArray[np.uint32],
    tables: list[NDArray[np.int8]],
    layers: list[tuple[NDArray[np.int8], NDArray[np.int32]]],
    last: tuple[NDArray[np.int8], NDArray[np.int32]],
    dilations: list[int],
) -> bytes:
    """The file of a network: a line of JSON, then the numbers, little-endian.

    ``vocabulary`` is in ascending order; ``tables`` has a row for each word, after one for all others, then the rows of
    SIZES; a layer has its weights (3, width, width) and its bias; ``last`` has weights (width, labels) and bias.
    """
    header = {
        "labels": LABELS,
        "tables": SIZES,
        "width": tables[0].shape[1],
        "dilations": dilations,
        "words": len(vocabulary),
    }
    parts = [vocabulary.astype("<u4"), *tables]
    for weights, bias in (*layers, last):
        parts += [weights, bias.astype("<i4")]
    return json.dumps(header).encode() + b"\n" + b"".join(each.tobytes() for each in parts)
