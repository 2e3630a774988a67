"""The words that people's formats share: dates, quotation marks, speakers, stances."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from briefing.model import Brief, Piece, Position, Speaker, Stance
from briefing.rendering.wording import (
    SIGNS,
    Introductions,
    Marks,
    as_heading,
    heading,
    marks_of,
    particulars,
    quoted,
    speakers_line,
    spoken_date,
    told,
)

CURLY = Marks("“", "”")
TWICE = Position(
    *(0, ("China",), (), "oppose", None, "mixed", ()),
    cue=(Piece(0, 7, "slammed"), Piece(23, 30, "calling")),
    content=(Piece(8, 21, "such measures"), Piece(31, 53, "them a “mistake” of law")),
    quotes=(Piece(39, 46, "mistake"),),
    sentence=0,
    confidence=1.0,
)


def position(content: list[tuple[int, str]], quotes: list[tuple[int, str]]) -> Position:
    def pieces(parts: list[tuple[int, str]]) -> tuple[Piece, ...]:
        return tuple(Piece(start, start + len(text), text) for start, text in parts)

    return Position(0, (), (), "state", None, "mixed", (), (), pieces(content), pieces(quotes), 0, 1.0)


def test_a_brief_tells_a_content_whole_over_a_second_cue() -> None:
    assert quoted(TWICE, CURLY) == "such measures … them a “mistake” of law"
    assert told(TWICE, CURLY) == "such measures, calling them a “mistake” of law"


def test_a_brief_tells_a_content_without_what_only_joins_it() -> None:
    assert told(position([(0, "that it will rain")], []), CURLY) == "it will rain"


@pytest.mark.parametrize(
    ("content", "quotes", "expected"),
    [
        pytest.param([(0, "it will rain")], [], "it will rain", id="indirect"),
        pytest.param([(5, "It will rain")], [(5, "It will rain")], "“It will rain”", id="direct"),
        pytest.param([(0, "a “mistake” of theirs")], [(3, "mistake")], "a “mistake” of theirs", id="marks inside"),
        pytest.param([(0, "a “mistake")], [(3, "mistake")], "a “mistake”", id="mark at the end is given back"),
        pytest.param([(1, "grave” doubts")], [(1, "grave")], "“grave” doubts", id="mark at the start is given back"),
        pytest.param([(1, "free,’ and open")], [(1, "free,’ and open")], "“free,’ and open”", id="inner mark"),
        pytest.param(
            [(1, "We act,"), (20, "Soon.")], [(1, "We act,"), (20, "Soon.")], "“We act,” … “Soon.”", id="interrupted"
        ),
        pytest.param([(1, "One."), (8, "Two.")], [(1, "One."), (8, "Two.")], "“One.” “Two.”", id="over two paragraphs"),
        pytest.param([(0, "was “told to run")], [], "was “told to run”", id="scare quotes, closing mark lost"),
        pytest.param([(0, 'was "told to run')], [], 'was "told to run"', id="straight marks, closing mark lost"),
        pytest.param([(0, "grave” doubts")], [], "“grave” doubts", id="opening mark lost"),
        pytest.param([(0, 'grave" doubts')], [], '"grave" doubts', id="straight marks, opening mark lost"),
        pytest.param([(0, 'a 12" disc, "so"')], [], 'a 12" disc, "so"', id="inches are no mark"),
        pytest.param([(0, "“one” and “two”")], [], "“one” and “two”", id="marks in pairs"),
        pytest.param([(1, "We act")], [(1, "We act,")], "“We act”", id="comma outside the content"),
    ],
)
def test_contents_keep_their_quotation_marks(
    content: list[tuple[int, str]], quotes: list[tuple[int, str]], expected: str
) -> None:
    assert quoted(position(content, quotes), CURLY) == expected


@pytest.mark.parametrize(
    ("content", "marks"),
    [
        ("they “will” go", Marks("“", "”")),
        ('they "will" go', Marks('"', '"')),
        ("they ‘will’ go", Marks("‘", "’")),
        ('they ‘will’ “go” "now"', Marks("“", "”")),
        ("they’ll go", Marks("“", "”")),
    ],
)
def test_given_back_marks_are_those_of_the_article(ferry: Brief, content: str, marks: Marks) -> None:
    brief = replace(ferry, summary=(), positions=(position([(0, content)], []),))

    assert marks_of(brief) == marks


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
