"""Joint statements and their signatories."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.parties.cast import gather
from briefing.parties.joint import signed, tells_joint
from briefing.parties.model import SpeakerTurn
from tests.briefing.marked import read

TOGETHER = SpeakerTurn(0, 0, (0, 1), "name", "")
SIGNED = SpeakerTurn(5, 1, (0, 1), "name", "", joint=True)


@pytest.mark.parametrize(
    ("sentence", "joint"),
    [
        ("[s:Chile] [c:said in] a joint statement [t:that fish was safe].", True),
        ("[s:Chile] [c:said in] a statement [t:that a joint fleet was safe].", False),
    ],
)
def test_a_sentence_tells_of_a_joint_text(sentence: str, joint: bool) -> None:
    document, attributions = read(sentence)
    scene, _, _ = gather(document, attributions, None)
    assert tells_joint(scene, scene.tokens_of(attributions[0].source)[0]) is joint


def test_who_stood_together_before_signed_too() -> None:
    document, attributions = read("[s:Chile] [c:said] [t:so].")
    _, players, _ = gather(document, attributions, None)
    assert signed(players, [TOGETHER], (0,), joint=True, document=False) == (0, 1)
    assert signed(players, [SIGNED], (1,), joint=False, document=True) == (1, 0)
    assert signed(players, [TOGETHER], (1,), joint=False, document=True) == (1,)
    assert signed(players, [SIGNED], (2,), joint=True, document=True) == (2,)
    assert signed(players, [SIGNED], (0,), joint=False, document=False) == (0,)


def test_a_joint_statement_is_held_by_all_who_signed_it(filed: Callable[..., list[list[str]]]) -> None:
    assert filed(
        "[s:Chile and Peru] [c:agreed] [t:to talk].",
        "[s:Chile] [c:said in] a joint statement [t:that fish was safe].",
    ) == [["Chile", "Peru"], ["Chile", "Peru"]]


def test_a_body_signs_with_bodies_whoever_spoke_for_them() -> None:
    document, attributions = read("[s:Chile] [c:said] [t:so].")
    _, players, _ = gather(document, attributions, None)
    players = players._replace(party={2: 1, 3: 0})
    ministers = TOGETHER._replace(members=(3, 2))
    assert signed(players, [ministers], (0,), joint=True, document=False) == (0, 1)
    assert signed(players, [ministers], (3,), joint=True, document=False) == (3, 2)
