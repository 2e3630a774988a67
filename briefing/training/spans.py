"""Spans of annotated texts: as tokens and back, and how they move where a text is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from briefing.attribution.assembly import runs
from briefing.language import tokens_between
from briefing.model import Document

ROLES = ("source", "cue", "content")
"""The roles of an attribution, in the order in which they are written down."""


_PARAGRAPH = 700
"""How many characters a paragraph has at most that stands for its article."""

Pair = tuple[int, int]
"""Where a span starts and ends."""


class Edit(NamedTuple):
    """Other words for the characters ``start`` up to ``end`` of a text."""

    start: int
    end: int
    text: str


def tokens_in(document: Document, spans: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """The tokens of some spans of characters, each once and in order."""
    found: set[int] = set()
    for start, end in spans:
        found.update(tokens_between(document.tokens, start, end))
    return tuple(sorted(found))


def spans_of(document: Document, tokens: Sequence[int]) -> list[tuple[int, int]]:
    """The spans of characters of each stretch of neighbouring tokens."""
    return [(document.tokens[first].start, document.tokens[end - 1].end) for first, end in runs(tokens)]


def edited(text: str, edits: Sequence[Edit]) -> tuple[str, Callable[[int], int]]:
    """A text with edits made that do not overlap, and where an offset outside of them lies then."""
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


def paragraphs(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Each paragraph of an annotated article as an article of its own, with the attributions that lie in it whole.

    One without any, or of more than 700 characters, is left out.
    """
    start, text = 0, record["text"]
    for number, words in enumerate(text.split("\n")):
        end = start + len(words)
        inside = [each for each in record["attributions"] if _lies(each, start, end)]
        if inside and len(words) <= _PARAGRAPH:
            told = [each | {role: [(a - start, b - start) for a, b in each[role]] for role in ROLES} for each in inside]
            yield {**record, "id": f"{record['id']}#{number}", "text": words, "attributions": told}
        start = end + 1


def apart(attribution: Mapping[str, Any], start: int, end: int) -> bool:
    """Whether an attribution has nothing in a stretch of its text."""
    return all(b <= start or a >= end for role in ROLES for a, b in attribution[role])


def _lies(attribution: Mapping[str, Any], start: int, end: int) -> bool:
    return all(start <= a and b <= end for role in ROLES for a, b in attribution[role])
