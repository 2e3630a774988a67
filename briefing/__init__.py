"""Turn a news article into a structured brief: what it says, and who says it.

    from briefing import read_article, summarize

    article = read_article(Path("article.txt").read_bytes(), source="article.txt")
    brief = summarize(article)

Every stage is a plain function and can be run alone: see ``briefing.pipeline``.
"""

from briefing.brief import from_json, to_json
from briefing.errors import BriefError, GazetteerError, ReadingError
from briefing.model import Article, Brief, Party, Piece, Position, Relation, SummarySentence
from briefing.parties import load_parties
from briefing.pipeline import Options, analyse_article, summarize
from briefing.reading import parse_article, read_article
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
    "ReadingError",
    "Relation",
    "SummarySentence",
    "analyse_article",
    "from_json",
    "load_parties",
    "parse_article",
    "read_article",
    "render",
    "summarize",
    "to_json",
]
