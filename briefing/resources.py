"""The data that ship with the package: word lists, tables and weights, each read once, when first needed.

A line of a list that starts with ``#`` is a remark; the first says where the list comes from.
"""

from __future__ import annotations

import json
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
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def read_words(name: str) -> frozenset[str]:
    """The words of a list, divided by white space."""
    return frozenset(word for line in read_lines(name) for word in line.split())


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of each line of a table, divided by tabs."""
    return tuple(tuple(line.split("\t")) for line in read_lines(name))


@cache
def read_json(name: str) -> Any:
    """A JSON file of the package's data."""
    return json.loads(read_bytes(name))
