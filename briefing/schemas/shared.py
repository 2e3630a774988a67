"""Types that several forms share; their descriptions become part of the JSON Schemas."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from briefing.model import Mode as Mode
from briefing.model import PartyKind as PartyKind
from briefing.model import RelationKind as RelationKind
from briefing.model import Resolved as Resolved
from briefing.model import Stance as Stance

Offset = Annotated[int, Meta(ge=0, description="Unicode characters from the start of the article's text")]
Count = Annotated[int, Meta(ge=0)]
Share = Annotated[float, Meta(ge=0, le=1)]
Day = Annotated[str, Meta(description="an ISO date, YYYY-MM-DD")]
Extra = Annotated[dict[str, str], Meta(description="fields of the article's record that have no place of their own")]
Why = Annotated[dict[str, float], Meta(description="the named parts whose sum is the score")]


class Speaker(Struct, frozen=True):
    """The person or document that voiced a position, with the role as the article gives it."""

    name: str
    role: str | None
