"""Parties: everybody in an article, and who really holds each attributed position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model import Attribution, Cast, Document
    from briefing.parties.gazetteer import Gazetteer

__all__ = ["Gazetteer", "load_parties", "resolve_parties"]


def resolve_parties(document: Document, attributions: Sequence[Attribution], extra: Gazetteer | None = None) -> Cast:
    """The cast of an article: its entities, where they are named, and who holds each attribution (in their order).

    ``extra`` holds a user's own names, which come before those of the package.
    """
    from briefing.parties.cast import build_cast

    return build_cast(document, attributions, extra)


def load_parties(text: str, source: str) -> Gazetteer:
    """Read a user's file of parties (TOML); ``source`` names it in the ``GazetteerError`` of a bad one."""
    from briefing.parties.userfile import parse

    return parse(text, source)


def __getattr__(name: str) -> object:
    if name == "Gazetteer":
        from briefing.parties.gazetteer import Gazetteer

        return Gazetteer
    raise AttributeError(name)
