"""Drafts: what an article names, while it is being gathered, and the places where it does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.model import PartyKind
from briefing.parties.gazetteer import Entry
from briefing.parties.known_names import Name


@dataclass(slots=True)
class Draft:
    """Somebody or something of the article while the cast is being gathered; ``type`` as in the gazetteer."""

    name: str
    kind: PartyKind
    type: str
    first: int
    entry: Entry | None = None
    forms: dict[str, None] = field(default_factory=dict)
    gender: str = "u"
    plural: bool = False
    weight: float = 0.0
    affiliation: int | None = None
    members: tuple[int, ...] = ()

    @property
    def may_be_served(self) -> bool:
        """Whether it is a body or a state, which people work for."""
        return self.kind in ("organization", "country") and self.type not in ("place", "thing", "unknown")


class Sighting(NamedTuple):
    """A place where a draft is named: tokens ``first`` up to ``end``."""

    first: int
    end: int
    draft: int
    name: Name
