"""The data of holders: the entities with their roles and parties, earlier turns and candidates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.entities.model import Draft, Sighting
from briefing.entities.register import Register
from briefing.sources.model import Role

OWN = frozenset({"words", "head", "part"})
"""The values of ``HolderCandidate.how`` for a source's own words."""


class Players(NamedTuple):
    """The entities of an article: their ``roles`` and ``party`` (what a person is filed under) by index; ``homes``, the
    state and the province that the article is about.

    ``sources`` gives the tokens at which each entity is named as the source of an attribution.
    """

    register: Register
    roles: dict[int, list[Role]]
    party: dict[int, int]
    homes: tuple[int, ...]
    sources: Mapping[int, Sequence[int]]

    def draft(self, entity: int) -> Draft:
        """An entity by its index."""
        return self.register.drafts[entity]


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
