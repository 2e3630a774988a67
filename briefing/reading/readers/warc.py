"""Crawls: the pages of a WARC or ARC, compressed or not, one by one; records of other kinds are passed over."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

from briefing.errors import BrokenError, EmptyError, FormatError
from briefing.reading.extras import library
from briefing.reading.heads import HEAD
from briefing.reading.items import on_one_line
from briefing.reading.opening import Source, broken, too_large
from briefing.reading.raw import Kind, Raw, Reading
from briefing.reading.values import is_address

_HEADER_END = re.compile(rb"\r?\n\r?\n")
_KINDS = frozenset({"response", "resource", "conversion"})
_PAGES = ("text/html", "application/xhtml+xml")


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The pages of a crawl in its order; a faulty page does not stop the next.

    Raises:
        EmptyError: there is none.
        BrokenError: a record is broken; what follows is not read.
    """
    archive = library("warcio.archiveiterator")
    if len(source.head.data) >= HEAD and not _HEADER_END.search(source.head.data):
        raise BrokenError("it is a WARC, and broken (its header has no end); fetch it again")
    number = found = 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # those of other people's libraries
            records = archive.ArchiveIterator(source.stream, arc2warc=True)
            for number, record in enumerate(records, 1):
                if record.rec_type not in _KINDS:
                    continue  # requests and metadata of the crawl
                name, path = f"{source.name}:{number}", f"{source.folder}/{number}"
                kind = _kind(record)
                if kind:
                    found += 1
                    yield _raw(record, kind, name, path, reading)
                else:
                    yield Raw(name, path, fault=FormatError(_what(record)), passed=True)
    except Exception as error:  # warcio raises what the packing, the header or the chunks of a record raise
        raise broken("a WARC", error) from error
    if not found:
        raise EmptyError("it is a WARC with no pages in it; give one with responses that are pages")


def _kind(record: Any) -> Kind | None:
    """The kind of a record: a web page, or the extracted text of one; None for any other and for a failed request."""
    if _status(record) not in ("200", "203", ""):
        return None
    kind = _content_type(record)
    if kind in _PAGES:
        return "page"
    return "text" if record.rec_type == "conversion" and kind == "text/plain" else None


def _status(record: Any) -> str:
    return "" if record.http_headers is None else str(record.http_headers.get_statuscode() or "")


def _content_type(record: Any) -> str:
    headers = record.rec_headers if record.http_headers is None else record.http_headers
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _what(record: Any) -> str:
    """Why a record is no page."""
    status, kind = _status(record), _content_type(record)
    if status not in ("200", "203", ""):
        return f"its answer is {on_one_line(status)[:20]}, no page"
    return f"it is {on_one_line(kind)[:60] or 'of no kind'}, no page"


def _raw(record: Any, kind: Kind, name: str, path: str, reading: Reading) -> Raw:
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    try:
        data = record.content_stream().read(reading.max_bytes + 1)
    except Exception as error:  # the chunks or the packing of one response
        return Raw(name, path, fault=broken("a page", error))
    if len(data) > reading.max_bytes:
        return Raw(name, path, fault=too_large("the page is larger", reading.max_bytes))
    return Raw(name, path, kind, data, known=(("url", url),) if is_address(url) else ())
