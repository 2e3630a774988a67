"""What the steps of the parties stage hand on: names, drafts, roles, phrases, questions, turns and candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from briefing.model import PartyKind

Use = Literal["name", "adjective", "people", "capital", "seat", "place", "spokesperson"]

NameKind = Literal["person", "organization", "state", "adjective", "people", "place", "thing", "unknown"]

HeadKind = Literal["name", "role", "collective", "document", "pronoun", "pair", "group", "somebody"]

PLACES, GOVERNED = frozenset({"place", "province"}), frozenset({"state", "province"})
LANDS = PLACES | GOVERNED
"""Types of lands; a province is a federal state or a nation within one, and has a government."""

OWN = frozenset({"words", "head", "part"})
"""The candidates that are the source's own words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that a name stands for.

    ``type`` is ``state``, ``province``, ``place``, ``person`` or a class of ``bodies.tsv``; ``parent`` names what is
    above it.
    """

    name: str
    kind: PartyKind
    type: str
    parent: str | None


class Sense(NamedTuple):
    """What a string of words can mean, and how it says it."""

    entry: Entry
    use: Use


class Name(NamedTuple):
    """A proper name: tokens ``first`` up to ``end``, of which those before ``core`` are titles and offices."""

    first: int
    core: int
    end: int
    kind: NameKind
    senses: tuple[Sense, ...]

    @property
    def entry(self) -> Entry | None:
        """What the gazetteer takes it for, if it knows it."""
        return self.senses[0].entry if self.senses else None


class Leaning(NamedTuple):
    """The gender that a pronoun near a name tells, too little to be sure of, and how the pronoun stands to the name."""

    gender: str
    how: str


@dataclass(slots=True)
class Draft:
    """Somebody or something of the article while the cast is being gathered; ``type`` as in the gazetteer."""

    name: str
    kind: PartyKind
    type: str
    first: int
    entry: Entry | None = None
    forms: dict[str, None] = field(default_factory=dict)
    gender: str = "u"
    leaning: Leaning | None = None
    plural: bool = False
    weight: float = 0.0
    affiliation: int | None = None
    members: tuple[int, ...] = ()

    @property
    def sort(self) -> str:
        """What kind of party it is, more closely for bodies; a province is a state of its own."""
        return self.kind if self.kind in ("person", "group") else "state" if self.type == "province" else self.type

    @property
    def may_be_served(self) -> bool:
        """Whether it is a body or a state, which people work for."""
        return self.kind in ("organization", "country") and self.type not in ("place", "thing", "unknown")


class Sighting(NamedTuple):
    """A place where a draft is named: tokens ``first`` up to ``end``."""

    first: int
    end: int
    draft: int
    name: Name


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is called.

    ``kind`` is the class of ``roles.tsv``; ``bodies`` are the drafts named with it, the likeliest first; ``collective``
    is the token of an unnamed body ("the company's"), ``owner`` that of a possessive pronoun.
    """

    text: str
    head: str
    kind: str
    gender: str
    plural: bool
    bodies: tuple[int, ...]
    collective: int | None
    owner: int | None
    former: bool
    shadow: bool
    definite: bool
    token: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """One conjunct of a source: tokens ``first`` up to ``end``, its head and what was found in it.

    The words after the head (a preposition, a comma) begin at ``after``; at ``stop`` begins what tells more about it.
    """

    first: int
    end: int
    kind: HeadKind
    head: str
    names: tuple[Sighting, ...]
    person: Sighting | None
    role: Role | None
    definite: bool
    owner: int | None
    after: int
    stop: int


class SpeakerTurn(NamedTuple):
    """Who was found to hold an attribution: the voices, where their source stands and what kind of source it is.

    ``joint`` where they were said to speak together in one text.
    """

    token: int
    sentence: int
    members: tuple[int, ...]
    table: str
    head: str
    joint: bool = False


class Question(NamedTuple):
    """A noun phrase (None: nobody is named) at a token; ``table`` is its kind, ``tag`` and ``head`` say it closer.

    ``inner`` is a noun for a body within it ("the firm's website").
    """

    table: str
    tag: str
    head: str
    gender: str
    phrase: Phrase | None
    token: int
    cue: Sequence[int]
    direct: bool
    content: tuple[tuple[int, int], ...]
    inner: str = ""


class HolderCandidate(NamedTuple):
    """Somebody who may be meant.

    ``how``: ``name`` in the source, ``near`` it, ``turn`` spoke before, ``set`` several of a list, ``later`` of one
    after it, ``two`` the last ones of a kind, ``home`` the state or the province that the article is about. The words
    of the source: ``words`` whole, ``head`` without what follows its head, ``part`` what "of" names after a quantity;
    ``group`` such words of the text before.
    """

    how: str
    members: tuple[int, ...]
    at: Sighting | None
    words: tuple[int, int] = (0, 0)
