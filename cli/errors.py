"""The one place where an error becomes a line for people: what was wrong, with which file, and what to do."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.errors import BriefError


class UsageError(Exception):
    """The command was called in a wrong way."""


class NoArticlesError(Exception):
    """A folder holds no file that is read as an article."""


class InputError(Exception):
    """An input cannot be taken; ``kind`` is the short name for JSON records, the message says what to do."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(kind, message)
        self.kind, self.message = kind, message


class OutputClosedError(Exception):
    """The reader of standard output went away (``brief … | head``); this ends the command quietly."""


class OutputError(Exception):
    """The output cannot be written."""


class InterruptionError(Exception):
    """The user stopped the command, by Ctrl-C or a signal."""


class Failure(NamedTuple):
    """An input that failed: ``kind`` is the short name for JSON records, ``message`` says what and what to do."""

    source: str
    kind: str
    message: str

    def line(self) -> str:
        """The error line, without anything that could steer a terminal."""
        return error_line(f"{_shown(self.source)}: {self.message}")


_SYSTEM = {
    errno.ENOENT: ("missing", "no such file or folder; check the name"),
    errno.ENOTDIR: ("missing", "no such file or folder; check the name"),
    errno.EACCES: ("permission", "no permission to read it; check its access rights"),
    errno.EPERM: ("permission", "no permission to read it; check its access rights"),
    errno.ENAMETOOLONG: ("missing", "the name is too long; check it"),
    errno.ELOOP: ("missing", "its symbolic links go round in a circle; check them"),
}
_ADVICE = {
    "binary": "give a text or Markdown file",
    "empty": "give a file with an article in it",
    "encoding": "name its encoding with --encoding, for instance --encoding cp1252",
}


def failure(source: str, error: Exception) -> Failure:
    """What to tell about an error that one input caused."""
    from briefing.errors import BriefError  # loads the library, which --help does not need

    if isinstance(error, BriefError):
        return Failure(source, error.kind, _with_advice(error))
    if isinstance(error, InputError):
        return Failure(source, error.kind, error.message)
    if isinstance(error, NoArticlesError):
        return Failure(
            source,
            "no-articles",
            "no articles in it; see brief summarize --help for what is read",
        )
    if isinstance(error, EOFError):  # raised by gzip for a truncated file
        return Failure(source, "unreadable", "the compressed data ends too early; check the file")
    if isinstance(error, OSError):
        kind, message = _SYSTEM.get(error.errno or 0, ("unreadable", f"cannot be read ({error.strerror or error})"))
        return Failure(source, kind, message)
    return Failure(source, "internal", fault_of_ours(error))


def fault_of_ours(error: Exception) -> str:
    """What to tell about an error that no input should be able to cause."""
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"a fault in brief ({what}); run again with --debug and report it"


def error_line(message: str) -> str:
    """An error as the command prints it."""
    return f"brief: error: {_one_line(message)}"


def note_line(source: str, message: str) -> str:
    """A remark as the command prints it."""
    return f"brief: note: {_one_line(_shown(source))}: {_one_line(message)}"


def passed_line(source: str, why: str) -> str:
    """What the command prints of a file that it did not take."""
    return f"brief: not taken: {_one_line(_shown(source))}: {_one_line(why)}"


def _shown(source: str) -> str:
    """The name of an input for people: ``-`` and its lines (``-:7``) are standard input."""
    return "standard input" + source[1:] if source == "-" or source.startswith("-:") else source


def _one_line(text: str) -> str:
    from briefing.rendering.sanitise import one_line

    return one_line(text)


def _with_advice(error: BriefError) -> str:
    """The library's own message, with advice added where it says only what is wrong."""
    message = str(error)
    advice = _ADVICE.get(error.kind)
    return message if advice is None or ";" in message or ": " in message else f"{message}; {advice}"
