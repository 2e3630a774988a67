"""The files found in folders and archives that were not taken: counted by suffix, reported in one line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePath

from briefing.reading.raw import Raw
from cli.environment import Environment

_MOST_KINDS = 6


@dataclass(slots=True)
class Passed:
    """The numbers of files that were passed over, by suffix."""

    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, raw: Raw) -> None:
        """Count a file, or a part of one, that was passed over."""
        name, mark, number = raw.source.rpartition(":")
        inside = bool(mark) and number.isdecimal()
        suffix = PurePath(name if inside else raw.source).suffix.lower()
        if inside:
            self.kinds[f"in {suffix}" if suffix else "documents"] += 1
        else:
            self.kinds[suffix or "without an ending"] += 1

    @property
    def count(self) -> int:
        """The number of files that were passed over."""
        return sum(self.kinds.values())

    def shown(self) -> str:
        """``3 not taken (2 .png, 1 .css)``, the commonest first."""
        common = sorted(self.kinds.items(), key=lambda each: (-each[1], each[0]))
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in common[:_MOST_KINDS])
        more = ", …" if len(common) > _MOST_KINDS else ""
        return f"{self.count:,} not taken ({kinds}{more})"

    def tell(self, environment: Environment, quiet: bool, verbose: bool) -> None:
        """Print the count on standard error, unless it is 0 or the command was asked to be quiet."""
        if self.count and not quiet:
            hint = "" if verbose else "; -v names them"
            environment.say(f"brief: {self.shown()}{hint}")
