"""Patterns that are compiled when a text asks for them: most texts never do, and each takes its part of a start."""

from __future__ import annotations

import re
from functools import cached_property
from typing import AnyStr, Generic


class Later(Generic[AnyStr]):
    """A pattern that is compiled when it is first used."""

    def __init__(self, pattern: AnyStr, flags: int = 0) -> None:
        self._pattern: AnyStr = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[AnyStr]:
        """The pattern."""
        return re.compile(self._pattern, self._flags)
