"""The bytes of an article between the taking apart of its file and its reading, and how it is to be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "markdown", "page", "record", "item"]

MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read.

    ``encoding`` None is found out; the fields name those of a record, None is the usual names; ``max_bytes`` is the
    most that one article, or a file that must be read as a whole, may have when it is unpacked.
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

    ``path`` is where the article belongs in a folder of results; ``known`` is what its surroundings say of it (url,
    date); ``fault`` is what went wrong with taking it out of its file; ``passed`` says that nobody asked for this file,
    it only lay in a folder and is of a kind that is not read.
    """

    source: str
    path: str
    kind: Kind = "text"
    data: bytes = b""
    fault: Exception | None = None
    known: tuple[tuple[str, str], ...] = field(default=())
    passed: bool = False
