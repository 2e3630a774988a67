"""What a batch says on standard error while it runs: a bar on a terminal, otherwise only what failed."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from cli.environment import Environment
from cli.passed import Passed


@dataclass
class Counts:
    """Numbers of articles so far: ``done`` in this run, ``skipped`` because they were done before, ``failed``, left out
    as being in an ``other_language``; ``passed`` are the files that were found and not taken."""

    done: int = 0
    skipped: int = 0
    failed: int = 0
    other_language: int = 0
    passed: Passed = field(default_factory=Passed)

    @property
    def articles(self) -> int:
        """The number of articles met so far."""
        return self.done + self.skipped + self.failed + self.other_language


class Progress:
    """Shows the counts as they grow; ``total`` is the bytes of all inputs where they are known."""

    def __init__(self, environment: Environment, quiet: bool, total: int | None) -> None:
        self._environment, self._quiet = environment, quiet
        self._began = time.monotonic()
        self._bar: Any = _bar(environment) if environment.stderr_is_terminal and not quiet else None
        if self._bar:
            self._task = self._bar.add_task("", total=total, counts="")
            self._bar.start()

    def say(self, line: str) -> None:
        """Print a line above the bar."""
        if self._bar:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            self._environment.say(line)

    def advance(self, counts: Counts, size: int) -> None:
        """Move the bar on by the ``size`` in bytes of an article that is done."""
        if self._bar:
            failed = f", {counts.failed:,} failed" if counts.failed else ""
            shown = f"{counts.articles:,} articles{failed}, {self._rate(counts):.0f}/s"
            self._bar.update(self._task, advance=size, counts=shown)

    def close(self, counts: Counts) -> None:
        """Print the last line: the counts."""
        if self._bar:
            self._bar.stop()
        if not self._quiet:
            seconds = time.monotonic() - self._began
            skipped = f", {counts.skipped:,} done before" if counts.skipped else ""
            other = f", {counts.other_language:,} in another language" if counts.other_language else ""
            passed = f", {counts.passed.shown()}" if counts.passed.count else ""
            speed = f"{seconds:.1f} s, {self._rate(counts):.1f} articles a second"
            self._environment.say(
                f"brief: {counts.done:,} done, {counts.failed:,} failed{skipped}{other}{passed} ({speed})"
            )

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self._began

    def _rate(self, counts: Counts) -> float:
        return (counts.done + counts.failed) / max(self.seconds, 0.001)


def _bar(environment: Environment) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(file=environment.stderr, stderr=True)
    columns = (BarColumn(), TextColumn("{task.fields[counts]}", markup=False), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True)
