"""The layout of plain text: from its lines to its paragraphs.

Three layouts occur: paragraphs separated by blank lines, one paragraph per line, and lines hard-wrapped at some width.
A text is taken as hard-wrapped where most of its lines end in the middle of a sentence; then a line runs on into
the next one if the next one's first word would not have fitted on it.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from briefing.model import BlockKind
from briefing.reading.byline import byline_line
from briefing.reading.dateline import is_place_line
from briefing.reading.dates import is_date_line
from briefing.reading.datevalues import date_line

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BLANKS = "".join(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B)))) + (
    "\u2028\u2029\u202f\u205f\u3000" + INVISIBLE
)
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ITEM = re.compile(r"(?:[-*•‣·▪●◦]|\d{1,2}[.)])[ \t\xa0]+(?=\S)")
_RULE = re.compile(r"[-=*_~#+.—–• ]{3,}$")
_CLOSERS = "\"'”’»)]*_ "
_MAX_WIDTH = 140  # no mail or terminal wraps its lines wider
_HEADER_LINES = 12
_MAX_HEADER_LINE = 120


class Stretch(NamedTuple):
    """A paragraph, heading, list item or header line: its offsets without blanks at the ends.

    ``kind`` is set where markup or a list marker tells it.
    """

    start: int
    end: int
    kind: BlockKind | None = None


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    after_blank: bool
    marker: int  # length of a list marker at its start, else 0


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of a stretch without white space and invisible characters at its ends."""
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip(BLANKS))
    return start, start + len(stretch.strip(BLANKS))


def paragraphs(text: str) -> list[Stretch]:
    """The stretches of a plain text in order; a list item begins after its marker."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    found: list[Stretch] = []
    first = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or _parted(text, lines[i - 1], lines[i], width, i < _HEADER_LINES):
            start = lines[first].start + lines[first].marker
            found.append(Stretch(start, lines[i - 1].end, "list" if lines[first].marker else None))
            first = i
    return found


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        start, end = trim(text, match.start(), match.end())
        if start == end:
            continue
        gap = sum(1 for _ in _NEWLINE.finditer(text, last_end, match.start()))
        item = _ITEM.match(text, start, end)
        if item and date_line(text[start:end]):  # "12. März 2026" is no twelfth item
            item = None
        indent = len(text[match.start() : start].expandtabs(4))
        lines.append(_Line(start, end, indent, not lines or gap > 1, item.end() - start if item else 0))
        last_end = match.end()
    return lines


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """The width at which the text is hard-wrapped, None where it is not."""
    broken = [line for line, following in itertools.pairwise(lines) if not following.after_blank]
    running = sum(not _ends_sentence(text, line) for line in broken)
    unwrapped = sum(line.end - line.start > _MAX_WIDTH for line in lines)
    if not broken or 2 * running < len(broken) or 4 * unwrapped > len(broken):
        return None
    lengths = sorted(line.end - line.start for line in broken)
    return lengths[(len(lengths) - 1) * 19 // 20]


def _parted(text: str, line: _Line, following: _Line, width: int | None, in_header: bool) -> bool:
    """Whether a new stretch begins with the following line."""
    if following.after_blank or following.marker or _RULE.match(text, following.start, following.end):
        return True
    if in_header and (_stands_alone(text, line) or _stands_alone(text, following)):
        return True
    if text[line.end - 1] in ",;" or (text[following.start].islower() and not _ends_sentence(text, line)):
        return False
    if width is None or _is_shouted(text, line) != _is_shouted(text, following):
        return True
    return not _runs_on(text, line, following, width)


def _runs_on(text: str, line: _Line, following: _Line, width: int) -> bool:
    if _ends_sentence(text, line) and following.indent > line.indent:
        return False
    length = line.end - line.start
    word = text.find(" ", following.start, following.end)
    word_length = (word if word >= 0 else following.end) - following.start
    if length + 1 + word_length > width:
        return True
    return not _ends_sentence(text, line) and length >= 0.75 * width


def _stands_alone(text: str, line: _Line) -> bool:
    """Whether a line is a byline, date or dateline, which is a stretch of its own in any layout."""
    start, end = line.start, line.end
    if end - start > _MAX_HEADER_LINE:
        return False
    if byline_line(text, start, end) or is_date_line(text, start, end) or date_line(text[start:end]):
        return True
    return is_place_line(text, start, end)


def _ends_sentence(text: str, line: _Line) -> bool:
    return text[line.start : line.end].rstrip(_CLOSERS)[-1:] in (".", "!", "?", ":", "…")


def _is_shouted(text: str, line: _Line) -> bool:
    return text[line.start : line.end].isupper()
