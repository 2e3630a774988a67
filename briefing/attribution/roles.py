"""The features of the second model, which finds the source and content that belong to one cue.

As in semantic role labelling, every token of a window is described by how it stands to the cue: the side and distance,
what the first model took it for, and what lies between the two: other possible cues, contents, sources, commas and
quotations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.attribution.candidates import Candidate
from briefing.attribution.chain import Vector
from briefing.attribution.view import View, steps

_MARKED = frozenset(("that", "to", '"', ",", ":", ".", "'", "for", "of", "as", "whether", "if", "in", "on", "by"))
_MARKED_BEFORE = frozenset(
    ('"', ",", ".", "'", "to", "was", "were", "be", "been", "is", "are", "of", "the", "a", "his", "her", "their")
)
_SIZES = (0.03, 0.12, 0.3, 0.5, 0.7, 0.88, 0.97)


class _Between(NamedTuple):
    """What lies from the cue to a token, counted up to small limits: segments, possible and likely cues, …"""

    contents: int
    sources: int
    cues: int
    likely: int
    commas: int
    quotations: int


class Evidence:
    """What the first model says of a document, in the form that the second one reads; made once per document."""

    def __init__(self, view: View, found: Sequence[Vector], listed: Sequence[Candidate]) -> None:
        self.view, self.listed = view, listed
        self.tags = [_tag(row) for row in found]
        self.segments = _segments(self.tags, found)
        self.base = self._base(found)
        self.starts = [candidate.first for candidate in listed]

    def _base(self, found: Sequence[Vector]) -> list[tuple[str, str, str, str]]:
        tags, rows = ["-", *self.tags, "-"], []
        for at, (_, b, i, s, q) in enumerate(found):
            around = tags[at + 1] + tags[at] + tags[at + 2]
            rows.append((around, _size(b + i) + _size(b), _size(s), _size(q)))
        return rows

    def others(self, candidate: Candidate) -> list[Candidate]:
        """The other possible cues that begin in a candidate's window."""
        low, high = bisect_right(self.starts, candidate.low - 1), bisect_right(self.starts, candidate.high - 1)
        return [other for other in self.listed[low:high] if other is not candidate]


def role_features(evidence: Evidence, candidate: Candidate) -> Iterator[list[str]]:
    """The features of each token of a candidate's window, in order."""
    view, low, high = evidence.view, candidate.low, candidate.high
    others = evidence.others(candidate)
    left = _walk(evidence, candidate, range(candidate.first - 1, low - 1, -1), {o.end - 1: o for o in others})
    right = _walk(evidence, candidate, range(candidate.end, high), {o.first: o for o in others})
    cue = _Cue(evidence, candidate)
    for offset, between in zip(range(low, candidate.first), reversed(left), strict=True):
        yield cue.features(offset, "L", candidate.first - offset, between)
    for at in range(candidate.first, candidate.end):
        yield cue.features(at, "M", 0, _Between(0, 0, 0, 0, 0, 0)) + _inside(view, candidate, at)
    for at, between in zip(range(candidate.end, high), right, strict=True):
        yield cue.features(at, "R", at - candidate.end + 1, between)


def _walk(evidence: Evidence, candidate: Candidate, tokens: range, others: dict[int, Candidate]) -> list[_Between]:
    """What lies between the cue and each token, walking away from the cue."""
    view, tags, segments = evidence.view, evidence.tags, evidence.segments
    contents = sources = cues = likely = commas = quotations = 0
    segment, quotation = -1, view.quotation[candidate.first]
    rows = []
    for at in tokens:
        if segments[at] != segment:
            contents += tags[at] == "C"
            sources += tags[at] == "S"
            segment = segments[at]
        other = others.get(at)
        if other is not None:
            cues += 1
            likely += other.probability > 0.5
        if view.quotation[at] != quotation:
            quotation = view.quotation[at]
            quotations += quotation >= 0
        rows.append(
            _Between(
                contents if contents < 3 else 3,
                sources if sources < 3 else 3,
                cues if cues < 2 else 2,
                likely if likely < 2 else 2,
                commas if commas < 3 else 3,
                quotations if quotations < 2 else 2,
            )
        )
        commas += view.words[at] == ","
    return rows


class _Cue:
    """The properties of one candidate that go into the features of every token of its window."""

    def __init__(self, evidence: Evidence, candidate: Candidate) -> None:
        view, tags = evidence.view, evidence.tags
        self._evidence, self._view, self._candidate = evidence, view, candidate
        head = view.forms[candidate.head]
        following = view.words[candidate.end] if candidate.end < len(view) else "-"
        preceding = view.words[candidate.first - 1] if candidate.first else "-"
        self._lemma, self._kind, self._fine, self._level = head.lemma, head.tag + head.level, head.fine, head.level
        self._after = following if following in _MARKED else tags[candidate.end] if candidate.end < len(view) else "-"
        self._before = (
            preceding if preceding in _MARKED_BEFORE else tags[candidate.first - 1] if candidate.first else "-"
        )
        self._size = _size(candidate.probability)
        self._sentence, self._block = view.sentence[candidate.head], view.block[candidate.head]

    def features(self, at: int, side: str, distance: int, between: _Between) -> list[str]:
        view, evidence = self._view, self._evidence
        contents, sources, cues, likely, commas, quotations = between
        tag, form = evidence.tags[at], view.forms[at]
        around, content, source, cue = evidence.base[at]
        word, kind = form.word, form.tag
        before = view.forms[at - 1] if at else form
        after = view.words[at + 1] if at + 1 < len(view) else "-"
        far, place = steps(distance), self._place(at)
        quotation = view.quotation[at]
        state = view.state[at][0] + (
            "=" if quotation >= 0 and quotation == view.quotation[self._candidate.head] else ""
        )
        seat = f"{side}{tag}{contents}{sources}"
        return [
            f"a{seat}{cues}",
            f"b{seat}{place}{likely}",
            f"c{seat}{state}{quotations}",
            f"d{side}{around}",
            f"e{side}{content}{contents}",
            f"f{side}{source}{sources}",
            f"g{side}{cue}{self._size}",
            f"h{seat}{self._lemma}",
            f"i{seat}{self._kind}",
            f"j{side}{far}{tag}",
            f"k{side}{commas}{tag}{place}{state}",
            f"l{seat}{self._after}",
            f"m{seat}{self._before}",
            f"n{seat}{self._size}",
            f"o{seat}{self._fine}",
            f"p{side}{word}" + ("1" if distance == 1 else ""),
            f"q{side}{kind}{far}",
            f"r{side}{tag}{cues}{likely}{place}{state}",
            f"s{seat}{self._after}{self._before}",
            f"t{side}{word}|{after}",
            f"u{side}{before.word}|{tag}{content}",
            f"v{side}{kind}|{before.tag}",
            f"w{side}{self._lemma}|{word}" if distance < 4 else "w",
            f"x{side}{self._level}{form.level}",
        ]

    def _place(self, at: int) -> str:
        """Whether a token stands in the cue's sentence, before or after it, and in another block."""
        ahead = self._view.sentence[at] - self._sentence
        if ahead == 0:
            return "0"
        other = "b" if self._view.block[at] != self._block else ""
        return ("-" if ahead < 0 else "+") + ("1" if abs(ahead) == 1 else "2") + other


def _inside(view: View, candidate: Candidate, at: int) -> list[str]:
    """Features of the tokens of the cue itself."""
    before = view.words[at - 1] if at else "-"
    after = view.forms[at + 1].tag if at + 1 < len(view) else ""
    form = view.forms[at]
    return [
        f"M{form.word}",
        f"Ml{min(at - candidate.first, 5)}{min(candidate.end - at, 5)}",
        f"Mp{before}|{form.word}",
        f"Mt{form.tag}|{after}",
    ]


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


def _size(probability: float) -> str:
    return str(bisect_right(_SIZES, probability))
