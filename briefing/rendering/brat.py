"""The positions as annotations of brat (brat.nlplab.org/standoff.html): lines that point into the text beside them.

A position is a ``Content`` with its stance and mode as attributes, a flag where it is key, a note of who holds it, and
relations to its source, its cue and the content that it repeats. A brat annotation cannot contain a line end:
what runs over several lines, or over control characters, is one annotation in fragments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import get_args

from briefing.model import Brief, Mode, Piece, Position, Stance
from briefing.rendering.grouping import shown_positions
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import one_line
from briefing.rendering.wording import holders, speakers_line

Fragment = tuple[int, int, str]

CONFIGURATION = f"""\
[entities]
Content
Source
Cue

[relations]
HasSource\tArg1:Content, Arg2:Source
HasCue\tArg1:Content, Arg2:Cue
Repeats\tArg1:Content, Arg2:Content
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Stance\tArg:Content, Value:{"|".join(get_args(Stance))}
Mode\tArg:Content, Value:{"|".join(get_args(Mode))}
Key\tArg:Content
"""
_RUN = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]+")


def brat_annotations(brief: Brief, layout: Layout) -> str:
    """The lines of the ``.ann`` file: all positions, unless the layout gives a number."""
    lines = _Lines()
    for position in shown_positions(brief.positions, layout.positions or 0):
        lines.add(position)
    return "".join(lines.lines)


def brat_text(brief: Brief, layout: Layout) -> str:
    """The ``.txt`` file beside it: the unchanged text of the article, in which the offsets count."""
    return brief.article.text or ""


class _Lines:
    """Collects the numbered lines; a source or cue that several positions share is written once."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._counts: dict[str, int] = {}
        self._contents: dict[int, str] = {}
        self._shared: dict[tuple[str, tuple[Fragment, ...]], str] = {}

    def add(self, position: Position) -> None:
        """Add the lines of a position."""
        found = fragments(position.content)
        if not found:
            return
        content = self._contents[position.id] = self._spans("Content", found)
        self._line("A", f"Stance {content} {position.stance}")
        self._line("A", f"Mode {content} {position.mode}")
        if position.key:
            self._line("A", f"Key {content}")
        for name, pieces in (("Source", position.source), ("Cue", position.cue)):
            if other := self._once(name, fragments(pieces)):
                self._line("R", f"Has{name} Arg1:{content} Arg2:{other}")
        if position.same_as in self._contents:
            self._line("R", f"Repeats Arg1:{content} Arg2:{self._contents[position.same_as]}")
        who = (holders(position.parties), speakers_line(position.speakers, position.parties))
        self._line("#", f"AnnotatorNotes {content}", one_line(" | ".join(filter(None, who))))

    def _once(self, name: str, found: tuple[Fragment, ...]) -> str | None:
        if found and (name, found) not in self._shared:
            self._shared[name, found] = self._spans(name, found)
        return self._shared.get((name, found))

    def _spans(self, name: str, found: tuple[Fragment, ...]) -> str:
        places = ";".join(f"{start} {end}" for start, end, _ in found)
        return self._line("T", f"{name} {places}", " ".join(text for _, _, text in found))

    def _line(self, kind: str, *cells: str) -> str:
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        self.lines.append("\t".join((f"{kind}{number}", *cells)) + "\n")
        return f"{kind}{number}"


def fragments(pieces: Sequence[Piece]) -> tuple[Fragment, ...]:
    """The pieces as (start, end, text), split at line ends and control characters, each fragment trimmed."""
    return tuple(_fragments(pieces))


def _fragments(pieces: Iterable[Piece]) -> Iterable[Fragment]:
    for piece in pieces:
        for run in _RUN.finditer(piece.text):
            if text := run.group().strip():
                start = piece.start + run.start() + run.group().index(text)
                yield start, start + len(text), text
