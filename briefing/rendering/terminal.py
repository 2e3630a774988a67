"""The brief on a terminal: a header, the sentences, the positions by party, the relations.

Words, signs and white space say everything; colour only repeats it. Lines end at a comfortable measure however wide the
terminal is. Text of the article comes through ``one_line`` and is never read as console markup.
"""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.model import ArticleInfo, Brief, Position
from briefing.rendering.console import (
    GOOD,
    MARGIN,
    QUIET,
    RELATION_STYLES,
    STANCE_STYLES,
    Parts,
    line,
    nothing,
    printed,
    rows,
    section,
)
from briefing.rendering.explanation import ExplainedSentence, Explanation
from briefing.rendering.grouping import RelationGroup, grouped, grouped_relations, shown_positions, spoken_quotations
from briefing.rendering.layout import Layout
from briefing.rendering.quotation_marks import marks_of, sentence_with_marks
from briefing.rendering.sanitise import one_line
from briefing.rendering.telling import Teller
from briefing.rendering.wording import (
    HOW_FOUND,
    RELATION_SIGNS,
    Introductions,
    as_heading,
    heading,
    holders,
    particulars,
    relation_evidence,
    relation_words,
    source_words,
    speakers_line,
    stance_label,
)

_BAR = 10
_EIGHTHS = " ▏▎▍▌▋▊▉"


def brief_terminal(brief: Brief, layout: Layout) -> str:
    """The whole brief."""
    shown = shown_positions(brief.positions, layout.positions)
    title = "Key positions" if layout.positions is None else "Positions"
    body = (*_summary(brief), *_positions(brief, shown, title), *_relations(brief))
    return printed((*_head(brief.article, layout), *body), layout)


def positions_terminal(brief: Brief, layout: Layout) -> str:
    """The positions by party, all of them unless the layout gives a number; a dot marks the key ones."""
    shown = shown_positions(brief.positions, layout.positions or 0)
    body = (*_positions(brief, shown, "Positions (• key)", dots=True),) or (nothing("No positions."),)
    return printed((*_head(brief.article, layout), *body), layout)


def quotes_terminal(brief: Brief, layout: Layout) -> str:
    """The quotations in reading order, consecutive ones of the same speaker under one heading."""
    body = (*_quotations(brief),) or (nothing("No quotations."),)
    return printed((*_head(brief.article, layout), *body), layout)


def explanation_terminal(explanation: Explanation, layout: Layout) -> str:
    """Every sentence with its score and the score's parts (a dot marks the summary's), and how holders were found."""
    legend = line("Scores with the parts that add up to them; • in the summary.", QUIET)
    parts = (*_explained(explanation), *_holders_found(explanation))
    return printed((*_head(explanation.article, layout), legend, *parts), layout)


def _head(article: ArticleInfo, layout: Layout) -> Parts:
    if layout.many:
        yield line(article.source, QUIET)
    yield line(heading(article), "bold")
    yield line(particulars(article), QUIET)


def _summary(brief: Brief) -> Parts:
    for sentence in sorted(brief.summary, key=lambda each: each.piece.start):
        yield Padding(line(sentence_with_marks(sentence.piece)), (1, 0, 0, MARGIN))


def _positions(brief: Brief, shown: tuple[Position, ...], title: str, *, dots: bool = False) -> Parts:
    if not shown:
        return
    teller, introductions = Teller(brief, shown), Introductions()
    yield section(title)
    for group in grouped(shown):
        yield Padding(line(as_heading(holders(group.parties)), "bold"), (1, 0, 0, MARGIN))
        yield rows(
            (_stance(each, dots), _position(each, teller, introductions, whole=dots)) for each in group.positions
        )


def _position(position: Position, teller: Teller, introductions: Introductions, *, whole: bool) -> Text:
    words = line(teller.whole(position) if whole else teller.tell(position))
    if who := introductions.line(position.speakers, position.parties):
        words.append(f"\n— {one_line(who)}", QUIET)
    if position.same_as is not None:
        words.append("\n(said before)", QUIET)
    return words


def _stance(position: Position, dots: bool) -> Text:
    lead = ("• " if position.key else "  ") if dots else ""
    return Text.assemble(lead, (stance_label(position.stance), STANCE_STYLES[position.stance]))


def _relations(brief: Brief) -> Parts:
    found = grouped_relations(brief.relations)
    if found:
        yield section("Relations")
        yield Text()
        yield rows(
            (
                Text(f"{RELATION_SIGNS[each.kind]} {each.kind}", RELATION_STYLES[each.kind]),
                _evident(each),
            )
            for each in found
        )


def _evident(group: RelationGroup) -> Text:
    words = line(relation_words(group))
    if evidence := relation_evidence(group):
        words.append(f"\n{one_line(evidence)}", QUIET)
    return words


def _quotations(brief: Brief) -> Parts:
    marks, last = marks_of(brief), None
    for saying in spoken_quotations(brief):
        who = speakers_line(saying.speakers) or holders(saying.parties)
        if who != last:
            yield Padding(line(as_heading(who), "bold"), (1, 0, 0, 0))
        yield Padding(line(marks.open + saying.text + marks.close), (0, 0, 0, MARGIN))
        last = who


def _explained(explanation: Explanation) -> Parts:
    top = max((each.score for each in explanation.sentences), default=0.0)
    yield Text()
    table = Table.grid(padding=(0, 1, 1, 0))
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_column(width=_BAR)
    table.add_column(ratio=1)
    for each in explanation.sentences:
        table.add_row(*_explained_cells(each, top))
    yield table


def _holders_found(explanation: Explanation) -> Parts:
    if explanation.positions:
        yield section("Holders")
        yield Text()
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(justify="right")
        table.add_column(ratio=1)
        for each in explanation.positions:
            words = source_words(each)
            found = HOW_FOUND[each.resolved] + (f": {words}" if words else "")
            holder = Text.assemble((one_line(holders(each.parties)), "bold"), "  ", (one_line(found), QUIET))
            table.add_row(Text(f"  {each.sentence}"), holder)
        yield table


def _explained_cells(each: ExplainedSentence, top: float) -> tuple[RenderableType, ...]:
    style = "bold" if each.rank else ""
    number = Text(f"{'•' if each.rank else ' '} {each.sentence}", style)
    words = Text.assemble((one_line(each.piece.shown), style), "\n", (one_line(_parts(each)), QUIET))
    return number, Text(f"{each.score:.2f}".replace("-", "−"), style), Text(_bar(each.score, top), GOOD), words


def _parts(each: ExplainedSentence) -> str:
    named = [f"{name.replace('_', ' ')} {_signed(value)}" for name, value in each.why if round(value, 2)]
    return " · ".join(named if each.kind == "paragraph" else [f"({each.kind})", *named])


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+'}{abs(value):.2f}"


def _bar(score: float, top: float) -> str:
    eighths = round(8 * _BAR * max(score, 0.0) / top) if top > 0 else 0
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
