"""CSV and TSV: a row an article under a row of names, with whatever divides the cells, as long a file as one likes."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from briefing.errors import BrokenError, EmptyError, FormatError, TooLargeError
from briefing.reading.names import field_names, plain_name
from briefing.reading.opening import Source, too_large
from briefing.reading.raw import Raw, Reading
from briefing.reading.records import id_of
from briefing.reading.sniffing import delimiter

_CP1252 = {byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0xA0)}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MOST_COLUMNS = 2_000


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The rows of a file in its order.

    Raises:
        EmptyError: there are none.
        FormatError: no column holds a text.
        BrokenError, TooLargeError: a cell has no end.
    """
    csv.field_size_limit(max(reading.max_bytes, 131_072))
    lines = _lines(source, reading)
    first = next(lines, "")
    rows = csv.reader(chain([first] if first else [], lines), delimiter=_mark(source, first))
    try:
        yield from rows_as_records(source, reading, rows)
    except csv.Error as error:
        if "limit" in str(error):
            raise TooLargeError(
                f"a cell before line {rows.line_num} is larger than the limit of {reading.max_bytes:,}, or its "
                "quotation mark is not closed; what follows was not read"
            ) from error
        raise BrokenError(f"it is a table, and broken ({error} in line {rows.line_num}); check it") from error


def rows_as_records(
    source: Source, reading: Reading, rows: Iterator[Sequence[object]], place: str = ""
) -> Iterator[Raw]:
    """The rows below a row of names, each a record; rows are counted from the row of names on, ``place`` before them.

    Raises:
        EmptyError: there is no row.
        FormatError: no column holds a text.
    """
    names: list[str] = []
    found = 0
    for number, row in enumerate(rows, 1):
        if not any(cell not in (None, "") for cell in row):
            continue
        if not names:
            names = _names(row)
            _check(names, reading)
            continue
        found += 1
        record = _record(names, row)
        name, path = f"{source.name}:{place}{number}", f"{source.folder}/{place}{id_of(record, reading) or number}"
        data = json.dumps(record, ensure_ascii=True, default=str).encode()
        if len(data) > 6 * reading.max_bytes:
            yield Raw(name, path, fault=too_large("the row is larger", reading.max_bytes))
        else:
            yield Raw(name, path, "record", data)
    if not found:
        raise EmptyError("it is a table without rows; give one with an article in each row")


def _names(row: Sequence[object]) -> list[str]:
    return [" ".join(str("" if cell is None else cell).split()).strip("\ufeff") for cell in row[:_MOST_COLUMNS]]


def _check(names: Sequence[str], reading: Reading) -> None:
    plain = set(map(plain_name, names))
    if reading.text_field:
        known = plain_name(reading.text_field) in plain
    else:
        known = not plain.isdisjoint((*field_names("text"), *field_names("snippet")))
    if not known:
        shown = ", ".join(filter(None, names[:10]))[:200]
        raise FormatError(f"it is a table with no column of texts (it has {shown}); name it with --text-field")


def _record(names: Sequence[str], row: Sequence[object]) -> Mapping[str, object]:
    record: dict[str, object] = {}
    for name, cell in zip(names, row, strict=False):
        if name and cell not in (None, "") and name not in record:
            record[name] = cell
    return record


def _mark(source: Source, header: str) -> str:
    if source.head.suffix in (".tsv", ".tab"):
        return "\t"
    return delimiter(header, 1) or delimiter(header, 0) or ","


def _lines(source: Source, reading: Reading) -> Iterator[str]:
    """The lines as text: in the encoding given, by byte order mark, else each as UTF-8 where it is and as cp1252."""
    if source.head.data.startswith(_UTF16) or reading.encoding:
        for text in codecs.getreader(reading.encoding or "utf-16")(source.stream, "replace"):
            yield text.replace("\0", "").removeprefix("\ufeff")
        return
    for line in source.lines(reading.max_bytes + 2):
        line = line.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("latin-1").translate(_CP1252)
