"""Files that are one article as they are: plain text, Markdown, a web page; their bytes are looked at later."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.reading.opening import Source
from briefing.reading.raw import Kind, Raw, Reading


def read_text(source: Source, reading: Reading) -> Iterator[Raw]:
    """Plain text."""
    return _whole(source, reading, "text")


def read_markdown(source: Source, reading: Reading) -> Iterator[Raw]:
    """Markdown."""
    return _whole(source, reading, "markdown")


def read_page(source: Source, reading: Reading) -> Iterator[Raw]:
    """A web page."""
    return _whole(source, reading, "page")


def _whole(source: Source, reading: Reading, kind: Kind) -> Iterator[Raw]:
    yield Raw(source.name, source.path, kind, source.whole(reading.max_bytes), known=source.known)
