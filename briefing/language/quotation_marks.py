"""Finds the quotation marks of a paragraph, apart from apostrophes and inch signs: each may open, close, or do both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from briefing.language.characters import DIGIT, INVISIBLE, MARKS, SPACE, word_class

Family = Literal["double", "single", "angle", "small angle"]

_FAMILIES: dict[str, Family] = {
    **dict.fromkeys(['"', "“", "”", "„", "‟", "''", "``"], "double"),
    **dict.fromkeys(["'", "‘", "’", "‚", "‛", "`", "´"], "single"),
    **dict.fromkeys(["«", "»"], "angle"),
    **dict.fromkeys(["‹", "›"], "small angle"),
}
_ALWAYS_OPENS = frozenset("“„‟‘‚‛`«‹") | {"``"}
_ALWAYS_CLOSES = frozenset("”»›")
_NEVER_OPENS = frozenset("’´")

_SINGLE = "['’‘‚‛`´]"
_FEET_AND_INCHES = re.compile(rf"[{DIGIT}]['’′][{DIGIT}]{{1,2}}\Z")
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_BLANK = re.compile(f"[{SPACE}]")
_BEFORE_OPENING = frozenset("([{<—–―-/=|*_")
_AFTER_CLOSING = frozenset(">—–―-/…|*_.")
_STOPS = frozenset(",.;:!?)]}")
_NOT_BEFORE_CLOSING = frozenset(" ([{<")


class _Patterns(NamedTuple):
    """The patterns that tell quotation marks from apostrophes."""

    mark: re.Pattern[str]
    elision: re.Pattern[str]
    clitic: re.Pattern[str]
    after_n: re.Pattern[str]


@cache
def mark_patterns(word: str) -> _Patterns:
    """The patterns of marks; ``word`` is the class of word characters, as ``word_class`` returns it."""
    return _Patterns(
        mark=re.compile(rf"[{MARKS}]{{6,}}|''|``|[\"“”„‟«»‹›]|(?<![{word}]){_SINGLE}|{_SINGLE}(?![{word}])"),
        elision=re.compile(
            rf"['’‘](?:[{DIGIT}]{{2}}s?|em|tis|twas|cause|cos|til|bout|n['’]?)(?![{word}])", re.IGNORECASE
        ),
        clitic=re.compile(rf"['’](?:s|re|ve|ll|d|m)(?![{word}])"),
        after_n=re.compile(rf"(?:['’‘]n|(?<![{word}])[Oo]l?)\Z"),
    )


class QuotationMark(NamedTuple):
    """A quotation mark at ``start:end`` of the text: whether it can open and whether it can close a quotation.

    ``inch``: it may be an inch sign instead; ``sure``: the character itself, such as a curly one, shows its direction.
    """

    start: int
    end: int
    family: Family
    opens: bool
    closes: bool
    inch: bool
    sure: bool


def find_marks(text: str, start: int, end: int) -> list[QuotationMark]:
    """The quotation marks of ``text[start:end]`` in order, without apostrophes; but possessive ones (``workers'``) may
    be among them as closing marks."""
    found: list[QuotationMark] = []
    for run in _runs(text, start, end):
        before, after = _neighbour(text, run[0][0], start, -1), _neighbour(text, run[-1][1], end, 1)
        stops = after in _STOPS and not text.startswith("..", run[-1][1])
        opening = (before == " " or before in _BEFORE_OPENING) and after != " " and not stops
        closing = stops or (before not in _NOT_BEFORE_CLOSING and (after == " " or after in _AFTER_CLOSING))
        for left, right in run:
            mark = _mark(text, left, right, opening, closing, before == after == " ", start)
            if mark.opens or mark.closes:
                found.append(mark)
    return found


def _runs(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of adjacent marks, as (start, end) of each: they share what is before and after, so that in ``,'"`` both
    close. Six or more marks in a row are an ornament and left out."""
    run: list[tuple[int, int]] = []
    patterns = mark_patterns(word_class(text, start, end))
    for match in patterns.mark.finditer(text, start, end):
        if len(match.group()) > 2 or _is_apostrophe(patterns, text, match.start(), start):
            continue
        if run and run[-1][1] != match.start():
            yield run
            run = []
        run.append(match.span())
    if run:
        yield run


def _is_apostrophe(patterns: _Patterns, text: str, at: int, start: int) -> bool:
    if text[at] not in "'’‘" or text.startswith("''", at):
        return False
    if patterns.elision.match(text, at) or patterns.after_n.search(text, max(start, at - 3), at):
        return True
    return at > start and not text[at - 1].isspace() and bool(patterns.clitic.match(text, at))


def _neighbour(text: str, at: int, limit: int, step: int) -> str:
    """The visible character before (``step`` -1) or after (1) an offset; a space for white space and at ``limit``."""
    for _ in range(4):
        if at == limit:
            return " "
        character = text[at - 1] if step < 0 else text[at]
        if not _HIDDEN.match(character):
            return " " if _BLANK.match(character) else character
        at += step
    return " "


def _mark(text: str, start: int, end: int, opening: bool, closing: bool, apart: bool, limit: int) -> QuotationMark:
    glyph = text[start:end]
    family = _FAMILIES[glyph]
    if glyph in _ALWAYS_OPENS:
        opens, closes = True, closing and not opening and family != "single"
    elif glyph in _ALWAYS_CLOSES:
        opens, closes = opening and not closing, True
    elif family == "single":
        opens, closes = (opening or apart) and glyph not in _NEVER_OPENS, closing or apart
    else:
        opens, closes = opening or not closing, closing or not opening
    inch = glyph == '"' and start > limit and text[start - 1] in "0123456789" and not opening
    if inch and _FEET_AND_INCHES.search(text, max(limit, start - 5), start):
        opens = closes = False
    sure = glyph in _ALWAYS_OPENS or glyph in _ALWAYS_CLOSES
    return QuotationMark(start, end, family, opens, closes, inch, sure)
