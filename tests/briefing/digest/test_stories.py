"""Which articles report one event."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.digest.saying import told_text
from briefing.digest.stories import Profile, group
from briefing.digest.stories import profile as profile_of
from briefing.digest.terms import Wording
from briefing.model import Brief

FERRY = "The night ferry to Tarn will end in June, Brightwater Lines confirmed. Islanders fear for hotels and schools. "
BOAT = "Brightwater Lines will stop its night ferry to the island of Tarn, where hotels and islanders depend on it. "
MUSEUM = "Thieves broke into the museum and took a gold mask and two vases. Police are looking for a white van. "


def profile(brief: Brief) -> Profile:
    return profile_of(brief.article, Wording(told_text(brief)))


def profiles(make: Callable[..., Brief], *texts: tuple[str, str | None]) -> list[Profile]:
    return [profile(make(str(number), day, [], text=text)) for number, (text, day) in enumerate(texts)]


def test_reports_of_one_event_are_one_story(make: Callable[..., Brief]) -> None:
    found = profiles(make, (FERRY, None), (MUSEUM, None), (BOAT, None))
    assert group(found) == [[0, 2], [1]]


def test_a_month_makes_another_story(make: Callable[..., Brief]) -> None:
    found = profiles(make, (FERRY, "2025-03-01"), (BOAT, "2025-03-05"), (BOAT, "2025-05-05"), (BOAT, None))
    assert group(found) == [[0, 1, 3], [2]] or group(found) == [[0, 1, 2, 3]]
    assert group(found[:3]) == [[0, 1], [2]]


@pytest.mark.parametrize(("day", "stories"), [("2025-03-15", [[0, 1]]), ("2025-03-16", [[0], [1]])])
def test_reports_two_weeks_apart_may_be_one_story(
    make: Callable[..., Brief], day: str, stories: list[list[int]]
) -> None:
    assert group(profiles(make, (FERRY, "2025-03-01"), (BOAT, day))) == stories


def test_a_brief_without_text_is_told_by_its_positions(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    silent = profile(make("a", None, [said("Brightwater Lines", BOAT)]))
    assert "ferry" in silent.terms
    assert group([silent, *profiles(make, (FERRY, None))]) == [[0, 1]]


@pytest.mark.parametrize("text", ["", "  ", "12 12 12", "the of and", "\x00", "ñ" * 5_000])
def test_odd_text_is_a_story_by_itself(make: Callable[..., Brief], text: str) -> None:
    assert group(profiles(make, (text, None), (FERRY, None))) == [[0], [1]]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from([FERRY, BOAT, MUSEUM, ""]), max_size=8))
def test_every_article_is_in_one_story(texts: list[str]) -> None:
    from tests.briefing.digest.conftest import report

    found = group([profile(report(str(number), None, [], text=text)) for number, text in enumerate(texts)])
    assert sorted(number for members in found for number in members) == list(range(len(texts)))
