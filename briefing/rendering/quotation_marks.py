"""Adds quotation marks for people's formats: at the ends of contents, which lack them, and where one is left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model import Brief, Piece

_STRAIGHT_OPENS = re.compile(r"(?<![^\s(\[“‘\"'—–-])\"(?=[^\s\"])[^\"]*$")
_SINGLE_OPENS = re.compile(r"(?<![^\s(\[“\"—–-])'(?=\w)")
_SINGLE_CLOSES = re.compile(r"(?<=[\w.,!?…])'(?!\w)")
_CURLY_CLOSES = re.compile(r"(?<=[^\s])’(?!\w)")


class Marks(NamedTuple):
    """The quotation marks that an article uses."""

    open: str
    close: str


def marks_of(brief: Brief) -> Marks:
    """The quotation marks of the article, as far as its sentences and contents show them."""
    text = "".join(_all_text(brief))
    if "“" in text or not any(mark in text for mark in '"‘'):
        return Marks("“", "”")
    return Marks('"', '"') if '"' in text else Marks("‘", "’")


def with_marks(piece: Piece, quotes: Sequence[Piece], marks: Marks) -> str:
    """A piece of a content with the quotation marks at its ends, which it lacks where one of ``quotes`` begins or ends.

    The added marks are ``marks``, or of the kind that the piece itself uses."""
    text = piece.shown
    if '"' in text and "“" not in text and "”" not in text:
        marks = Marks('"', '"')
    opens = any(quote.start <= piece.start < quote.end for quote in quotes) or _lacks_opening(text)
    closes = any(quote.start < piece.end <= quote.end for quote in quotes) or _lacks_closing(text)
    if opens and closes:
        return marks.open + text + marks.close
    if opens:
        return marks.open + text
    return (_left_open(text) and closed(text)) or text + marks.close if closes else text


def sentence_with_marks(sentence: Piece) -> str:
    """A sentence; if it has only one of the marks of a longer quotation, with the other mark added."""
    text = sentence.shown
    alone = sum(mark in '"“”' for mark in text) == 1
    return with_marks(sentence, (), Marks("“", "”")) if alone else text


def closed(words: str) -> str:
    """The words, followed by the marks that close the parenthesis and quotations that they leave open."""
    left = _left_open(words)
    if words.rfind("(") > words.rfind(")"):
        words += ")"
    return words + left


def _left_open(words: str) -> str:
    """The marks that close the quotations left open, the inner one first; "" if there are none."""
    inner = ""
    if words.rfind("‘") > max((each.start() for each in _CURLY_CLOSES.finditer(words)), default=-1):
        inner = "’"
    elif len(_SINGLE_OPENS.findall(words)) > len(_SINGLE_CLOSES.findall(words)):
        inner = "'"
    if words.rfind("“") > words.rfind("”"):
        return inner + "”"
    return inner + '"' * bool(words.count('"') % 2 and _STRAIGHT_OPENS.search(words))


def _lacks_opening(text: str) -> bool:
    if "”" in text:
        return "“" not in text[: text.index("”")]
    first = text.find('"')
    is_inches = text[first - 1 : first].isdigit()
    return text.count('"') % 2 == 1 and not _is_opening(text, first) and not is_inches


def _lacks_closing(text: str) -> bool:
    if "“" in text:
        return "”" not in text[text.rindex("“") :]
    last = text.rfind('"')
    return text.count('"') % 2 == 1 and _is_opening(text, last)


def _is_opening(text: str, place: int) -> bool:
    """Whether the straight mark at this place opens a quotation: it stands before a word and not after one."""
    return (place == 0 or not text[place - 1].isalnum()) and text[place + 1 : place + 2].strip() != ""


def _all_text(brief: Brief) -> Iterable[str]:
    yield brief.article.title or ""
    for sentence in brief.summary:
        yield sentence.piece.shown
    for position in brief.positions:
        for piece in position.content:
            yield piece.shown
