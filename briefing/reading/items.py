"""An article as a reader found it in its file: its fields, and its text in parts of known kind or as a whole.

It is passed as JSON from the process that takes a file apart to the one that reads its articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import NamedTuple

from briefing.model import BlockKind, Extra


class Part(NamedTuple):
    """A paragraph, heading, list item or caption; if ``kind`` is None it is found out from the words."""

    text: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An article: either ``text``, whose layout is found out later, or ``parts``; ``date`` is ISO."""

    text: str = ""
    parts: tuple[Part, ...] = ()
    id: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    section: str | None = None
    extra: Extra = ()
    notes: tuple[str, ...] = ()

    def under(self, known: Iterable[tuple[str, str]]) -> Item:
        """The item, with its empty fields filled from ``known``, pairs of field name and value."""
        missing = {name: value for name, value in known if value and not getattr(self, name)}
        return replace(self, **missing) if missing else self  # type: ignore[arg-type]


def packed(item: Item) -> bytes:
    """The item as JSON bytes, empty fields left out."""
    return json.dumps({name: value for name, value in asdict(item).items() if value}, ensure_ascii=True).encode()


def unpack(data: bytes) -> Item:
    """The item in the bytes that ``packed`` returned."""
    found = json.loads(data)
    found["parts"] = tuple(Part(*part) for part in found.get("parts", ()))
    found["extra"] = tuple((name, value) for name, value in found.get("extra", ()))
    found["notes"] = tuple(found.get("notes", ()))
    return Item(**found)


def parts_of(texts: Iterable[str]) -> tuple[Part, ...]:
    """Texts as parts of kind None, each on one line; empty ones are left out."""
    return tuple(Part(text) for text in map(on_one_line, texts) if text)


def on_one_line(text: str) -> str:
    """A text on one line, with each stretch of white space as one space."""
    return " ".join(text.split())


def joined_names(names: Sequence[str]) -> str | None:
    """Names as one byline, separated by "; " and without duplicates; None if there is none."""
    return "; ".join(dict.fromkeys(filter(None, map(on_one_line, names)))) or None
