"""The environment of the command: its streams, whether they are terminals, and the environment variables.

Made once from ``sys`` and ``os``; tests make their own.
"""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, TextIO

from cli.errors import OutputClosedError, OutputError

_DEFAULT_WIDTH = 80
_MIN_WIDTH = 24
_ASCII = {
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "‒": "-",
    "–": "-", "—": "-", "−": "-", "…": "...", "•": "*", "·": ".", "×": "x", "▲": "^", "→": ">", "≠": "!=", "€": "EUR",
    "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "#", "▍": "", "▎": "", "▏": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Environment:
    """The streams are None where they are closed; ``columns`` is the width of the terminal, None without one."""

    stdin: BinaryIO | None
    stdout: TextIO | None
    stderr: TextIO | None
    stdin_is_terminal: bool = False
    stdout_is_terminal: bool = False
    stderr_is_terminal: bool = False
    columns: int | None = None
    variables: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def current(cls) -> Environment:
        """The environment of this process; its output streams are set to accept every character."""
        for stream in (sys.stdout, sys.stderr):
            _make_safe(stream)
        return cls(
            stdin=sys.stdin.buffer if sys.stdin else None,
            stdout=sys.stdout,
            stderr=sys.stderr,
            stdin_is_terminal=_is_terminal(sys.stdin),
            stdout_is_terminal=_is_terminal(sys.stdout),
            stderr_is_terminal=_is_terminal(sys.stderr),
            columns=_columns(sys.stdout),
            variables=os.environ,
        )

    @property
    def width(self) -> int:
        """Columns to fill: those that ``COLUMNS`` gives, else those of the terminal, else 80."""
        given = self.variables.get("COLUMNS", "")
        wanted = int(given) if given.isascii() and given.isdigit() else 0
        return max(wanted or self.columns or _DEFAULT_WIDTH, _MIN_WIDTH)

    @property
    def color(self) -> bool:
        """Whether to colour standard output: see no-color.org and force-color.org; ``FORCE_COLOR=0`` means off."""
        if self.variables.get("NO_COLOR"):
            return False
        if (forced := self.variables.get("FORCE_COLOR")) is not None and forced != "":
            return forced not in {"0", "false"}
        return self.stdout_is_terminal and self.variables.get("TERM") not in {"dumb", "unknown"}

    @property
    def takes_every_character(self) -> bool:
        """Whether standard output is in an encoding of Unicode."""
        encoding = (self.stdout.encoding if self.stdout else None) or "utf-8"
        return codecs.lookup(encoding).name.startswith("utf")

    def write(self, text: str) -> None:
        """Write to standard output and flush it.

        Raises:
            OutputClosedError: the reader of standard output is gone.
            OutputError: it cannot be written.
        """
        if self.stdout is None:
            raise OutputError("standard output is closed; give a file with --output")
        try:
            self.stdout.write(text)
            self.stdout.flush()
        except BrokenPipeError as error:
            raise OutputClosedError from error
        except (OSError, ValueError) as error:
            raise OutputError(f"standard output cannot be written: {error}; give a file with --output") from error

    def say(self, line: str) -> None:
        """Write a line to standard error, if that is not closed."""
        if self.stderr is None:
            return
        try:
            self.stderr.write(line + "\n")
            self.stderr.flush()
        except (OSError, ValueError):
            return


def plain_characters(error: UnicodeError) -> tuple[str, int]:
    """An encoding error handler: characters that the encoding lacks become the nearest ASCII, or "?"."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_ASCII.get(character, "?") for character in lacking), error.end


def _make_safe(stream: TextIO | None) -> None:
    """Keep the encoding of a stream, but replace characters that it lacks; ASCII (no locale) becomes UTF-8."""
    codecs.register_error("brief-plain", plain_characters)
    reconfigure = getattr(stream, "reconfigure", None)
    if stream is None or reconfigure is None:
        return
    encoding = codecs.lookup(stream.encoding or "utf-8").name
    reconfigure(encoding="utf-8" if encoding == "ascii" else encoding, errors="brief-plain")


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _columns(stream: TextIO | None) -> int | None:
    try:
        return os.get_terminal_size(stream.fileno()).columns or None if stream else None
    except (OSError, ValueError):
        return None
