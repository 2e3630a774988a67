"""Reads the data that ship with the package: word lists, tables and weights, each once, when it is first needed.

A line of a list that starts with ``#`` is a remark; the first says where the list comes from.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pkgutil import get_data
from typing import Any


def read_bytes(name: str) -> bytes:
    """The bytes of ``briefing/data/<name>``."""
    data = get_data("briefing", f"data/{name}")  # importlib.resources takes as long to load as some of the lists
    if data is None:
        raise FileNotFoundError(name)
    return data


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a list that are neither empty nor remarks."""
    text = read_bytes(name).decode("utf-8")
    return tuple([line for line in text.splitlines() if line and line[0] != "#"])  # the longest has 45,000


@cache
def read_words(name: str) -> frozenset[str]:
    """The words of a list, divided by white space."""
    return frozenset(word for line in read_lines(name) for word in line.split())


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of each line of a table, divided by tabs."""
    return tuple(tuple(line.split("\t")) for line in read_lines(name))


class Table(Mapping[str, str]):
    """A table in the order of its first cells, which are its keys; the value is the rest of the line.

    A row is found by bisection, so that nothing has to be made of the thousands that no article asks for.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def __getitem__(self, key: str) -> str:
        wanted = f"{key}\t"
        at = bisect_left(self._lines, wanted)
        if at == len(self._lines) or not self._lines[at].startswith(wanted):
            raise KeyError(key)
        return self._lines[at][len(wanted) :]

    def __iter__(self) -> Iterator[str]:
        return (line.partition("\t")[0] for line in self._lines)

    def __len__(self) -> int:
        return len(self._lines)


@cache
def read_table(name: str) -> Table:
    """A table of the package's data whose lines are in order."""
    return Table(read_lines(name))


@cache
def read_json(name: str) -> Any:
    """A JSON file of the package's data."""
    return json.loads(read_bytes(name))
