"""Excel workbooks (.xlsx), read by openpyxl: one article per row, on each sheet that has a column of texts."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from briefing.errors import EmptyError, FormatError, ReadingError, TooLargeError
from briefing.reading.extras import library
from briefing.reading.opening import Source, broken
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers.tables import is_empty, rows_as_records

_MOST_EMPTY, _MOST_BLANK = 10_000, 1_000_000
"""The most consecutive empty rows, and cells in them; more are not a gap, but a sheet that is formatted to its end."""


def read(source: Source, reading: Reading, file: BinaryIO) -> Iterator[Raw]:
    """The rows of the workbook in ``file``, in its order.

    Raises:
        FormatError, EmptyError: no sheet has a column of texts, or no row.
        TooLargeError: a sheet has too many empty rows one after another.
        BrokenError: it cannot be read.
    """
    openpyxl = library("openpyxl")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that no reader needs
            workbook = openpyxl.load_workbook(file, read_only=True, data_only=True)
            yield from _sheets(source, reading, workbook)
    except ReadingError:
        raise
    except Exception as error:  # openpyxl raises whatever a missing part or a broken element leads to
        raise broken("an Excel workbook", error) from error


def _sheets(source: Source, reading: Reading, workbook: Any) -> Iterator[Raw]:
    sheets = list(workbook.worksheets)
    found = False
    fault: ReadingError | None = None
    others: list[Raw] = []
    for sheet in sheets:
        place = f"{sheet.title}:" if len(sheets) > 1 else ""
        sheet.reset_dimensions()  # a sheet may say that it is 16,384 columns wide, and every row would be filled up
        try:
            for raw in rows_as_records(source, reading, _bounded(sheet.iter_rows(values_only=True)), place):
                found = True
                yield raw
        except FormatError as error:
            fault = fault or error
            name, path = f"{source.name}:{sheet.title}", f"{source.folder}/{sheet.title}"
            others.append(Raw(name, path, fault=error, passed=True))
        except EmptyError as error:
            fault = fault or error
    if not found:
        raise fault or EmptyError("it is a workbook without rows; give one with an article in each row")
    yield from others


def _bounded(rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """The rows of a sheet; raises TooLargeError where too many empty ones follow one another."""
    empty = blank = 0
    for row in rows:
        empty, blank = (empty + 1, blank + len(row)) if is_empty(row) else (0, 0)
        if empty > _MOST_EMPTY or blank > _MOST_BLANK:
            raise TooLargeError(f"it has {empty:,} empty rows one after another; delete them")
        yield row
