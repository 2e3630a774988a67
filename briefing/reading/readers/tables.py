"""CSV and TSV: one article per row below a header row, with any usual delimiter, in a file of any length."""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from briefing.errors import BrokenError, EmptyError, FormatError, RecordError, TooLargeError
from briefing.reading.field_names import holds_text, known_column, plain_name
from briefing.reading.from_record import id_of
from briefing.reading.opening import Source, too_large
from briefing.reading.raw import Raw, Reading
from briefing.reading.sniffing import delimiter

_CP1252 = {byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0xA0)}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MOST_COLUMNS = 2_000
_MOST_LINES_ABOVE = 20  # above the header row, for a heading
_DIVIDER = re.compile(r"sep=(?P<mark>.)\s*")  # a first line that tells Excel the delimiter


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The rows of a file in its order.

    Raises:
        EmptyError: there are none.
        FormatError: no column holds a text.
        BrokenError, TooLargeError: a cell has no end.
    """
    csv.field_size_limit(max(reading.max_bytes, 131_072))
    lines = _lines(source, reading)
    begin = list(islice(lines, _MOST_LINES_ABOVE))
    stated = _DIVIDER.fullmatch(begin[0]) if begin else None
    mark = stated["mark"] if stated else _mark(source, begin)
    rows = csv.reader(chain(begin[1:] if stated else begin, lines), delimiter=mark)
    try:
        yield from rows_as_records(source, reading, rows)
    except csv.Error as error:
        if "limit" in str(error):
            raise TooLargeError(
                f"a cell before line {rows.line_num} is larger than the limit of {reading.max_bytes:,}, or its "
                "quotation mark is not closed; what follows was not read"
            ) from error
        raise BrokenError(f"it is a table, and broken ({error} in line {rows.line_num}); check it") from error


def is_empty(row: Sequence[object]) -> bool:
    """Whether all cells of a row are empty."""
    return all(cell in (None, "") for cell in row)


def rows_as_records(
    source: Source, reading: Reading, rows: Iterator[Sequence[object]], place: str = ""
) -> Iterator[Raw]:
    """The rows below the header row, each as a record, named by ``place`` and its number among all rows, from 1.

    Raises:
        EmptyError: there is no row.
        FormatError: no column holds a text.
    """
    names: list[str] = []
    fault: FormatError | None = None
    found = 0
    for number, row in enumerate(rows, 1):
        if is_empty(row):
            continue
        if not names:
            if _are_names(_names(row), reading, below=bool(fault)):
                names = _names(row)
            elif number > _MOST_LINES_ABOVE:
                break
            else:
                fault = fault or _no_texts(_names(row))
            continue
        found += 1
        if found == 1 and _is_numbered(names, row):
            names = ["id", *names]
        record = _record(names, row)
        name, path = f"{source.name}:{place}{number}", f"{source.folder}/{place}{id_of(record, reading) or number}"
        data = json.dumps(record, ensure_ascii=True, default=str).encode()
        if not is_empty(row[len(names) :]):
            what = f"the row has {len(row)} cells, its table {len(names)} names; quote the texts in it"
            yield Raw(name, path, fault=RecordError(what))
        elif len(data) > 6 * reading.max_bytes:
            yield Raw(name, path, fault=too_large("the row is larger", reading.max_bytes))
        else:
            yield Raw(name, path, "record", data)
    if fault and not names:
        raise fault
    if not found:
        raise EmptyError("it is a table without rows; give one with an article in each row")


def _names(row: Sequence[object]) -> list[str]:
    return [" ".join(str("" if cell is None else cell).split()).strip("\ufeff") for cell in row[:_MOST_COLUMNS]]


def _is_numbered(names: Sequence[str], row: Sequence[object]) -> bool:
    """Whether the rows begin with a row number without a column name, as R writes them."""
    return len(row) == len(names) + 1 and str(row[0]).isdecimal() and "id" not in map(plain_name, names)


def _are_names(names: Sequence[str], reading: Reading, below: bool) -> bool:
    """Whether a row is the header row, with a column of texts; ``below`` other rows it must have two known names."""
    if reading.text_field:
        return plain_name(reading.text_field) in map(plain_name, names)
    return holds_text(names, by_words=not below) and (not below or sum(map(known_column, names)) > 1)


def _no_texts(names: Sequence[str]) -> FormatError:
    shown = ", ".join(filter(None, names[:10]))[:200]
    return FormatError(f"it is a table with no column of texts (it has {shown}); name it with --text-field")


def _record(names: Sequence[str], row: Sequence[object]) -> Mapping[str, object]:
    record: dict[str, object] = {}
    for name, cell in zip(names, row, strict=False):
        if name and cell not in (None, "") and name not in record:
            record[name] = cell
    return record


def _mark(source: Source, begin: Sequence[str]) -> str:
    """The delimiter, by the header row, which is the first row unless there is a heading above it."""
    if source.head.suffix in (".tsv", ".tab"):
        return "\t"
    first = begin[0] if begin else ""
    sure = next((mark for line in begin if (mark := delimiter(line, 2, by_words=line is first))), None)
    return sure or delimiter(first, 1, by_words=True) or delimiter(first, 0) or ","


def _lines(source: Source, reading: Reading) -> Iterator[str]:
    """The lines as text: in the encoding given or that of a UTF-16 byte order mark, else each as UTF-8, or as cp1252
    where it is not UTF-8."""
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
