"""What a cue reads as: its sense, and whether it is negated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefing.positions.cues import read_cue
from briefing.positions.word_index import word_index

Stage = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("[s:Ana] [c:said] [t:it rained].", "say"),
        ("[s:Ana] did not [c:say] [t:why it rained].", "none"),
        ("[s:Ana] [c:would not reveal] [t:why it rained].", "none"),
        ("[s:Ana] did not [c:argue] [t:that it rained].", "argue negated"),
        ("[s:Ana] does not [c:expect] [t:rain].", "predict negated"),
        ("[s:Ana] has never [c:backed] [t:the bill].", "support negated"),
        ("[s:The man who had no ticket] [c:praised] [t:the crew].", "support"),
        ("[s:Ana] [c:launched an attack on] [t:the plan].", "oppose"),
        ("[s:Ana] [c:issued a call for] [t:calm].", "demand"),
        ("[s:Ana] [c:said she feared] [t:the worst].", "concern"),
        ("[s:Ana] [c:seeks] [t:a second term].", "try"),
        ("[s:Ana] [c:quuxed] [t:the plan].", "unknown"),
        ("[s:Ana]: “[t:It rained.]”", ""),
        ("[t:The plan], [s:Ana] [c:said], [t:is dead].", "say"),
    ],
)
def test_a_cue_has_the_sense_of_its_side_rather_than_of_its_speech(stage: Stage, text: str, reading: str) -> None:
    document, (attribution,), _ = stage(text)
    assert str(read_cue(word_index(document), attribution)) == reading
