"""What a digest is made of: plain immutable data, each telling with the file and the offsets it comes from.

Reports, entries, actors and issues refer to one another by their place in the tuples of the ``Digest``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from briefing.model import Extra, Mode, PartyKind, RelationKind, Speaker, Stance

Turn = Literal["denied, then confirmed", "stated, then denied", "opposed, then supported", "supported, then opposed"]


@dataclass(frozen=True, slots=True)
class Report:
    """An article of the digest.

    ``copy_of`` is the earlier report with which it shares text, ``copied`` the share of this one's text (0 to 1) that
    is found there.
    """

    id: str
    source: str
    title: str | None
    date: str | None
    copy_of: int | None = None
    copied: float = 0.0
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    extra: Extra = ()


class Telling(NamedTuple):
    """A position as one report has it: the id of its position there, and characters of that article's text."""

    report: int
    position: int
    start: int
    end: int
    text: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was said, with every report that tells it, the earliest first.

    ``fullest`` is the place of the telling with most words; ``reports`` counts articles without copies; ``score`` is
    the best of the tellings (0 to 1) and ``key`` says that at least one report counts it among its key positions.
    """

    actors: tuple[int, ...]
    speakers: tuple[Speaker, ...]
    stance: Stance
    mode: Mode
    cue: str
    date: str | None
    tellings: tuple[Telling, ...]
    fullest: int
    reports: int
    score: float
    key: bool
    issue: int | None = None

    @property
    def text(self) -> str:
        """The words of the fullest telling."""
        return self.tellings[self.fullest].text


@dataclass(frozen=True, slots=True)
class Actor:
    """A party over all reports; ``aliases`` are other names that it goes by, ``entries`` what it said, in time order.

    ``report`` is set for a holder without a name of its own ("analysts"), who is nobody outside that report.
    """

    name: str
    kind: PartyKind
    aliases: tuple[str, ...]
    entries: tuple[int, ...]
    report: int | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """What several entries talk about, named by words that they use."""

    label: tuple[str, ...]
    entries: tuple[int, ...]


class Shift(NamedTuple):
    """A party that said one thing and later the opposite; ``about`` are words that both have."""

    actor: int
    turn: Turn
    before: int
    after: int
    about: tuple[str, ...]


class FaultLine(NamedTuple):
    """Two parties that stand together or against each other, with the entries that show it."""

    kind: RelationKind
    actors: tuple[int, int]
    entries: tuple[int, ...]
    reports: int


class Cut(NamedTuple):
    """A quotation that one report gives shorter than another: places in the entry's ``tellings``."""

    entry: int
    full: int
    short: int
    full_quote: str
    short_quote: str


@dataclass(frozen=True, slots=True)
class Digest:
    """The whole picture. ``single`` are entries that one report alone has, the weightiest first."""

    reports: tuple[Report, ...]
    entries: tuple[Entry, ...]
    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...]
    shifts: tuple[Shift, ...]
    fault_lines: tuple[FaultLine, ...]
    cuts: tuple[Cut, ...]
    single: tuple[int, ...]
