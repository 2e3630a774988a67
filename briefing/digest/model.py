"""What a digest is made of: plain immutable data, each telling with the file and the offsets it comes from.

Reports, stories, matters and actors refer to one another by their place in the tuples of the ``Digest``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from briefing.model import Extra, Mode, PartyKind, RelationKind, Speaker, Stance

MatterKind = Literal["quotation", "claim", "single"]
HeardKind = Literal["official", "politician", "expert", "company", "group", "private", "document", "unnamed", "other"]


class Passage(NamedTuple):
    """Words of a report: its characters ``start`` up to but not including ``end``; ``text`` has them on one line."""

    report: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """An article of the digest.

    ``copy_of`` is the earlier report with which it shares text, ``copied`` the share of this one's text (0 to 1) that
    is found there; ``story`` is its story's number, ``lead`` the sentence of its summary that comes first in the text.
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
    story: int = 0
    lead: Passage | None = None

    @property
    def name(self) -> str:
        """The outlet, or the id of the article if no outlet is known."""
        return self.outlet or self.id


class Telling(NamedTuple):
    """A matter as one report tells it: ``position`` is an id in the brief of that report, ``start`` and ``end``
    (exclusive) count characters of its article, ``actors`` hold the position there."""

    report: int
    position: int
    start: int
    end: int
    text: str
    quotes: tuple[str, ...]
    actors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One claim or quotation, with all its tellings, the earliest first.

    ``head`` is the place of the shortest whole telling; ``outlets`` counts independent outlets, not those that only
    copy; ``conflict`` are all holders named, if the reports contradict one another; ``score`` is the highest of the
    tellings (0 to 1), and ``key`` says that at least one report counts it among its key positions.
    """

    story: int
    kind: MatterKind
    actors: tuple[int, ...]
    speakers: tuple[Speaker, ...]
    stance: Stance
    mode: Mode
    date: str | None
    tellings: tuple[Telling, ...]
    head: int
    outlets: int
    conflict: tuple[int, ...]
    score: float
    key: bool

    @property
    def text(self) -> str:
        """The words of the telling at ``head``."""
        return self.tellings[self.head].text


@dataclass(frozen=True, slots=True)
class Actor:
    """A party over all reports; ``aliases`` are its other names, ``matters`` the numbers of those that it holds.

    ``report`` is set for a holder without a name of its own ("analysts"): it is known in that report only.
    """

    name: str
    kind: PartyKind
    aliases: tuple[str, ...]
    matters: tuple[int, ...]
    report: int | None = None


class Front(NamedTuple):
    """Two parties that stand together or against each other in a story, the matters and the number of independent
    reports that show it, and the clearest words."""

    story: int
    kind: RelationKind
    actors: tuple[int, int]
    matters: tuple[int, ...]
    reports: int
    shown_by: Passage


class Turn(NamedTuple):
    """A party that takes opposite stances on one subject on different days; ``matter`` is that of the later one."""

    actor: int
    matter: int
    before: Passage
    after: Passage
    stances: tuple[Stance, Stance]


class Difference(NamedTuple):
    """Different figures in the reports of one matter; ``passages[i]`` are the words of a report with ``figures[i]``."""

    story: int
    matter: int
    passages: tuple[Passage, ...]
    figures: tuple[str, ...]


class Cut(NamedTuple):
    """A quotation that one report gives shorter than another: ``full`` and ``short`` are places in the matter's
    ``tellings``."""

    matter: int
    full: int
    short: int
    full_quote: str
    short_quote: str


class Heard(NamedTuple):
    """How much an outlet reports of what a party says: counts of positions and of words; ``outlet`` is None for the
    counts over all outlets. ``named`` is false for a holder without a name ("analysts")."""

    outlet: str | None
    actor: int
    kind: HeardKind
    role: str | None
    named: bool
    positions: int
    words: int
    quoted_words: int


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one event.

    ``shared`` are the matters that two or more independent outlets tell (copies count if all reports are copies of one
    text), ``alone`` those that a single outlet tells, both with the weightiest first; ``summary`` are the sentences of
    the reports' summaries that have most in common with those of the others, ``lead`` is the first of them.
    """

    headline: str
    lead: Passage | None
    reports: tuple[int, ...]
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    matters: tuple[int, ...]
    shared: tuple[int, ...]
    alone: tuple[int, ...]
    fronts: tuple[int, ...]
    differences: tuple[int, ...]
    summary: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Digest:
    """What was found in many articles; its parts refer to one another by their places in these tuples."""

    reports: tuple[Report, ...]
    stories: tuple[Story, ...]
    matters: tuple[Matter, ...]
    actors: tuple[Actor, ...]
    fronts: tuple[Front, ...]
    differences: tuple[Difference, ...]
    turns: tuple[Turn, ...]
    cuts: tuple[Cut, ...]
    heard: tuple[Heard, ...]

    def __repr__(self) -> str:
        size = f"{len(self.reports)} articles, {len(self.stories)} stories, {len(self.matters)} matters"
        return f"<Digest of {size}>"
