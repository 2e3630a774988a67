"""The bytes of one article, taken out of its file and not yet read, and the settings by which it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "markdown", "page", "record", "item"]

MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read.

    An ``encoding`` of None is detected. The fields ``…_field`` name those of a record; None tries the usual names.
    ``max_bytes`` is the largest decompressed size of an article, or of a file that must be read as a whole.
    """

    encoding: str | None = None
    text_field: str | None = None
    id_field: str = "id"
    date_field: str | None = None
    outlet_field: str | None = None
    max_bytes: int = MAX_BYTES


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one article, not yet looked at: its own text, a web page, a user's record, or an ``Item`` as JSON.

    ``source`` is its name for people; ``path`` is where it belongs in a folder of results; ``known`` are fields known
    from its surroundings (``url``, ``outlet``); ``fault`` is the error of taking it out of its file. If ``passed``, the
    user did not name it and it is no article: it was found in a folder or file, and is counted and passed over.
    """

    source: str
    path: str
    kind: Kind = "text"
    data: bytes = b""
    fault: Exception | None = None
    known: tuple[tuple[str, str], ...] = field(default=())
    passed: bool = False
