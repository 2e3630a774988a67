"""Tar archives, compressed or not, of files of any format: read once, from the beginning to the end."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from briefing.errors import FormatError
from briefing.reading.opening import Source, broken, too_large
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers.members import MAX_DEPTH, is_wanted, no_articles, raws_of_member


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The articles of each file in the archive; links and devices are passed over.

    Raises:
        FormatError: there is no article in it, or it is nested too deep in other archives.
        BrokenError: it is broken; what follows is not read.
    """
    if source.depth >= MAX_DEPTH:
        raise FormatError("it is an archive within archives within archives, which is not read; unpack it first")
    found = False
    try:
        with tarfile.TarFile(fileobj=cast(BinaryIO, _Forward(source.stream, reading.max_bytes))) as archive:
            while member := archive.next():
                archive.members = []  # type: ignore[attr-defined]  # they are not needed again, and there may be a million
                for raw in _member(source, reading, archive, member):
                    found = found or not raw.passed
                    yield raw
    except (tarfile.TarError, OSError, ValueError, EOFError, OverflowError) as error:
        raise broken("a tar archive", error) from error
    if not found:
        raise no_articles()


def _member(source: Source, reading: Reading, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[Raw]:
    if member.isdir() or not is_wanted(member.name):
        return
    stream = archive.extractfile(member) if member.isfile() else None
    if stream is None:
        fault = FormatError("it is a link or a device, which is not followed")
        yield Raw(f"{source.name}/{member.name}", f"{source.folder}/{member.name}", fault=fault, passed=True)
        return
    yield from raws_of_member(source, reading, member.name, stream)


class _Forward:
    """A stream that can only be read forwards, and refuses to read more bytes than the limit at once."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream, self._limit, self._at = stream, max(limit, 1 << 20), 0

    def read(self, size: int) -> bytes:
        """The next bytes, fewer at the end."""
        if size > self._limit:
            raise too_large("a header or a file in the archive is larger", self._limit)
        parts: list[bytes] = []
        while size > 0 and (part := self._stream.read(size)):
            parts.append(part)
            size -= len(part)
        data = b"".join(parts)
        self._at += len(data)
        return data

    def tell(self) -> int:
        """The current offset in bytes."""
        return self._at

    def seek(self, place: int) -> int:
        """Move forwards to an offset, or to the end.

        Raises:
            ValueError: it lies before the current offset.
        """
        if place < self._at:
            raise ValueError("the archive would have to be read backwards")
        while self._at < place:
            part = self._stream.read(min(place - self._at, 1 << 16))
            if not part:
                break
            self._at += len(part)
        return self._at
