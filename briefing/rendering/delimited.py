"""CSV: one row for each position, quotation or sentence, with no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from briefing.model import ArticleInfo, Brief, Piece, Position, Speaker
from briefing.rendering.explanation import Explanation
from briefing.rendering.grouping import shown_positions, spoken_quotations
from briefing.rendering.layout import Layout
from briefing.rendering.quotation_marks import Marks, marks_of
from briefing.rendering.sanitise import csv_cell
from briefing.rendering.telling import quoted

Cell = str | int | float | bool | None

_ARTICLE = ["source", "id", "title", "date"]
_FILED = ["position", "parties", "speakers", "roles", "stance"]
_PLACE = ["sentence", "start", "end"]
_ORIGIN = ["outlet", "url", "language", "extra"]  # last, so that programs that count columns keep working
POSITION_COLUMNS = (
    *_ARTICLE,
    *_FILED,
    *["plover", "mode", "cue", "content", "quotes"],
    *_PLACE,
    *["score", "confidence", "key", "same_as"],
    *_ORIGIN,
)
QUOTE_COLUMNS = (*_ARTICLE, *_FILED, *_PLACE, "quote", *_ORIGIN)
BRIEF_COLUMNS = (*POSITION_COLUMNS, "summary")
_NO_POSITION = (None,) * (len(POSITION_COLUMNS) - len(_ARTICLE) - len(_ORIGIN))
SENTENCE_COLUMNS = (*_ARTICLE, *_PLACE, *["kind", "rank", "score", "why", "text"], *_ORIGIN)


def header(columns: Iterable[str], layout: Layout) -> str:
    """The line of column names."""
    return layout.mark + _rows([tuple(columns)])


def brief_rows(brief: Brief, layout: Layout) -> str:
    """The positions of a brief, each with the summary; an article without positions has a row too."""
    summary = " ".join(each.piece.shown for each in sorted(brief.summary, key=lambda each: each.piece.start))
    rows = _position_rows(brief, layout) or [(*_article(brief.article), *_NO_POSITION, *_origin(brief.article))]
    return _rows([(*row, summary) for row in rows])


def position_rows(brief: Brief, layout: Layout) -> str:
    """The positions of a brief: all, unless the layout gives a number."""
    return _rows(_position_rows(brief, layout))


def quote_rows(brief: Brief, layout: Layout) -> str:
    """The quotations of a brief."""
    article, origin = _article(brief.article), _origin(brief.article)
    return _rows(
        [
            (*article, *_filed(each.position), each.position.sentence, each.start, each.end, each.text, *origin)
            for each in spoken_quotations(brief)
        ]
    )


def sentence_rows(explanation: Explanation, layout: Layout) -> str:
    """The sentences of an article with the parts of their scores."""
    article, origin = _article(explanation.article), _origin(explanation.article)
    rows: list[tuple[Cell, ...]] = []
    for each in explanation.sentences:
        why = "; ".join(f"{name}={value}" for name, value in each.why)
        place = (each.sentence, each.piece.start, each.piece.end)
        rows.append((*article, *place, each.kind, each.rank, each.score, why, each.piece.shown, *origin))
    return _rows(rows)


def _position_rows(brief: Brief, layout: Layout) -> list[tuple[Cell, ...]]:
    marks, article, origin = marks_of(brief), _article(brief.article), _origin(brief.article)
    shown = shown_positions(brief.positions, layout.positions or 0)
    return [(*article, *_position_cells(position, marks), *origin) for position in shown]


def _article(article: ArticleInfo) -> tuple[Cell, ...]:
    return (article.source, article.id, article.title, article.date)


def _origin(article: ArticleInfo) -> tuple[Cell, ...]:
    extra = json.dumps(dict(article.extra), ensure_ascii=False) if article.extra else None
    return (article.outlet, article.url, article.language, extra)


def _filed(position: Position) -> tuple[Cell, ...]:
    speakers = position.speakers
    return (position.id, "; ".join(position.parties), _names(speakers), _roles(speakers), position.stance)


def _position_cells(position: Position, marks: Marks) -> tuple[Cell, ...]:
    extent = (position.content[0].start, position.content[-1].end) if position.content else (None, None)
    return (
        *_filed(position),
        *(position.plover, position.mode, _joined(position.cue), quoted(position, marks), _joined(position.quotes)),
        *(position.sentence, *extent),
        *(position.score, position.confidence, position.key, position.same_as),
    )


def _names(speakers: Sequence[Speaker]) -> str:
    return "; ".join(speaker.name for speaker in speakers)


def _roles(speakers: Sequence[Speaker]) -> str:
    return "; ".join(speaker.role or "" for speaker in speakers).strip("; ")


def _joined(pieces: Sequence[Piece]) -> str:
    return " … ".join(piece.shown for piece in pieces)


def _rows(rows: Iterable[tuple[Cell, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _cell(cell: Cell) -> str | int | float | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return csv_cell(cell) if isinstance(cell, str) else cell
