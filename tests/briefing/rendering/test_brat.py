"""The lines of an ``.ann`` file point into the text beside it as brat reads them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import parse_article, summarize
from briefing.model import Brief, Piece
from briefing.pipeline import Options
from briefing.rendering import Layout, render
from briefing.rendering.brat import CONFIGURATION, brat_text, fragments
from tests.briefing.rendering.conftest import TEXT, brief
from tests.readers import Standoff, read_standoff


def standoff(subject: Brief, text: str) -> Standoff:
    return read_standoff(render(subject, "brat"), text, CONFIGURATION)


def test_each_position_is_a_content_with_stance_mode_and_holder(ferry: Brief) -> None:
    found = standoff(ferry, TEXT)
    contents = [id for id, mark in found.marks.items() if mark.type == "Content"]

    assert len(contents) == 10
    assert [found.attributes[id, "Stance"] for id in contents] == [each.stance for each in ferry.positions]
    assert [found.attributes[id, "Mode"] for id in contents] == [each.mode for each in ferry.positions]
    assert [(id, "Key") in found.attributes for id in contents] == [each.key for each in ferry.positions]
    assert found.notes[contents[1]] == ("Iceland, Norway | Sigrid Aune, Norwegian Transport Minister; Jon Arnarson")
    assert found.notes[contents[8]] == "Holder not named"


def test_a_content_in_pieces_is_one_annotation_in_fragments(ferry: Brief) -> None:
    found = standoff(ferry, TEXT)
    mark = next(mark for mark in found.marks.values() if mark.words.startswith("We will not"))

    assert len(mark.fragments) == 2
    assert mark.words == "We will not let the line die, Nor will we raise the fares."


def test_relations_lead_to_the_cue_and_to_what_is_repeated(ferry: Brief) -> None:
    found = standoff(ferry, TEXT)
    words = [(name, found.marks[one].words, found.marks[other].words) for name, one, other in found.relations]

    assert ("HasCue", "it had hidden anything", "denied") in words
    assert words[-1] == (
        "Repeats",
        "the line would not die",
        "We will not let the line die, Nor will we raise the fares.",
    )


def test_a_source_of_two_positions_stands_there_once(ferry: Brief) -> None:
    source = ferry.positions[5].cue
    twice = replace(ferry, positions=tuple(replace(each, source=source) for each in ferry.positions[4:6]))
    found = standoff(twice, TEXT)

    assert [mark.type for mark in found.marks.values()].count("Source") == 1
    assert [name for name, _, _ in found.relations].count("HasSource") == 2


def test_a_content_over_two_lines_is_in_fragments_and_the_text_stays_as_it_is() -> None:
    text = "Mayor closes the bridge\n\n\U0001f309 The mayor said the bridge\n  would stay shut until May.\n"
    made = summarize(parse_article(text), Options(with_text=True))
    (content,) = (mark for mark in standoff(made, text).marks.values() if mark.type == "Content")

    assert content.words == "the bridge would stay shut until May"
    assert len(content.fragments) == 2
    assert brat_text(made, Layout()) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b", [(5, 8)]),
        (" a \n\t b ", [(6, 7), (11, 12)]),
        ("a\u2028b\x85c", [(5, 6), (7, 8), (9, 10)]),
        ("a\x1b[31mb", [(5, 6), (7, 12)]),
        ("a\u202eb\ud800", [(5, 6), (7, 8)]),
        ("\n \n", []),
        ("", []),
    ],
)
def test_fragments_are_what_a_line_can_hold(text: str, expected: list[tuple[int, int]]) -> None:
    found = fragments([Piece(5, 5 + len(text), text)])

    assert [(start, end) for start, end, _ in found] == expected


def test_what_no_line_can_hold_is_left_out(ferry: Brief) -> None:
    empty = replace(ferry.positions[0], content=(Piece(3, 5, "\n\n"),))

    assert render(replace(ferry, positions=(empty,)), "brat") == ""


@given(st.text(alphabet="ab \n\t\r\x0b\x85\u2028\xa0\u200b\U0001f309\ud800", max_size=30), st.integers(0, 9))
def test_fragments_are_verbatim_in_order_and_apart(text: str, start: int) -> None:
    end = 0
    for begin, stop, words in fragments([Piece(start, start + len(text), text)]):
        assert end <= begin < stop
        assert text[begin - start : stop - start] == words == words.strip()
        assert words.splitlines() == [words]
        end = stop


def test_the_text_beside_is_the_article() -> None:
    assert brat_text(brief(text=True), Layout()) == TEXT
