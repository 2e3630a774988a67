"""The data of sources: roles, noun phrases and the questions that these ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from briefing.entities.model import Sighting

HeadKind = Literal["name", "role", "collective", "document", "pronoun", "pair", "group", "somebody"]


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
