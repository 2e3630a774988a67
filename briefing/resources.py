"""Reads the data files of the package (word lists, tables and weights) when they are first needed, and keeps them.

A line of a list that starts with ``#`` is a comment; the first says where the list comes from.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import ItemsView, Iterator, Mapping
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from pkgutil import get_data
from typing import Any

_STRETCH = 2048
"""Bytes of a table between two lines whose keys are in its index."""


def read_bytes(name: str) -> bytes:
    """The bytes of ``briefing/data/<name>``."""
    data = get_data("briefing", f"data/{name}")  # importlib.resources takes as long to load as some of the lists
    if data is None:
        raise FileNotFoundError(name)
    return data


def map_bytes(name: str) -> bytes | mmap:
    """The bytes of ``briefing/data/<name>``, as a memory map if possible: only the parts that are used are read."""
    try:
        with Path(__file__).with_name("data").joinpath(name).open("rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)
    except OSError:  # the package is in a ZIP archive, not in a folder
        return read_bytes(name)


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a list that are neither empty nor comments."""
    return tuple(_lines(read_bytes(name)))


def _lines(data: bytes) -> list[str]:
    return [line for line in data.decode("utf-8").splitlines() if line and line[0] != "#"]


@cache
def read_words(name: str) -> frozenset[str]:
    """The words of a list, divided by white space."""
    return frozenset(word for line in read_lines(name) for word in line.split())


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of each line of a table, divided by tabs."""
    return tuple(tuple(line.split("\t")) for line in read_lines(name))


class Table(Mapping[str, str]):
    """A tab-separated table, sorted by its first cells, as a mapping: first cell to the rest of the line.

    The bytes are kept as they are, since most rows are never asked for: an index of one key about every ``_STRETCH``
    bytes tells by bisection in which stretch a key is to be searched.
    """

    def __init__(self, data: bytes) -> None:
        """``data``: lines in UTF-8, sorted by key; one that starts with ``#`` is a comment."""
        self._data = b"\n" + data
        self._starts = [0] if data else []
        for at in range(_STRETCH, len(data), _STRETCH):
            start = self._data.find(b"\n", at)
            if self._starts[-1] < start < len(data):
                self._starts.append(start)
        self._keys = [self._data[start + 1 : self._data.find(b"\t", start) + 1] for start in self._starts]
        self._starts.append(len(self._data))

    def __getitem__(self, key: str) -> str:
        found = self._find(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, ``default`` if it is not in the table."""
        found = self._find(key)
        return default if found is None else found

    def _find(self, key: str) -> str | None:
        wanted = key.encode("utf-8", "surrogatepass") + b"\t"
        at = max(0, bisect_right(self._keys, wanted) - 1)
        start = self._data.find(b"\n" + wanted, *self._starts[at : at + 2])
        if start < 0 or key.startswith("#"):
            return None
        start += len(wanted) + 1
        end = self._data.find(b"\n", start)
        return self._data[start : end if end >= 0 else None].decode("utf-8")

    def items(self) -> ItemsView[str, str]:
        """All rows as pairs, from a single pass over the table."""
        return dict(line.split("\t", 1) for line in _lines(self._data)).items()

    def __iter__(self) -> Iterator[str]:
        return (line.partition("\t")[0] for line in _lines(self._data))

    def __len__(self) -> int:
        return len(_lines(self._data))


@cache
def read_table(name: str) -> Table:
    """A table of the package's data whose lines are sorted by key."""
    return Table(read_bytes(name).replace(b"\r\n", b"\n"))


@cache
def read_json(name: str) -> Any:
    """A JSON file of the package's data."""
    return json.loads(read_bytes(name))
