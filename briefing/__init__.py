"""Turn a news article into a structured brief: what it says, and who says it.

    from briefing import read_article, summarize

    article = read_article(Path("article.txt").read_bytes(), source="article.txt")
    brief = summarize(article)

Every stage is a plain function and can be run alone: see ``briefing.pipeline``. A name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.brief import from_json, to_json
    from briefing.digest import digest_briefs
    from briefing.errors import BriefError, GazetteerError, ReadingError
    from briefing.model import Article, Brief, Party, Piece, Position, Relation, SummarySentence
    from briefing.parties import load_parties
    from briefing.pipeline import Options, analyse_article, summarize
    from briefing.reading import Reading, parse_article, read_article, read_articles
    from briefing.rendering import render

__all__ = [
    "Article",
    "Brief",
    "BriefError",
    "GazetteerError",
    "Options",
    "Party",
    "Piece",
    "Position",
    "Reading",
    "ReadingError",
    "Relation",
    "SummarySentence",
    "analyse_article",
    "digest_briefs",
    "from_json",
    "load_parties",
    "parse_article",
    "read_article",
    "read_articles",
    "render",
    "summarize",
    "to_json",
]

_HOMES = {
    "brief": ("from_json", "to_json"),
    "digest": ("digest_briefs",),
    "errors": ("BriefError", "GazetteerError", "ReadingError"),
    "model": ("Article", "Brief", "Party", "Piece", "Position", "Relation", "SummarySentence"),
    "parties": ("load_parties",),
    "pipeline": ("Options", "analyse_article", "summarize"),
    "reading": ("Reading", "parse_article", "read_article", "read_articles"),
    "rendering": ("render",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"briefing.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
