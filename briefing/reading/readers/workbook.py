"""Excel workbooks (.xlsx), as openpyxl reads them: a row an article, on each sheet that has a column of texts."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from briefing.errors import EmptyError, FormatError, ReadingError, TooLargeError
from briefing.reading.extras import library
from briefing.reading.opening import Source, broken
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers.tables import is_empty, rows_as_records

_MOST_EMPTY = 100_000
"""Empty rows one after another; more are no gap between articles, but a sheet that was marked to its end."""


def read(source: Source, reading: Reading, file: BinaryIO) -> Iterator[Raw]:
    """The rows of a workbook, which lies in ``file``, in its order.

    Raises:
        FormatError, EmptyError: no sheet has a column of texts, or no row.
        TooLargeError: a sheet goes on and on without anything in it.
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


def _sheets(source: Source, reading: Reading, workbook: object) -> Iterator[Raw]:
    sheets = list(getattr(workbook, "worksheets", ()))
    found = False
    fault: ReadingError | None = None
    others: list[Raw] = []
    for sheet in sheets:
        place = f"{sheet.title}:" if len(sheets) > 1 else ""
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
    """The rows of a sheet; raises TooLargeError where nothing but empty ones follow one another without end."""
    empty = 0
    for row in rows:
        empty = empty + 1 if is_empty(row) else 0
        if empty > _MOST_EMPTY:
            raise TooLargeError(f"it has more than {_MOST_EMPTY:,} empty rows one after another; delete them")
        yield row
