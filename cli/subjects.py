"""What is shown of an article: its brief, and for a page the article with it."""

from __future__ import annotations

from briefing.model import Article, Brief
from briefing.pipeline import Options, RunStage, analyse_article, make_brief, run_stage, summarize
from briefing.rendering import Annotated, annotated

PAGE = "html"


def brief_of(article: Article, options: Options, format: str, run: RunStage = run_stage) -> Brief | Annotated:
    """The brief of an article, together with the article where the format is a page."""
    if format != PAGE:
        return summarize(article, options, run)
    found = analyse_article(article, options, run)
    return run("brief", lambda: annotated(make_brief(found, options), found.document, found.scores))
