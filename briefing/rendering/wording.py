"""The words that people's formats have in common: dates, speakers, stances, relations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.calendar import month_names
from briefing.model import ArticleInfo, Position, Resolved, Speaker, Stance
from briefing.rendering.brevity import at_a_glance, role_at_a_glance
from briefing.rendering.grouping import RelationGroup

_EVIDENCE_WORDS = 24
UNNAMED = "Holder not named"
SIGNS: dict[Stance, str] = {
    "support": "+",
    "pledge": "+",
    "oppose": "−",
    "accuse": "−",
    "deny": "×",
    "demand": "!",
    "warn": "▲",
    "concern": "?",
    "predict": "→",
    "state": "·",
}
HOW_FOUND: dict[Resolved, str] = {
    "name": "named",
    "pronoun": "found by a pronoun",
    "description": "found by a description",
    "carried": "who spoke before",
    "joint": "with others",
    "unnamed": "in the source’s own words",
    "unknown": "not found",
}
"""How the holder of a position was found."""

RELATION_SIGNS = {"together": "=", "against": "≠"}
_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", re.ASCII)


def heading(article: ArticleInfo) -> str:
    """The article's title, else its id, else its source."""
    return article.title or article.id or article.source


def source_words(position: Position) -> str:
    """The words that name who holds a position, as they stand."""
    return " … ".join(piece.shown for piece in position.source)


def spoken_date(value: str) -> str:
    """An ISO date as people write it; anything else as it is."""
    found = _ISO_DATE.fullmatch(value)
    if not found or not 1 <= int(found["month"]) <= 12:
        return value
    return f"{int(found['day'])} {month_names()[int(found['month']) - 1]} {found['year']}"


def length(article: ArticleInfo) -> str:
    """How long the article is."""
    return f"{_count(article.words, 'word')}, {_count(article.sentences, 'sentence')}"


def particulars(article: ArticleInfo) -> str:
    """Outlet, place, date, byline and length, as far as known."""
    when = spoken_date(article.date) if article.date else None
    parts = (article.outlet, article.dateline, when, article.byline, length(article))
    return " · ".join(part for part in parts if part)


def speakers_line(speakers: Iterable[Speaker], parties: Sequence[str] = ()) -> str:
    """Each speaker with the role; only the role of one who is among ``parties``, whose names are shown already."""
    known = {party.casefold() for party in parties}
    return "; ".join(filter(None, (_speaker(speaker, speaker.name.casefold() in known) for speaker in speakers)))


class Introductions:
    """Speakers with their roles, each role at the first mention alone, as in a newspaper."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def line(self, speakers: Sequence[Speaker], parties: Sequence[str]) -> str:
        """Who voiced a position of these parties."""
        met = [speaker if speaker.name not in self._known else Speaker(speaker.name, None) for speaker in speakers]
        self._known.update(speaker.name for speaker in speakers)
        return speakers_line(met, parties)


def as_heading(names: str) -> str:
    """Names as a heading: with a capital where they begin with a word in lower case."""
    return names[0].upper() + names[1:] if names.partition(" ")[0].islower() else names


def holders(parties: Sequence[str]) -> str:
    """The parties of a position in one line."""
    return ", ".join(parties) or UNNAMED


def stance_label(stance: Stance) -> str:
    """Sign and word, so that neither colour nor a legend is needed."""
    return f"{SIGNS[stance]} {stance}"


def relation_words(group: RelationGroup) -> str:
    """Who stands with or against whom."""
    sides = (", ".join(group.parties), ", ".join(group.others))
    return " vs ".join(side for side in sides if side)


def relation_evidence(group: RelationGroup) -> str:
    """The words of the article that show the relation, shortened; "" if they are not known."""
    return at_a_glance(group.shown_by.shown, _EVIDENCE_WORDS) if group.shown_by else ""


def _speaker(speaker: Speaker, known: bool) -> str:
    parts = (None if known else speaker.name, role_at_a_glance(speaker.role))
    return ", ".join(part for part in parts if part)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
