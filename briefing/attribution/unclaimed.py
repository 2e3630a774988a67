"""Speech that no cue claims: quoted contents of a speaker who was named before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.attribution.assembly import Found, runs
from briefing.attribution.chain import Vector
from briefing.attribution.view import OUT, View

SURE_SPEECH, LEAST_SPEECH = 0.9, 6
"""The first model's probability from which a token is surely content, and how many of them make a quotation speech."""

NEAR = 3
"""The most tokens between a content and the speech that goes on with it: marks, and a word that was left out."""


def with_unclaimed(view: View, kept: Sequence[Found], labels: Sequence[Vector], least: float) -> list[Found]:
    """The attributions and what stands in quotation marks, is content for the most part and belongs to none of them.

    ``labels`` are the first model's. Speech that follows a content within its block goes on with it; other speech makes
    an attribution with neither source nor cue, if its confidence reaches ``least``. The result is in text order.
    """
    made = list(kept)
    ends = {each.content[-1]: place for place, each in enumerate(kept)}
    for first, end in _speech(view, kept, labels):
        place = _before(view, ends, first)
        speech = tuple(range(first, end))
        if place is not None:
            made[place] = replace(made[place], content=(*made[place].content, *speech))
            ends[end - 1] = place
        elif (confidence := sum(map(_content, labels[first:end])) / len(speech)) >= least:
            ends[end - 1] = len(made)
            made.append(Found((), (), speech, confidence))
    return sorted(made, key=lambda each: (each.content, each.cue))


def _speech(view: View, kept: Sequence[Found], labels: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """The ranges of tokens, each within a quotation and a block, that hold sure content and that nobody claims."""
    taken = {at for each in kept for role in (each.source, each.cue, each.content) for at in role}
    free = [at for at, state in enumerate(view.state) if state != OUT and at not in taken]
    for first, end in runs(free):
        edges = [first, *(at for at in range(first + 1, end) if _parts(view, at)), end]
        for low, high in pairwise(edges):
            if sum(_content(row) >= SURE_SPEECH for row in labels[low:high]) >= LEAST_SPEECH:
                yield low, high


def _parts(view: View, at: int) -> bool:
    return view.block[at] != view.block[at - 1] or view.quotation[at] != view.quotation[at - 1]


def _before(view: View, ends: Mapping[int, int], first: int) -> int | None:
    """The place of the attribution whose content ends right before a token, in the same block."""
    for at in range(first - 1, first - 2 - NEAR, -1):
        if at in ends and view.block[at] == view.block[first]:
            return ends[at]
    return None


def _content(row: Vector) -> float:
    return row[1] + row[2]
