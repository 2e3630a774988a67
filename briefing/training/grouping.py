"""Puts sequences of like length together, so that little is padded, and still in random order."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")

_ALIKE = 16
"""Groups among which sequences are sorted by length."""


def random_groups(
    every: list[T], size: int, length: Callable[[T], int], chance: random.Random, alike: int = _ALIKE
) -> Iterator[list[T]]:
    """All of some sequences once, at most ``size`` at a time; ``every`` is shuffled in place."""
    chance.shuffle(every)
    for start in range(0, len(every), size * alike):
        part = sorted(every[start : start + size * alike], key=length)
        groups = [part[at : at + size] for at in range(0, len(part), size)]
        chance.shuffle(groups)
        yield from groups
