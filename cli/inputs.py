"""From the names on the command line to the files behind them: files, folders, patterns, lists of names."""

from __future__ import annotations

import fnmatch
import glob
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from briefing.errors import FormatError
from cli.constants import STDIN
from cli.environment import Environment
from cli.errors import NoArticlesError, UsageError

_NO_ARTICLES = ("readme*", "license*", "licence*", "changelog*", "contributing*", "copying*")  # in a folder walk
_ABOUT = frozenset(
    {"AUTHORS", "CODE_OF_CONDUCT", "FAQ", "GUIDE", "INSTALL", "MANUAL", "SECURITY", "SUPPORT", "TODO", "USAGE"}
)
"""Names, in capitals as is the custom, of documents about a folder; an article may be called guide.md."""

_REPORT = "report.json"
_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read; ``source`` is the name that it is reported under.

    ``path`` is its path below the folder that was named; ``fault`` is an error found before reading it. ``walked`` says
    that it was found in a folder, not named, so that a file of an unsupported format is counted and passed over.
    """

    source: str
    fault: Exception | None = None
    path: str = ""
    walked: bool = False


def are_many(names: Sequence[str]) -> bool:
    """Whether several briefs are asked for: by more than one name, a folder or a pattern, whatever these hold."""
    return len(names) > 1 or any(_is_folder(name) or _is_pattern(name) for name in names)


def listed(path: str, null: bool, environment: Environment) -> Iterator[str]:
    """The names in a file, one per line or, with ``null``, separated by NUL, in its order; ``-`` is standard input.

    Raises:
        UsageError: the file cannot be read.
    """
    try:
        if path != STDIN:
            with Path(path).open("rb") as file:
                yield from _divided(file, null)
        elif environment.stdin is not None:
            yield from _divided(environment.stdin, null)
    except OSError as error:
        raise UsageError(f"--files-from: {path}: {error.strerror or error}; give a file of names") from error


def _divided(file: BinaryIO, null: bool) -> Iterator[str]:
    mark, rest = (b"\0" if null else b"\n"), b""
    while part := file.read(1 << 16):
        *names, rest = (rest + part).split(mark)
        yield from (os.fsdecode(_trimmed(name, null)) for name in names if _trimmed(name, null))
    if _trimmed(rest, null):
        yield os.fsdecode(_trimmed(rest, null))


def _trimmed(name: bytes, null: bool) -> bytes:
    return name if null else name.rstrip(b"\r")


def expand(names: Iterable[str], output: str | None = None) -> Iterator[Input]:
    """The files named, those in the folders named and those that patterns name, in a fixed order.

    The output of an earlier run that lies in a folder is no input, whether a file or a folder.

    Raises:
        UsageError: the output would overwrite an input that was named.
    """
    for name in names:
        if name == STDIN:
            yield Input(name, path="stdin")
        elif _is_folder(name):
            yield from _folder(name, output)
        elif _same(name, output):
            raise UsageError(f"{name}: is the input too; give --output another name")
        elif _is_pattern(name):
            yield from _pattern(name, output)
        else:
            yield Input(name, path=PurePath(name).name)


def _is_folder(name: str) -> bool:
    return name != STDIN and os.path.isdir(name)  # noqa: PTH112 (Path.is_dir fails where a folder may not be entered)


def _is_pattern(name: str) -> bool:
    return not _MAGIC.isdisjoint(name) and not os.path.lexists(name)


def _same(name: str, output: str | None) -> bool:
    return output not in (None, STDIN) and os.path.realpath(name) == os.path.realpath(str(output))


def _pattern(pattern: str, output: str | None) -> Iterator[Input]:
    """What a shell would have made of the pattern, each file once; ``**`` stands for folders of any depth."""
    found: dict[str, str] = {}
    for name in sorted(glob.iglob(pattern, recursive=True)):  # noqa: PTH207 (a name may be absolute)
        if os.path.isfile(name) and not _same(name, output):  # noqa: PTH113
            found.setdefault(os.path.realpath(name), name)
    files = list(found.values())
    if not files:
        yield Input(pattern, NoArticlesError())
    above = os.path.commonpath([os.path.dirname(name) for name in files]) if files else ""  # noqa: PTH120
    for name in files:
        yield Input(name, path=os.path.relpath(name, above or "."))


def _folder(name: str, output: str | None) -> Iterator[Input]:
    faults: list[OSError] = []
    found = False
    for path in _walk(Path(name), faults, output):
        passed = _why_not(path)
        found = found or passed is None
        yield Input(str(path), passed, os.path.relpath(path, name), walked=True)
    for fault in faults:
        yield Input(str(fault.filename or name), fault)
    if not found and not faults:
        yield Input(name, NoArticlesError())


def _walk(root: Path, faults: list[OSError], output: str | None) -> Iterator[Path]:
    """Files below a folder, sorted by path, hidden ones skipped; a folder reached again by a link is not entered."""
    seen: set[str] = set()
    for folder, folders, files in os.walk(root, onerror=faults.append, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen or (folder != str(root) and _same(folder, output)):
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if not name.startswith(".") and not _same(str(path), output):
                yield path


def _why_not(path: Path) -> FormatError | None:
    """Why a file in a folder is not taken, by its name or else by its first bytes; None if it is taken."""
    from briefing.reading.formats import SUFFIXES
    from briefing.reading.opening import unpacked

    name = path.name.lower()
    if not os.path.isfile(path):  # noqa: PTH113
        return FormatError("it is a link to nothing" if path.is_symlink() else "it is no file but a device or a pipe")
    if path.stem in _ABOUT or any(fnmatch.fnmatch(name, each) for each in _NO_ARTICLES):
        return FormatError("it is about the folder, by its name")
    if name == _REPORT:
        return FormatError("it is the report of a batch")
    if PurePath(unpacked(name)).suffix in SUFFIXES or PurePath(name).suffix in SUFFIXES:
        return None
    return _by_content(path)


def _by_content(path: Path) -> FormatError | None:
    from briefing.reading.formats import STRUCTURED
    from briefing.reading.heads import Head
    from briefing.reading.loading import input_format, refusal

    try:
        with path.open("rb") as file:
            format = input_format(file, path.name)
    except (OSError, ValueError, EOFError, zlib.error):
        return None  # reading it will tell
    if format.reader is None:
        return refusal(format, Head(b"", path.name))
    return None if format.name in STRUCTURED else FormatError("its name is not that of an article")
