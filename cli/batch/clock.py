"""Measures the time of each stage from outside: the library itself measures none."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Clock:
    """Runs stages and adds up the seconds of each; if it is not ``on``, it only runs them."""

    def __init__(self, on: bool) -> None:
        self._on = on
        self._seconds: dict[str, float] = {}

    def __call__(self, stage: str, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        if not self._on:
            return function(*args, **kwargs)
        began = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            self._seconds[stage] = self._seconds.get(stage, 0.0) + time.perf_counter() - began

    def add(self, seconds: Iterable[tuple[str, float]]) -> None:
        """Add what another clock measured, pairs of stage and seconds."""
        for stage, value in seconds:
            self._seconds[stage] = self._seconds.get(stage, 0.0) + value

    @property
    def seconds(self) -> tuple[tuple[str, float], ...]:
        """The seconds of each stage, in the order in which they first ran."""
        return tuple(self._seconds.items())

    def lines(self) -> list[str]:
        """A table for people: the seconds of each stage and its share of all."""
        total = sum(self._seconds.values()) or 1.0
        return [f"{stage:12} {value:8.2f} s {100 * value / total:5.1f} %" for stage, value in self._seconds.items()]
