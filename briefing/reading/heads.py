"""The beginning of a file, by which its format is recognised; ``Peeked`` gives its bytes again to the reader."""

from __future__ import annotations

import codecs
import io
import re
from functools import cached_property
from pathlib import PurePath

from briefing.reading.patterns import Later

HEAD = 1 << 16
_BLANK = b" \t\r\n\v\f"
_SKIPPED = Later(rb"\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ROOT = Later(rb"<([A-Za-z_][\w.:-]{0,60})")
_DOCTYPE = Later(rb"<!doctype\s+([\w:.-]{1,40})", re.IGNORECASE)
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Head:
    """The first bytes of a file, and its name in lower case and without a compression suffix such as ``.gz``."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data, self.name = data, name.lower()

    @cached_property
    def suffix(self) -> str:
        """The ending of the name, with its full stop."""
        return PurePath(self.name).suffix

    @cached_property
    def start(self) -> bytes:
        """The bytes after a byte order mark and leading white space, with UTF-16 converted to UTF-8."""
        for bom, encoding in _UTF16:
            if self.data.startswith(bom):
                return self.data[2:].decode(encoding, "ignore").encode("utf-8", "ignore").lstrip(_BLANK)
        return self.data.removeprefix(codecs.BOM_UTF8).lstrip(_BLANK)

    @cached_property
    def text(self) -> str:
        """The head as text, decoded as UTF-8 or else as Latin-1, with ``\\n`` as the only line end."""
        try:
            text = self.start.decode("utf-8")
        except UnicodeDecodeError as error:
            near_end = error.start > len(self.start) - 4
            text = self.start[: error.start].decode() if near_end else self.start.decode("latin-1")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def first_line(self) -> str:
        """The first line that is not blank."""
        return self.text.partition("\n")[0]

    @cached_property
    def root(self) -> str:
        """The name of the first element of a text in XML or HTML, "" for any other text; a prefix is left out."""
        if not self.start.startswith(b"<"):
            return ""
        at = 0
        while skipped := _SKIPPED.compiled.match(self.start, at):
            at = skipped.end()
        found = _ROOT.compiled.match(self.start, at) or _DOCTYPE.compiled.match(self.start)
        return found[1].decode().rpartition(":")[2] if found else ""


class Peeked(io.RawIOBase):
    """A stream whose first bytes were already read; reading it gives those bytes again, then the rest."""

    def __init__(self, stream: io.BufferedIOBase | io.RawIOBase, size: int = HEAD) -> None:
        super().__init__()
        self._stream, self._at = stream, 0
        parts: list[bytes] = []
        wanted = size
        while wanted > 0 and (part := stream.read(wanted)):
            parts.append(part)
            wanted -= len(part)
        self.head = b"".join(parts)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        part = self.head[self._at : self._at + len(view)] or self._stream.read(len(view)) or b""
        self._at += len(part)
        view[: len(part)] = part
        return len(part)
