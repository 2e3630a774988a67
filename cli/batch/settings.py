"""The settings of a run, and their fingerprint, which covers every field that changes a result."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, fields, is_dataclass

from briefing.pipeline import Options
from briefing.reading import Reading
from briefing.rendering import Layout

_NO_MATTER = {"fingerprint": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that determine the results of a run.

    ``whole``: each brief is a file of its own, not part of a stream; ``only_language``: articles in other languages are
    left out; ``clock``: the stages are timed, which changes no result.
    """

    format: str
    layout: Layout
    options: Options
    reading: Reading
    whole: bool
    only_language: str | None = None
    clock: bool = field(default=False, metadata=_NO_MATTER)

    def fingerprint(self, version: str) -> bytes:
        """A digest of the version and of every setting that changes a result."""
        return hashlib.sha256(f"{version}\n{canonical(self)}".encode("utf-8", "surrogatepass")).digest()


def canonical(value: object) -> str:
    """A value as text, the same in every process and different for different values; objects by their attributes."""
    if is_dataclass(value) and not isinstance(value, type):
        held = {each.name: getattr(value, each.name) for each in fields(value) if each.metadata != _NO_MATTER}
        return f"{type(value).__name__}{canonical(held)}"
    if isinstance(value, Mapping):
        return "{" + ",".join(sorted(f"{canonical(name)}:{canonical(each)}" for name, each in value.items())) + "}"
    if isinstance(value, Set):
        return "{" + ",".join(sorted(map(canonical, value))) + "}"
    if isinstance(value, (tuple, list)):
        return "[" + ",".join(map(canonical, value)) + "]"
    if value is None or isinstance(value, (str, bytes, int, float)):
        return repr(value)
    return f"{type(value).__name__}{canonical(vars(value))}"
