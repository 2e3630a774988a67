"""Joint statements: whoever speaks in one, or in one mentioned before, speaks for all who signed it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.entities.word_classes import documents
from briefing.parties.model import Players, SpeakerTurn
from briefing.sources.scene import Scene

_REACH = 25
"""The most words after the beginning of a source that are searched for a joint statement."""
_RECENT = 40


def tells_joint(scene: Scene, token: int) -> bool:
    """Whether a joint text is mentioned from a token on, in its sentence ("said in a joint statement")."""
    end = min(token + _REACH, scene.document.sentences[scene.sentence[token]].end_token)
    return any(one == "joint" and other in documents() for one, other in pairwise(scene.lower[token:end]))


def signed(
    players: Players, turns: Sequence[SpeakerTurn], members: tuple[int, ...], joint: bool, document: bool
) -> tuple[int, ...]:
    """The holders of a position: ``members``, with the co-signatories of a single one if it is joint or a document.

    The co-signatories are those who took the last turn together with the holder; for a document, the last joint turn.
    A holder filed under itself gets them as the parties that they speak for, any other as the speakers.
    """
    if len(members) != 1 or not (joint or document):
        return members
    party = players.party.get(members[0], members[0])
    for turn in reversed(turns[-_RECENT:]):
        parties = [players.party.get(member, member) for member in turn.members]
        if party in parties and len(parties) > 1 and (joint or turn.joint):
            others = parties if party == members[0] else turn.members
            return members + tuple(m for m, filed in zip(others, parties, strict=True) if filed != party)
    return members
