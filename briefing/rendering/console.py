"""What the terminal formats share: a console that writes to a string, lines, sections, rows with a label, styles."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.model import Stance
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import one_line

MEASURE = 92  # columns; the eye loses longer lines
MARGIN = 2
_LABEL = 11
QUIET = "dim"
GOOD, _BAD, _CARE, _AHEAD, _PLAIN = "green", "red", "yellow", "cyan", "blue"
STANCE_STYLES: dict[Stance, str] = {
    "support": GOOD,
    "pledge": GOOD,
    "oppose": _BAD,
    "accuse": _BAD,
    "deny": _BAD,
    "demand": _CARE,
    "warn": _CARE,
    "concern": _CARE,
    "predict": _AHEAD,
    "state": _PLAIN,
}
RELATION_STYLES = {"together": GOOD, "against": _BAD}

Parts = Iterable[RenderableType]


def printed(parts: Parts, layout: Layout) -> str:
    """The parts as text, no line wider than the measure, none with white space at its end."""
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


def nothing(words: str) -> RenderableType:
    """The remark to show where a section would be empty."""
    return Padding(Text(words), (1, 0, 0, MARGIN))


def section(title: str) -> RenderableType:
    """The head of a section."""
    return Padding(line(title.upper(), QUIET), (1, 0, 0, 0))


def rows(rows: Iterable[tuple[Text, Text]]) -> RenderableType:
    """Labels in a column, the words to each beside it."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(min_width=_LABEL, no_wrap=True)
    table.add_column(ratio=1)
    for label, words in rows:
        table.add_row(label, words)
    return Padding(table, (0, 0, 0, 2 * MARGIN))


def line(text: str, style: str = "") -> Text:
    """Text of an article on one line, with nothing in it that steers a terminal."""
    return Text(one_line(text), style)
