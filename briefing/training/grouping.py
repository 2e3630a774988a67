"""Groups sequences of similar length, so that batches need little padding, in random order."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")

_ALIKE = 16
"""The number of groups whose sequences are sorted by length together."""


def random_groups(
    every: list[T], size: int, length: Callable[[T], int], chance: random.Random, alike: int = _ALIKE
) -> Iterator[list[T]]:
    """Divide sequences into random groups of at most ``size`` with similar length; shuffles ``every`` in place."""
    chance.shuffle(every)
    for start in range(0, len(every), size * alike):
        part = sorted(every[start : start + size * alike], key=length)
        groups = [part[at : at + size] for at in range(0, len(part), size)]
        chance.shuffle(groups)
        yield from groups
