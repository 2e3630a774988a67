"""The files in an archive: each is recognised by content and name like any other, and read by its own reader."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from briefing.errors import BrokenError, FormatError, ReadingError
from briefing.reading.formats import SUFFIXES, recognise
from briefing.reading.opening import Source, opened, unpacked
from briefing.reading.raw import Raw, Reading

MAX_DEPTH = 3  # archives within archives
_TEXTS = ("text", "markdown")


def is_wanted(name: str) -> bool:
    """Whether a file in an archive is to be read: not hidden, and not added by the system (``__MACOSX``)."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return bool(parts) and "__MACOSX" not in parts and not parts[-1].startswith(".") and parts[-1] != "Thumbs.db"


def no_articles() -> FormatError:
    """The error for an archive in which nothing is an article."""
    return FormatError("it is an archive without articles; give one with articles in it")


def raws_of_member(source: Source, reading: Reading, member: str, stream: IO[bytes]) -> Iterator[Raw]:
    """The articles of one file in an archive, or one ``Raw`` with its fault, ``passed`` if it is simply no article."""
    from briefing.reading.loading import taken_apart

    name, path = f"{source.name}/{member}", f"{source.folder}/{member}"
    try:
        inner = opened(cast(BinaryIO, stream), name, path, source.depth + 1, seek=False)
        suffix = PurePosixPath(unpacked(member.lower())).suffix
        if suffix not in SUFFIXES and suffix and recognise(inner.head).name in _TEXTS:
            raise FormatError("its name is not that of an article")
        for raw in taken_apart(inner, reading):
            lost = isinstance(raw.fault, FormatError) and raw.source == name
            yield replace(raw, passed=True) if lost else raw
    except FormatError as error:
        yield Raw(name, path, fault=error, passed=True)
    except ReadingError as error:
        yield Raw(name, path, fault=error)
    except (EOFError, zlib.error, OSError, ValueError, RecursionError) as error:
        what = " ".join(str(error).split())[:90] or type(error).__name__
        yield Raw(name, path, fault=BrokenError(f"it is broken ({what}); pack it again"))
