"""The data of names and entities: what gazetteers know, proper names, entities while they are gathered, mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from briefing.model import PartyKind

Use = Literal["name", "adjective", "people", "capital", "seat", "place", "spokesperson"]

NameKind = Literal["person", "organization", "state", "adjective", "people", "place", "thing", "unknown"]

PLACES, GOVERNED = frozenset({"place", "province"}), frozenset({"state", "province"})
LANDS = PLACES | GOVERNED
"""Types of lands; a province is a federal state or a nation within one, and has a government."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a gazetteer: a party or a place.

    ``type`` is ``state``, ``province``, ``place``, ``person`` or a class of ``bodies.tsv``; ``parent`` is the
    name of the entry to which it belongs.
    """

    name: str
    kind: PartyKind
    type: str
    parent: str | None


class Sense(NamedTuple):
    """One meaning of a known name: its entry, and how the name refers to it (as its adjective, its capital …)."""

    entry: Entry
    use: Use


class Name(NamedTuple):
    """A proper name: tokens ``first`` up to ``end`` (exclusive), with titles and offices before ``core``."""

    first: int
    core: int
    end: int
    kind: NameKind
    senses: tuple[Sense, ...]

    @property
    def entry(self) -> Entry | None:
        """The entry of its first sense, or None if no gazetteer knows the name."""
        return self.senses[0].entry if self.senses else None


class Leaning(NamedTuple):
    """The likely but unsure gender of a person by a pronoun after their name, and the use of that pronoun."""

    gender: str
    how: str


@dataclass(slots=True)
class Draft:
    """An entity while the cast is being gathered: ``type`` as in ``Entry``, ``weight`` the number of its mentions."""

    name: str
    kind: PartyKind
    type: str
    first: int
    entry: Entry | None = None
    forms: dict[str, None] = field(default_factory=dict)
    gender: str = "u"
    leaning: Leaning | None = None
    plural: bool = False
    weight: float = 0.0
    members: tuple[int, ...] = ()

    @property
    def sort(self) -> str:
        """The kind of party for features: "person", "group" or else the type, where provinces count as states."""
        return self.kind if self.kind in ("person", "group") else "state" if self.type == "province" else self.type

    @property
    def may_be_served(self) -> bool:
        """Whether it is a body or a state, which people work for."""
        return self.kind in ("organization", "country") and self.type not in ("place", "thing", "unknown")


class Sighting(NamedTuple):
    """A mention of a draft by a name: tokens ``first`` up to ``end`` (exclusive)."""

    first: int
    end: int
    draft: int
    name: Name
