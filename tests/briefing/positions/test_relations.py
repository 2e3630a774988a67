"""Ties between parties, only where the words say them outright."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefing.positions import relate, take_positions

Stage = Callable[..., Any]


def ties(
    stage: Stage, *paragraphs: str, holders: Any, others: Any = ()
) -> list[tuple[str, tuple[str, str], list[int]]]:
    document, attributions, cast = stage(*paragraphs, holders=holders, others=others)
    positions = take_positions(document, attributions, cast)
    return [(tie.kind, tie.parties, list(tie.positions)) for tie in relate(document, positions, cast)]


@pytest.mark.parametrize(
    ("text", "holders", "expected"),
    [
        ("[s:Oslo and Riga] [c:promised] [t:a second ferry].", ["Oslo", "Riga"], ("together", ("Oslo", "Riga"))),
        ("[s:Oslo and Riga] [c:accuse] [t:each other of fraud].", ["Oslo", "Riga"], ("against", ("Oslo", "Riga"))),
        ("[s:Oslo] [c:accused] [t:Riga of selling the ship].", ["Oslo"], ("against", ("Oslo", "Riga"))),
        ("[s:Oslo] [c:criticised] [t:the Riga harbour office].", ["Oslo"], ("against", ("Oslo", "Riga"))),
        ("[s:Oslo] [c:rejected] [t:Riga's new plan for the quay].", ["Oslo"], ("against", ("Oslo", "Riga"))),
        ("[s:Oslo] [c:condemned] [t:the raid by Riga].", ["Oslo"], ("against", ("Oslo", "Riga"))),
        ("[s:Oslo] [c:praised] [t:Riga for its patience].", ["Oslo"], ("together", ("Oslo", "Riga"))),
        ("[s:Oslo] [c:complained] [t:that Riga had sold the ship].", ["Oslo"], ("against", ("Oslo", "Riga"))),
        ("[s:Oslo] [c:stood by] [t:Riga].", ["Oslo"], ("together", ("Oslo", "Riga"))),
        ("[s:Oslo] [c:dismissed] [t:Riga's claims that it had paid].", ["Oslo"], ("against", ("Oslo", "Riga"))),
    ],
)
def test_a_joint_position_or_a_judged_party_is_a_tie(stage: Stage, text: str, holders: Any, expected: Any) -> None:
    assert ties(stage, "It rained.", text, holders=[holders], others=["Riga"]) == [(*expected, [0])]


@pytest.mark.parametrize(
    "text",
    [
        "[s:Oslo] [c:said] [t:Riga has a harbour].",
        "[s:Oslo] [c:complained] [t:the claim that Riga had sold the ship].",
        "[s:Oslo] [c:condemned] [t:with sadness that Riga had sold the ship].",
        "[s:Oslo] [c:urged] [t:Riga to sign].",
        "[s:Oslo] [c:condemned] [t:the raid on a market near Riga].",
        "[s:Oslo] [c:warned] [t:of a strike in Riga].",
        "[s:Oslo] [c:lamented] [t:Riga's weather].",
        "[s:Oslo] [c:condemned] [t:Riga's fate].",
        "[s:Oslo] [c:rejected] [t:the ship offered by Riga].",
        "[s:Oslo] [c:praised] [t:the crew that sailed from Riga].",
        "[s:Oslo] [c:denied] [t:Riga had paid for the ship].",
        "[s:Oslo] [c:said] [t:Riga was a disgrace].",
        "[s:Oslo] [c:allowed] [t:Riga to use its quay].",
        "[s:Oslo] [c:declined] [t:Riga's request for an interview].",
        "[s:Oslo] [c:called itself] [t:Riga in those years].",
    ],
)
def test_a_party_that_is_only_named_is_no_tie(stage: Stage, text: str) -> None:
    assert ties(stage, "It rained.", text, holders=[["Oslo"]], others=["Riga"]) == []


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("[s:Oslo and Riga] [c:said] [t:the ferry left at noon].", ["Oslo", "Riga"]),
        ("[s:Both Oslo and Riga] [c:said] [t:fuel would cost more].", ["Oslo", "Riga"]),
        ("[s:The port of Oslo] [c:promised] [t:a second ferry].", ["Oslo", "Riga"]),
        ("[s:Oslo and the Oslo navy] [c:promised] [t:a second ferry].", ["Oslo", "Oslo navy"]),
    ],
)
def test_to_speak_in_one_sentence_is_no_tie(stage: Stage, text: str, holders: Any) -> None:
    assert ties(stage, "It rained.", text, holders=[holders]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[s:Oslo] [c:condemned] [t:Latvian sanctions on its fleet].", [("against", ("Oslo", "Latvia"), [0])]),
        ("[s:Oslo] [c:criticised] [t:Latvian companies over the delay].", []),
        ("[s:Oslo] [c:backed] [t:the president that Latvia would wait].", []),
    ],
)
def test_an_adjective_and_a_claim_about_another_are_no_tie(stage: Stage, text: str, expected: Any) -> None:
    assert ties(stage, "It rained.", text, holders=[["Oslo"]], others=["Latvian/Latvia"]) == expected


def test_a_tie_comes_with_the_words_that_show_it(stage: Stage) -> None:
    text = "On Friday [s:Oslo] [c:accused] [t:Riga of fraud], and it rained."
    document, attributions, cast = stage("It rained.", text, holders=[["Oslo"]], others=["Riga"])
    (tie,) = relate(document, take_positions(document, attributions, cast), cast)
    assert tie.shown_by is not None
    assert tie.shown_by.text == "Oslo accused Riga of fraud"


def test_the_words_that_show_a_tie_do_not_break_off_before_a_later_piece(stage: Stage) -> None:
    text = "[t:If it strikes], [s:Oslo and Riga] have both [c:warned of] [t:hard times]."
    document, attributions, cast = stage("It rained.", text, holders=[["Oslo", "Riga"]])
    (tie,) = relate(document, take_positions(document, attributions, cast), cast)
    assert tie.shown_by is not None
    assert tie.shown_by.text == "If it strikes, Oslo and Riga have both warned of hard times"


def test_a_speaker_stands_for_the_body(stage: Stage) -> None:
    text = "[s:Oslo] [c:accused] [t:Ms Berzina of selling the ship]."
    found = ties(stage, "It rained.", text, holders=[["Oslo"]], others=["Ms Berzina/Riga"])
    assert found == [("against", ("Oslo", "Riga"), [0])]


def test_a_tie_is_listed_once_with_all_that_shows_it(stage: Stage) -> None:
    found = ties(
        stage,
        "It rained.",
        "[s:Oslo] [c:accused] [t:Riga of fraud].",
        "[s:Riga] [c:criticised] [t:Oslo over the price of fuel].",
        "[s:Oslo and Turku] [c:backed] [t:a second ferry].",
        holders=[["Oslo"], ["Riga"], ["Oslo", "Turku"]],
    )
    assert found == [("against", ("Oslo", "Riga"), [0, 1]), ("together", ("Oslo", "Turku"), [2])]
