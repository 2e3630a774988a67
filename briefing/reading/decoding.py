"""From the bytes of a file to its text: byte order marks, UTF-8, cp1252, and telling text from binary data."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from briefing.errors import BinaryError, DecodingError, EmptyError

_BOMS = (  # UTF-32 first: its little-endian mark begins with the one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b\x08"))
_MAX_CONTROL_SHARE = 0.02
_REPLACEMENT = "\ufffd"
_REPLACEMENT_UTF8 = _REPLACEMENT.encode()
_MIN_UTF8_RATIO = 10  # well-formed multi-byte characters per broken one that still make a file UTF-8


class Decoded(NamedTuple):
    """The text of a file with ``\\n`` as its only line end, and one-line remarks on how it was decoded."""

    text: str
    notes: tuple[str, ...]


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a file: by ``encoding`` if given, else by byte order mark, UTF-8, cp1252, in this order.

    Raises EmptyError for no bytes at all, BinaryError for what is no text, DecodingError for bytes that do not fit
    ``encoding``; without ``encoding`` any text is decoded, with a note where the encoding was guessed.
    """
    if not data:
        raise EmptyError("it is empty")
    _refuse_known_formats(data)
    text, notes = _decode_as(data, encoding) if encoding else _guess(data)
    return Decoded(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), notes)


def _refuse_known_formats(data: bytes) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise BinaryError(f"it is {name}, not text: convert it to plain text first")


def _refuse_controls(data: bytes) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MAX_CONTROL_SHARE * len(data):
        raise BinaryError("it is binary data, not text")


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        other = "cp1252" if codecs.lookup(encoding).name == "utf-8" else "utf-8, or none to let it be found"
        wrong = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        raise DecodingError(f"{wrong} does not fit {encoding}: try --encoding {other}") from error
    except (LookupError, ValueError) as error:
        raise DecodingError(f"there is no text encoding {encoding!r}: try --encoding utf-8 or cp1252") from error
    if "\0" in text:
        _refuse_controls(text.encode("utf-8", "replace"))
    return Decoded(text, ())


def _guess(data: bytes) -> Decoded:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_marked(data[len(bom) :], encoding)
    if unmarked := _unmarked_utf16(data):
        return Decoded(data.decode(unmarked, "replace"), (f"no byte order mark: read as {unmarked}",))
    _refuse_controls(data)
    try:
        return Decoded(data.decode("utf-8"), ())
    except UnicodeDecodeError:
        return _decode_broken(data)


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), ())
    except UnicodeDecodeError as error:
        note = f"not all {encoding}: byte 0x{data[error.start]:02x} and others are shown as {_REPLACEMENT}"
        return Decoded(data.decode(encoding, "replace"), (note,))


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows in Latin text as a zero byte in nearly every other place."""
    head = data[:4096]
    half = len(head) // 2
    if half < 8 or head.count(0) < 0.7 * half:
        return None
    even = head[::2].count(0)
    odd = head[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _decode_broken(data: bytes) -> Decoded:
    """A UTF-8 file with a few broken bytes stays UTF-8; everything else is cp1252."""
    text = data.decode("utf-8", "replace")
    broken = text.count(_REPLACEMENT) - data.count(_REPLACEMENT_UTF8)
    well_formed = len(text) - len(text.encode("ascii", "ignore")) - broken
    if well_formed >= _MIN_UTF8_RATIO * broken:
        return Decoded(text, (f"not all UTF-8: {broken} broken characters are shown as {_REPLACEMENT}",))
    # Python's cp1252 has five holes, which must not lose the article: they keep their Latin-1 control characters.
    return Decoded(data.decode("latin-1").translate(_cp1252()), ("not UTF-8: read as cp1252",))


def _cp1252() -> dict[int, str]:
    return {byte: char for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))}
