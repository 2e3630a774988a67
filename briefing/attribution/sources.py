"""Sources that end within a name ("Tory co-chairman Liam | Fox"), extended to its end."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from briefing.attribution.assembly import Found, runs
from briefing.network.view import View

_LONGEST = 4
"""The most tokens by which a source is extended; where it would take more, it is not extended at all."""

_NAMES, _NOUNS = ("^NN", "^JJ", "?NNP"), ("NN", "NNS")
_NO_CUES = "0?"
"""The cue levels of words that are never cues, or unknown."""


def with_whole_sources(view: View, kept: Sequence[Found]) -> list[Found]:
    """Attributions with sources extended to the end of each name and of the nouns that follow it ("New | York man")."""
    return [replace(each, source=_whole(view, each)) for each in kept]


def _whole(view: View, found: Found) -> tuple[int, ...]:
    taken = {*found.cue, *found.content}
    more = [at for _, end in runs(found.source) for at in _rest(view, end, taken)]
    return tuple(sorted({*found.source, *more})) if more else found.source


def _rest(view: View, end: int, taken: Set[int]) -> range:
    """The tokens from ``end`` on that continue the name in which a piece of a source ends."""
    last = end
    stop = view.document.sentences[int(view.sentence[end - 1])].end_token
    while last < stop and last not in taken and _goes_on(view, last):
        last += 1
    return range(end, last) if last - end <= _LONGEST else range(0)


def _goes_on(view: View, at: int) -> bool:
    before, form = view.forms[at - 1], view.forms[at]
    named = form.tag.startswith(_NAMES) or (form.tag in _NOUNS and form.level in _NO_CUES)
    return before.tag.startswith(_NAMES) and named
