"""Names of speakers that no cue ties to their speech: signed below it, or before it with a colon."""

from __future__ import annotations

from briefing.network.view import OPENING, View

Tokens = tuple[int, ...]

_DASHES = frozenset({"-", "--", "–", "—", "―"})
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "della", "der", "di", "la", "of", "the", "van", "von"})
_ENDS = frozenset({",", "!", "?"})
"""The marks at the end of speech after which its sentence goes on."""

_FROM = frozenset({"from", "by"})
_LONGEST, _LINE = 6, 16
"""The most tokens of a name, and of a line that only names the speaker."""


def signed(view: View, first: int, end: int) -> tuple[Tokens, Tokens] | None:
    """The tokens of the name beside the speech ``first:end``, and those of the mark or words that join them, if any."""
    beside = _signature_after(view, end) or _tag_after(view, first, end) or _line_after(view, first, end)
    return beside or _label_before(view, first)


def _signature_after(view: View, end: int) -> tuple[Tokens, Tokens] | None:
    """The name after a dash behind speech that ends before ``end``, and the dash: "We are done." – Ada Quill."""
    if end >= len(view) or view.document.tokens[end].text not in _DASHES:
        return None
    stop = _name_end(view, end + 1)
    ends = stop == len(view) or view.block[stop] != view.block[end] or not view.words[stop][0].isalnum()
    return (tuple(range(end + 1, stop)), (end,)) if stop > end + 1 and ends else None


def _tag_after(view: View, first: int, end: int) -> tuple[Tokens, Tokens] | None:
    """The name after speech and its verb, which the network did not find: "We are done," grumbled Ada Quill."""
    if not 1 < end < len(view) or view.sentence[end] != view.sentence[end - 1] or view.words[end - 2] not in _ENDS:
        return None
    stop = _name_end(view, end)
    if stop > end:
        return (tuple(range(end, stop)), (stop,)) if _is_past(view, stop) else None
    stop = _name_end(view, end + 1)
    return (tuple(range(end + 1, stop)), (end,)) if _is_past(view, end) and stop > end + 1 else None


def _is_past(view: View, at: int) -> bool:
    return at < len(view) and "VBD" in view.forms[at].tag and view.document.tokens[at].text.islower()


def _line_after(view: View, first: int, end: int) -> tuple[Tokens, Tokens] | None:
    """The line under speech that fills its own lines, if it is a name with a role after a comma, or a name alone that
    no empty line separates from the speech."""
    if not (_opens_line(view, first) and _opens_line(view, end)) or end >= len(view):
        return None
    stop = next((at for at in range(end + 1, min(end + _LINE, len(view))) if _opens_line(view, at)), len(view))
    name = min(_name_end(view, end), stop)
    told = name == stop and _between(view, end).count("\n") == 1
    told = told or (name < stop - 1 and view.words[name] == ",")
    if name == end or not told or stop - end >= _LINE or not view.words[stop - 1][-1].isalnum():
        return None
    return tuple(range(end, stop)), ()


def _opens_line(view: View, at: int) -> bool:
    return at in (0, len(view)) or bool(view.block[at] != view.block[at - 1]) or "\n" in _between(view, at)


def _between(view: View, at: int) -> str:
    """The text between a token and the one before it."""
    tokens = view.document.tokens
    return view.document.article.text[tokens[at - 1].end : tokens[at].start]


def _label_before(view: View, first: int) -> tuple[Tokens, Tokens] | None:
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
    return (tuple(range(begin, colon)), (colon,)) if named else _announced(view, begin, colon)


def _announced(view: View, begin: int, colon: int) -> tuple[Tokens, Tokens] | None:
    """The speaker that a line of its own announces, and the words before the name: "Statement from Quill Lines:"."""
    if not _opens_line(view, begin) or not _opens_line(view, colon + 1) or colon - begin > _LINE:
        return None
    word = next((at for at in range(begin, colon) if view.words[at] in _FROM), colon)
    named = any(view.document.tokens[at].text[0].isupper() for at in range(word + 1, colon))
    return (tuple(range(word + 1, colon)), tuple(range(begin, word + 1))) if named else None


def _is_colon(view: View, at: int) -> bool:
    return 0 <= at < len(view) and view.words[at] == ":"


def _name_end(view: View, at: int) -> int:
    """The end (exclusive) of the capitalised words that begin at a token, ``at`` itself where there are none."""
    end = at
    for place in range(at, min(at + _LONGEST, len(view))):
        word = view.document.tokens[place].text
        if word[0].isupper():
            end = place + 1
        elif word not in _PARTICLES or place == at:
            break
    return end
