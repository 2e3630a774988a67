"""Names that stand with speech without a verb: signed below it by a dash, or before it by a colon."""

from __future__ import annotations

from briefing.network.view import OPENING, View

Tokens = tuple[int, ...]

_DASHES = frozenset({"-", "--", "–", "—", "―"})
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "della", "der", "di", "la", "of", "the", "van", "von"})
_LONGEST = 6
"""Words of a name."""


def signature_after(view: View, end: int) -> tuple[Tokens, Tokens] | None:
    """The name after a dash behind speech that ends before ``end``, and the dash: "We are done." – Ada Quill."""
    if end >= len(view) or view.document.tokens[end].text not in _DASHES:
        return None
    stop = _name_end(view, end + 1)
    ends = stop == len(view) or view.block[stop] != view.block[end] or not view.words[stop][0].isalnum()
    return (tuple(range(end + 1, stop)), (end,)) if stop > end + 1 and ends else None


def label_before(view: View, first: int) -> tuple[Tokens, Tokens] | None:
    """The name with which speech begins at ``first`` or that stands before it, and the colon: QUILL: "We are done"."""
    begin = first + 1 if view.place[first] == OPENING else first
    stop = _name_end(view, begin)
    if stop > begin and _is_colon(view, stop):
        return tuple(range(begin, stop)), (stop,)
    colon = first - 1
    if not _is_colon(view, colon):
        return None
    begin = int(view.first[colon])
    named = begin < colon and _name_end(view, begin) == colon
    return (tuple(range(begin, colon)), (colon,)) if named else None


def _is_colon(view: View, at: int) -> bool:
    return 0 <= at < len(view) and view.words[at] == ":"


def _name_end(view: View, at: int) -> int:
    """The end of the capitalised words that begin at a token, ``at`` itself where there are none."""
    end = at
    for place in range(at, min(at + _LONGEST, len(view))):
        word = view.document.tokens[place].text
        if word[0].isupper():
            end = place + 1
        elif word not in _PARTICLES or place == at:
            break
    return end
