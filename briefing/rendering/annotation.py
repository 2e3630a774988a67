"""A brief together with its article, for pages that mark the positions in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.model import ArticleInfo, Block, Brief, Document, ScoredSentence
from briefing.rendering.explanation import ExplainedSentence, explanation


@dataclass(frozen=True, slots=True)
class Annotated:
    """A brief that keeps the text of its article; ``masked`` is that text with markup blanked (same offsets),
    ``blocks`` are its parts, ``sentences`` all that were scored, in reading order."""

    brief: Brief
    masked: str
    blocks: tuple[Block, ...]
    sentences: tuple[ExplainedSentence, ...]

    @property
    def article(self) -> ArticleInfo:
        """What the brief keeps of its article."""
        return self.brief.article


def annotated(brief: Brief, document: Document, scores: Iterable[ScoredSentence]) -> Annotated:
    """Put a brief beside the article that it was made of."""
    article = document.article
    kept = replace(brief, article=replace(brief.article, text=article.text))
    return Annotated(kept, article.masked, article.blocks, explanation(brief, document, scores).sentences)
