"""Spans of annotated texts: as tokens and back, and how they move where a text is changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from briefing.attribution.assembly import runs
from briefing.language import tokens_between
from briefing.model import Document

ROLES = ("source", "cue", "content")
"""The roles of an attribution, in the order in which they are written down."""

_SAME = 0.5
"""The least overlap of two contents that match: shared tokens over all tokens of both."""


class Edit(NamedTuple):
    """A replacement for the characters ``start:end`` of a text."""

    start: int
    end: int
    text: str


def tokens_in(document: Document, spans: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """The indices of the tokens in some character spans, in order and without duplicates."""
    found: set[int] = set()
    for start, end in spans:
        found.update(tokens_between(document.tokens, start, end))
    return tuple(sorted(found))


def sentences_at(document: Document, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """The indices of the sentences where spans begin; a span that begins in the dateline means the next sentence."""
    starts = [start for start, _ in spans]
    return frozenset(
        next((each.index for each in document.sentences if start < each.end), len(document.sentences) - 1)
        for start in starts
    )


def same_tokens(found: Sequence[Collection[int]], gold: Sequence[Collection[int]]) -> dict[int, int]:
    """The indices of found contents that match a gold content, each with the index of that one.

    Contents are given as tokens, and matched one to one, best overlap first.
    """
    ours, theirs = [frozenset(each) for each in found], [frozenset(each) for each in gold]
    pairs = sorted(
        (-len(one & other) / len(one | other), this, that)
        for this, one in enumerate(ours)
        for that, other in enumerate(theirs)
        if one & other
    )
    matched: dict[int, int] = {}
    for overlap, this, that in pairs:
        if -overlap >= _SAME and this not in matched and that not in matched.values():
            matched[this] = that
    return matched


def spans_of(document: Document, tokens: Sequence[int]) -> list[tuple[int, int]]:
    """The character span of each run of consecutive tokens."""
    return [(document.tokens[first].start, document.tokens[end - 1].end) for first, end in runs(tokens)]


def edited(text: str, edits: Sequence[Edit]) -> tuple[str, Callable[[int], int]]:
    """A text with edits applied, which must not overlap, and a function from offsets outside of them to new offsets."""
    parts, last = [], 0
    for edit in sorted(edits):
        parts += [text[last : edit.start], edit.text]
        last = edit.end

    def moved(offset: int) -> int:
        return offset + sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= offset)

    return "".join([*parts, text[last:]]), moved


def moved_along(attribution: Mapping[str, Any], moved: Callable[[int], int]) -> dict[str, list[tuple[int, int]]]:
    """The spans of each role of an attribution after its text was edited."""
    return {role: [(moved(start), moved(end - 1) + 1) for start, end in attribution[role]] for role in ROLES}
