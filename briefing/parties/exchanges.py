"""Features for quotations without a source in a dialogue, whose speakers take turns paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.characters import QUOTES
from briefing.parties.model import HolderCandidate, SpeakerTurn
from briefing.parties.standing import Spoken
from briefing.sources.model import Question
from briefing.sources.scene import Scene

_BACK, _SWAPS = 8, 4
"""The most turns that are looked back over, and the most changes of speaker that are counted."""
_CLOSE = 3
"""How many tokens back from the end of an utterance its question mark may stand, behind quotation marks."""


def add_exchange(
    scene: Scene,
    asked: Question,
    found: Sequence[HolderCandidate],
    turns: Sequence[SpeakerTurn],
    told: Spoken,
    made: Sequence[list[str]],
) -> None:
    """Add how often the speakers changed, and whether a question precedes or is asked, by when each candidate spoke."""
    here, token = scene.block(scene.sentence[asked.token]), asked.token
    while token and scene.texts[token - 1] in QUOTES:
        token -= 1
    swaps = min(_swaps(scene, turns, here), _SWAPS)
    opens = token == 0 or scene.block(scene.sentence[token - 1]) != here
    after = _is_question(scene, token)
    asks = bool(asked.content) and _is_question(scene, asked.content[-1][1])
    for candidate, features in zip(found, made, strict=True):
        rank = str(told.last[candidate.members][0]) if candidate.members in told.last else "new"
        features += (
            f"exchange {swaps} {opens} {rank}",
            f"exchange {swaps} after {after} {rank}",
            f"exchange after {after} {opens} {rank}",
            f"exchange after {after} asks {asks} {opens} {rank}",
        )


def _swaps(scene: Scene, turns: Sequence[SpeakerTurn], block: int) -> int:
    """How many turns back from ``block`` the speakers alternate, paragraph by paragraph."""
    speakers: list[tuple[int, ...]] = []
    for turn in reversed(turns[-_BACK:]):
        before = block - scene.block(turn.sentence)
        if before not in (0, 1):
            break
        if before or not speakers:
            speakers.append(turn.members)
        block -= before
    return next((at for at in range(1, len(speakers)) if speakers[at] == speakers[at - 1]), len(speakers))


def _is_question(scene: Scene, end: int) -> bool:
    """Whether a question mark is the last of the few tokens before ``end``, apart from quotation marks."""
    near = scene.texts[max(end - _CLOSE, 0) : end]
    return next((text for text in reversed(near) if text not in QUOTES), "") == "?"
