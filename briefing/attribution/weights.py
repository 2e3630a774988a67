"""The weights of a sequence model as one flat file: loading it is a look at its bytes, nothing in it is executed.

Layout: a line of JSON (labels, count, scale, transitions), then the key of each feature in ascending order as unsigned
32-bit numbers, then per feature one signed 16-bit weight per label; little-endian. A weight is its number times
``scale``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.chain import LABELS, Rows
from briefing.attribution.templates import Column, Keys, Templates

Numbers = NDArray[np.int32]
"""Sums of weights: one row per token, one column per label, in units of ``scale``."""

_LIMIT = 32767
_LEAST = 0.008
"""A feature that weighs less for every label is not kept: it would be a fourth of the file, and change nothing."""

_TOGETHER = 4096
"""Tokens scored together."""

_BITS = 19
"""The keys are looked for among those with the same first bits."""


class Weights:
    """Log-linear weights of features for each label, with the transitions between labels."""

    def __init__(self, data: bytes) -> None:
        head, _, body = data.partition(b"\n")
        header = json.loads(head)
        if tuple(header["labels"]) != LABELS:
            raise ValueError(f"weights for the labels {header['labels']}, not {LABELS}")
        count = int(header["count"])
        self.scale = float(header["scale"])
        self.transitions = np.array(header["transitions"], np.float64)
        self._missing = count
        self._keys = np.append(np.frombuffer(body, "<u4", count), np.uint32(0))
        rows = np.frombuffer(body, "<i2", count * len(LABELS), 4 * count).reshape(count, len(LABELS))
        self._rows = np.concatenate([rows, np.zeros((1, len(LABELS)), np.int16)])
        sizes = np.bincount(self._keys[:-1] >> np.uint32(32 - _BITS), minlength=1 << _BITS)
        self._starts = np.zeros(len(sizes) + 1, np.uint32)
        np.cumsum(sizes, out=self._starts[1:], dtype=np.uint32)

    def scores(self, templates: Templates, columns: Mapping[str, Column]) -> Numbers:
        """The scores of tokens from the columns that the templates join; a part at a time, to bound the memory."""
        size = len(next(iter(columns.values())))
        parts = [slice(start, start + _TOGETHER) for start in range(0, max(size, 1), _TOGETHER)]
        return np.concatenate(
            [self.total(templates.keys({name: column[part] for name, column in columns.items()})) for part in parts]
        )

    def total(self, keys: Keys) -> Numbers:
        """The exact sum of the weights of each token's features; a feature that was never learned weighs nothing."""
        rows = np.take(self._rows, self._find(keys.ravel()), axis=0)
        flat = rows.reshape(keys.shape[0], keys.shape[1] * len(LABELS))
        total: Numbers = np.add.reduce(flat, axis=0, dtype=np.int32).reshape(keys.shape[1], len(LABELS))
        return total

    def _find(self, keys: Keys) -> NDArray[Any]:
        """The row of each key."""
        found = np.full(len(keys), self._missing, np.intp)
        bucket = keys >> np.uint32(32 - _BITS)
        at, end = self._starts[bucket], self._starts[1:][bucket]
        open_ = np.flatnonzero(at < end)
        at, end, keys = at[open_], end[open_], keys[open_]
        while open_.size:
            hit = self._keys[at] == keys
            found[open_[hit]] = at[hit]
            at += np.uint32(1)
            on = np.flatnonzero(~hit & (at < end))
            open_, at, end, keys = open_[on], at[on], end[on], keys[on]
        return found


def pack(keys: Keys, weights: Rows, transitions: Rows) -> bytes:
    """The file for the weights of features, one row for each of their keys; those of negligible weight are left out."""
    scale = (float(np.abs(weights).max(initial=0.0)) or 1.0) / _LIMIT
    rows = np.rint(weights / scale).astype("<i2")
    kept = np.flatnonzero(np.abs(rows).max(axis=1) * scale >= _LEAST)
    kept = kept[np.argsort(keys[kept])]
    header = {
        "labels": LABELS,
        "count": len(kept),
        "scale": scale,
        "transitions": [[round(weight, 6) for weight in row] for row in transitions.tolist()],
    }
    return json.dumps(header).encode() + b"\n" + keys[kept].astype("<u4").tobytes() + rows[kept].tobytes()
