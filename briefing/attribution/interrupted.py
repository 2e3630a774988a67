"""Contents on both sides of their tag (source and cue): "We will read it," she told us, "and then we will decide."."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from briefing.attribution.assembly import Found, claimed
from briefing.network.view import OPENING, OUT, View

_CUT_OFF = 4
"""The most tokens at the end of a clause before its tag that are added to the content."""


def with_both_sides(view: View, kept: Sequence[Found]) -> list[Found]:
    """Attributions with contents extended right before and after a tag that follows the content.

    Before the tag a content takes in the rest of its clause ("He | could, Quill replied"); after it, within the
    sentence, a quotation that goes on after a comma, or what follows a colon; but no tokens of other attributions.
    """
    taken = claimed(kept)
    made = []
    for each in kept:
        more = [at for at in (*_left_of_clause(view, each), *_goes_on(view, each, taken)) if at not in taken]
        taken.update(more)
        made.append(replace(each, content=tuple(sorted({*each.content, *more}))) if more else each)
    return made


def _left_of_clause(view: View, found: Found) -> range:
    """The tokens between a content and the comma before its tag, if they are few and all of them words."""
    end = found.content[-1] + 1
    comma = min(_tag(found), default=0) - 1
    if (
        not end < comma <= end + _CUT_OFF
        or view.words[comma] != ","
        or not _one_sentence(view, found.content[-1], comma)
    ):
        return range(0)
    plain = all(view.words[at].isalnum() and view.place[at] == OUT for at in (end - 1, *range(end, comma)))
    return range(end, comma) if plain else range(0)


def _goes_on(view: View, found: Found, taken: Set[int]) -> range:
    """The tokens after the tag with which a content before it goes on."""
    last, end = max(_tag(found), default=0), found.content[-1]
    if last < end or not _one_sentence(view, end, last):
        return range(0)
    stop = view.document.sentences[int(view.sentence[last])].end_token
    if view.place[end] == OUT:
        colon = last + 1 < stop and view.words[last + 1] == ":"
        return _free(range(last + 2, stop), taken) if colon else range(0)
    opening = next((at for at in range(last + 1, stop) if view.place[at] == OPENING), stop)
    if opening == stop or view.words[opening - 1] != "," or not _free(range(last + 1, opening), taken):
        return range(0)
    stop = next((at for at in range(opening, stop) if view.quotation[at] != view.quotation[opening]), stop)
    return _free(range(opening, stop), taken)


def _tag(found: Found) -> tuple[int, ...]:
    """The tokens of source and cue, if both exist and follow the content; else none."""
    tag = (*found.source, *found.cue)
    return tag if found.source and found.cue and min(tag) > found.content[-1] else ()


def _one_sentence(view: View, one: int, other: int) -> bool:
    return bool(view.sentence[one] == view.sentence[other])


def _free(stretch: range, taken: Set[int]) -> range:
    """The range of tokens, or an empty one if any of them is claimed."""
    return range(0) if any(at in taken for at in stretch) else stretch
