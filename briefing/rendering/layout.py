"""What a caller can choose about how a brief is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """``width`` in columns and ``color`` are for the terminal format alone.

    ``positions`` is how many positions people's formats show: None the key ones (CSV and tables: all), 0 all,
    otherwise the best so many. ``many`` says that the output holds several briefs: each then names its source, and
    JSON is an array. ``ascii`` writes JSON with nothing beyond ASCII, for an output that has not every character.
    ``marked`` begins CSV with a byte order mark, without which Excel takes UTF-8 for something else.
    """

    width: int = 80
    color: bool = False
    positions: int | None = None
    many: bool = False
    ascii: bool = False
    marked: bool = False

    @property
    def mark(self) -> str:
        """What CSV begins with, before its header."""
        return "\ufeff" if self.marked and not self.ascii else ""
