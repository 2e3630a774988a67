"""Pairs the quotation marks of one paragraph.

A curly mark may pair with a straight one of its family (double, single, …). A quotation without a closing mark ends
with the paragraph, where the next quotation opens (as in paragraphs that were run together, each with an opening mark),
or before its speaker is named ("We wait, said Dana Orr on Monday."). A closing mark without an opening one is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing.language.characters import SPACE, UPPER
from briefing.language.quotation_marks import Family, QuotationMark, find_marks
from briefing.language.vocabulary import speech_verbs
from briefing.model import Block

_DEEPEST = 4
_POSSESSIVE = frozenset("sSxXzZnN")
"""Letters after which an apostrophe may stand at a word's end: ``workers'``, ``goin'``."""
_LONGEST_SINGLE, _LONGEST_SLOPPY = 1000, 400
"""The most characters in straight single marks that are no apostrophes; the second if a space comes first."""
_NEW_SENTENCE = re.compile(f"[.!?…][{SPACE}]+[{UPPER}]")


class Open(NamedTuple):
    """An opening mark at ``start``: ``inner`` is where the quoted words begin, ``sure`` if the mark has a direction
    (as curly ones have), ``follows`` whether the quotation continues the utterance before."""

    start: int
    inner: int
    family: Family
    sure: bool
    follows: bool


class MarkPair(NamedTuple):
    """A quotation: its opening mark, the end of its words, and the end of its closing mark (if ``closed``)."""

    opening: Open
    inner_end: int
    end: int
    closed: bool


class Pairing:
    """Pairs the marks of one block, with a stack of the open ones; ``carried`` is what the block before left open."""

    def __init__(self, text: str, block: Block, carried: Family | None) -> None:
        self.text = text
        self.block = block
        self.carried = carried
        self.marks = find_marks(text, block.start, block.end)
        self.following, self.first = _following(self.marks)
        self.open: list[Open] = []
        self.pairs: list[MarkPair] = []

    def run(self) -> Family | None:
        """Pair all marks of the block.

        Returns:
            The family of the outermost mark that is still open at the end of the paragraph, or None.
        """
        for index, mark in enumerate(self.marks):
            opens = mark.opens and not (mark.closes and self._is_open(mark.family))
            if mark.family == "single":
                self._open_single(index) if opens else self._close_single(index)
            else:
                self._open_double(index) if opens else self._close_double(index)
        end = self._end_of_speech()
        left = None if end < self.block.end else next((opening.family for opening in self.open), None)
        self._give_up(0, end)
        return left

    def _end_of_speech(self) -> int:
        """Where the quotation that is left open ends: before its speaker is named, or with the paragraph."""
        if len(self.open) != 1 or self.open[0].family == "single":
            return self.block.end
        tag = _said_tag().search(self.text, self.open[0].inner, self.block.end)
        return tag.start() + 1 if tag else self.block.end

    def _is_open(self, family: Family) -> bool:
        return any(opening.family == family for opening in self.open)

    def _next(self, index: int) -> QuotationMark | None:
        after = self.following[index]
        return None if after is None else self.marks[after]

    def _only_closes(self, index: int, count: int = 1) -> bool:
        """Whether the next ``count`` marks of the family can do nothing but close."""
        after: int | None = index
        for _ in range(count):
            after = None if after is None else self.following[after]
            if after is None or self.marks[after].opens:
                return False
        return True

    def _open_double(self, index: int) -> None:
        mark, after = self.marks[index], self._next(index)
        follows = self._carries_on(mark)
        if mark.closes and not mark.sure and not (after and after.closes) and not self._resumes(mark):
            return
        if self._is_open(mark.family):
            if self._closes_sloppily(index):
                self._close(mark)
                return
            if not self._nests(index):
                follows = self._sentence_ended(mark.start)
                self._give_up(self._depth(mark.family), mark.start)
        self.open.append(Open(mark.start, mark.end, mark.family, mark.sure, follows))

    def _resumes(self, mark: QuotationMark) -> bool:
        """Whether a mark with a space behind it resumes speech: ``"We wait," she said. " Then we go.``"""
        spoken = any(pair.closed for pair in self.pairs) and not self.open
        return spoken and self._sentence_ended(mark.start) and self.text[mark.end : mark.end + 2].strip()[:1].isupper()

    def _nests(self, index: int) -> bool:
        """Whether a mark opens a quotation within an open one of its family: the next marks are there to close both."""
        opening, mark = self.open[-1], self.marks[index]
        other_style = mark.sure and not opening.sure and opening.start == self.block.start
        return len(self.open) < _DEEPEST and self._only_closes(index, 1 if other_style else 2)

    def _closes_sloppily(self, index: int) -> bool:
        """Whether a mark closes, with the space on its wrong side: ``"Soon, "he said``."""
        mark = self.marks[index]
        before = self.text[max(self.block.start, mark.start - 3) : mark.start].rstrip()
        small = self.text[mark.end : mark.end + 1].islower()
        return before.endswith(",") and small and not mark.sure and not self._only_closes(index)

    def _close_double(self, index: int) -> None:
        mark = self.marks[index]
        if self._is_open(mark.family):
            if not (mark.inch and self._only_closes(index)):
                self._close(mark)
        elif mark.inch:
            return
        elif self._only_closes(index) and not mark.sure:
            self.open.append(Open(mark.start, mark.end, mark.family, mark.sure, False))
        elif self.carried == mark.family and index == self.first.get(mark.family):
            self.open.insert(0, Open(self.block.start, self.block.start, mark.family, True, True))
            self._close(mark)

    def _open_single(self, index: int) -> None:
        mark, after = self.marks[index], self._next(index)
        follows = self._carries_on(mark)
        capital = self.text[mark.end : mark.end + 1].isupper()
        if after is None:
            accepted = capital and mark.start == self.block.start
        elif after.closes:
            accepted = True
        else:
            accepted = capital and self._sentence_ended(after.start) and self._sentence_ended(mark.start)
        if not accepted:
            return
        if self._is_open("single"):
            follows = self._sentence_ended(mark.start)
            self._give_up(self._depth("single"), mark.start)
        self.open.append(Open(mark.start, mark.end, "single", mark.sure, follows))

    def _close_single(self, index: int) -> None:
        mark = self.marks[index]
        if not self._is_open("single"):
            if self._opens_sloppily(index):
                self.open.append(Open(mark.start, mark.end, "single", False, False))
            return
        if self._is_possessive(index):
            return
        if self.open[-1].family == "single" or not self._double_closes_later(index):
            self._close(mark)

    def _opens_sloppily(self, index: int) -> bool:
        """Whether a mark opens, with the space on its wrong side: ``said:' We wait.'``."""
        mark, after = self.marks[index], self._next(index)
        before = self.text[mark.start - 1 : mark.start] if mark.start > self.block.start else ""
        apart = self.text[mark.end : mark.end + 1].isspace() and before not in _POSSESSIVE and not mark.sure
        return apart and after is not None and not after.opens and self.text[after.start - 1] not in _POSSESSIVE

    def _is_possessive(self, index: int) -> bool:
        """Whether a mark is a possessive apostrophe within single marks (``the ministers' plan``): one that closes the
        quotation is still to come."""
        after = self._next(index)
        return after is not None and self._after_s(self.marks[index]) and not (after.opens or self._after_s(after))

    def _after_s(self, mark: QuotationMark) -> bool:
        around = self.text[mark.start - 1] + self.text[mark.end : mark.end + 2]
        return around[0] in "sS" and around[1:2].isspace() and (around[2:].isalnum() or around[2:] in "\"'“‘")

    def _double_closes_later(self, index: int) -> bool:
        family = self.open[-1].family
        later = next((mark for mark in self.marks[index + 1 : index + 9] if mark.family == family), None)
        return later is not None and not later.opens

    def _close(self, mark: QuotationMark) -> None:
        depth = self._depth(mark.family)
        self._give_up(depth + 1, mark.start)
        opening = self.open.pop()
        if opening.family == "single" and self._is_doubtful(opening, mark.start):
            return
        self.pairs.append(MarkPair(opening, mark.start, mark.end, True))

    def _depth(self, family: Family) -> int:
        """Where in the stack the innermost open mark of the family lies."""
        return max(depth for depth, opening in enumerate(self.open) if opening.family == family)

    def _is_doubtful(self, opening: Open, end: int) -> bool:
        """Whether two marks are apostrophes rather than a quotation: they are too far apart, or a new sentence begins
        between them after a start in lower case."""
        first = self.text[opening.inner : opening.inner + 1]
        if not opening.sure and end - opening.inner > (_LONGEST_SLOPPY if first.isspace() else _LONGEST_SINGLE):
            return True
        return first.islower() and bool(_NEW_SENTENCE.search(self.text, opening.inner, end))

    def _give_up(self, depth: int, end: int) -> None:
        """End all quotations open from a depth of the stack on, except straight single marks: they were apostrophes."""
        for opening in self.open[depth:]:
            alone = opening.family == "single" and not opening.sure and opening.start != self.block.start
            if not alone:
                self.pairs.append(MarkPair(opening, end, end, False))
        del self.open[depth:]

    def _carries_on(self, mark: QuotationMark) -> bool:
        return self.carried == mark.family and mark.start == self.block.start

    def _sentence_ended(self, at: int) -> bool:
        before = self.text[max(self.block.start, at - 4) : at].rstrip()
        return not before or before[-1] in ".!?…:\"'”’"


@cache
def _said_tag() -> re.Pattern[str]:
    """The pattern of a mark after speech, then a verb of saying and a speaker, or a name and the verb."""
    verb, name = f"(?:{'|'.join(sorted(speech_verbs()))})", f"(?:[{UPPER}][\\w.’'-]*)"
    space = f"[{SPACE}]+"
    speaker = f"(?:{name}|(?:the|an?|his|her|its|their){space}\\w)"
    return re.compile(f"[,?!]{space}(?:{verb}{space}{speaker}|{name}(?:{space}{name}){{0,3}}{space}{verb}\\b)")


def _following(marks: Sequence[QuotationMark]) -> tuple[list[int | None], dict[Family, int]]:
    """The index of the next mark of the same family for each mark, and of the first mark of each family."""
    following: list[int | None] = [None] * len(marks)
    nearest: dict[Family, int] = {}
    for index in range(len(marks) - 1, -1, -1):
        following[index] = nearest.get(marks[index].family)
        nearest[marks[index].family] = index
    return following, nearest
