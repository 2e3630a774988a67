"""The features of the first model, which labels every token as outside, content, source or cue.

Per token: the words within three places; the state of the quotation marks; where it stands in its sentence; and the
nearest likely cues to its left and right (verbs of speech and thought, judged by how often their lemma is a cue).

A token is given as one key for each of TEMPLATES; a template turns a key into the names of features. Keys repeat far
more often than tokens do, so that the tagger can remember what each adds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from briefing.attribution.lexicon import UNSEEN, Form
from briefing.attribution.view import OUT, View, steps
from briefing.model import Sentence

OFFSETS = (-3, -2, -1, 0, 1, 2, 3)
"""The places from which the features of a word form count."""

EDGE = "E"
"""Stands for the place before the first or after the last word of a sentence's surroundings."""

Template = Callable[[Any], list[str]]

_LIKELY = frozenset("45678")
_DOUBTFUL = frozenset("345678")
_MARKS = frozenset(("that", "to", "whether", "if", "of", "for", "as", "how", "what", "why", ":", '"', "'"))
_NO_CUE = ("", "", "", "", "", "")


def named(offset: int, form: Form | None) -> list[str]:
    """The features of a word form at an offset from the token in question, None beyond the edge."""
    if form is None:
        return [f"{offset}{EDGE}"]
    if offset == 0:
        return ["0" + name for name in form.own()]
    if abs(offset) == 1:
        return [f"{offset}{name}" for name in form.next()]
    return [f"{offset}{name}" for name in form.near()] if abs(offset) == 2 else [f"{offset}p={form.tag}"]


def _before(key: tuple[str, str]) -> list[str]:
    return [f"b={key[0]}|{key[1]}"]


def _lemma_before(key: tuple[str, str]) -> list[str]:
    return [f"bl={key[0]}|{key[1]}"]


def _after(key: tuple[str, str]) -> list[str]:
    return [f"f={key[0]}|{key[1]}"]


def _tags(key: tuple[str, str, str]) -> list[str]:
    return ["t=" + "|".join(key)]


def _place(key: tuple[str, ...]) -> list[str]:
    left, state, right, since_first, to_last, since_quotation, to_quotation, sentence, level = key
    names = [f"q={left}{state}{right}", f"pb={since_first}", f"pe={to_last}", f"qn={state}{sentence}"]
    if level != UNSEEN and level in _DOUBTFUL:
        names.append(f"rq={level}{state[0]}{sentence[0]}")
    if state == OUT:
        names += [f"qc={since_quotation}", f"qo={to_quotation}"]
    return names


def _sentence(key: tuple[str, str, str]) -> list[str]:
    return [f"S1={key[0]}", f"Sn={key[1]}", f"Sk={key[2]}"]


def _after_cue(key: tuple[str, ...]) -> list[str]:
    lemma, level, distance, mark, commas, state = key
    if not lemma:
        return ["lc-"]
    return [
        f"lc={lemma}|{distance}",
        f"ld={distance}{mark}{commas}{state}",
        f"lr={level}{mark}{commas}",
        f"lm={lemma}|{mark}{commas}",
    ]


def _before_cue(key: tuple[str, ...]) -> list[str]:
    lemma, level, distance, between, state = key
    if not lemma:
        return ["rc-"]
    return [f"rc={lemma}|{distance}", f"rd={distance}{between}{state}", f"rr={level}{between}", f"rm={lemma}{between}"]


TEMPLATES: tuple[Template, ...] = (
    _before,
    _after,
    _tags,
    _lemma_before,
    _place,
    _sentence,
    _after_cue,
    _before_cue,
    *(partial(named, offset) for offset in OFFSETS),
)


def token_keys(view: View) -> Iterator[tuple[Any, ...]]:
    """One key per template for each token, in order; time linear in the tokens."""
    before, block = "n0", -1
    for sentence in view.document.sentences:
        reader = _Sentence(view, sentence, before, sentence.block != block)
        yield from reader.keys()
        before, block = reader.ending(), sentence.block


class _Sentence:
    """Reads one sentence from left to right, remembering the last likely cue and quotation."""

    def __init__(self, view: View, sentence: Sentence, before: str, opens_block: bool) -> None:
        self._view, self._first, self._end = view, sentence.first_token, sentence.end_token
        forms, state = view.forms, view.state
        self._cues = [at for at in range(self._first, self._end) if forms[at].level in _LIKELY and state[at] == OUT]
        count = min(len(self._cues), 3)
        self._told = f"{count}{before}"
        opening, closing = state[self._first][0], state[self._end - 1][0]
        place = "t" if sentence.kind == "title" else "f" if opens_block else "n"
        self._key = (view.words[self._first], f"{count}{opening}{closing}", f"{place}{before}{opening}")

    def ending(self) -> str:
        """What the next sentence is told: whether this one ends in a quotation, and whether it has a likely cue."""
        return ("q" if self._view.state[self._end - 1][0] in "i)" else "n") + str(min(len(self._cues), 1))

    def keys(self) -> Iterator[tuple[Any, ...]]:
        rows = zip(
            self._forms(), self._neighbours(), self._places(), self._after_cues(), self._before_cues(), strict=True
        )
        for around, neighbours, place, after, before in rows:
            yield (*neighbours, place, self._key, after, before, *around)

    def _forms(self) -> Iterator[tuple[Form | None, ...]]:
        """The forms at OFFSETS around each token; one word beyond the sentence is seen."""
        low, high = max(self._first - 1, 0), min(self._end + 1, len(self._view))
        reach = OFFSETS[-1]
        before, after = reach - (self._first - low), reach - (high - self._end)
        padded = (*[None] * before, *self._view.forms[low:high], *[None] * after)
        return zip(*(padded[place:] for place in range(len(OFFSETS))), strict=False)

    def _neighbours(self) -> Iterator[tuple[tuple[str, ...], ...]]:
        word, lemma, tag = "<", "<", "<"
        forms = self._view.forms[self._first : self._end]
        for at, form in enumerate(forms, 1):
            following, its_tag = (forms[at].word, forms[at].tag) if at < len(forms) else (">", ">")
            yield (word, form.word), (form.word, following), (tag, form.tag, its_tag), (lemma, form.tag)
            word, lemma, tag = form.word, form.lemma, form.tag

    def _places(self) -> Iterator[tuple[str, ...]]:
        view, first, end = self._view, self._first, self._end
        state, next_open = view.state, self._next_open()
        left, closed = state[first - 1] if first else "", -1
        for at in range(first, end):
            own = state[at]
            right = state[at + 1] if at + 1 < len(state) else ""
            since = until = ""
            if own == OUT:
                since = steps(at - closed) if closed >= 0 else "-"
                until = steps(next_open[at - first] - at) if next_open[at - first] >= 0 else "-"
            level = view.forms[at].level
            yield left, own, right, steps(at - first), steps(end - 1 - at), since, until, self._told, level
            left = own
            if own[0] == ")":
                closed = at

    def _next_open(self) -> list[int]:
        """For each token the next opening mark from it on, -1 where there is none."""
        opens, found = [-1] * (self._end - self._first), -1
        for at in range(self._end - 1, self._first - 1, -1):
            found = at if self._view.state[at][0] == "(" else found
            opens[at - self._first] = found
        return opens

    def _after_cues(self) -> Iterator[tuple[str, ...]]:
        """How each token stands to the likely cue on its left: the first word that marks a content, the commas."""
        view, cues = self._view, iter((*self._cues, -1))
        upcoming, cue, mark, commas = next(cues), -1, "-", 0
        for at in range(self._first, self._end):
            if cue < 0:
                yield _NO_CUE
            else:
                form = view.forms[cue]
                yield form.lemma, form.level, steps(at - cue), mark, str(min(commas, 2)), view.state[at][0]
            commas += view.words[at] == ","
            if at == upcoming:
                upcoming, cue, mark, commas = next(cues), at, "-", 0
            elif cue >= 0 and mark == "-" and view.words[at] in _MARKS:
                mark = view.words[at]

    def _before_cues(self) -> Iterator[tuple[str, ...]]:
        """How each token stands to the likely cue on its right."""
        view, start = self._view, self._first
        for cue in self._cues:
            form = view.forms[cue]
            commas = view.words[start:cue].count(",")
            for at in range(start, cue):
                yield form.lemma, form.level, steps(cue - at), str(min(commas, 2)), view.state[at][0]
                commas -= view.words[at] == ","
            start = cue  # the cue itself looks on to the next one
        for _ in range(start, self._end):
            yield _NO_CUE[:5]
