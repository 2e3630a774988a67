"""Key positions: at most seven, never twice the same, never without a holder; repeats point back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model import Piece, Position
from briefing.positions import rank_positions, take_positions
from briefing.positions.ranking import KeyModel, choose_key

Stage = Callable[..., Any]
CLAIMS = (
    "[s:{name}] [c:said] [t:the harbour was closed for {n} days].",
    "[s:{name}] [c:urged] [t:the crew to mend engine number {n}].",
    "[s:{name}] [c:denied] [t:that it had sold {n} tickets].",
    "“[t:We will run {n} trains],” [s:{name}] [c:said].",
    "[s:{name}] [c:declined] [t:to comment].",
)


def ranked(stage: Stage, *paragraphs: str, holders: Any, parts: Any = ()) -> Any:
    document, attributions, cast = stage(*paragraphs, holders=holders)
    return rank_positions(document, take_positions(document, attributions, cast), parts, cast)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(CLAIMS), st.sampled_from(["", "Oslo", "Turku", "Riga"])), max_size=25))
def test_what_holds_of_every_ranking(stage: Stage, claims: list[tuple[str, str]]) -> None:
    paragraphs = [claim.format(name=name or "Somebody", n=n + 2) for n, (claim, name) in enumerate(claims)]
    found = ranked(stage, "It rained.", *paragraphs, holders=[[name] if name else [] for _, name in claims])
    keys = [position for position in found if position.key]
    assert len(keys) <= 7
    assert all(position.parties and position.same_as is None for position in keys)
    assert all(position.same_as is None or position.same_as < position.id for position in found)
    assert all(0.0 <= position.score <= 1.0 for position in found)
    assert bool(keys) == any(position.parties for position in found)


def test_a_paraphrase_points_at_the_first_and_is_not_key(stage: Stage) -> None:
    first, second, third = ranked(
        stage,
        "It rained in the harbour.",
        "[s:Oslo] [c:pledged] [t:to keep the northern ferry running through the winter].",
        "[s:Riga] [c:pledged] [t:to keep the northern ferry running through the winter].",
        "“[t:We shall keep the northern ferry running all winter],” [s:Oslo] [c:said].",
        holders=[["Oslo"], ["Riga"], ["Oslo"]],
    )
    assert (first.same_as, second.same_as, third.same_as) == (None, None, first.id)
    assert not third.key


def test_opposite_sides_are_no_repeat(stage: Stage) -> None:
    _, second = ranked(
        stage,
        "It rained in the harbour.",
        "[s:Oslo] [c:backed] [t:the plan for a northern ferry in winter].",
        "[s:Oslo] [c:condemned] [t:the plan for a northern ferry in winter].",
        holders=[["Oslo"], ["Oslo"]],
    )
    assert second.same_as is None


def test_the_same_words_with_another_number_are_no_repeat(stage: Stage) -> None:
    found = ranked(
        stage,
        "It rained in the harbour.",
        "[s:Oslo] [c:said] [t:quay 4 was shut in the morning].",
        "[s:Oslo] [c:said] [t:quay 6 was shut in the morning].",
        holders=[["Oslo"], ["Oslo"]],
    )
    assert [position.same_as for position in found] == [None, None]


def test_the_lead_is_kept_rather_than_the_title_that_it_tells_again(stage: Stage) -> None:
    title, lead = ranked(
        stage,
        "[s:Oslo] [c:pledges] [t:to keep the ferry running]",
        "On Friday, [s:Oslo] [c:pledged] [t:to keep the northern ferry running until the spring], and it rained.",
        holders=[["Oslo"], ["Oslo"]],
    )
    assert not title.key
    assert lead.key
    assert lead.same_as is None


def test_a_better_sentence_counts_for_its_positions(stage: Stage) -> None:
    names = ["Oslo", "Turku"] * 4
    paragraphs = [f"[s:{name}] [c:said] [t:quay {n} was shut in the morning]." for n, name in enumerate(names)]
    holders = [[name] for name in names]
    plain = ranked(stage, "It rained in the harbour.", *paragraphs, holders=holders)
    parts = [{"gist": float(index == 8)} for index in range(9)]
    weighed = ranked(stage, "It rained in the harbour.", *paragraphs, holders=holders, parts=parts)
    assert weighed[-1].score > plain[-1].score
    assert weighed[0].score == plain[0].score


def test_another_holder_of_the_same_claim_beside_the_first_is_a_repeat(stage: Stage) -> None:
    first, second = ranked(
        stage,
        "It rained in the harbour.",
        "[s:Oslo and Riga] [c:pledged] [t:to keep the northern ferry running through the winter].",
        "“[t:The northern ferry will keep running this winter, whatever it takes],” [s:Oslo] [c:said].",
        holders=[["Oslo", "Riga"], ["Oslo"]],
    )
    assert second.same_as == first.id


def test_a_fragment_is_key_only_where_there_is_nothing_else(stage: Stage) -> None:
    alone = ranked(stage, "It rained.", "[s:Oslo] [c:said] [t:a bit confused].", holders=[["Oslo"]])
    assert [position.key for position in alone] == [True]
    paragraphs = ("[s:Oslo] [c:was] [t:a bit confused].", "[s:Oslo] [c:said] [t:quay 4 was shut in the morning].")
    found = ranked(stage, "It rained.", *paragraphs, holders=[["Oslo"], ["Oslo"]])
    assert [position.key for position in found] == [False, True]


@pytest.mark.parametrize("count", [1, 2, 40])
def test_some_are_kept_of_few_and_of_many(stage: Stage, count: int) -> None:
    paragraphs = [f"[s:Riga] [c:urged] [t:owner {n} to mend ship number {n * n}]." for n in range(count)]
    found = ranked(stage, "It rained.", *paragraphs, holders=[["Riga"]] * count)
    assert 1 <= sum(position.key for position in found) <= 7


@pytest.mark.parametrize(
    ("contents", "chosen"),
    [
        ([[(0, 90)], [(20, 90)], [(100, 120)]], {0, 2}),
        ([[(20, 90)], [(0, 90)], [(100, 120)]], {0, 2}),
        ([[(0, 90)], [(20, 95)], [(100, 120)]], {0, 1, 2}),
        ([[(0, 30), (50, 90)], [(10, 30), (60, 90)], [(40, 90)]], {0, 2}),
        ([[(0, 90)], [(0, 90)]], {0}),
    ],
    ids=["within", "around", "across", "in pieces", "the same"],
)
def test_of_a_claim_within_a_claim_one_is_key(contents: list[list[tuple[int, int]]], chosen: set[int]) -> None:
    positions = [
        Position(
            *(number, (f"Holder {number}",), (), "state", None, "indirect", (), ()),
            content=tuple(Piece(start, end, "it rained") for start, end in pieces),
            quotes=(),
            sentence=0,
            confidence=1.0,
        )
        for number, pieces in enumerate(contents)
    ]
    logits = [-float(number) for number in range(len(positions))]
    model = KeyModel(0.0, {}, 0.0, 1.0)
    assert choose_key(positions, logits, range(len(positions)), model) == chosen
