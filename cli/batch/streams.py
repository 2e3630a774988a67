"""Saves results as one stream: on standard output, or in a file that a later run can continue.

A file grows under a temporary name, beside a log with a line for each article: its key, and the length of the file
in bytes after it. A later run follows the log as long as the keys equal those of its own articles, cuts the file off
there and continues.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from briefing.reading.raw import Raw
from briefing.rendering import Stream
from cli.batch.sinks import Ticket, key_of
from cli.batch.work import Outcome
from cli.errors import Failure, OutputError, UsageError


class StreamSink:
    """Writes each result at once, for standard output and devices."""

    def __init__(self, write: Callable[[str], None], stream: Stream) -> None:
        self._write, self._stream = write, stream

    def plan(self, raw: Raw) -> Ticket | Outcome:
        return Ticket(raw.path, b"")

    def put(self, ticket: Ticket, raw: Raw, outcome: Outcome) -> None:
        if text := placed(self._stream, outcome):
            self._write(text)

    def close(self, whole: bool) -> None:
        if text := self._stream.end():
            self._write(text)


def placed(stream: Stream, outcome: Outcome) -> str:
    """The text that the stream gets for an outcome; "" for an article in another language."""
    if outcome.other_language:
        return ""
    if outcome.failure:
        return stream.fail(*outcome.failure)
    return stream.place(outcome.text)


class FileSink:
    """Writes each result to a file that takes its name at the end of the run."""

    def __init__(self, path: str, stream: Stream, fingerprint: bytes, force: bool) -> None:
        self._target = Path(os.path.realpath(path))
        self._stream, self._fingerprint = stream, fingerprint
        name = f".{self._target.name[:64]}"
        self._part, self._log_path = self._target.with_name(name + ".part"), self._target.with_name(name + ".log")
        try:
            if force:
                self._log_path.unlink(missing_ok=True)
            self._file = _opened(self._part)
            self._log = _opened(self._log_path)
        except OSError as error:
            raise UsageError(
                f"{path}: cannot be written ({error.strerror}); check the folder and its rights"
            ) from error
        self._resuming, self._length = True, 0

    def plan(self, raw: Raw) -> Ticket | Outcome:
        ticket = Ticket(raw.path, key_of(raw, self._fingerprint))
        if self._resuming and (before := self._logged(ticket.key)):
            return before
        return ticket

    def put(self, ticket: Ticket, raw: Raw, outcome: Outcome) -> None:
        data = placed(self._stream, outcome).encode("utf-8", "replace")
        failure = list(outcome.failure) if outcome.failure else None
        self._length += len(data)
        line = json.dumps({"key": ticket.key.hex(), "end": self._length, "failure": failure})
        try:
            self._file.write(data)
            self._file.flush()
            self._log.write(line.encode() + b"\n")
            self._log.flush()
        except OSError as error:
            raise self._complaint(error) from error

    def close(self, whole: bool) -> None:
        if self._resuming:
            self._cut()
        try:
            if whole:
                self._file.write(self._stream.end().encode())
                self._file.flush()
                os.fsync(self._file.fileno())
        except OSError as error:
            raise self._complaint(error) from error
        finally:
            self._log.close()
            self._file.close()
        if whole:
            if self._part.stat().st_size:
                self._part.replace(self._target)
            self._part.unlink(missing_ok=True)
            self._log_path.unlink()

    def _logged(self, key: bytes) -> Outcome | None:
        """The outcome in the next line of the log if it has this key; else None, and the file is cut off here."""
        place = self._log.tell()
        line = _parsed(self._log.readline())
        if line and line["key"] == key.hex() and line["end"] <= self._part.stat().st_size:
            self._length = line["end"]
            return Outcome("", Failure(*line["failure"]) if line["failure"] else None)
        self._log.seek(place)
        self._cut()
        return None

    def _cut(self) -> None:
        self._resuming = False
        self._log.truncate(self._log.tell())
        self._file.truncate(self._length)
        self._file.seek(self._length)
        if self._length:
            self._stream.resume()

    def _complaint(self, error: OSError) -> OutputError:
        return OutputError(f"{self._target}: cannot be written ({error.strerror}); check space and rights")


def _opened(path: Path) -> BinaryIO:
    """The file for reading and writing from its beginning, made where it is not there."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+b")


def _parsed(line: bytes) -> dict[str, Any] | None:
    """The entry in a line of the log; None for a line that was cut short."""
    try:
        found = json.loads(line) if line.endswith(b"\n") else None
    except ValueError:
        return None
    return found if isinstance(found, dict) and found.keys() >= {"key", "end", "failure"} else None
