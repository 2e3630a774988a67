"""RTF, as striprtf reads it: an export of a press archive, or an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.errors import TooLargeError
from briefing.reading.extras import library
from briefing.reading.items import parts_of
from briefing.reading.opening import Source, broken
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers.documents import raws_of

_PICTURE = re.compile(rb"[0-9a-fA-F\s]{400,}")  # pictures in hexadecimal digits
_MAX_RTF = 5_000_000  # bytes without pictures


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The articles of a document.

    Raises:
        BrokenError: it cannot be read.
        TooLargeError: it has more text than is read.
        EmptyError: it holds no words.
    """
    striprtf = library("striprtf.striprtf")
    data = _PICTURE.sub(b" ", source.whole(reading.max_bytes))
    if len(data) > _MAX_RTF:
        raise TooLargeError(f"it is an RTF document of {len(data):,} bytes, and {_MAX_RTF:,} are read; split it")
    try:
        text = str(striprtf.rtf_to_text(data.decode("latin-1"), errors="replace"))
    except Exception as error:  # the parser raises whatever a broken control word leads to
        raise broken("an RTF document", error) from error
    lines = text.replace("\xa0", " ").split("\n")
    yield from raws_of(
        source, lines, parts_of(line.replace("|", " ") if line.endswith("|") else line for line in lines)
    )
