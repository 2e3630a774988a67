"""ZIP: Word documents and Excel workbooks, which are archives too, and archives of files of any format."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from briefing.errors import BrokenError, FormatError, TooLargeError
from briefing.reading.opening import Source, broken
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers.members import MAX_DEPTH, is_wanted, no_articles, raws_of_member

_REFUSED = (
    ("ppt/presentation.xml", "a PowerPoint presentation", "save its text as .docx or .txt"),
    ("content.xml", "an OpenDocument file", "save it as .docx or .xlsx"),
    ("META-INF/container.xml", "an EPUB", "give the pages in it"),
    ("AndroidManifest.xml", "an Android program", "give a text"),
    ("META-INF/MANIFEST.MF", "a Java archive", "give a text"),
    ("word/document.bin", "a Word document in binary parts", "save it as .docx"),
    ("xl/workbook.bin", "an Excel workbook in binary parts (.xlsb)", "save it as .xlsx"),
)
_BOMB_RATIO = 250  # text packs to a fifth, the most uniform table to a hundredth
_ENTITIES = b"<!ENTITY"
_MOST_TAGS = 500_000  # of the text of a Word document (a book has as many), and between the cells of a sheet
_MOST_CELLS = 1 << 16  # tags in a stretch without that of a row; a row of Excel has 16,384 cells of some 30 bytes each
_STRETCH = 1 << 20
_ROW, _CELL = re.compile(rb"</?(?:\w+:)?row\b"), re.compile(rb"<(?:\w+:)?c[ />]")
_PARTS = (
    "word/document",
    "word/styles",
    "word/numbering",
    "xl/sharedStrings",
    "xl/styles",
    "xl/workbook",
    "[Content_Types]",
)


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The articles of a document, a workbook, or of each file in an archive.

    Raises:
        FormatError: it is an archive of a kind that is not read, or without articles.
        BrokenError, TooLargeError: it is broken, or a decompression bomb.
    """
    file = source.seekable(reading.max_bytes)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError) as error:
        raise broken(_what(source), error) from error
    with archive:
        names = {info.filename for info in archive.infolist()}
        if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
            yield from _document(source, reading, archive, file, "word")
        elif "xl/workbook.xml" in names:
            yield from _document(source, reading, archive, file, "workbook")
        else:
            for name, what, advice in _REFUSED:
                if name in names:
                    raise FormatError(f"it is {what}, which is not read; {advice}")
            yield from _members(source, reading, archive)


def _what(source: Source) -> str:
    kinds = {".docx": "a Word document", ".xlsx": "an Excel workbook", ".xlsm": "an Excel workbook"}
    return kinds.get(source.head.suffix, "a ZIP archive")


def _document(source: Source, reading: Reading, archive: zipfile.ZipFile, file: BinaryIO, module: str) -> Iterator[Raw]:
    from briefing.reading.readers import word, workbook

    _check_parts(archive, reading)
    file.seek(0)
    yield from (word if module == "word" else workbook).read(source, reading, file)


def _check_parts(archive: zipfile.ZipFile, reading: Reading) -> None:
    """Raise unless the parts that are held in memory as a whole are within the limit and declare no entities."""
    _check_ratio(archive.infolist(), reading)
    total = sum(info.file_size for info in archive.infolist() if not info.filename.startswith("xl/worksheets/"))
    for info in archive.infolist():
        if info.filename.startswith(_PARTS) and info.file_size > reading.max_bytes:
            raise _too_large(info.file_size, reading)
        if info.filename.endswith((".xml", ".rels")):
            try:
                with archive.open(info) as part:
                    begin = part.read(4096)
            except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
                raise broken("an Office document", error) from error
            if _ENTITIES in begin:
                raise BrokenError("it is an Office document that declares entities, which are not followed")
        _check_tags(archive, info)
    if total > 10 * reading.max_bytes:
        raise _too_large(total, reading)


def _check_tags(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Raise if the text of a document, or a row of a workbook, has more elements than there is memory for."""
    if info.filename.startswith("word/document"):
        if (tags := sum(piece.count(b"<") for piece in _stretches(archive, info))) > _MOST_TAGS:
            raise TooLargeError(f"it is a Word document of {tags:,} tags, which no article has; split it")
    elif info.filename.startswith("xl/worksheets/"):
        longest = empty = 0
        for piece in _stretches(archive, info):
            tags = piece.count(b"<")
            longest = longest if _ROW.search(piece) else max(longest, tags)
            empty += 0 if _CELL.search(piece) else tags
        if longest > _MOST_CELLS:
            raise TooLargeError("it is an Excel workbook with more cells in a row than Excel has; give it as CSV")
        if empty > _MOST_TAGS:
            raise TooLargeError(f"it is an Excel workbook with some {empty:,} empty rows; delete them")


def _stretches(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part, ``_STRETCH`` of them at a time."""
    try:
        with archive.open(info) as part:
            yield from iter(lambda: part.read(_STRETCH), b"")
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise broken("an Office document", error) from error


def _check_ratio(infos: list[zipfile.ZipInfo], reading: Reading) -> None:
    packed, unpacked = sum(info.compress_size for info in infos), sum(info.file_size for info in infos)
    if unpacked > _BOMB_RATIO * max(packed, 1) and unpacked > reading.max_bytes:
        raise TooLargeError(f"it unpacks to {unpacked:,} bytes from {packed:,}, as a bomb does; it was not unpacked")


def _too_large(size: int, reading: Reading) -> TooLargeError:
    return TooLargeError(
        f"unpacked it has {size:,} bytes, more than the limit of {reading.max_bytes:,} allows; raise it with "
        "--max-bytes or split it"
    )


def _members(source: Source, reading: Reading, archive: zipfile.ZipFile) -> Iterator[Raw]:
    infos = [info for info in archive.infolist() if not info.is_dir() and is_wanted(info.filename)]
    _check_ratio(infos, reading)
    if source.depth >= MAX_DEPTH:
        raise FormatError("it is an archive within archives within archives, which is not read; unpack it first")
    found = False
    for info in infos:
        for raw in _member(source, reading, archive, info):
            found = found or not raw.passed
            yield raw
    if not found:
        raise no_articles()


def _member(source: Source, reading: Reading, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Raw]:
    try:
        with archive.open(info) as member:
            yield from raws_of_member(source, reading, info.filename, member)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        fault = broken("a file in an archive", error)
        yield Raw(f"{source.name}/{info.filename}", f"{source.folder}/{info.filename}", fault=fault)
