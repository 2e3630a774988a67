"""Speech that no cue claims: quoted contents whose speaker goes without a verb, or was named before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from briefing.attribution.assembly import Found, runs
from briefing.attribution.chain import Vector
from briefing.attribution.signatures import label_before, signature_after
from briefing.attribution.view import OUT, View

SURE_SPEECH, LEAST_SPEECH = 0.9, 6
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
    made, free = list(kept), list(bare)
    for first, end in _speech(view, kept, labels):
        place = _before(view, made, first)
        if place is not None:
            one = made[place]
            made[place] = Found(one.source, one.cue, (*one.content, *range(first, end)), one.confidence)
            continue
        confidence = sum(map(_content, labels[first:end])) / (end - first)
        signed = signature_after(view, end) or label_before(view, first)
        beside = None if signed else next((each for each in free if _beside(each, first, end)), None)
        if signed or beside or confidence >= least:
            source, cue = signed or ((beside.source, beside.cue) if beside else ((), ()))
            free = [each for each in free if each is not beside]
            named = {*source, *cue}
            speech = tuple(at for at in range(first, end) if at not in named)
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


def _before(view: View, made: Sequence[Found], first: int) -> int | None:
    """The place of the attribution that ends nearest before a token in its block, if its content is speech."""
    best, found = -1, None
    for place, each in enumerate(made):
        last = max((*each.content, *each.cue, *each.source))
        if best < last < first and view.block[last] == view.block[first]:
            best, found = last, place
    if found is None:
        return None
    speech = view.place[made[found].content[-1]] != OUT
    return found if speech or (first - best <= NEAR + 1 and best in made[found].content) else None


def _beside(each: Found, first: int, end: int) -> bool:
    """Whether a source and its cue stand right after speech, or right before it."""
    own = (*each.source, *each.cue)
    return 0 <= min(own) - end <= NEAR or 0 < first - max(own) <= NEAR


def _content(row: Vector) -> float:
    return row[1] + row[2]
