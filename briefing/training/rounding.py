"""Quantization-aware training: a network learns with values rounded to whole units, as they will be stored."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from briefing.network.layers import ACTIVATION_UNIT, LARGEST


class _Rounding(torch.autograd.Function):
    """Rounds to whole units between two bounds; the gradient passes unchanged, but is 0 beyond the bounds.

    One operation forward and one backward, as training spends most of its time on passes over memory.
    """

    @staticmethod
    def forward(context: Any, value: Any, unit: float, low: float, high: float) -> Any:
        context.save_for_backward(value)
        context.bounds = low * unit, high * unit
        return (value / unit).clamp_(low, high).round_().mul_(unit)

    @staticmethod
    def backward(context: Any, *slopes: Any) -> Any:
        (value,), (low, high) = context.saved_tensors, context.bounds
        return slopes[0] * ((value >= low) & (value <= high)), None, None, None


_round: Any = _Rounding.apply


class _Sums(torch.autograd.Function):
    """The sum of rows of a table for each list of row indices, given as an array of shape (lists, indices).

    The gradient is one product with a sparse matrix, twenty times as fast as list by list.
    """

    @staticmethod
    def forward(context: Any, table: Any, rows: Any) -> Any:
        context.save_for_backward(rows)
        context.size = len(table)
        return functional.embedding_bag(rows, table, mode="sum")

    @staticmethod
    def backward(context: Any, *slopes: Any) -> Any:
        (rows,) = context.saved_tensors
        count, listed = rows.shape
        places = torch.stack([rows.flatten(), torch.arange(count).repeat_interleave(listed)])
        one = torch.ones(count * listed)
        back = torch.sparse_coo_tensor(places, one, (context.size, count), check_invariants=False)
        return torch.sparse.mm(back, slopes[0]), None


sums: Any = _Sums.apply


def rounded(value: Any, unit: float, most: int = LARGEST) -> Any:
    """A value rounded to multiples of ``unit``, at most ``most`` of them, as weights are stored; differentiable."""
    return _round(value, unit, -most, most)


def activated(value: Any) -> Any:
    """ReLU with activations rounded as the network rounds them; differentiable."""
    return _round(value, ACTIVATION_UNIT, 0, LARGEST)


def whole(value: Any, unit: float, most: int = LARGEST) -> NDArray[Any]:
    """A value as rounded numbers of ``unit``, at most ``most`` in size: what is stored."""
    numbers: NDArray[Any] = np.clip(np.rint(value.detach().numpy() / unit), -most, most)
    return numbers
