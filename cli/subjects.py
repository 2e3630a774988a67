"""Makes what a command shows of an article: its brief, and for an HTML page the annotated article with it."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Article, Brief
from briefing.pipeline import Options, RunStage, analyse_article, make_brief, run_stage, summarize
from briefing.rendering import Annotated, annotated
from briefing.rendering.output_formats import needs_text

PAGE = "html"


def with_needed_text(options: Options, format: str) -> Options:
    """The options, with the text of the article where the format needs it."""
    return replace(options, with_text=True) if needs_text(format) else options


def brief_of(article: Article, options: Options, format: str, run: RunStage = run_stage) -> Brief | Annotated:
    """The brief of an article, together with the annotated article if the format is an HTML page."""
    if format != PAGE:
        return summarize(article, with_needed_text(options, format), run)
    found = analyse_article(article, options, run)
    return run("brief", lambda: annotated(make_brief(found, options), found.document, found.scores))
