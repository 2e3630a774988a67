"""The exit statuses of the command; they are part of its interface."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the command tells the shell."""

    OK = 0
    FAILED = 1  # some input failed; the others are done
    USAGE = 2
    INTERRUPTED = 130
