"""Where a quotation without a source stands in an exchange of words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.parties.exchanges import add_exchange
from briefing.parties.holder_candidates import holder_candidates
from briefing.parties.model import SpeakerTurn
from briefing.parties.standing import spoken
from tests.briefing.marked import Asked

Turns = tuple[tuple[str, int], ...]
ASKED = "“Is it late?”"
TOLD = "“It is.”"


@pytest.mark.parametrize(
    ("said", "turns", "pike", "lamb"),
    [
        ((ASKED, "[t:“It is.”]"), (("Ann Pike", 1),), "1 after True 0", "1 after True new"),
        ((ASKED, TOLD, "[t:“We go.”]"), (("Ann Pike", 1), ("Ada Lamb", 2)), "2 after False 1", "2 after False 0"),
        ((ASKED, TOLD, "[t:“We go.”]"), (("Ann Pike", 1), ("Ann Pike", 2)), "1 after False 0", "1 after False new"),
        ((ASKED, "Rain fell.", "[t:“We go.”]"), (("Ann Pike", 1),), "0 after False 0", "0 after False new"),
        (("“Is it late? It is.” [t:“We go.”]",), (("Ann Pike", 1),), "1 after False 0", "1 after False new"),
    ],
)
def test_it_is_told_how_often_the_speakers_changed_and_who_was_asked(
    asked: Callable[..., Asked], said: tuple[str, ...], turns: Turns, pike: str, lamb: str
) -> None:
    made = exchange(asked("Ann Pike met Ada Lamb.", *said), turns)
    assert f"exchange {pike}" in made["Ann Pike"]
    assert f"exchange {lamb}" in made["Ada Lamb"]


@pytest.mark.parametrize(
    ("said", "feature"),
    [
        ((ASKED, "[t:“It is.”]"), "after True asks False True"),
        ((TOLD, "[t:“Is it late?”]"), "after False asks True True"),
        ((TOLD, "“[t:Is it late?]”"), "after False asks True True"),
        ((ASKED, "“[t:It is.]”"), "after True asks False True"),
        (("“It is.” [t:“Is it late?”]",), "after False asks True False"),
    ],
)
def test_it_is_told_whether_it_asks_and_opens_a_paragraph(
    asked: Callable[..., Asked], said: tuple[str, ...], feature: str
) -> None:
    made = exchange(asked("Ann Pike met Ada Lamb.", *said), (("Ann Pike", 1),))
    assert f"exchange {feature} 0" in made["Ann Pike"]


def exchange(asked: Asked, turns: Turns) -> dict[str, list[str]]:
    """The features that are added to each candidate, where some took turns in some blocks."""
    scene, players, question = asked
    numbers = {draft.name: number for number, draft in enumerate(players.register.drafts)}
    opening = {each.block: each.index for each in reversed(scene.document.sentences)}
    first = scene.document.sentences[0].block
    took = [SpeakerTurn(0, opening[first + block], (numbers[name],), "name", "") for name, block in turns]
    found = holder_candidates(scene, players, question, took)
    made: list[list[str]] = [[] for _ in found]
    add_exchange(scene, question, found, took, spoken(took), made)
    return {players.draft(each.members[0]).name: told for each, told in zip(found, made, strict=True)}
