"""Regular expressions that are compiled at first use: most texts need few of them, and compiling all takes time."""

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
        """The compiled pattern."""
        return re.compile(self._pattern, self._flags)
