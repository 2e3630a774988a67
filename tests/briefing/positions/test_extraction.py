"""Attributions become positions: numbered in reading order, verbatim, silent ones left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from briefing.model import Span
from briefing.positions import take_positions

Stage = Callable[..., Any]


def test_positions_stand_in_reading_order_with_running_ids(stage: Stage) -> None:
    document, attributions, cast = stage(
        "[s:Oslo] [c:promised] [t:a second ferry].",
        "[s:Bergen] [c:declined] [t:to comment].",
        "[s:Turku] [c:rejected] [t:the idea].",
        holders=[["Oslo"], ["Bergen"], ["Turku"]],
    )
    backwards = type(cast)(cast.entities, cast.mentions, cast.holdings[::-1])
    for found in (
        take_positions(document, attributions, cast),
        take_positions(document, attributions[::-1], backwards),
    ):
        assert [(position.id, position.parties) for position in found] == [(0, ("Oslo",)), (1, ("Turku",))]


def test_pieces_are_verbatim_and_plain_only_where_markup_stands_between(stage: Stage) -> None:
    document, attributions, cast = stage(
        "[s:Oslo] [c:promised] [t:a **second** ferry].", holders=[["Oslo"]], markup="markdown"
    )
    (position,) = take_positions(document, attributions, cast)
    assert [piece.text for piece in position.content] == ["a **second** ferry"]
    assert position.content[0].plain == "a second ferry"
    assert position.source[0].plain is None


def test_a_holder_is_named_once_and_none_is_made_up(stage: Stage) -> None:
    document, attributions, cast = stage(
        "[s:Oslo and Oslo] [c:promised] [t:a second ferry].",
        "[s:Somebody] [c:said] [t:it was late].",
        holders=[["Oslo", "Oslo"], []],
    )
    first, second = take_positions(document, attributions, cast)
    assert first.parties == ("Oslo",)
    assert second.parties == ()


def test_what_the_article_lets_nobody_hold_is_no_position(stage: Stage) -> None:
    document, attributions, cast = stage("A second ferry [c:is expected] [t:to sail in May].")
    hidden = type(cast)(cast.entities, cast.mentions, (replace(cast.holdings[0], hidden=True),))
    assert take_positions(document, attributions, hidden) == ()


@pytest.mark.parametrize(("holders", "count"), [([["Oslo"]], 1), ([[]], 2)])
def test_a_claim_within_a_claim_is_left_out_where_one_party_holds_both(stage: Stage, holders: Any, count: int) -> None:
    document, attributions, cast = stage(
        "[s:Somebody] [c:said] [t:it was late and they knew it rained].", holders=holders
    )
    places = {words: document.article.text.index(words) for words in ("they", "knew", "it rained")}
    source, cue, content = ((Span(start, start + len(words)),) for words, start in places.items())
    inner = replace(attributions[0], source=source, cue=cue, content=content, quotes=())
    both = type(cast)(cast.entities, cast.mentions, cast.holdings * 2)
    assert len(take_positions(document, (*attributions, inner), both)) == count


def test_no_attribution_gives_no_position(stage: Stage) -> None:
    document, attributions, cast = stage("It rained in Oslo all day.")
    assert take_positions(document, attributions, cast) == ()


def test_the_mere_topic_of_a_meeting_is_no_position(stage: Stage) -> None:
    document, attributions, cast = stage(
        "[s:Oslo] [c:met Turku to discuss] [t:fish and boats].",
        "At the meeting [s:Bergen] [c:discussed] [t:whether fish were dear].",
        "[s:Turku] [c:discussed] [t:the plan at length in its report].",
        holders=[["Oslo"], ["Bergen"], ["Turku"]],
    )
    assert [position.parties for position in take_positions(document, attributions, cast)] == [("Bergen",), ("Turku",)]


def test_the_purpose_of_a_thing_is_no_position(stage: Stage) -> None:
    document, attributions, cast = stage(
        "[s:The alliance] [c:aimed at] [t:limiting fish] met.",
        "[s:Bergen] [c:aimed to] [t:limit fish].",
        holders=[["Oslo"], ["Bergen"]],
    )
    assert [position.parties for position in take_positions(document, attributions, cast)] == [("Bergen",)]
