"""From the names on the command line to articles: files, folders, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.model import Article
from briefing.reading import read_article
from cli.environment import Environment
from cli.errors import NoArticlesError, UsageError

SUFFIXES = (".txt", ".md", ".markdown")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One text to read, by the name that it is reported under; ``fault`` is what already went wrong with it."""

    source: str
    fault: Exception | None = None


def are_many(names: Sequence[str]) -> bool:
    """Whether this calls for several briefs: that follows from the call, not from what a folder happens to hold."""
    return len(names) > 1 or any(_is_folder(name) for name in names)


def expand(names: Iterable[str], output: str | None = None) -> Iterator[Input]:
    """The files named, and those in the folders named, in a fixed order.

    The output of an earlier run that lies in a folder is no input.

    Raises:
        UsageError: the output would overwrite an input that was named.
    """
    for name in names:
        if name == STDIN:
            yield Input(name)
        elif _is_folder(name):
            yield from _folder(name, output)
        elif _same(name, output):
            raise UsageError(f"{name}: is the input too; give --output another name")
        else:
            yield Input(name)


def read(source: str, environment: Environment, encoding: str | None) -> Article:
    """The article behind a name.

    Raises:
        BriefError: it is no article.
        OSError: it cannot be read.
    """
    data = _stdin(environment) if source == STDIN else Path(source).read_bytes()
    return read_article(data, source=source, encoding=encoding)


def _stdin(environment: Environment) -> bytes:
    if environment.stdin is None:
        raise OSError("standard input is closed")
    return environment.stdin.read()


def _is_folder(name: str) -> bool:
    return name != STDIN and os.path.isdir(name)  # noqa: PTH112 (Path.is_dir fails where a folder may not be entered)


def _same(name: str, output: str | None) -> bool:
    return output not in (None, STDIN) and os.path.realpath(name) == os.path.realpath(str(output))


def _folder(name: str, output: str | None) -> Iterator[Input]:
    faults: list[OSError] = []
    found = False
    for path in _walk(Path(name), faults):
        if not _same(str(path), output):
            found = True
            yield Input(str(path))
    for fault in faults:
        yield Input(str(fault.filename or name), fault)
    if not found and not faults:
        yield Input(name, NoArticlesError())


def _walk(root: Path, faults: list[OSError]) -> Iterator[Path]:
    """Articles below a folder, sorted by path, hidden ones skipped; a folder reached again by a link is not entered."""
    seen: set[str] = set()
    for folder, folders, files in os.walk(root, onerror=faults.append, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if not name.startswith(".") and path.suffix.lower() in SUFFIXES and os.path.isfile(path):  # noqa: PTH113
                yield path
