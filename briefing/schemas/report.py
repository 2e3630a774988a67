"""The report of a batch (``brief-report/1``)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from briefing.schemas.shared import Count


class Failure(Struct, frozen=True):
    """An input that failed."""

    source: str
    kind: str
    message: Annotated[str, Meta(description="what was wrong, and what to do")]


class NotTaken(Struct, frozen=True):
    """A file that lay in a folder and is not read."""

    source: str
    reason: str


class Counts(Struct, frozen=True):
    """How many articles there were, and what became of them."""

    articles: Count
    done: Count
    skipped: Annotated[int, Meta(ge=0, description="done by an earlier run")]
    failed: Count
    not_taken: Count
    other_language: Annotated[int | UnsetType, Meta(description="left out by --only-language")] = UNSET


class Report(Struct, frozen=True):
    """What a batch did."""

    schema: Literal["brief-report/1"]
    version: str
    options: dict[str, Any]
    failures: list[Failure]
    not_taken: list[NotTaken]
    counts: Counts
    complete: Annotated[bool, Meta(description="whether all inputs were worked through")]
    seconds: float
