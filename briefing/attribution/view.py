"""A document as the sequence models see it: word forms, the state of the quotation marks, and where sentences lie."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefing.attribution.lexicon import Form, Lexicon
from briefing.model import Document, Quotation

OUT = "o"


class View:
    """One entry per token in each list.

    ``state`` says where a token stands to the outermost quotation: ``o`` outside, else ``(`` the opening mark, ``i``
    inside or ``)`` the closing mark, followed by the quotation's length (1, 2, 4, 8: at least so many tokens), by
    ``u`` where it was left open and by ``c`` where it carries on an utterance. ``quotation`` is its index, -1 outside;
    ``sentence`` and ``block`` are indices, too.
    """

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        size = len(document.tokens)
        self.document = document
        self.forms: list[Form] = [lexicon.form(token.text) for token in document.tokens]
        self.words = [form.word for form in self.forms]
        self.state = [OUT] * size
        self.quotation = [-1] * size
        self.sentence = [0] * size
        self.block = [0] * size
        self._place_quotations()
        for sentence in document.sentences:
            length = sentence.end_token - sentence.first_token
            self.sentence[sentence.first_token : sentence.end_token] = [sentence.index] * length
            self.block[sentence.first_token : sentence.end_token] = [sentence.block] * length

    def __len__(self) -> int:
        return len(self.forms)

    def _place_quotations(self) -> None:
        starts = [token.start for token in self.document.tokens]
        runs: set[int] = set()
        for index, quotation in enumerate(self.document.quotations):
            if quotation.level == 0:
                first, end = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
                self._place(index, quotation, first, end, quotation.run in runs)
                runs.add(quotation.run)

    def _place(self, index: int, quotation: Quotation, first: int, end: int, goes_on: bool) -> None:
        if end <= first:
            return
        kind = _length(end - first - 2) + ("" if quotation.closed else "u") + ("c" if goes_on else "")
        self.state[first:end] = ["i" + kind] * (end - first)
        self.quotation[first:end] = [index] * (end - first)
        self.state[first] = "(" + kind
        if quotation.closed:
            self.state[end - 1] = ")" + kind


def _length(tokens: int) -> str:
    return "1" if tokens <= 1 else "2" if tokens <= 3 else "4" if tokens <= 7 else "8"


def stretches(view: View, longest: int) -> list[tuple[int, int]]:
    """The token ranges to be labelled as one sequence: a block, or sentences of it, of at most ``longest`` tokens."""
    ranges: list[tuple[int, int]] = []
    start, block = 0, -1
    for sentence in view.document.sentences:
        full = sentence.end_token - start > longest
        if (sentence.block != block or full) and sentence.first_token > start:
            ranges.extend(_cut(start, sentence.first_token, longest))
            start = sentence.first_token
        block = sentence.block
    ranges.extend(_cut(start, len(view), longest))
    return ranges


def _cut(start: int, end: int, longest: int) -> Sequence[tuple[int, int]]:
    return [(at, min(at + longest, end)) for at in range(start, end, longest)]


def steps(distance: int) -> str:
    """A distance in tokens as one of seven sizes."""
    return str(distance) if distance < 4 else "4" if distance < 7 else "7" if distance < 13 else "x"
