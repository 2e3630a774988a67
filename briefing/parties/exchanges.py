"""Quotations without a source in an exchange of words, in which people speak by turns, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.characters import QUOTES
from briefing.parties.model import HolderCandidate, Question, SpeakerTurn
from briefing.parties.scene import Scene
from briefing.parties.standing import Spoken

_BACK, _SWAPS = 8, 4
"""How many turns are looked back over, and how many changes of speakers told apart."""
_CLOSE = 3
"""How many tokens from the end of an utterance its mark may stand, with quotation marks around it."""


def add_exchange(
    scene: Scene,
    asked: Question,
    found: Sequence[HolderCandidate],
    turns: Sequence[SpeakerTurn],
    told: Spoken,
    made: Sequence[list[str]],
) -> None:
    """How often the speakers have changed by now, and who was asked something last or asks, by who spoke when."""
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
    """How many of the last turns, each a paragraph before the one after it, were taken by another than that one."""
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
    """Whether the utterance that ends about a token asks something."""
    near = scene.texts[max(end - _CLOSE, 0) : end]
    return next((text for text in reversed(near) if text not in QUOTES), "") == "?"
