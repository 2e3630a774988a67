"""From the names on the command line to the files behind them: files, folders, patterns, lists of names."""

from __future__ import annotations

import fnmatch
import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from cli.environment import Environment
from cli.errors import NoArticlesError, UsageError
from cli.names import STDIN, is_article, is_json, is_jsonl

_NO_ARTICLES = ("readme*", "license*", "licence*", "changelog*", "contributing*", "copying*")  # in a folder walk
_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read, by the name that it is reported under.

    ``path`` is where it lies below the folder that was named; ``fault`` is what already went wrong with it.
    """

    source: str
    fault: Exception | None = None
    path: str = ""


def are_many(names: Sequence[str]) -> bool:
    """Whether this calls for several briefs: that follows from the call, not from what a folder happens to hold."""
    return len(names) > 1 or any(_is_folder(name) or is_jsonl(name) or _is_pattern(name) for name in names)


def listed(path: str, null: bool, environment: Environment) -> Iterator[str]:
    """The names in a file, one a line or divided by NUL, in its order; ``-`` is standard input.

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


def expand(names: Iterable[str], output: str | None = None, *, briefs: bool = False) -> Iterator[Input]:
    """The files named, those in the folders named and those that patterns name, in a fixed order.

    ``briefs`` says that finished briefs (``.json``) in folders are wanted too; the report of a batch is none.
    The output of an earlier run that lies in a folder is no input, whether a file or a folder.

    Raises:
        UsageError: the output would overwrite an input that was named.
    """
    for name in names:
        if name == STDIN:
            yield Input(name, path="stdin")
        elif _is_folder(name):
            yield from _folder(name, output, briefs)
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


def _folder(name: str, output: str | None, briefs: bool) -> Iterator[Input]:
    faults: list[OSError] = []
    found = False
    for path in _walk(Path(name), faults, output, briefs):
        found = True
        yield Input(str(path), path=os.path.relpath(path, name))
    for fault in faults:
        yield Input(str(fault.filename or name), fault)
    if not found and not faults:
        yield Input(name, NoArticlesError())


def _walk(root: Path, faults: list[OSError], output: str | None, briefs: bool) -> Iterator[Path]:
    """Articles below a folder, sorted by path, hidden ones skipped; a folder reached again by a link is not entered."""
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
            wanted = _is_wanted(name) or (briefs and _is_brief(name))
            if wanted and os.path.isfile(path) and not _same(str(path), output):  # noqa: PTH113
                yield path


def _is_brief(name: str) -> bool:
    return is_json(name) and not name.startswith(".") and name.lower() != "report.json"


def _is_wanted(name: str) -> bool:
    low = name.lower()
    return is_article(low) and not low.startswith(".") and not any(fnmatch.fnmatch(low, each) for each in _NO_ARTICLES)
