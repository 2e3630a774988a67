"""A position as a digest keeps it: little more than its words, ready to be compared with those of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from sys import intern
from typing import NamedTuple

from briefing.digest.terms import Wording, lowered, plain_terms, terms, terms_of, words_of
from briefing.entities.word_classes import grammar
from briefing.model import Brief, Mode, Piece, Position, Speaker, Stance
from briefing.resources import read_rows

_CUT = re.compile(r"(?<=[.!?])[\"”'’)\]]*\s+(?=[\"“'‘\[(]*[A-Z0-9])")
_LONGEST = 40  # last characters of a text that are searched for an abbreviation
_SHORT = 4  # a sentence of fewer words is joined to its neighbour
_NEAR = 200  # sentences are joined only if fewer characters are between them
_BEFORE, _AFTER = 250, 150  # most characters before and after a content that are its context, within its paragraph


class _Sentence(NamedTuple):
    start: int
    end: int
    words: list[str]


class Unit(NamedTuple):
    """A sentence of a content: its offsets in the article (``end`` exclusive), its lower-case words, its terms, the
    words of each quotation in it.

    ``plain`` are its terms without those of names: of numbers, and of words that do not begin with a capital.
    """

    start: int
    end: int
    words: tuple[str, ...]
    terms: tuple[str, ...]
    quoted: tuple[tuple[str, ...], ...]
    plain: frozenset[str]


@dataclass(slots=True)
class Said:
    """A position of a report; ``report`` is the report's number in the digest.

    ``text`` is the content on one line, its pieces joined by an ellipsis; ``holders`` are the last names of its parties
    and speakers in lower case; ``context`` are the terms around it in its paragraph; ``titled``: it is in the title.
    """

    report: int
    position: int
    parties: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    stance: Stance
    mode: Mode
    cue: str
    text: str
    pieces: tuple[Piece, ...]
    quotes: tuple[Piece, ...]
    score: float
    key: bool
    same_as: int | None
    holders: tuple[str, ...]
    context: tuple[str, ...]
    titled: bool

    @property
    def start(self) -> int:
        """The offset in the article where the content begins."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """The offset in the article after the content's last character."""
        return self.pieces[-1].end

    def units(self) -> list[Unit]:
        """The sentences of the content, very short ones joined to their neighbour."""
        return [self._unit(*each) for each in _joined(self._sentences())]

    def _sentences(self) -> Iterator[_Sentence]:
        for piece in self.pieces:
            begin = 0
            for found in _CUT.finditer(piece.text):
                text = piece.text[begin : found.start()]
                if not _abbreviated(text):
                    yield _Sentence(piece.start + begin, piece.start + found.start(), words_of(text))
                    begin = found.end()
            yield _Sentence(piece.start + begin, piece.end, words_of(piece.text[begin:]))

    def _unit(self, start: int, end: int, found: list[str]) -> Unit:
        quoted = tuple(_lower(words_of(part)) for part in _within(self.quotes, start, end))
        words = _lower(found)
        quoted = quoted or ((words,) if self.mode == "direct" else ())
        return Unit(start, end, words, tuple(terms_of(found)), quoted, plain_terms(found))


def _lower(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(lowered, words))


def told_text(brief: Brief) -> str:
    """What is known of an article's text: all of it where the brief has it, else its summary and positions."""
    if brief.article.text is not None:
        return brief.article.text
    pieces = [each.piece for each in brief.summary]
    pieces += [piece for position in brief.positions for piece in (*position.source, *position.content)]
    return "\n".join(piece.text for piece in sorted(set(pieces), key=lambda piece: (piece.start, piece.end)))


def said(brief: Brief, report: int, told: Wording | None = None) -> list[Said]:
    """The positions of a brief as ``Said``, without those that have no content; ``report`` is the article's number.

    ``told`` is the ``Wording`` of the article's text: with it the terms around each position need not be found again.
    """
    names = {party.name: (party.name, *party.aliases) for party in brief.parties}
    return [_said(brief, position, report, names, told) for position in brief.positions if position.content]


def _said(
    brief: Brief, position: Position, report: int, names: Mapping[str, tuple[str, ...]], told: Wording | None
) -> Said:
    held = [form for name in position.parties for form in names.get(name, (name,))]
    held += [speaker.name for speaker in position.speakers]
    return Said(
        report=report,
        position=position.id,
        parties=tuple(map(intern, position.parties)),
        speakers=position.speakers,
        stance=position.stance,
        mode=position.mode,
        cue=intern(" ".join(piece.shown for piece in position.cue)),
        text=_line(position.content),
        pieces=position.content,
        quotes=position.quotes,
        score=position.score,
        key=position.key,
        same_as=position.same_as,
        holders=tuple(dict.fromkeys(intern(name) for name in map(last_name, held) if name)),
        context=_context(brief, position, told),
        titled=_is_titled(brief.article.title or "", position),
    )


def _line(pieces: Sequence[Piece]) -> str:
    return unwrapped(pieces[0].shown if len(pieces) == 1 else " … ".join(piece.shown for piece in pieces))


def unwrapped(text: str) -> str:
    """A text with each run of white space as one space; the same object if nothing changes, which saves memory."""
    line = " ".join(text.split())
    return text if line == text else line


def _is_titled(title: str, position: Position) -> bool:
    return all(piece.end <= len(title) and piece.text in title for piece in position.content)


@lru_cache(maxsize=1 << 14)
def last_name(name: str) -> str:
    """The last word of a name that is no suffix ("Jr."), in lower case."""
    words = [word.strip(".,") for word in name.casefold().split()]
    while len(words) > 1 and words[-1] in grammar("suffix"):
        words.pop()
    return words[-1] if words else ""


def _context(brief: Brief, position: Position, told: Wording | None) -> tuple[str, ...]:
    start, end, text = position.content[0].start, position.content[-1].end, brief.article.text
    if text is None:
        pieces = (*position.source, *position.cue, *position.content)
        return tuple(dict.fromkeys(terms(" ".join(piece.shown for piece in pieces))))
    first = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + _AFTER)
    if told is not None:
        return told.terms_within(first, last)
    begin, stop = text.rfind(" ", 0, first) + 1, text.find(" ", last)
    return Wording(text[begin : stop if stop >= 0 else len(text)]).terms_within(first - begin, last - begin)


def _joined(sentences: Iterable[_Sentence]) -> list[_Sentence]:
    found: list[_Sentence] = []
    for each in sentences:
        last = found[-1] if found else None
        if last and min(len(each.words), len(last.words)) < _SHORT and each.start - last.end < _NEAR:
            found[-1] = _Sentence(last.start, each.end, last.words + each.words)
        else:
            found.append(each)
    return found


def _within(pieces: Sequence[Piece], start: int, end: int) -> Iterator[str]:
    """The parts of some pieces between two offsets."""
    for piece in pieces:
        first, last = max(piece.start, start), min(piece.end, end)
        if first < last:
            yield piece.text[first - piece.start : last - piece.start]


def _abbreviated(text: str) -> bool:
    """Whether a text ends with an abbreviation or an initial, so that its full stop does not end a sentence."""
    words = text[-_LONGEST:].rstrip("!?\"”'’)]").split()
    word = words[-1].lstrip("\"“‘'([").casefold() if words else ""
    return word.endswith(".") and (len(word) <= 2 or word in _abbreviations())


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(
        f"{word.casefold()}."
        for kind, words in read_rows("language/abbreviations.tsv")
        if kind != "doubtful"
        for word in words.split()
    )
