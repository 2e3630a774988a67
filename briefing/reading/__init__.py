"""Reading: from bytes or text to an ``Article`` with its header, blocks and masked text."""

from __future__ import annotations

from briefing.reading.article import parse_article, read_article

__all__ = ["parse_article", "read_article"]
