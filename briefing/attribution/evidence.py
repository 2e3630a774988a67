"""What the first model says of a document, in the form in which the second one reads it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from briefing.attribution.candidates import Candidate
from briefing.attribution.chain import Vector
from briefing.attribution.view import View

_SIZES = (0.03, 0.12, 0.3, 0.5, 0.7, 0.88, 0.97)


class Between(NamedTuple):
    """What lies from a cue to a token, counted up to small limits."""

    contents: int
    sources: int
    cues: int
    likely: int
    commas: int
    quotations: int


NOTHING = Between(0, 0, 0, 0, 0, 0)


class Evidence:
    """The first model's opinion of each token, made once per document.

    ``tags`` is the likeliest role of each token, ``base`` the tags around it with the sizes of the probabilities of
    content, source and cue; ``listed`` are the possible cues.
    """

    def __init__(self, view: View, found: Sequence[Vector], listed: Sequence[Candidate]) -> None:
        self.view, self.listed = view, listed
        self.tags = [_tag(row) for row in found]
        self.base = self._base(found)
        self._segments = _segments(self.tags, found)
        self._starts = [candidate.first for candidate in listed]

    def _base(self, found: Sequence[Vector]) -> list[tuple[str, str, str, str]]:
        tags, rows = ["-", *self.tags, "-"], []
        for at, (o, b, i, s, q) in enumerate(found):
            around = tags[at + 1] + tags[at] + tags[at + 2]
            certain = o > 1 - _SIZES[0]  # most tokens: no other role is worth a size
            rows.append((around, *(("00", "0", "0") if certain else (size(b + i) + size(b), size(s), size(q)))))
        return rows

    def between(self, candidate: Candidate) -> list[Between]:
        """What lies between a candidate and each token of its window, in order."""
        low, high = bisect_left(self._starts, candidate.low), bisect_left(self._starts, candidate.high)
        others = [other for other in self.listed[low:high] if other is not candidate]
        ends, starts = {o.end - 1: o for o in others}, {o.first: o for o in others}
        left = self._walk(candidate, range(candidate.first - 1, candidate.low - 1, -1), ends)
        right = self._walk(candidate, range(candidate.end, candidate.high), starts)
        return [*reversed(left), *[NOTHING] * (candidate.end - candidate.first), *right]

    def _walk(self, candidate: Candidate, tokens: range, others: dict[int, Candidate]) -> list[Between]:
        """What lies between the cue and each token, walking away from the cue."""
        view, tags, segments = self.view, self.tags, self._segments
        contents = sources = cues = likely = commas = quotations = 0
        segment, quotation = -1, view.quotation[candidate.first]
        rows, last = [], NOTHING
        for at in tokens:
            if segments[at] != segment:
                contents += tags[at] == "C"
                sources += tags[at] == "S"
                segment = segments[at]
                last = _between(contents, sources, cues, likely, commas, quotations)
            if at in others:
                cues += 1
                likely += others[at].probability > 0.5
                last = _between(contents, sources, cues, likely, commas, quotations)
            if view.quotation[at] != quotation:
                quotation = view.quotation[at]
                quotations += quotation >= 0
                last = _between(contents, sources, cues, likely, commas, quotations)
            rows.append(last)
            if view.words[at] == ",":
                commas += 1
                last = _between(contents, sources, cues, likely, commas, quotations)
        return rows


def size(probability: float) -> str:
    """A probability as one of eight sizes."""
    return str(bisect_right(_SIZES, probability))


def _between(contents: int, sources: int, cues: int, likely: int, commas: int, quotations: int) -> Between:
    limits = (3, 3, 2, 2, 3, 2)
    counts = (contents, sources, cues, likely, commas, quotations)
    return Between(*map(min, counts, limits))


def _tag(row: Vector) -> str:
    o, b, i, s, q = row
    return max((o, "O"), (b + i, "C"), (s, "S"), (q, "Q"))[1]


def _segments(tags: Sequence[str], found: Sequence[Vector]) -> list[int]:
    """A number for each run of equal tags; a content that begins within a run opens a new one."""
    numbers, number, last = [], -1, ""
    for tag, row in zip(tags, found, strict=True):
        if tag != last or (tag == "C" and row[1] > 0.5):
            number += 1
            last = tag
        numbers.append(number)
    return numbers
