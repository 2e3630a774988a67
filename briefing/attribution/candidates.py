"""The possible cues of a document, and for each the stretch of text in which its source and content are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.attribution.chain import Vector
from briefing.attribution.view import OUT, View

DOUBT = 0.06
"""The least probability at which a token is taken for a possible part of a cue."""

READ = 0.12
"""The least probability at which the second model reads on: of the possible cues below it one in thirty is one."""

BACK, AHEAD = 5, 8
"""Sentences looked at before and after that of the cue, where a quotation carries on."""

REACH = 160
"""Tokens looked at on either side of the cue."""

_CONTENT = 0.25
_EDGE = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible cue, tokens ``first:end``; ``head`` is its likeliest token; the window is ``low:high``."""

    first: int
    end: int
    head: int
    probability: float
    low: int
    high: int


def candidates(view: View, found: Sequence[Vector]) -> list[Candidate]:
    """Runs of tokens within a sentence that may be a cue by the first model's probabilities ``found``."""
    listed: list[Candidate] = []
    for sentence in view.document.sentences:
        for first, end in _runs(found, sentence.first_token, sentence.end_token):
            head = max(range(first, end), key=lambda at: found[at][4])
            low, high = _window(view, found, sentence.index)
            low, high = max(low, first - REACH), min(high, end + REACH)
            listed.append(Candidate(first, end, head, found[head][4], low, high))
    return listed


def _runs(found: Sequence[Vector], start: int, stop: int) -> Iterator[tuple[int, int]]:
    first = -1
    for at in range(start, stop):
        if found[at][4] >= DOUBT:
            first = at if first < 0 else first
        elif first >= 0:
            yield first, at
            first = -1
    if first >= 0:
        yield first, stop


def _window(view: View, found: Sequence[Vector], index: int) -> tuple[int, int]:
    """The sentence of the cue, with the sentences around it to which its quotation seems to reach."""
    sentences = view.document.sentences
    low = high = index
    while low > 0 and index - low < BACK and _linked(view, found, low - 1, low):
        low -= 1
    while high + 1 < len(sentences) and high - index < AHEAD and _linked(view, found, high, high + 1):
        high += 1
    return sentences[low].first_token, sentences[high].end_token


def _linked(view: View, found: Sequence[Vector], before: int, after: int) -> bool:
    """Whether quoted content may run on from one sentence to the next."""
    one, two = view.document.sentences[before], view.document.sentences[after]
    ending = range(max(one.first_token, one.end_token - _EDGE), one.end_token)
    opening = range(two.first_token, min(two.first_token + _EDGE, two.end_token))
    quoted = view.state[two.first_token] != OUT or (view.words[one.end_token - 1] == ":")
    return (
        quoted
        and _content(found, opening)
        and (two.block <= one.block + 1)
        and (_content(found, ending) or view.state[two.first_token][0] == "(")
    )


def _content(found: Sequence[Vector], tokens: range) -> bool:
    return any(found[at][1] + found[at][2] >= _CONTENT for at in tokens)
