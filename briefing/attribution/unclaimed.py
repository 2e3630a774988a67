"""Speech that no cue claims: quoted contents whose speaker goes without a verb, or was named before."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from briefing.attribution.assembly import Found, runs
from briefing.attribution.chain import Vector
from briefing.attribution.signatures import label_before, signature_after
from briefing.attribution.view import OUT, View

SURE_SPEECH, LEAST_SPEECH = 0.7, 6
"""The first model's probability from which a token is surely content, and how many of them make a quotation speech."""

NEAR = 3
"""The most tokens between speech and what belongs to it: marks, and a word that was left out."""


def with_unclaimed(
    view: View, kept: Sequence[Found], bare: Sequence[Found], labels: Sequence[Vector], least: float
) -> list[Found]:
    """The attributions and what stands in quotation marks, is content for the most part and belongs to none of them.

    ``labels`` are the first model's; ``bare`` are sources and cues for which no content was found. Speech that follows
    other speech within its block goes on with it; other speech belongs to the name that it is signed or labelled with,
    or else to a bare cue beside it; or it has neither source nor cue. The result is in text order.
    """
    made = list(kept)
    ends = sorted((max((*each.source, *each.cue, *each.content)), place) for place, each in enumerate(kept))
    beside = _Bare(bare)
    for first, end in _speech(view, kept, labels):
        place = _before(view, made, ends, first)
        if place is not None:
            one = made[place]
            made[place] = Found(one.source, one.cue, (*one.content, *range(first, end)), one.confidence)
            insort(ends, (end - 1, place))
            continue
        confidence = sum(map(_content, labels[first:end])) / (end - first)
        named = signature_after(view, end) or label_before(view, first) or beside.take(first, end)
        if named or confidence >= least:
            source, cue = named or ((), ())
            speech = tuple(at for at in range(first, end) if at not in source and at not in cue)
            insort(ends, (end - 1, len(made)))
            made.append(Found(source, cue, speech, max(confidence, least)))
    return sorted(made, key=lambda each: (each.content, each.cue))


def _speech(view: View, kept: Sequence[Found], labels: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """The ranges of tokens, each within a quotation and a block, that hold sure content and that nobody claims."""
    taken = {at for each in kept for role in (each.source, each.cue, each.content) for at in role}
    free = [at for at in np.flatnonzero(view.place != OUT).tolist() if at not in taken]
    for first, end in runs(free):
        edges = [first, *(at for at in range(first + 1, end) if _parts(view, at)), end]
        for low, high in pairwise(edges):
            if sum(_content(row) >= SURE_SPEECH for row in labels[low:high]) >= LEAST_SPEECH:
                yield low, high


def _parts(view: View, at: int) -> bool:
    return bool(view.block[at] != view.block[at - 1] or view.quotation[at] != view.quotation[at - 1])


def _before(view: View, made: Sequence[Found], ends: Sequence[tuple[int, int]], first: int) -> int | None:
    """The place of the attribution that ends nearest before a token in its block, if its content is speech.

    ``ends`` are the last tokens of attributions with their places, in order.
    """
    at = bisect_left(ends, (first, -1)) - 1
    if at < 0:
        return None
    last, place = ends[at]
    content = made[place].content
    speech = view.place[content[-1]] != OUT or (first - last <= NEAR + 1 and last == content[-1])
    return place if speech and view.block[last] == view.block[first] else None


class _Bare:
    """Sources and cues without a content, by the tokens with which they begin and end; each is taken once."""

    def __init__(self, bare: Sequence[Found]) -> None:
        self._first = {min((*each.source, *each.cue)): each for each in bare}
        self._last = {max((*each.source, *each.cue)): each for each in bare}

    def take(self, first: int, end: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """The source and cue right after speech, or right before it."""
        after = (self._first.pop(at, None) for at in range(end, end + NEAR + 1))
        before = (self._last.pop(at, None) for at in range(first - 1, first - NEAR - 1, -1))
        found = next(filter(None, after), None) or next(filter(None, before), None)
        return (found.source, found.cue) if found else None


def _content(row: Vector) -> float:
    return row[1] + row[2]
