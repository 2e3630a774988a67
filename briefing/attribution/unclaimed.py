"""Speech that no cue claims: quotations whose speaker is named without a verb, or was named before."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from briefing.attribution.assembly import Found, claimed, runs
from briefing.attribution.signatures import signed
from briefing.network.scores import Chances
from briefing.network.view import CLOSING, OPENING, OUT, View

SURE_SPEECH, LEAST_SPEECH = 0.7, 6
"""The probability from which a token is surely content, and how many such tokens make a quotation speech."""

NEAR = 3
"""The most tokens between an unquoted content and speech that continues it: marks, and a word that was left out."""


def with_unclaimed(view: View, kept: Sequence[Found], content: Chances, least: float) -> list[Found]:
    """The attributions together with the quoted speech that none of them claims, in text order.

    ``content`` is the probability that each token is content, whatever the cue. Speech that follows other speech within
    its block is added to that attribution; other speech becomes an attribution: of the name that it is signed or
    labelled with or, if it is content with at least the probability ``least``, without source and cue.
    """
    made = [_with_signature(view, each) for each in kept]
    ends = sorted((max(each.tokens), place) for place, each in enumerate(made))
    for first, end in _speech(view, made, content):
        place = _before(view, made, ends, first)
        if place is not None:
            one = made[place]
            made[place] = replace(one, content=(*one.content, *range(first, end)))
            insort(ends, (end - 1, place))
            continue
        confidence: float = sum(content[first:end].tolist()) / (end - first)
        named = signed(view, first, end)
        if named or confidence >= least:
            source, cue = named or ((), ())
            speech = _without(range(first, end), source, cue)
            insort(ends, (end - 1, len(made)))
            made.append(Found(source, cue, speech, max(confidence, least)))
    return sorted(made, key=lambda each: (each.content, each.cue))


def _with_signature(view: View, found: Found) -> Found:
    """An attribution; if it is speech without source and cue, with the name beside it (``signed``) as its source."""
    first, end = found.content[0], found.content[-1] + 1
    if found.source or found.cue or view.place[first] == OUT or view.place[end - 1] == OUT:
        return found
    first -= view.place[first - 1] == OPENING and view.place[first] != OPENING
    end += end < len(view) and view.place[end] == CLOSING
    named = signed(view, int(first), int(end))
    if named is None:
        return found
    source, cue = named
    return replace(found, source=source, cue=cue, content=_without(found.content, source, cue))


def _without(speech: Sequence[int], source: Sequence[int], cue: Sequence[int]) -> tuple[int, ...]:
    """The tokens of speech without those of its source and cue."""
    return tuple(at for at in speech if at not in source and at not in cue)


def _speech(view: View, kept: Sequence[Found], content: Chances) -> Iterator[tuple[int, int]]:
    """The unclaimed ranges of tokens, each within one quotation and one block, with enough surely content tokens."""
    taken = claimed(kept)
    free = [at for at in np.flatnonzero(view.place != OUT).tolist() if at not in taken]
    for first, end in runs(free):
        edges = [first, *(at for at in range(first + 1, end) if _parts(view, at)), end]
        for low, high in pairwise(edges):
            if np.count_nonzero(content[low:high] >= SURE_SPEECH) >= LEAST_SPEECH:
                yield low, high


def _parts(view: View, at: int) -> bool:
    return bool(view.block[at] != view.block[at - 1] or view.quotation[at] != view.quotation[at - 1])


def _before(view: View, made: Sequence[Found], ends: Sequence[tuple[int, int]], first: int) -> int | None:
    """The index of the attribution that ends nearest before the token ``first``, if that is in the same block and its
    content is speech.

    ``ends`` are the last tokens of all attributions with their indices, sorted.
    """
    at = bisect_left(ends, (first, -1)) - 1
    if at < 0:
        return None
    last, place = ends[at]
    end = made[place].content[-1]
    speech = view.place[end] != OUT or (first - last <= NEAR + 1 and last == end)
    return place if speech and view.block[last] == view.block[first] else None
