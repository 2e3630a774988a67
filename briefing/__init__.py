"""Turn a news article into a structured brief: what it says, and who says it.

    from briefing import render, summarize

    brief = summarize("samples/strike.txt")      # a path, a text or an Article
    for position in brief.positions:
        print(position.parties, position.stance, position.content[0].text)
    print(render(brief, "markdown"))

One article: ``summarize``; many: ``read_articles`` and ``summarize_many``; what they tell together: ``digest_briefs``
and ``compare``; for people ``render``, for data frames ``to_records``, for programs ``to_json``, ``from_json`` and
``json_schema``. Each stage is a plain function that can be run alone: see ``briefing.pipeline``.

Everything that is returned is immutable, can be pickled, and compares by value. The functions keep no state except the
data that they loaded, so that threads may share them (``asyncio.to_thread(summarize, text)``); they hold the GIL while
they work, so that only processes (``summarize_many(articles, jobs=0)``) use more than one core. A name is imported
when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.codec import from_json, to_json
    from briefing.comparing import compare
    from briefing.digest import Digest, digest_briefs
    from briefing.errors import (
        BriefError,
        FormatError,
        GazetteerError,
        OptionError,
        ReadingError,
        SchemaError,
        StoreError,
        WorkerError,
    )
    from briefing.many import summarize_many
    from briefing.model import Article, Brief, Party, Piece, Position, Relation, SummarySentence
    from briefing.options import Options
    from briefing.parties import load_parties
    from briefing.pipeline import analyse_article, summarize
    from briefing.reading import Reading, parse_article, read_article, read_articles
    from briefing.records import to_records
    from briefing.rendering import render
    from briefing.schemas import json_schema

__all__ = [
    "Article",
    "Brief",
    "BriefError",
    "Digest",
    "FormatError",
    "GazetteerError",
    "OptionError",
    "Options",
    "Party",
    "Piece",
    "Position",
    "Reading",
    "ReadingError",
    "Relation",
    "SchemaError",
    "StoreError",
    "SummarySentence",
    "WorkerError",
    "analyse_article",
    "compare",
    "digest_briefs",
    "from_json",
    "json_schema",
    "load_parties",
    "parse_article",
    "read_article",
    "read_articles",
    "render",
    "summarize",
    "summarize_many",
    "to_json",
    "to_records",
]

_HOMES = {
    "codec": ("from_json", "to_json"),
    "comparing": ("compare",),
    "digest": ("Digest", "digest_briefs"),
    "errors": (
        "BriefError",
        "FormatError",
        "GazetteerError",
        "OptionError",
        "ReadingError",
        "SchemaError",
        "StoreError",
        "WorkerError",
    ),
    "many": ("summarize_many",),
    "model": ("Article", "Brief", "Party", "Piece", "Position", "Relation", "SummarySentence"),
    "options": ("Options",),
    "parties": ("load_parties",),
    "pipeline": ("analyse_article", "summarize"),
    "reading": ("Reading", "parse_article", "read_article", "read_articles"),
    "records": ("to_records",),
    "rendering": ("render",),
    "schemas": ("json_schema",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"briefing.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
