"""The data of the steps of the parties stage: names, drafts, roles, phrases, questions, turns and candidates."""

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
"""The values of ``HolderCandidate.how`` for a source's own words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a gazetteer: a party or a place.

    ``type`` is ``state``, ``province``, ``place``, ``person`` or a class of ``bodies.tsv``; ``parent`` is the
    name of the entry to which it belongs.
    """

    name: str
    kind: PartyKind
    type: str
    parent: str | None


class Sense(NamedTuple):
    """One meaning of a known name: its entry, and how the name refers to it (as its adjective, its capital …)."""

    entry: Entry
    use: Use


class Name(NamedTuple):
    """A proper name: tokens ``first`` up to ``end`` (exclusive), with titles and offices before ``core``."""

    first: int
    core: int
    end: int
    kind: NameKind
    senses: tuple[Sense, ...]

    @property
    def entry(self) -> Entry | None:
        """The entry of its first sense, or None if no gazetteer knows the name."""
        return self.senses[0].entry if self.senses else None


class Leaning(NamedTuple):
    """The likely but unsure gender of a person by a pronoun after their name, and the use of that pronoun."""

    gender: str
    how: str


@dataclass(slots=True)
class Draft:
    """An entity while the cast is being gathered: ``type`` as in ``Entry``, ``weight`` the number of its mentions."""

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
        """The kind of party for features: "person", "group" or else the type, where provinces count as states."""
        return self.kind if self.kind in ("person", "group") else "state" if self.type == "province" else self.type

    @property
    def may_be_served(self) -> bool:
        """Whether it is a body or a state, which people work for."""
        return self.kind in ("organization", "country") and self.type not in ("place", "thing", "unknown")


class Sighting(NamedTuple):
    """A mention of a draft by a name: tokens ``first`` up to ``end`` (exclusive)."""

    first: int
    end: int
    draft: int
    name: Name


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is or does ("Labour MP"), as stated beside their name or instead of it.

    ``head`` is the role noun at ``token``, ``kind`` its class in ``roles.tsv``; ``bodies`` are drafts named with it,
    the likeliest first; ``collective`` is the token of an unnamed body ("the company's"), ``owner`` that of a
    possessive pronoun.
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
    """One conjunct of a source: tokens ``first`` up to ``end`` (exclusive), its head and what was found in it.

    What follows the head noun (a preposition, a comma) begins at ``after``, an apposition or a relative clause at
    ``stop``.
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
    """A resolved attribution: its holders (``members``), where its source stands and the table of its question.

    ``joint``: the holders are said to speak together in one text.
    """

    token: int
    sentence: int
    members: tuple[int, ...]
    table: str
    head: str
    joint: bool = False


class Question(NamedTuple):
    """Who is meant by a noun phrase at a token (None: the attribution has no source)?

    ``table`` is the kind of question, for which the ranker has weights of its own; ``tag`` and ``head`` describe the
    phrase more closely; ``inner`` is a noun for a body within it ("the firm's website").
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
    """A candidate for the holder: entities, or words (a token span, end exclusive) that describe an unnamed group.

    ``how`` for entities: ``name`` in the source, ``near`` it, ``turn`` spoke before, ``set`` a list of names, ``later``
    a list after the source, ``two`` the last two of a kind, ``home`` the state or the province that the article is
    about. For words of the source: ``words`` all, ``head`` up to the head noun, ``part`` what "of" names after a
    quantity; for words of the text before: ``group``. A list has ``words``, too: its span.
    """

    how: str
    members: tuple[int, ...]
    at: Sighting | None
    words: tuple[int, int] = (0, 0)
