"""From a stream of bytes to a ``Source`` for a reader: decompressed, its head read ahead, its size limited."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO, cast

from briefing.errors import BrokenError, TooLargeError
from briefing.reading.heads import HEAD, Head, Peeked

PACKED = (".gz", ".bz2", ".xz", ".lzma")
_SIGNS = ((b"\x1f\x8b", "gz"), (b"BZh", "bz2"), (b"\xfd7zXZ\x00", "xz"))


@dataclass(slots=True)
class Source:
    """A file to be read once, from its beginning: its stream, head and name.

    ``name`` is shown to people, ``path`` is its place below the folder of results; ``file`` is the original stream if
    it is seekable and was not compressed; ``depth`` counts the archives around it; ``known`` are its articles' fields.
    """

    stream: BinaryIO
    head: Head
    name: str
    path: str
    file: BinaryIO | None = None
    depth: int = 0
    known: tuple[tuple[str, str], ...] = field(default=())

    @property
    def folder(self) -> str:
        """The folder of results in which the articles of a file with several belong."""
        return stem(self.path) if self.name != "-" else ""

    def whole(self, limit: int) -> bytes:
        """All bytes of the source.

        Raises:
            TooLargeError: it has more bytes than the limit.
        """
        size = _size(self.file)
        if size is not None and size > limit:
            raise too_large(f"it has {size:,} bytes", limit)
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise too_large("it is larger", limit)
        return data

    def seekable(self, limit: int) -> BinaryIO:
        """The source as a seekable stream: the file itself, else its bytes in memory, up to the limit."""
        return self.file if self.file is not None and self.file.seekable() else io.BytesIO(self.whole(limit))

    def lines(self, limit: int) -> Iterator[bytes]:
        """Its lines, each with its line end; one of more bytes than the limit comes in pieces."""
        while line := self.stream.readline(limit):
            yield line


def opened(stream: BinaryIO, name: str, path: str, depth: int = 0, *, seek: bool = True) -> Source:
    """The stream as a source, decompressed if its first bytes say so; with ``seek`` False it is only read forwards.

    Raises:
        OSError, EOFError, zlib.error: it cannot be read or unpacked.
    """
    file: BinaryIO | None = stream if seek else None
    start = stream.tell() if seek and _is_seekable(stream) else 0
    peeked = Peeked(cast(io.RawIOBase, stream))
    for sign, packing in _SIGNS:
        if peeked.head.startswith(sign):
            file = None
            unpacking = _unpacking(packing, io.BufferedReader(peeked, HEAD))
            peeked = Peeked(cast(io.RawIOBase, unpacking))
            break
    if file is not None and _is_seekable(file):
        file.seek(start)
    else:
        file = None
    head = Head(peeked.head, unpacked(PurePath(name).name))
    taken: BinaryIO = file if file is not None else cast(BinaryIO, io.BufferedReader(peeked, HEAD))
    return Source(taken, head, name, path, file, depth)


def too_large(what: str, limit: int) -> TooLargeError:
    """The error for an article, or a file that must be read as a whole, of more bytes than the limit."""
    return TooLargeError(f"{what}, more than the limit of {limit:,}; raise it with --max-bytes or split it")


def unpacked(name: str) -> str:
    """The name without a compression suffix: ``a.txt.gz`` becomes ``a.txt``, ``a.tgz`` becomes ``a.tar``."""
    low = name.lower()
    if low.endswith((".tgz", ".tbz2", ".txz")):
        return name[: name.rindex(".")] + ".tar"
    return name[: name.rindex(".")] if low.endswith(PACKED) else name


def stem(path: str) -> str:
    """The path without its compression suffix and the suffix of a format that is read; any other suffix stays."""
    from briefing.reading.formats import SUFFIXES

    path = unpacked(path)
    suffix = PurePath(path).suffix
    return path[: -len(suffix)] if suffix.lower() in SUFFIXES else path


def broken(what: str, error: BaseException) -> BrokenError:
    """The error for a file of a supported format (``what``) that its library cannot read."""
    return BrokenError(f"it is {what}, and broken ({_short(error)}); open it in its program and save it again")


def _short(error: BaseException) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 90 else text[:89] + "…"


def _unpacking(packing: str, stream: io.BufferedReader) -> io.BufferedIOBase:
    if packing == "gz":
        import gzip

        return gzip.GzipFile(fileobj=stream)
    if packing == "bz2":
        import bz2

        return bz2.BZ2File(stream)
    import lzma

    return lzma.LZMAFile(stream)


def _is_seekable(stream: BinaryIO) -> bool:
    try:
        return stream.seekable() and stream.tell() >= 0
    except (OSError, ValueError, AttributeError):
        return False


def _size(stream: BinaryIO | None) -> int | None:
    """The size in bytes of a regular file, None for any other stream."""
    if stream is None:
        return None
    try:
        found = os.fstat(stream.fileno())
    except (OSError, AttributeError, ValueError):
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None
