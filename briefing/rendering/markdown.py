"""Markdown (CommonMark, tables as on GitHub), with everything that comes from the article escaped."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import ArticleInfo, Brief, Position
from briefing.rendering.explanation import Explanation
from briefing.rendering.grouping import (
    HolderGroup,
    RelationGroup,
    grouped,
    grouped_relations,
    shown_positions,
    spoken_quotations,
)
from briefing.rendering.layout import Layout
from briefing.rendering.quotation_marks import marks_of, sentence_with_marks
from briefing.rendering.sanitise import markdown
from briefing.rendering.telling import Teller
from briefing.rendering.wording import (
    HOW_FOUND,
    Introductions,
    as_heading,
    heading,
    holders,
    particulars,
    relation_evidence,
    relation_words,
    source_words,
    speakers_line,
)


def brief_markdown(brief: Brief, layout: Layout) -> str:
    """The whole brief as a short page."""
    return _page(
        _head(brief.article, layout),
        _summary(brief),
        _positions(brief, layout),
        _relations(brief),
    )


def positions_markdown(brief: Brief, layout: Layout) -> str:
    """The positions as a table."""
    shown = shown_positions(brief.positions, layout.positions or 0)
    teller = Teller(brief, shown)
    rows = [
        (holders(each.parties), each.stance, teller.whole(each), speakers_line(each.speakers, each.parties))
        for each in shown
    ]
    return _page(_head(brief.article, layout), _table(("Party", "Stance", "Position", "Speaker"), rows))


def quotes_markdown(brief: Brief, layout: Layout) -> str:
    """The quotations, each with who said it."""
    marks = marks_of(brief)
    quotes = (
        _item(marks.open + each.text + marks.close, speakers_line(each.speakers) or holders(each.parties))
        for each in spoken_quotations(brief)
    )
    return _page(_head(brief.article, layout), "\n".join(quotes))


def explanation_markdown(explanation: Explanation, layout: Layout) -> str:
    """The sentences with their scores as a table, and the positions with how each holder was found."""
    rows = [
        (
            str(each.sentence),
            str(each.rank or ""),
            f"{each.score:.3f}",
            ", ".join(f"{name} {value:.3f}" for name, value in each.why),
            each.piece.shown,
        )
        for each in explanation.sentences
    ]
    holding = [
        (str(each.sentence), holders(each.parties), HOW_FOUND[each.resolved], each.stance, source_words(each))
        for each in explanation.positions
    ]
    return _page(
        _head(explanation.article, layout),
        _table(("#", "Rank", "Score", "Parts", "Sentence"), rows),
        _table(("#", "Holder", "Found", "Stance", "Source"), holding) if holding else "",
    )


def _page(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(article: ArticleInfo, layout: Layout) -> str:
    source = f" · {article.source}" if layout.many else ""
    return f"# {markdown(heading(article))}\n\n{markdown(particulars(article) + source)}"


def _summary(brief: Brief) -> str:
    in_order = sorted(brief.summary, key=lambda each: each.piece.start)
    return _section("Summary", (markdown(sentence_with_marks(each.piece)) for each in in_order), between="\n\n")


def _positions(brief: Brief, layout: Layout) -> str:
    shown = shown_positions(brief.positions, layout.positions)
    teller, introductions = Teller(brief, shown), Introductions()

    def group_section(group: HolderGroup) -> str:
        items = (_position(each, teller, introductions) for each in group.positions)
        return _section(markdown(as_heading(holders(group.parties))), items, level=3)

    groups = map(group_section, grouped(shown))
    return _section("Key positions" if layout.positions is None else "Positions", groups, between="\n\n")


def _position(position: Position, teller: Teller, introductions: Introductions) -> str:
    item = _item(teller.tell(position), introductions.line(position.speakers, position.parties))
    return f"- **{position.stance}:** {item.removeprefix('- ')}"


def _relations(brief: Brief) -> str:
    return _section("Relations", map(_relation, grouped_relations(brief.relations)))


def _relation(group: RelationGroup) -> str:
    evidence = relation_evidence(group)
    return f"- **{group.kind}:** {markdown(relation_words(group))}" + (f" — {markdown(evidence)}" * bool(evidence))


def _item(words: str, who: str) -> str:
    return f"- {markdown(words)}" + (f" — {markdown(who)}" if who else "")


def _section(title: str, parts: Iterable[str], *, level: int = 2, between: str = "\n") -> str:
    body = between.join(parts)
    return f"{'#' * level} {title}\n\n{body}" if body else ""


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [columns, ("---",) * len(columns), *(tuple(markdown(cell) for cell in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
