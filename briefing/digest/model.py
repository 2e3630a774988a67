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
    """Words of a report."""

    report: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """An article of the digest.

    ``copy_of`` is the earlier report with which it shares text, ``copied`` the share of this one's text (0 to 1) that
    is found there; ``lead`` is the sentence that tells most of it, with where it stands.
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
        """The outlet, or the article where no outlet is known."""
        return self.outlet or self.id


class Telling(NamedTuple):
    """A position as one report has it: the id of its position there, and characters of that article's text."""

    report: int
    position: int
    start: int
    end: int
    text: str
    quotes: tuple[str, ...]
    actors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that was said, with every report that tells it, the earliest first.

    ``head`` is the place of the shortest whole telling; ``outlets`` counts independent reports, copies once;
    ``conflict`` are the holders that outlets name, where they differ; ``score`` is the best of the tellings (0 to 1)
    and ``key`` says that at least one report counts it among its key positions.
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
        """The words of the telling that heads it."""
        return self.tellings[self.head].text


@dataclass(frozen=True, slots=True)
class Actor:
    """A party over all reports; ``aliases`` are other names that it goes by, ``matters`` what it said, in time order.

    ``report`` is set for a holder without a name of its own ("analysts"), who is nobody outside that report.
    """

    name: str
    kind: PartyKind
    aliases: tuple[str, ...]
    matters: tuple[int, ...]
    report: int | None = None


class Front(NamedTuple):
    """Two parties that stand together or against each other in a story, and the words that show it."""

    story: int
    kind: RelationKind
    actors: tuple[int, int]
    matters: tuple[int, ...]
    reports: int
    shown_by: Passage


class Turn(NamedTuple):
    """A party that takes opposite stances on one matter on different days; ``matter`` is that of the later telling."""

    actor: int
    matter: int
    before: Passage
    after: Passage
    stances: tuple[Stance, Stance]


class Difference(NamedTuple):
    """Figures that reports of one matter give differently, each in the words of its report."""

    story: int
    matter: int
    passages: tuple[Passage, ...]
    figures: tuple[str, ...]


class Cut(NamedTuple):
    """A quotation that one report gives shorter than another: places in the matter's ``tellings``."""

    matter: int
    full: int
    short: int
    full_quote: str
    short_quote: str


class Heard(NamedTuple):
    """How much of what an outlet reports a party or a speaker for it holds; ``outlet`` None counts all together."""

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
    """The reports of one event. ``shared`` are matters of two or more independent outlets (of any, where all are copies
    of one), ``alone`` those of one, the weightiest first; ``summary`` are the sentences of its reports' summaries that
    share most with the others', ``lead`` is the first of them."""

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
    """The whole picture."""

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
