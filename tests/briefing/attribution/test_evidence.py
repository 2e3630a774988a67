"""What lies between a cue and a token, counted by running totals, is what a walk from one to the other meets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.attribution.candidates import Candidate
from briefing.attribution.evidence import CONTENT, SOURCE, Evidence, size, windows
from briefing.attribution.view import View

SIZE = 12
TOKENS = st.lists(st.integers(0, 3), min_size=SIZE, max_size=SIZE)
QUOTED = st.lists(st.integers(-1, 1), min_size=SIZE, max_size=SIZE)
COMMAS = st.lists(st.integers(0, 1), min_size=SIZE, max_size=SIZE)
CUES = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(1, 2), st.floats(0.1, 1)), min_size=1, max_size=4)


@dataclass
class Marks:
    """What of a view is counted."""

    quotation: np.ndarray
    commas: np.ndarray

    def __len__(self) -> int:
        return SIZE


def candidates_of(cues: list[tuple[int, int, float]]) -> list[Candidate]:
    """Candidates that do not overlap, each with the whole text for its window."""
    listed: list[Candidate] = []
    for first, length, probability in sorted(cues):
        end = min(first + length, SIZE)
        if not listed or first > listed[-1].end:
            listed.append(Candidate(first, end, first, probability, 0, SIZE))
    return listed


def walked(cue: Candidate, listed: list[Candidate], view: Marks, tags: list[int], at: int) -> dict[str, int]:
    """What is met on the way from a cue to a token, the token included but for its comma."""
    step = 1 if at >= cue.end else -1
    way = list(range(cue.end, at + 1)) if step > 0 else list(range(cue.first - 1, at - 1, -1))
    turns = [it for it in way if it == way[0] or tags[it - step] != tags[it]]
    met = [each for each in listed if (each.first if step > 0 else each.end - 1) in way]
    entered = [it for it in way if view.quotation[it] >= 0 and view.quotation[it] != view.quotation[it - step]]
    return {
        "contents": min(sum(tags[it] == CONTENT for it in turns), 3),
        "sources": min(sum(tags[it] == SOURCE for it in turns), 3),
        "cues": min(len(met), 2),
        "likely": min(sum(each.probability > 0.5 for each in met), 2),
        "commas": min(sum(int(view.commas[it]) for it in way[:-1]), 3),
        "quotations": min(len(entered), 2),
    }


@settings(max_examples=200)
@given(TOKENS, QUOTED, COMMAS, CUES)
def test_between(tags: list[int], quoted: list[int], commas: list[int], cues: list[tuple[int, int, float]]) -> None:
    view = Marks(np.array(quoted), np.array(commas))
    found = np.eye(5)[[(0, 2, 3, 4)[tag] for tag in tags]]
    listed = candidates_of(cues)
    rows = windows(listed)
    between = Evidence(cast(View, view), found, listed).between(rows)
    for row, (at, of) in enumerate(zip(rows.at.tolist(), rows.of.tolist(), strict=True)):
        cue = listed[of]
        if not cue.first <= at < cue.end:
            expected = walked(cue, listed, view, tags, at)
            assert {name: int(values[row]) for name, values in between.items()} == expected, (at, cue)


def test_windows_stand_one_after_another() -> None:
    rows = windows([Candidate(3, 4, 3, 0.9, 2, 5), Candidate(7, 9, 8, 0.5, 6, 10)])
    assert rows.at.tolist() == [2, 3, 4, 6, 7, 8, 9]
    assert rows.of.tolist() == [0, 0, 0, 1, 1, 1, 1]
    assert (rows.bounds, rows.head.tolist()) == ([(0, 3), (3, 7)], [3, 3, 3, 8, 8, 8, 8])


def test_size() -> None:
    assert size(np.array([0.0, 0.03, 0.2, 0.6, 0.99])).tolist() == [0, 1, 2, 4, 7]
