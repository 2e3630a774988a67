"""The words that people's formats share: dates, speakers, stances."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from briefing.model import Brief, Speaker, Stance
from briefing.rendering.wording import (
    SIGNS,
    Introductions,
    as_heading,
    heading,
    particulars,
    speakers_line,
    spoken_date,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-02-11", "11 February 2022"),
        ("2024-12-01", "1 December 2024"),
        ("2024-13-01", "2024-13-01"),
        ("20240301", "20240301"),
        ("last Friday", "last Friday"),
    ],
)
def test_a_date_is_written_as_people_do(value: str, expected: str) -> None:
    assert spoken_date(value) == expected


@pytest.mark.parametrize(
    ("speakers", "parties", "expected"),
    [
        ([], ["Norway"], ""),
        ([Speaker("Ann Lee", None)], ["Norway"], "Ann Lee"),
        ([Speaker("Ann Lee", "minister"), Speaker("Bo Ek", None)], ["Norway"], "Ann Lee, minister; Bo Ek"),
        ([Speaker("Ann Lee", "a baker")], ["Ann Lee"], "a baker"),
        ([Speaker("Ann Lee", None)], ["Ann Lee"], ""),
        ([Speaker("Police report", None)], ["police report"], ""),
        ([Speaker("Ann Lee", "lawyers for")], ["Norway"], "Ann Lee"),
    ],
)
def test_speakers_stand_with_their_roles(speakers: list[Speaker], parties: list[str], expected: str) -> None:
    assert speakers_line(speakers, parties) == expected


def test_a_role_is_given_at_the_first_mention_alone() -> None:
    introductions = Introductions()
    ann, bo = Speaker("Ann Lee", "minister"), Speaker("Bo Ek", "a baker")

    assert introductions.line([ann], ["Norway"]) == "Ann Lee, minister"
    assert introductions.line([ann, bo], ["Norway"]) == "Ann Lee; Bo Ek, a baker"
    assert introductions.line([bo], ["Bo Ek"]) == ""


@pytest.mark.parametrize(
    ("names", "expected"),
    [("dock workers, Norway", "Dock workers, Norway"), ("eBay", "eBay"), ("Norway", "Norway"), ("", "")],
)
def test_a_heading_begins_with_a_capital(names: str, expected: str) -> None:
    assert as_heading(names) == expected


def test_every_stance_has_a_sign() -> None:
    assert set(SIGNS) == set(get_args(Stance))


def test_the_particulars_are_those_that_are_known(ferry: Brief) -> None:
    bare = replace(ferry.article, outlet=None, dateline=None, date=None, words=1, sentences=1)

    assert particulars(ferry.article) == "Northern Herald · OSLO · 8 March 2024 · 1,411 words, 12 sentences"
    assert particulars(bare) == "1 word, 1 sentence"


def test_an_article_without_a_title_goes_by_its_id(ferry: Brief) -> None:
    assert heading(replace(ferry.article, title=None)) == "ferry"
