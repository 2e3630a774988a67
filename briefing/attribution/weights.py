"""The weights of a sequence model as one flat file: loading it is a copy of bytes, nothing in it is executed.

Layout: a line of JSON (labels, count, scale, transitions), then the CRC-32 of each feature's name in ascending order as
unsigned 32-bit numbers, then per feature one signed 16-bit weight per label; little-endian. A weight is its number
times ``scale``. Names are never stored, so a feature is found by the hash of its name.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from struct import Struct
from zlib import crc32

from briefing.attribution.chain import LABELS, Vector

_LIMIT = 32767
_ROW, _FIELDS = Struct("<5h"), Struct("<5I")
_HALF = 1 << 31
_BUCKETS, _SHIFT = 1 << 12, 20
"""The keys are looked for among those with the same first twelve bits."""
_BIAS = sum(_HALF << shift for shift in (0, 32, 64, 96, 128))
"""Added before a sum is taken apart, so that no negative field borrows from the next."""


class Weights:
    """Log-linear weights of features for each label, with the transitions between labels."""

    def __init__(self, data: bytes) -> None:
        head, _, body = data.partition(b"\n")
        header = json.loads(head)
        if tuple(header["labels"]) != LABELS:
            raise ValueError(f"weights for the labels {header['labels']}, not {LABELS}")
        self.transitions: list[Vector] = [_vector(row) for row in header["transitions"]]
        self._scale = float(header["scale"])
        self._keys = _numbers("I", body[: 4 * header["count"]])
        self._values = body[4 * header["count"] :]
        self._starts = [bisect_left(self._keys, bucket << _SHIFT) for bucket in range(_BUCKETS + 1)]

    def of(self, feature: str) -> Vector:
        """The feature's weight for each label; zeros for a feature that was never learned."""
        return self.vector(self.total([feature]))

    def total(self, features: Iterable[str]) -> int:
        """The exact sum of the weights of several features, as one number that holds a field for each label.

        Sums add up as they are: ``vector(total(a) + total(b))`` is what the features of both weigh.
        """
        keys, values, starts = self._keys, self._values, self._starts
        o = b = i = s = q = 0
        for feature in features:
            key = crc32(feature.encode("utf-8", "surrogatepass"))
            bucket = key >> _SHIFT
            end = starts[bucket + 1]
            index = bisect_left(keys, key, starts[bucket], end)
            if index < end and keys[index] == key:
                own_o, own_b, own_i, own_s, own_q = _ROW.unpack_from(values, _ROW.size * index)
                o, b, i, s, q = o + own_o, b + own_b, i + own_i, s + own_s, q + own_q
        return o + (b << 32) + (i << 64) + (s << 96) + (q << 128)

    def vector(self, packed: int) -> Vector:
        """The weight for each label from a sum of totals of up to 60,000 features."""
        o, b, i, s, q = _FIELDS.unpack((packed + _BIAS).to_bytes(_FIELDS.size, "little"))
        scale = self._scale
        return (
            (o - _HALF) * scale,
            (b - _HALF) * scale,
            (i - _HALF) * scale,
            (s - _HALF) * scale,
            (q - _HALF) * scale,
        )


def pack(states: Mapping[tuple[str, str], float], transitions: Mapping[tuple[str, str], float]) -> bytes:
    """The file for weights by (feature, label) and by (label, following label); features that round to 0 are left out.

    Two features whose hashes meet share the sum of their weights.
    """
    scale = max((abs(weight) for weight in states.values()), default=1.0) / _LIMIT
    rows: dict[int, list[int]] = {}
    for (feature, label), weight in states.items():
        row = rows.setdefault(crc32(feature.encode("utf-8", "surrogatepass")), [0] * len(LABELS))
        at = LABELS.index(label)
        row[at] = max(-_LIMIT, min(_LIMIT, row[at] + round(weight / scale)))
    kept = sorted(key for key, row in rows.items() if any(row))
    header = {
        "labels": LABELS,
        "count": len(kept),
        "scale": scale,
        "transitions": [[round(transitions.get((a, b), 0.0), 6) for b in LABELS] for a in LABELS],
    }
    keys = _bytes(array(_code("I"), kept))
    values = _bytes(array("h", [weight for key in kept for weight in rows[key]]))
    return json.dumps(header).encode() + b"\n" + keys + values


def _vector(row: list[float]) -> Vector:
    o, b, i, s, q = row
    return (o, b, i, s, q)


def _code(code: str) -> str:
    """The type code of ``array`` for a 32-bit number, which differs between platforms."""
    return code if code != "I" or array("I").itemsize == 4 else "L"


def _numbers(code: str, data: bytes) -> array[int]:
    numbers = array(_code(code))
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _bytes(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers.tobytes()
