"""The words of an attribution as features: which there are, and that names of holders are not among them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefing.positions.cues import read_cue
from briefing.positions.word_features import WORDINGS, wording
from briefing.positions.word_index import word_index

Stage = Callable[..., Any]


def found(stage: Stage, text: str) -> list[str]:
    document, (attribution,), _ = stage(text)
    words = word_index(document)
    return wording(words, attribution, read_cue(words, attribution), {"ferrol"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[s:Oslo] [c:said] [t:the bridge was a wreck].",
            {"word bridge", "head wreck", "pair was a", "three was a wreck"},
        ),
        ("[s:Oslo] [c:said] [t:the bridge was a wreck].", {"opens the", "opens the bridge", "say: the", "by say"}),
        ("[s:Oslo] [c:stood by] [t:the captain].", {"by stand", "cue words stand by", "governs stand by: captai"}),
        ("[s:the harbour office] [c:said] [t:it rained].", {"from harbou", "from office"}),
        ("[s:Ferrol] [c:said] [t:Ferrol will pay].", {"modal own will", "modal will pay"}),
        ("[s:Ferrol] [c:said] [t:must it].", {"modal start must", "modal must it"}),
        ("[s:Ferrol] [c:said] [t:so it will].", {"modal will end"}),
    ],
)
def test_the_words_are_features(stage: Stage, text: str, expected: set[str]) -> None:
    features = found(stage, text)
    assert expected <= set(features)
    assert len(features) == len(set(features))
    assert all(name.startswith((*WORDINGS, "say: ", "support: ")) for name in features)


def test_a_name_tells_nothing_of_other_holders(stage: Stage) -> None:
    assert not [name for name in found(stage, "[s:Captain Ferrol] [c:said] [t:it rained].") if name.startswith("from ")]
