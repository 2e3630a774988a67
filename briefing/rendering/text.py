"""Plain text, one fact on each line and never wrapped: made for ``grep``, ``cut`` and reading in a pipe.

A brief is lines of ``label: value``; tables are lines of tab-separated cells, the source first if there are several.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Brief, Position
from briefing.rendering.explanation import ExplainedSentence, Explanation
from briefing.rendering.grouping import grouped_relations, shown_positions, spoken_quotations
from briefing.rendering.layout import Layout
from briefing.rendering.quotation_marks import marks_of, sentence_with_marks
from briefing.rendering.sanitise import one_line
from briefing.rendering.telling import Teller
from briefing.rendering.wording import (
    holders,
    length,
    relation_evidence,
    relation_words,
    speakers_line,
)


def brief_text(brief: Brief, layout: Layout) -> str:
    """The whole brief, a labelled line for each fact."""
    return "".join(f"{label}: {one_line(value)}\n" for label, value in _facts(brief, layout) if value)


def positions_text(brief: Brief, layout: Layout) -> str:
    """A line for each position: parties, stance, content, speakers."""
    shown = shown_positions(brief.positions, layout.positions or 0)
    teller = Teller(brief, shown)
    return _table(brief.article.source, (_cells(position, teller.whole(position)) for position in shown), layout)


def quotes_text(brief: Brief, layout: Layout) -> str:
    """A line for each quotation: who said it, and the words."""
    marks = marks_of(brief)
    rows = (
        (speakers_line(each.speakers) or holders(each.parties), marks.open + each.text + marks.close)
        for each in spoken_quotations(brief)
    )
    return _table(brief.article.source, rows, layout)


def explanation_text(explanation: Explanation, layout: Layout) -> str:
    """A line for each sentence: its number, rank, score, the parts of the score, its words."""
    return _table(explanation.article.source, map(_explained, explanation.sentences), layout)


def _facts(brief: Brief, layout: Layout) -> Iterable[tuple[str, str | None]]:
    article = brief.article
    yield "source", article.source if layout.many else None
    yield "title", article.title
    yield "outlet", article.outlet
    yield "place", article.dateline
    yield "date", article.date
    yield "byline", article.byline
    yield "url", article.url
    yield "length", length(article)
    for sentence in sorted(brief.summary, key=lambda each: each.piece.start):
        yield "summary", sentence_with_marks(sentence.piece)
    shown = shown_positions(brief.positions, layout.positions)
    teller = Teller(brief, shown)
    for position in shown:
        yield "position", " | ".join(filter(None, _cells(position, teller.tell(position))))
    for group in grouped_relations(brief.relations):
        yield group.kind, " | ".join(filter(None, (relation_words(group), relation_evidence(group))))


def _cells(position: Position, words: str) -> tuple[str, ...]:
    speakers = speakers_line(position.speakers, position.parties)
    return (holders(position.parties), position.stance, words, speakers)


def _explained(each: ExplainedSentence) -> tuple[str, ...]:
    parts = " ".join(f"{name}={value:.3f}" for name, value in each.why)
    return (str(each.sentence), str(each.rank or "-"), f"{each.score:.3f}", parts, each.piece.shown)


def _table(source: str, rows: Iterable[tuple[str, ...]], layout: Layout) -> str:
    lead = (source,) if layout.many else ()
    return "".join("\t".join(one_line(cell) for cell in (*lead, *row)) + "\n" for row in rows)
