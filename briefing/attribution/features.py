"""The features of the first model, which labels every token as outside, content, source or cue.

Per token: the words within three places; the state of the quotation marks; where it stands in its sentence; and the
nearest likely cues to its left and right (verbs of speech and thought, judged by how often their lemma is a cue).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.attribution.lexicon import UNSEEN, Form
from briefing.attribution.view import OUT, View, steps
from briefing.model import Sentence

OFFSETS = (-3, -2, -1, 0, 1, 2, 3)
"""The places from which the features of a word form count."""

EDGE = "E"
"""Stands for the place before the first or after the last word of a sentence's surroundings."""

_LIKELY = frozenset("45678")
_DOUBTFUL = frozenset("345678")
_MARKS = frozenset(("that", "to", "whether", "if", "of", "for", "as", "how", "what", "why", ":", '"', "'"))


def named(form: Form | None, offset: int) -> list[str]:
    """The features of a word form at an offset from the token in question, None beyond the edge."""
    if form is None:
        return [f"{offset}{EDGE}"]
    if offset == 0:
        return ["0" + name for name in form.own]
    if abs(offset) == 1:
        return [f"{offset}{name}" for name in form.next]
    return [f"{offset}{name}" for name in form.near] if abs(offset) == 2 else [f"{offset}p={form.tag}"]


def surroundings(view: View, at: int, first: int, end: int) -> list[Form | None]:
    """The forms at OFFSETS around a token of the sentence ``first:end``; one word beyond the sentence is seen."""
    low, high = max(first - 1, 0), min(end + 1, len(view))
    return [view.forms[at + offset] if low <= at + offset < high else None for offset in OFFSETS]


def context(view: View) -> Iterator[list[str]]:
    """The features of each token that are no property of a single word form."""
    before, block = "n0", -1
    for sentence in view.document.sentences:
        reader = _Sentence(view, sentence, before, sentence.block != block)
        yield from reader.features()
        before, block = reader.ending(), sentence.block


class _Sentence:
    """Reads one sentence from left to right, remembering the last likely cue and quotation."""

    def __init__(self, view: View, sentence: Sentence, before: str, opens_block: bool) -> None:
        self._view, self._first, self._end = view, sentence.first_token, sentence.end_token
        self._before = before
        forms, state = view.forms, view.state
        self._cues = [at for at in range(self._first, self._end) if forms[at].level in _LIKELY and state[at] == OUT]
        self._count = min(len(self._cues), 3)
        opening, closing = state[self._first][0], state[self._end - 1][0]
        place = "t" if sentence.kind == "title" else "f" if opens_block else "n"
        self._shared = [
            f"S1={view.words[self._first]}",
            f"Sn={self._count}{opening}{closing}",
            f"Sk={place}{before}{opening}",
        ]

    def ending(self) -> str:
        """What the next sentence is told: whether this one ends in a quotation, and whether it has a likely cue."""
        return ("q" if self._view.state[self._end - 1][0] in "i)" else "n") + str(min(self._count, 1))

    def features(self) -> Iterator[list[str]]:
        view, first, end = self._view, self._first, self._end
        words, state = view.words, view.state
        next_open, commas = self._ahead()
        closed = cue = -1
        mark, seen, passed = "-", 0, 0
        for at in range(first, end):
            names = self._local(at)
            if state[at] == OUT:
                names.append("qc=" + (steps(at - closed) if closed >= 0 else "-"))
                ahead = next_open[at - first]
                names.append("qo=" + (steps(ahead - at) if ahead >= 0 else "-"))
            names += self._shared
            names += self._after_cue(at, cue, mark, min(seen, 2))
            while passed < len(self._cues) and self._cues[passed] <= at:
                passed += 1
            names += self._before_cue(at, passed, commas)
            yield names
            word = words[at]
            if state[at][0] == ")":
                closed = at
            seen += word == ","
            if passed and self._cues[passed - 1] == at:
                cue, seen, mark = at, 0, "-"
            elif cue >= 0 and mark == "-" and word in _MARKS:
                mark = word

    def _ahead(self) -> tuple[list[int], list[int]]:
        """For each token the next opening mark (-1: none), and the commas from it on."""
        view, first, end = self._view, self._first, self._end
        opens, commas, at_open, count = [-1] * (end - first), [0] * (end - first), -1, 0
        for at in range(end - 1, first - 1, -1):
            at_open = at if view.state[at][0] == "(" else at_open
            count += view.words[at] == ","
            opens[at - first], commas[at - first] = at_open, count
        return opens, commas

    def _local(self, at: int) -> list[str]:
        view, first, end = self._view, self._first, self._end
        form, state = view.forms[at], view.state[at]
        before = view.forms[at - 1] if at > first else None
        after = view.forms[at + 1] if at + 1 < end else None
        left = view.state[at - 1] if at else ""
        right = view.state[at + 1] if at + 1 < len(view) else ""
        names = [
            f"b={before.word if before else '<'}|{form.word}",
            f"f={form.word}|{after.word if after else '>'}",
            f"t={before.tag if before else '<'}|{form.tag}|{after.tag if after else '>'}",
            f"bl={before.lemma if before else '<'}|{form.tag}",
            f"q={left}{state}{right}",
            f"pb={steps(at - first)}",
            f"pe={steps(end - 1 - at)}",
            f"qn={state}{self._count}{self._before}",
        ]
        if form.level != UNSEEN and form.level in _DOUBTFUL:
            names.append(f"rq={form.level}{state[0]}{self._count}")
        return names

    def _after_cue(self, at: int, cue: int, mark: str, commas: int) -> list[str]:
        if cue < 0:
            return ["lc-"]
        form, distance = self._view.forms[cue], steps(at - cue)
        return [
            f"lc={form.lemma}|{distance}",
            f"ld={distance}{mark}{commas}{self._view.state[at][0]}",
            f"lr={form.level}{mark}{commas}",
            f"lm={form.lemma}|{mark}{commas}",
        ]

    def _before_cue(self, at: int, passed: int, commas: list[int]) -> list[str]:
        if passed == len(self._cues):
            return ["rc-"]
        cue = self._cues[passed]
        form, distance = self._view.forms[cue], steps(cue - at)
        between = min(commas[at - self._first] - commas[cue - self._first], 2)
        return [
            f"rc={form.lemma}|{distance}",
            f"rd={distance}{between}{self._view.state[at][0]}",
            f"rr={form.level}{between}",
            f"rm={form.lemma}{between}",
        ]
