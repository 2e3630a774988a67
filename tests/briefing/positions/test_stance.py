"""The side that a position takes, from its cue, from what the cue governs, and from its content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefing.positions.stance import take_side
from briefing.positions.word_index import word_index

Stage = Callable[..., Any]


def side_of(stage: Stage, text: str) -> Any:
    document, (attribution,), _ = stage(text)
    return take_side(word_index(document), attribution, {"ferrol", "harbour"})


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("[s:Oslo] [c:rejected] [t:the proposal].", "oppose"),
        ("[s:Oslo] [c:rejected] [t:the accusation].", "deny"),
        ("[s:Oslo] [c:dismissed] [t:claims that it had paid the crew].", "deny"),
        ("[s:Oslo] [c:denied] [t:that it had paid the crew].", "deny"),
        ("[s:Oslo] [c:condemned] [t:the raid on the market].", "oppose"),
        ("[s:Oslo] [c:welcomed] [t:the ceasefire].", "support"),
        ("[s:Oslo] [c:did not support] [t:the ceasefire].", "oppose"),
        ("[s:Oslo] [c:refused] [t:to sign the treaty].", "oppose"),
        ("[s:Oslo] [c:pledged] [t:to reopen the line].", "pledge"),
        ("[s:Oslo] [c:agreed] [t:to reopen the line].", "pledge"),
        ("[s:Oslo] [c:agreed] [t:with the two ministers].", "support"),
        ("[s:Oslo] [c:called for] [t:an inquiry].", "demand"),
        ("[s:Oslo] [c:urged] [t:the owners to pay].", "demand"),
        ("[s:Oslo] [c:accused] [t:the owners of fraud].", "accuse"),
        ("[s:Oslo] [c:warned] [t:of floods in the spring].", "warn"),
        ("[s:Oslo] [c:voiced concern] [t:over the price of fuel].", "concern"),
        ("[s:Oslo] [c:expects] [t:the talks to go on].", "predict"),
        ("[s:Oslo] [c:hopes] [t:to win the case].", "predict"),
        ("[t:The line carries 400 people a day], [c:according to] [s:the company].", "state"),
    ],
)
def test_a_cue_that_shows_a_side_decides(stage: Stage, text: str, stance: str) -> None:
    assert side_of(stage, text).stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("[s:Ferrol] [c:said] [t:it would rebuild the bridge].", "pledge"),
        ("[s:Ferrol] [c:said] [t:the owners must pay the crew].", "demand"),
        ("[s:Ferrol] [c:said] [t:the plan was a disgrace].", "oppose"),
        ("[s:Ferrol] [c:said] [t:the deal was an excellent step].", "support"),
        ("[s:Ferrol] [c:said] [t:he was worried about the price of fuel].", "concern"),
        ("“[t:We urge both sides to return to the table],” [s:Ferrol] [c:said].", "demand"),
        ("“[t:We will build a second harbour],” [s:Ferrol] [c:said].", "pledge"),
        ("“[t:I welcome the decision of the court],” [s:Ferrol] [c:said].", "support"),
        ("“[t:We are not satisfied with this answer],” [s:Ferrol] [c:said].", "oppose"),
        ("“[t:I strongly oppose a second harbour],” [s:Ferrol] [c:said].", "oppose"),
        ("“[t:This is not true],” [s:Ferrol] [c:said].", "deny"),
        ("[s:Ferrol] [c:said] [t:the delay could put passengers in danger].", "warn"),
        ("[s:Ferrol] [c:thinks] [t:the strike will end soon].", "predict"),
        ("[s:Ferrol] [c:said] [t:the train left at noon].", "state"),
        ("[s:Ferrol] [c:called] [t:the ruling “shameful”].", "oppose"),
    ],
)
def test_the_content_decides_where_the_cue_leaves_it_open(stage: Stage, text: str, stance: str) -> None:
    assert side_of(stage, text).stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "[s:Oslo] [c:declined] [t:to comment].",
        "[s:Oslo] [c:refused] [t:to comment on the case].",
        "[s:Oslo] [c:would not comment] [t:on the case].",
        "[s:Oslo] [c:declined] [t:to say whether it had paid].",
    ],
)
def test_a_silence_is_no_position(stage: Stage, text: str) -> None:
    assert side_of(stage, text) is None


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("[s:Oslo] [c:welcomed] [t:the ceasefire].", "SUPPORT"),
        ("[s:Oslo] [c:agreed with] [t:the two ministers].", "AGREE"),
        ("[s:Oslo] [c:pledged] [t:to reopen the line].", "AGREE"),
        ("[s:Oslo] [c:rejected] [t:the proposal].", "REJECT"),
        ("[s:Oslo] [c:condemned] [t:the raid].", "ACCUSE"),
        ("[s:Oslo] [c:urged] [t:the owners to pay].", "REQUEST"),
        ("[s:Oslo] [c:threatened] [t:to leave the talks].", "THREATEN"),
        ("[s:Oslo] [c:warned] [t:of rain].", None),
        ("[s:Oslo] [c:discussed] [t:the price of fuel].", "CONSULT"),
    ],
)
def test_the_plover_class_follows_the_verb_or_else_the_stance(stage: Stage, text: str, plover: str | None) -> None:
    assert side_of(stage, text).plover == plover


def test_an_attribution_without_a_cue_has_a_stance(stage: Stage) -> None:
    assert side_of(stage, "“[t:We must stop this terrible waste.]”").stance in ("demand", "oppose")
