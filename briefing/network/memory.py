"""A cache: a dictionary that computes missing values and forgets those that were not used for long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memory(dict[K, V], Generic[K, V]):
    """A dictionary that computes missing values and forgets old ones.

    It holds two generations, at most ``2 * size`` values in all. A value that is used moves to the younger generation;
    when that is full, the older one is dropped. What is in use stays.
    """

    def __init__(self, work_out: Callable[[K], V], size: int) -> None:
        super().__init__()
        self._work_out, self._size = work_out, size
        self._older: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        older = self._older
        value = older[key] if key in older else self._work_out(key)
        if len(self) >= self._size:
            self._older = dict(self)
            self.clear()
        self[key] = value
        return value
