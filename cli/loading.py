"""From an input to the bytes of its articles: opens it, and lets the library take it apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from briefing.errors import FormatError
from briefing.reading.loading import load as load_stream
from briefing.reading.raw import Raw, Reading
from cli.constants import STDIN
from cli.environment import Environment
from cli.errors import InputError
from cli.inputs import Input


def load(each: Input, environment: Environment, reading: Reading) -> Iterator[Raw]:
    """The articles in a file, or one ``Raw`` with the fault of the file; a faulty record does not stop the next."""
    if each.fault:
        yield Raw(each.source, each.path, fault=each.fault, passed=each.walked)
        return
    for raw in _of(each, environment, reading):
        passed = each.walked and isinstance(raw.fault, FormatError) and raw.source == each.source
        yield replace(raw, passed=True) if passed else raw


def _of(each: Input, environment: Environment, reading: Reading) -> Iterator[Raw]:
    try:
        with _opened(each, environment) as stream:
            yield from load_stream(stream, each.source, each.path, reading)
    except OSError as error:
        yield Raw(each.source, each.path, fault=error)
    except ValueError as error:  # a name that no file can have
        yield Raw(each.source, each.path, fault=InputError("missing", f"it names no file ({error}); check the name"))


def _opened(each: Input, environment: Environment) -> AbstractContextManager[BinaryIO]:
    if each.source != STDIN:
        return Path(each.source).open("rb")
    if environment.stdin is None:
        raise OSError("standard input is closed")
    return nullcontext(environment.stdin)
