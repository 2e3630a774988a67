"""The brief on a terminal: a header, the sentences, the positions by party, the fault lines.

Words, signs and white space say everything; colour only repeats it. Lines end at a comfortable measure however wide the
terminal is. Text of the article comes through ``one_line`` and is never read as console markup.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.model import ArticleInfo, Brief, Position, Stance
from briefing.rendering.explanation import ExplainedSentence, Explanation
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import one_line
from briefing.rendering.selection import alignments, grouped, sayings, shown_positions
from briefing.rendering.wording import (
    ALIGNMENT_SIGNS,
    Introductions,
    Marks,
    alignment_words,
    as_heading,
    heading,
    holders,
    marks_of,
    particulars,
    quoted,
    speakers_line,
    stance_label,
)

MEASURE = 92  # columns; the eye loses longer lines
_MARGIN = 2
_LABEL = 11
_BAR = 10
_EIGHTHS = " ▏▎▍▌▋▊▉"
_QUIET = "dim"
_GOOD, _BAD, _CARE, _AHEAD, _PLAIN = "green", "red", "yellow", "cyan", "blue"
_STANCE_STYLES: dict[Stance, str] = {
    "support": _GOOD,
    "pledge": _GOOD,
    "oppose": _BAD,
    "accuse": _BAD,
    "deny": _BAD,
    "demand": _CARE,
    "warn": _CARE,
    "concern": _CARE,
    "predict": _AHEAD,
    "state": _PLAIN,
}
_ALIGNMENT_STYLES = {"together": _GOOD, "against": _BAD}

Parts = Iterable[RenderableType]


def brief_terminal(brief: Brief, layout: Layout) -> str:
    """The whole brief."""
    shown = shown_positions(brief.positions, layout.positions)
    title = "Key positions" if layout.positions is None else "Positions"
    body = (*_summary(brief), *_positions(brief, shown, title), *_fault_lines(brief))
    return _printed((*_head(brief.article, layout), *body), layout)


def positions_terminal(brief: Brief, layout: Layout) -> str:
    """The positions by party, all of them unless the layout gives a number; a dot marks the key ones."""
    shown = shown_positions(brief.positions, layout.positions or 0)
    body = (*_positions(brief, shown, "Positions (• key)", dots=True),) or (_nothing("No positions."),)
    return _printed((*_head(brief.article, layout), *body), layout)


def quotes_terminal(brief: Brief, layout: Layout) -> str:
    """The quotations in reading order, each run of them under who said it."""
    body = (*_quotations(brief),) or (_nothing("No quotations."),)
    return _printed((*_head(brief.article, layout), *body), layout)


def explanation_terminal(explanation: Explanation, layout: Layout) -> str:
    """Every sentence with a bar for its score and the parts that add up to it; a dot marks the summary's."""
    legend = _line("Scores with the parts that add up to them; • in the summary.", _QUIET)
    return _printed((*_head(explanation.article, layout), legend, *_explained(explanation)), layout)


def _printed(parts: Parts, layout: Layout) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=min(layout.width, MEASURE),
        color_system="standard" if layout.color else None,
        force_terminal=layout.color,
        no_color=not layout.color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(Group(*parts))
    return "".join(line.rstrip() + "\n" for line in out.getvalue().rstrip("\n").split("\n"))


def _head(article: ArticleInfo, layout: Layout) -> Parts:
    if layout.many:
        yield _line(article.source, _QUIET)
    yield _line(heading(article), "bold")
    yield _line(particulars(article), _QUIET)


def _summary(brief: Brief) -> Parts:
    for sentence in sorted(brief.summary, key=lambda each: each.piece.start):
        yield Padding(_line(sentence.piece.shown), (1, 0, 0, _MARGIN))


def _positions(brief: Brief, shown: tuple[Position, ...], title: str, *, dots: bool = False) -> Parts:
    if not shown:
        return
    marks, introductions = marks_of(brief), Introductions()
    yield _section(title)
    for group in grouped(shown):
        yield Padding(_line(as_heading(holders(group.parties)), "bold"), (1, 0, 0, _MARGIN))
        yield _rows((_stance(each, dots), _position(each, marks, introductions)) for each in group.positions)


def _position(position: Position, marks: Marks, introductions: Introductions) -> Text:
    words = _line(quoted(position, marks))
    if who := introductions.line(position.speakers, position.parties):
        words.append(f"\n— {one_line(who)}", _QUIET)
    if position.same_as is not None:
        words.append("\n(said before)", _QUIET)
    return words


def _stance(position: Position, dots: bool) -> Text:
    lead = ("• " if position.key else "  ") if dots else ""
    return Text.assemble(lead, (stance_label(position.stance), _STANCE_STYLES[position.stance]))


def _fault_lines(brief: Brief) -> Parts:
    found = alignments(brief.relations)
    if found:
        yield _section("Fault lines")
        yield Text()
        yield _rows(
            (
                Text(f"{ALIGNMENT_SIGNS[each.kind]} {each.kind}", _ALIGNMENT_STYLES[each.kind]),
                _line(alignment_words(each)),
            )
            for each in found
        )


def _quotations(brief: Brief) -> Parts:
    marks, last = marks_of(brief), None
    for saying in sayings(brief):
        who = speakers_line(saying.speakers) or holders(saying.parties)
        if who != last:
            yield Padding(_line(as_heading(who), "bold"), (1, 0, 0, 0))
        yield Padding(_line(marks.open + saying.text + marks.close), (0, 0, 0, _MARGIN))
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


def _explained_cells(each: ExplainedSentence, top: float) -> tuple[RenderableType, ...]:
    style = "bold" if each.rank else ""
    number = Text(f"{'•' if each.rank else ' '} {each.sentence}", style)
    words = Text.assemble((one_line(each.piece.shown), style), "\n", (one_line(_parts(each)), _QUIET))
    return number, Text(f"{each.score:.2f}".replace("-", "−"), style), Text(_bar(each.score, top), _GOOD), words


def _parts(each: ExplainedSentence) -> str:
    named = [f"{name.replace('_', ' ')} {_signed(value)}" for name, value in each.why if round(value, 2)]
    return " · ".join(named if each.kind == "paragraph" else [f"({each.kind})", *named])


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+'}{abs(value):.2f}"


def _bar(score: float, top: float) -> str:
    eighths = round(8 * _BAR * max(score, 0.0) / top) if top > 0 else 0
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _nothing(words: str) -> RenderableType:
    return Padding(Text(words), (1, 0, 0, _MARGIN))


def _section(title: str) -> RenderableType:
    return Padding(_line(title.upper(), _QUIET), (1, 0, 0, 0))


def _rows(rows: Iterable[tuple[Text, Text]]) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(min_width=_LABEL, no_wrap=True)
    table.add_column(ratio=1)
    for label, words in rows:
        table.add_row(label, words)
    return Padding(table, (0, 0, 0, 2 * _MARGIN))


def _line(text: str, style: str = "") -> Text:
    return Text(one_line(text), style)
