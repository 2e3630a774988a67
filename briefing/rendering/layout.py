"""What a caller can choose about how a brief is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """``width`` in columns and ``color`` are for the terminal format alone.

    ``positions`` is how many positions people's formats show: None the key ones (CSV and tables: all), 0 all,
    otherwise the best so many. ``many`` says that the output holds several briefs: each then names its source, and
    JSON is an array. ``ascii`` escapes what is not ASCII in JSON, for an output that cannot encode every character.
    ``marked`` begins CSV with a byte order mark, without which Excel does not recognize UTF-8.
    """

    width: int = 80
    color: bool = False
    positions: int | None = None
    many: bool = False
    ascii: bool = False
    marked: bool = False

    @property
    def mark(self) -> str:
        """The byte order mark before the header of a CSV, or ""."""
        return "\ufeff" if self.marked and not self.ascii else ""
