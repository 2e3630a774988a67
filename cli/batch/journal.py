"""The record of the results in a folder and of what each was made from, in a small database to save memory.

If the journal is lost, its articles are only done again. A result counts as done only while its file is there.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from cli.batch.targets import claim_of, numbered
from cli.errors import OutputError, UsageError

NAME = ".brief.sqlite"
_COMMIT_EVERY = 200
_TABLES = (
    "PRAGMA synchronous = OFF",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA temp_store = FILE",
    "CREATE TABLE IF NOT EXISTS done (target TEXT PRIMARY KEY, key BLOB, size INTEGER) WITHOUT ROWID",
    "CREATE TEMP TABLE claimed (name TEXT PRIMARY KEY) WITHOUT ROWID",
    "BEGIN EXCLUSIVE",
)


class Journal:
    """The record of one folder, locked by one run at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self._base = _opened(folder / NAME)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise UsageError(f"{folder}: another run writes there; wait for it or name another") from error
            raise OutputError(f"{folder}: cannot be written ({error}); check space and rights") from error
        except sqlite3.DatabaseError:
            (folder / NAME).unlink()  # it is broken, so everything is done again
            self._base = _opened(folder / NAME)
        self._unsaved = 0

    def claim(self, path: str) -> str:
        """The path, or a numbered one if another article of this run already has it."""
        wanted, number = path, 1
        while not self._take(claim_of(wanted)):
            number += 1
            wanted = numbered(path, number)
        return wanted

    def is_done(self, path: str, key: bytes) -> bool:
        """Whether the file at the path is the result of the article with this key."""
        row = self._base.execute("SELECT key, size FROM done WHERE target = ?", (path,)).fetchone()
        return row is not None and row[0] == key and row[1] == _size(self._folder / path)

    def record(self, path: str, key: bytes, size: int) -> None:
        """Note that the file at the path is written, and its size in bytes."""
        self._do("INSERT OR REPLACE INTO done VALUES (?, ?, ?)", (path, key, size))
        self._unsaved += 1
        if self._unsaved >= _COMMIT_EVERY:
            self._unsaved = 0
            self._do("COMMIT")
            self._do("BEGIN EXCLUSIVE")

    def close(self) -> None:
        """Save the record; where that fails, the articles that are not in it are done again next time."""
        with contextlib.suppress(sqlite3.Error):
            self._base.execute("COMMIT")
        self._base.close()

    def _take(self, name: str) -> bool:
        return self._do("INSERT OR IGNORE INTO claimed VALUES (?)", (name,)).rowcount == 1

    def _do(self, statement: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        try:
            return self._base.execute(statement, values)
        except sqlite3.Error as error:
            raise OutputError(f"{self._folder}: cannot be written ({error}); check space and rights") from error


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=0.2, isolation_level=None)
    try:
        for statement in _TABLES:
            base.execute(statement)
    except sqlite3.Error:
        base.close()
        raise
    return base


def _size(path: Path) -> int | None:
    try:
        return os.stat(path).st_size  # noqa: PTH116 (twice as fast, and there may be a million of them)
    except OSError:
        return None
