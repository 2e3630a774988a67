"""Saves results in a folder, a file for each article; those that are there already are not made again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Protocol

from briefing.reading.raw import Raw
from cli.batch.journal import Journal
from cli.batch.targets import claim_of, target
from cli.batch.work import Outcome
from cli.errors import OutputError, UsageError

REPORT = "report.json"


class Ticket(NamedTuple):
    """How a sink identifies a task: the path of its result, and a digest (key) of all that determines the result."""

    path: str
    key: bytes


class Sink(Protocol):
    """Takes results in the order of their inputs."""

    def plan(self, raw: Raw) -> Ticket | Outcome:
        """The ticket of an article, or its outcome if an earlier run did it; called for every article, in order.

        Raises:
            OutputError: the place of the results cannot be written.
        """

    def put(self, ticket: Ticket, raw: Raw, outcome: Outcome) -> None:
        """Keep a result.

        Raises:
            OutputError, OutputClosedError: it cannot be kept.
        """

    def close(self, whole: bool) -> None:
        """Finish; ``whole`` says that the run was not cut short."""


def key_of(raw: Raw, fingerprint: bytes) -> bytes:
    """A digest of all that determines a result: the article, its name and path, the options and the version."""
    digest = hashlib.blake2b(fingerprint, digest_size=16)
    for part in (raw.kind, raw.source, raw.path, repr(raw.known), repr(raw.fault) if raw.fault else ""):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    digest.update(raw.data)
    return digest.digest()


class FolderSink:
    """A file for each article, under the path of the article in its input; each appears only when it is complete.

    ``beside`` is the suffix of a second file for each, written before the first; ``files`` (name and text of each) are
    written once into the folder.
    """

    def __init__(
        self,
        folder: str,
        suffix: str,
        fingerprint: bytes,
        force: bool,
        beside: str = "",
        files: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._folder, self._suffix, self._fingerprint, self._force = Path(folder), suffix, fingerprint, force
        self._beside = beside
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{folder}: no folder can be made ({error.strerror}); give another --output") from error
        self._journal = Journal(self._folder)
        self._journal.claim(claim_of(REPORT))
        self._made = ""
        for name, text in files:
            self._write(self._folder / name, text.encode())

    def plan(self, raw: Raw) -> Ticket | Outcome:
        ticket = Ticket(self._journal.claim(target(raw.path, self._suffix)), key_of(raw, self._fingerprint))
        if not self._force and not raw.fault and self._is_done(ticket):
            return Outcome("")
        return ticket

    def put(self, ticket: Ticket, raw: Raw, outcome: Outcome) -> None:
        if outcome.failure or outcome.other_language:
            return
        data = outcome.text.encode("utf-8", "replace")
        if self._beside:
            self._write(self._second(ticket), outcome.beside.encode("utf-8", "replace"))
        self._write(self._folder / ticket.path, data)
        self._journal.record(ticket.path, ticket.key, len(data))

    def close(self, whole: bool) -> None:
        self._journal.close()

    def _is_done(self, ticket: Ticket) -> bool:
        return self._journal.is_done(*ticket) and not (self._beside and not self._second(ticket).is_file())

    def _second(self, ticket: Ticket) -> Path:
        return self._folder / (ticket.path.removesuffix(self._suffix) + self._beside)

    def _write(self, path: Path, data: bytes) -> None:
        part = path.parent / f".{path.name}.part"
        try:
            self._make(path.parent)
            part.write_bytes(data)
            os.replace(part, path)  # noqa: PTH105 (a Path would make a third one)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise OutputError(f"{path}: cannot be written ({error.strerror}); check space and rights") from error
        except BaseException:
            part.unlink(missing_ok=True)
            raise

    def _make(self, folder: Path) -> None:
        if str(folder) != self._made:
            folder.mkdir(parents=True, exist_ok=True)
            self._made = str(folder)
