"""Turns the role probabilities of the tokens around each cue into attributions that do not contradict one another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from briefing.language import is_word
from briefing.model import Document
from briefing.network.scores import ROLES, Chances, Rows
from briefing.network.view import View
from briefing.resources import read_words

SWITCH = 0.37
"""The prior odds of a content beginning or ending at any one token, against no change there."""

_CONTENT, _SOURCE, _CUE = map(ROLES.index, ("content", "source", "cue"))
_DOUBT = 1e-6
"""Keeps the odds of probabilities 0 and 1 finite."""
_PIECE = 0.3
"""The least weight (sum of probabilities) of a piece of a source, as a share of the weight of its best piece."""
_GAP = 2
"""The most tokens without a role in a gap of a cue that is filled ("voiced their | grave | concern")."""
_NOUNS = 3
"""The most nouns that are added after an adjective ("a bilateral | meeting")."""
_TORN = 2
"""The most tokens at the end of a name that are moved from the content to the source, which has its beginning."""
_TELLING = 2
"""How many tokens longer a content must at least be than the content of a claim within it."""

_POSSIBLE = 0.25
"""Tokens that are less likely content than this cannot be its first or last: their odds, 1 to 3, are below SWITCH."""


Flags = NDArray[np.bool_]
"""One truth value per token."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as the token indices of each role, in text order.

    ``stances`` are the probabilities of STANCES, empty where they were not predicted.
    """

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    confidence: float
    stances: tuple[float, ...] = ()

    @property
    def tokens(self) -> tuple[int, ...]:
        """The tokens of all roles."""
        return (*self.source, *self.cue, *self.content)


def claimed(kept: Iterable[Found]) -> set[int]:
    """The tokens that have a role in any of the attributions."""
    return {at for each in kept for at in each.tokens}


def assemble(roles: Rows, low: int, sure: float, own: Flags | None = None) -> Found:
    """The attribution of a cue, from the probabilities of ROLES for each token of its window, which begins at ``low``.

    ``sure`` becomes its confidence. Where ``own`` is given, cue and content stand only in the rows that it marks.
    """
    if own is not None:
        roles = roles.copy()
        roles[~own, _CONTENT] = roles[~own, _CUE] = 0.0
    likeliest, inside = roles.argmax(axis=1), np.zeros(len(roles), bool)
    possible = np.flatnonzero(roles[:, _CONTENT] >= _POSSIBLE)
    if len(possible):
        first, end = max(0, possible[0] - 1), possible[-1] + 2
        inside[first:end] = smooth(roles[first:end, _CONTENT])
    if not inside.any():
        inside = likeliest == _CONTENT
    content = inside & (likeliest != _SOURCE) & (likeliest != _CUE)
    source = _weighty(roles[:, _SOURCE], np.flatnonzero(likeliest == _SOURCE).tolist())
    cue = _closed(np.flatnonzero(likeliest == _CUE).tolist(), content | (likeliest == _SOURCE))
    held = np.flatnonzero(content).tolist()
    return Found(_moved(source, low), _moved(cue, low), _moved(held, low), sure)


def _moved(rows: Sequence[int], low: int) -> tuple[int, ...]:
    return tuple(low + row for row in rows)


def _weighty(chances: Chances, source: Sequence[int]) -> list[int]:
    """The rows of a source without those of its pieces that are far less likely than the likeliest one."""
    weights = {piece: chances[slice(*piece)].sum() for piece in runs(source)}
    least = _PIECE * max(weights.values(), default=0.0)
    return [at for piece, weight in weights.items() if weight >= least for at in range(*piece)]


def _closed(cue: Sequence[int], taken: Flags) -> list[int]:
    """The rows of a cue with its short gaps filled, where none of their rows is ``taken``."""
    between = (range(one[1], two[0]) for one, two in pairwise(runs(cue)))
    filled = [at for gap in between if len(gap) <= _GAP and not taken[gap].any() for at in gap]
    return sorted([*cue, *filled])


def smooth(chances: Chances) -> list[bool]:
    """Whether each token is content: the likeliest sequence of states, where each change costs a factor of SWITCH.

    Viterbi's algorithm for two states. It keeps only the odds of the best sequence that ends inside a content against
    the best one that ends outside; as either may change into the other, these lie between SWITCH and 1 / SWITCH before
    they are multiplied with the odds of the next token.
    """
    odds, course = 1.0, []
    for own in ((chances + _DOUBT) / (1 - chances + _DOUBT)).tolist():
        odds = min(max(odds, SWITCH), 1 / SWITCH) * own
        course.append(odds)
    inside, smoothed = odds > 1, []
    for odds in reversed(course):
        inside = odds >= SWITCH if inside else odds > 1 / SWITCH
        smoothed.append(inside)
    return smoothed[::-1]


def reconcile(found: Iterable[Found], least: float) -> list[Found]:
    """The attributions of at least the confidence ``least`` without contradictions, in text order.

    The surest one takes its tokens first: a token is content or cue of one attribution only, except for claims within
    claims, while a source may serve several. An attribution that loses more than half of its content is dropped.
    """
    kept: list[Found] = []
    found = list(found)
    holders: list[tuple[int, ...]] = [()] * (1 + max((max(each.tokens, default=0) for each in found), default=0))
    for one in sorted(found, key=lambda each: (-each.confidence, each.cue, each.content)):
        if one.confidence < least:
            continue
        met = sorted({place for at in one.tokens for place in holders[at]})
        left = _without(one, [kept[place] for place in met if not _nested(one, kept[place])])
        if left.content and 2 * len(left.content) >= len(one.content):
            own = (len(kept),)
            for at in left.tokens:
                holders[at] = (*holders[at], *own) if holders[at] else own  # tokens mostly share one tuple
            kept.append(left)
    return sorted(kept, key=lambda each: (each.content, each.cue))


def _nested(one: Found, other: Found) -> bool:
    """Whether one of two attributions is a claim within the content of the other."""
    return _lies_in(one, other) or _lies_in(other, one)


def _lies_in(inner: Found, outer: Found) -> bool:
    outside = {*inner.cue, *inner.content}.difference(outer.content)
    return bool(inner.cue) and not outside and len(inner.content) + _TELLING <= len(outer.content)


def _without(one: Found, rivals: Sequence[Found]) -> Found:
    """An attribution without the words that surer ones have."""
    words = {at for each in rivals for at in (*each.cue, *each.content)}
    named = {at for each in rivals for at in each.source}
    content = tuple(at for at in one.content if at not in words and at not in named)
    words.update(content)
    cue = tuple(at for at in one.cue if at not in words)
    words.update(cue)
    return replace(one, source=tuple(at for at in one.source if at not in words), cue=cue, content=content)


def complete(view: View, kept: Sequence[Found]) -> list[Found]:
    """Attributions with contents extended that end in mid-clause ("the harbour was closed by the").

    After a word that cannot end a clause, a content is extended up to a punctuation mark, a token with another role or
    the end of the sentence; after an adjective, over its noun. A name divided between source and content goes to the
    source.
    """
    whole = [_with_names(view, each) for each in kept]
    taken = claimed(whole)
    completed = []
    for each in whole:
        more: list[int] = []
        for _, end in runs(each.content):
            rest = list(_noun(view, end, taken) or _rest(view.document, end, taken))
            taken.update(rest)
            more += rest
        completed.append(replace(each, content=tuple(sorted({*each.content, *more}))))
    return completed


def _with_names(view: View, found: Found) -> Found:
    """An attribution with those short pieces of content moved to the source that end a name of it ("Ida | Holt")."""
    pieces = runs(found.content)
    torn = {
        at
        for first, end in pieces
        if len(pieces) > 1 and first - 1 in found.source and end - first <= _TORN
        for at in range(first, end)
    }
    if not all(view.document.tokens[at].text[0].isupper() for at in {*torn, *(at - 1 for at in torn)}):
        return found
    content = tuple(at for at in found.content if at not in torn)
    return replace(found, source=tuple(sorted({*found.source, *torn})), content=content) if torn and content else found


def _noun(view: View, end: int, taken: Set[int]) -> range:
    """The nouns from the token ``end`` on, if an adjective stands before them: "a bilateral | meeting"."""
    if end == len(view) or view.forms[end - 1].tag != "JJ" or view.block[end - 1] != view.block[end]:
        return range(0)
    last = end
    while last < min(len(view), end + _NOUNS) and last not in taken and view.forms[last].tag in ("NN", "NNS"):
        last += 1
    return range(end, last)


def _rest(document: Document, end: int, taken: set[int]) -> Iterator[int]:
    """The tokens from ``end`` on that complete a clause, if the token before them cannot end one."""
    tokens = document.tokens
    if tokens[end - 1].text.lower() not in read_words("attribution/never_last.txt"):
        return
    sentence = bisect_right(document.sentences, end - 1, key=lambda each: each.first_token) - 1
    for at in range(end, document.sentences[sentence].end_token):
        if at in taken or not is_word(tokens[at].text):
            return
        yield at


def runs(tokens: Sequence[int], parted: Collection[int] = ()) -> list[tuple[int, int]]:
    """The runs of consecutive tokens as pairs (first, end), end exclusive; a token of ``parted`` begins a new run."""
    ranges: list[tuple[int, int]] = []
    for at in tokens:
        if ranges and ranges[-1][1] == at and at not in parted:
            ranges[-1] = (ranges[-1][0], at + 1)
        else:
            ranges.append((at, at + 1))
    return ranges
