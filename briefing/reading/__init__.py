"""Reading: from a file, bytes or text to each ``Article`` with its header, blocks and masked text.

A name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.reading.article import parse_article, read_article
    from briefing.reading.loading import read_articles
    from briefing.reading.raw import Reading

__all__ = ["Reading", "parse_article", "read_article", "read_articles"]

_HOMES = {"Reading": "raw", "parse_article": "article", "read_article": "article", "read_articles": "loading"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"briefing.reading.{_HOMES[name]}"), name)
