"""An article as a reader found it in its file: its fields, and its text in parts of known kind or as it stands.

It travels as JSON between the process that takes a file apart and the one that reads its articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import NamedTuple

from briefing.model import BlockKind, Extra


class Part(NamedTuple):
    """A paragraph, heading, list item or caption; ``kind`` None lets its words tell."""

    text: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An article; ``text`` is its text, whose layout is found out later, or ``parts`` its parts; ``date`` is ISO."""

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
        """The item, with fields that are empty filled from ``known``."""
        missing = {name: value for name, value in known if value and not getattr(self, name)}
        return replace(self, **missing) if missing else self  # type: ignore[arg-type]


def packed(item: Item) -> bytes:
    """The item as JSON bytes, empty fields left out."""
    return json.dumps({name: value for name, value in asdict(item).items() if value}, ensure_ascii=True).encode()


def unpack(data: bytes) -> Item:
    """The item that was packed."""
    found = json.loads(data)
    found["parts"] = tuple(Part(*part) for part in found.get("parts", ()))
    found["extra"] = tuple((name, value) for name, value in found.get("extra", ()))
    found["notes"] = tuple(found.get("notes", ()))
    return Item(**found)


def parts_of(texts: Iterable[str]) -> tuple[Part, ...]:
    """Paragraphs whose words tell their kind; empty ones are left out."""
    return tuple(Part(text) for text in map(on_one_line, texts) if text)


def on_one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def joined_names(names: Sequence[str]) -> str | None:
    """Several names as one byline, each once."""
    return "; ".join(dict.fromkeys(filter(None, map(on_one_line, names)))) or None


ITEM_FIELDS = frozenset(each.name for each in fields(Item))
