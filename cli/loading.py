"""From a file to the bytes of its articles, one after another, none of them beyond a limit of size."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import os
import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, cast

from cli.environment import Environment
from cli.errors import InputError
from cli.inputs import Input
from cli.names import MAX_BYTES, STDIN, is_html, is_json, is_jsonl, stem, unpacked

Kind = Literal["text", "html", "record", "json"]

_GZIP = b"\x1f\x8b"
_PAGES = (b"<!doctype html", b"<html")
_GIVE_UP = 10  # so many times the limit is looked for the end of a record that is too long
_PEEK = 512


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one article, not yet looked at; ``record`` is a line of JSON, or a file of it.

    ``path`` is where the article belongs in a folder of results, ``fault`` what went wrong with reading it.
    """

    source: str
    path: str
    kind: Kind = "text"
    data: bytes = b""
    fault: Exception | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How inputs are taken apart: the most bytes of one article, unpacked, and the field of a record's id."""

    max_bytes: int = MAX_BYTES
    id_field: str = "id"


def load(each: Input, environment: Environment, limits: Limits) -> Iterator[Raw]:
    """The articles in a file, or the one fault that stands for it; a record that is at fault does not stop the next."""
    if each.fault:
        yield Raw(each.source, each.path, fault=each.fault)
        return
    try:
        with _opened(each.source, environment) as stream:
            kind = _kind(each.source, stream)
            if kind == "record":
                yield from _records(stream, each, limits)
            else:
                data = _whole(stream, each.source, limits.max_bytes)
                yield Raw(each.source, each.path, "record" if kind == "json" else kind, data)
    except zlib.error as error:
        yield Raw(each.source, each.path, fault=InputError("unreadable", f"the compressed data is broken ({error})"))
    except (OSError, EOFError, ValueError, InputError) as error:
        yield Raw(each.source, each.path, fault=error)


def holds_records(environment: Environment) -> bool:
    """Whether standard input begins like a record; nothing is taken from it."""
    if environment.stdin is None:
        return False
    begin = _peek(environment.stdin)
    if begin.startswith(_GZIP):
        try:
            begin = zlib.decompressobj(wbits=31).decompress(begin, _PEEK)
        except zlib.error:
            return False
    return _kind_of(begin) == "record"


@contextlib.contextmanager
def _opened(source: str, environment: Environment) -> Iterator[BinaryIO]:
    if source == STDIN:
        if environment.stdin is None:
            raise OSError("standard input is closed")
        yield _unpacked(environment.stdin)
    else:
        with Path(source).open("rb") as file:
            yield _unpacked(file)


def _unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream, unpacked where it is gzip data, whatever its name."""
    if not _peek(stream).startswith(_GZIP):
        return stream
    return cast(BinaryIO, io.BufferedReader(gzip.GzipFile(fileobj=stream)))


def _peek(stream: BinaryIO) -> bytes:
    peek = getattr(stream, "peek", None)
    if peek is not None:
        return bytes(peek(_PEEK)[:_PEEK])
    if not stream.seekable():
        return b""
    place = stream.tell()
    begin = stream.read(_PEEK)
    stream.seek(place)
    return begin


def _kind(source: str, stream: BinaryIO) -> Kind:
    if source != STDIN:
        return "record" if is_jsonl(source) else "json" if is_json(source) else "html" if is_html(source) else "text"
    return _kind_of(_peek(stream))


def _kind_of(begin: bytes) -> Kind:
    begin = begin.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begin.startswith(b"{") and begin[1:].lstrip()[:1] in (b'"', b"}"):
        return "json" if begin[1:].lstrip(b" \t\r")[:1] == b"\n" else "record"
    if begin.startswith(b"[") and begin[1:].lstrip()[:1] == b"{":
        return "json"
    return "html" if begin.lower().startswith(_PAGES) else "text"


def _whole(stream: BinaryIO, source: str, limit: int) -> bytes:
    size = _size(stream)
    if size is not None and size > limit:
        raise _too_large(f"it has {size:,} bytes", limit)
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise _too_large("it is larger", limit)
    return data


def _size(stream: BinaryIO) -> int | None:
    """The size of a regular file; that of what is unpacked is not known before."""
    if isinstance(getattr(stream, "raw", None), gzip.GzipFile):
        return None
    try:
        found = os.fstat(stream.fileno())
    except (OSError, AttributeError):
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def _too_large(what: str, limit: int) -> InputError:
    return InputError("too-large", f"{what}, more than the limit of {limit:,}; raise it with --max-bytes or split it")


def _records(stream: BinaryIO, each: Input, limits: Limits) -> Iterator[Raw]:
    folder = "" if each.source == STDIN else stem(unpacked(each.path))
    number, found = 0, False
    while line := stream.readline(limits.max_bytes + 2):
        number += 1
        source = f"{each.source}:{number}"
        if len(line.rstrip(b"\r\n")) > limits.max_bytes:
            found = True
            yield Raw(source, f"{folder}/{number}", fault=_too_large("the record is larger", limits.max_bytes))
            if not line.endswith(b"\n") and not _skip_line(stream, limits.max_bytes * _GIVE_UP):
                raise InputError("too-large", f"line {number} has no end; what follows it was not read, split the file")
        elif line := line.strip(b" \t\r\n\xef\xbb\xbf"):
            found = True
            yield Raw(source, f"{folder}/{_id(line, limits.id_field) or number}", "record", line)
    if not found:
        raise InputError("empty", "it holds no records; give a file with a JSON object on each line")


def _skip_line(stream: BinaryIO, budget: int) -> bool:
    """Go on to the next line, unless that takes too long."""
    while budget > 0:
        part = stream.readline(1 << 20)
        if not part or part.endswith(b"\n"):
            return True
        budget -= len(part)
    return False


def _id(line: bytes, field: str) -> str | None:
    try:
        found = json.loads(line).get(field)
    except (ValueError, AttributeError, RecursionError):
        return None
    return str(found)[:500] if isinstance(found, (str, int)) and not isinstance(found, bool) else None
