"""Where the output goes: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from cli.environment import Environment
from cli.errors import OutputError, UsageError

Write = Callable[[str], None]


@contextlib.contextmanager
def open_output(path: str | None, environment: Environment) -> Iterator[Write]:
    """A function that writes the next part, to standard output or to the file at ``path`` (``-`` is standard output).

    A file is written under a temporary name beside it, which is renamed when the block ends without an error and
    something was written; otherwise the file that was there stays.

    Raises:
        UsageError: no file can be made at ``path``.
        OutputError: the output cannot be written.
        OutputClosedError: the reader of standard output is gone.
    """
    if path is None or path == "-":
        yield environment.write
    elif is_device(path):
        with _complaints(path), Path(path).open("wb") as device:
            yield _writer(device, path)
    else:
        yield from _new_file(path)


def _new_file(path: str) -> Iterator[Write]:
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise UsageError(f"{path}: is a folder; give --output the name of a file")
    import tempfile  # not needed for standard output, the usual case

    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:64]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); check the folder and its rights") from error
    part = Path(name)
    file = os.fdopen(handle, "wb")
    try:
        yield _writer(file, path)
        with _complaints(path):
            file.flush()
            os.fsync(handle)
            if part.stat().st_size:
                part.chmod(_mode(target))
                part.replace(target)
    finally:
        with contextlib.suppress(OSError):
            file.close()
        part.unlink(missing_ok=True)


def _writer(file: BinaryIO, path: str) -> Write:
    def write(text: str) -> None:
        with _complaints(path):
            file.write(text.encode("utf-8", "replace"))

    return write


@contextlib.contextmanager
def _complaints(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error}); check space and rights") from error


def is_device(path: str) -> bool:
    """Whether a path is a pipe or device, which is written to directly: a file renamed to it would replace it."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 (a Path would do the same)
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _mode(target: Path) -> int:
    """The permission bits of the file, or those that the system gives to a new one."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
