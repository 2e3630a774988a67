"""How formats for people word a content: with its cue if it needs one, joined over a cue in its middle, shortened.

Every word stands in the article, in its order; what is left out between pieces shows as an ellipsis.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.language.morphology import base_forms
from briefing.model import Brief, Piece, Position
from briefing.rendering.brevity import at_a_glance
from briefing.rendering.quotation_marks import Marks, closed, marks_of, with_marks
from briefing.resources import read_words

_ADJACENT = 4  # characters between two pieces of one speech: a mark, a line end, a mark
_COMMA = len(", ")
_OBJECTS = frozenset({"him", "her", "them", "it", "us", "me", "this", "that", "these", "those"})
_PERFECT = frozenset({"has", "have", "had"})
_NO_PARTICIPLES = frozenset({"been", "not", "no", "never", "to", "a", "an", "the", "some", "any"})


class Teller:
    """Words the positions of a brief with the quotation marks of its article; ``shown`` are those that are shown."""

    def __init__(self, brief: Brief, shown: Iterable[Position]) -> None:
        ids = {each.id for each in shown}
        self._marks = marks_of(brief)
        self._left_out = {each.content[-1].end: each for each in brief.positions if each.id not in ids}

    def whole(self, position: Position) -> str:
        """The content, after its cue if that is needed ("called the plan a farce"); if it begins with a pronoun, also
        after the position right before it ("slammed the plans, calling them a farce").
        """
        cue = _cue_before(position)
        words = _joined(position, self._marks, over_cues=True)
        if cue is None or not _is_needed(cue, position):
            return words
        before = self._judged_before(position)
        if before is not None and (opening := _cue_before(before)):
            judged = _joined(before, self._marks, over_cues=True)
            return f"{_behind(_plain(opening), judged, self._marks)}, {_behind(cue, words, self._marks)}"
        return _behind(_plain(cue), words, self._marks)

    def tell(self, position: Position) -> str:
        """The same, without a conjunction or relative pronoun at its beginning, and cut if it is long."""
        return at_a_glance(self.whole(position))

    def _judged_before(self, position: Position) -> Position | None:
        """For a content that begins with a pronoun: the position of the same parties that ends right before its cue,
        if it is not shown itself."""
        if position.content[0].shown.partition(" ")[0].lower() not in _OBJECTS:
            return None
        before = self._left_out.get(position.cue[0].start - _COMMA)
        return before if before and before.parties == position.parties else None


def _behind(cue: str, words: str, marks: Marks) -> str:
    """The cue and the content after it; a quotation that runs over both has one pair of marks (voiced “grave fear”)."""
    if cue.endswith(marks.close) and words.startswith(marks.open):
        return f"{cue.removesuffix(marks.close)} {words.removeprefix(marks.open)}"
    return f"{cue} {words}"


def quoted(position: Position, marks: Marks) -> str:
    """The content with its quotation marks: those at its ends, which are not part of its pieces, are added.

    Pieces with other words between them are joined by an ellipsis.
    """
    return _joined(position, marks)


def _joined(position: Position, marks: Marks, *, over_cues: bool = False) -> str:
    shown = ""
    for index, piece in enumerate(position.content):
        if index:
            before = position.content[index - 1]
            shown += (_over_cue(position, before, piece) if over_cues else None) or _gap(before, piece)
        shown += with_marks(piece, position.quotes, marks)
    return shown


def _gap(before: Piece, after: Piece) -> str:
    return " " if after.start - before.end <= _ADJACENT else " … "


def _over_cue(position: Position, before: Piece, after: Piece) -> str | None:
    """The words that join two pieces of a content if a cue stands right before the second piece; else None.

    A cue right after the first piece, or after its comma, joins them as it is. A cue further on comes after an
    ellipsis, with its subject if that stands right before it; there a plain verb of speech is left out (None)."""
    cue = next((each for each in position.cue if before.end < each.start and after.start - each.end == 1), None)
    if cue is None or position.mode == "direct":
        return None
    if cue.start - before.end <= _COMMA:
        return f"{', ' if cue.start - before.end > 1 else ' '}{cue.shown} "
    if _is_plain(_telling_words(cue.shown)):
        return None
    subject = next((each for each in position.source if before.end < each.start and cue.start - each.end == 1), None)
    return f" … {subject.shown} {cue.shown} " if subject else f" … {cue.shown} "


def _cue_before(position: Position) -> str | None:
    """The cue before a content, if it is unbroken and at most a quotation mark is between the two; else None."""
    content = position.content[0]
    cue = [each for each in position.cue if each.end <= content.start]
    words = " ".join(each.shown for each in cue)
    mark = closed(words) != words or any(each.start == content.start for each in position.quotes)
    if not cue or not 1 <= content.start - cue[-1].end <= 1 + mark:
        return None
    return closed(words) if all(after.start - before.end <= 1 for before, after in pairwise(cue)) else None


def _is_needed(cue: str, position: Position) -> bool:
    """Whether a content is hard to read without its cue: not if that is plain speech; if it only repeats the stance,
    before a pronoun or preposition."""
    words = _telling_words(cue)
    if words and all(position.stance in base_forms(word) for word in words):
        first = position.content[0].shown.partition(" ")[0].lower()
        return first in _OBJECTS | read_words("rendering/prepositions.txt")
    return not _is_plain(words)


def _telling_words(cue: str) -> list[str]:
    """The words of a cue without function words."""
    return [word for word in cue.lower().split() if word not in read_words("attribution/never_last.txt")]


def _is_plain(words: Sequence[str]) -> bool:
    """Whether the words of a cue say no more than that something is said."""
    return all(not read_words("rendering/plain_cues.txt").isdisjoint(base_forms(word)) for word in words)


def _plain(cue: str) -> str:
    """A cue without the auxiliary of the perfect tense at its beginning ("has slammed")."""
    first, _, rest = cue.partition(" ")
    return rest if first in _PERFECT and rest.partition(" ")[0] not in _NO_PARTICIPLES | {""} else cue
