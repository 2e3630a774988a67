"""Every sentence of an article with its score, and how each holder was found: what ``brief explain`` shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import ArticleInfo, BlockKind, Brief, Document, Piece, Position, ScoredSentence


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence, its score and the parts that add up to it; ``rank`` (1 is best) where the summary takes it."""

    sentence: int
    kind: BlockKind
    piece: Piece
    score: float
    why: tuple[tuple[str, float], ...]
    rank: int | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The sentences of one article and its positions, each in reading order."""

    article: ArticleInfo
    sentences: tuple[ExplainedSentence, ...]
    positions: tuple[Position, ...] = ()


def explanation(brief: Brief, document: Document, scores: Iterable[ScoredSentence]) -> Explanation:
    """Put the scores of all sentences beside the summary and the positions of the same article."""
    ranks = {chosen.sentence: rank for rank, chosen in enumerate(brief.summary, start=1)}
    explained = []
    for score in sorted(scores, key=lambda each: each.sentence):
        sentence = document.sentences[score.sentence]
        piece = document.article.cut(sentence.start, sentence.end)
        rank = ranks.get(score.sentence)
        explained.append(ExplainedSentence(score.sentence, sentence.kind, piece, score.score, score.why, rank))
    return Explanation(brief.article, tuple(explained), brief.positions)
