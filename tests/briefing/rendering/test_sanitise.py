"""No text of an article steers what shows it: a terminal, a Markdown page, a spreadsheet, a JSON reader."""

from __future__ import annotations

import csv
import io
import json
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.rendering.sanitise import clean, csv_cell, json_text, markdown, one_line

hostile = st.lists(
    st.sampled_from(
        [
            *("\x1b[31m", "\x1b]8;;http://x\x07", "\x1b]52;c;eA==\x1b\\", "\x9b2J", "\x1b", "\x07", "\x00", "\x7f"),
            *("\u202e", "\u2066", "\ud800", "\x85", "\u200b", "\n", "\r", "\t"),
            *("word ", "[bold]", "<b>", "*", "|", "=1+1"),
        ]
    )
    | st.text(max_size=4),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("\x1b[31mred\x1b[0m", "red", id="colour"),
        pytest.param("a\x1b[2Jb\x1b[1;1Hc", "abc", id="clear and home"),
        pytest.param("a\x9b31mb", "ab", id="C1 CSI"),
        pytest.param("\x1b]0;title\x07text", "text", id="window title"),
        pytest.param("\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\", "here", id="OSC 8 link"),
        pytest.param("a\x1b]52;c;cm0gLXJm\x07b", "ab", id="OSC 52 clipboard"),
        pytest.param("a\x9d52;c;cm0gLXJm\x9cb", "ab", id="C1 OSC"),
        pytest.param("a\x1bPq#0\x1b\\b", "ab", id="DCS"),
        pytest.param("a\x1b]no end, so the words stay", "ano end, so the words stay", id="OSC left open"),
        pytest.param("a\x1b[", "a", id="CSI cut off"),
        pytest.param("a\x1bcb", "ab", id="reset"),
        pytest.param("a\x1b(Bb", "ab", id="character set"),
        pytest.param("bell\x07 back\x08 null\x00 delete\x7f", "bell back null delete", id="C0 and DEL"),
        pytest.param("abc\u202egnp.exe\u202c", "abcgnp.exe", id="bidirectional override"),
        pytest.param("\u2066a\u2069", "a", id="isolates"),
        pytest.param("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen", id="invisible"),
        pytest.param("lone\udc80", "lone\ufffd", id="lone surrogate"),
        pytest.param("a\rb\r\nc\u2028d", "a\nb\n\nc\nd", id="line ends"),
        pytest.param("tab\tstays", "tab\tstays", id="tab"),
        pytest.param("שלום\u200f!", "שלום\u200f!", id="direction marks stay"),
        pytest.param("👩\u200d🚒", "👩\u200d🚒", id="joiners stay"),
    ],
)
def test_what_steers_a_terminal_is_taken_out(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(hostile)
def test_cleaned_text_holds_no_control_characters(text: str) -> None:
    forbidden = [c for c in clean(text) if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]

    assert forbidden == []


@given(hostile)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=("L", "N", "P", "S")), max_size=40))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@given(hostile)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)

    assert line.splitlines() in ([], [line])
    assert line == line.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a*b*c", "a\\*b\\*c"),
        ("snake_case", "snake\\_case"),
        ("`code`", "\\`code\\`"),
        ("[here](javascript:alert(1))", "\\[here\\](javascript:alert(1))"),
        ("![x](y)", "!\\[x\\](y)"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("fish & chips", "fish &amp; chips"),
        ("# not a heading", "\\# not a heading"),
        ("- not an item", "\\- not an item"),
        ("--- ", "\\---"),
        ("=== ", "\\==="),
        ("1. not a list", "1\\. not a list"),
        ("2024) neither", "2024\\) neither"),
        ("3.5 per cent", "3.5 per cent"),
        ("a | b", "a \\| b"),
        ("~~gone~~", "\\~\\~gone\\~\\~"),
        ("two\nlines", "two lines"),
        ("a well-known “plan.”", "a well-known “plan.”"),
    ],
)
def test_markdown_shows_the_text_as_it_is(text: str, expected: str) -> None:
    assert markdown(text) == expected


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert csv_cell(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@given(hostile)
def test_no_cell_begins_as_a_formula_or_breaks_its_row(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([csv_cell(text), "next"])
    first, second = next(csv.reader(io.StringIO(out.getvalue())))

    assert second == "next"
    assert not first.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(hostile)
def test_json_reads_back_the_same_and_is_safe_to_show(text: str) -> None:
    encoded = json_text(json.dumps(text, ensure_ascii=False))

    assert json.loads(encoded) == json.loads(json.dumps(text))
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in encoded)
    encoded.encode("utf-8")


def test_json_escapes_what_cannot_be_seen() -> None:
    hidden = "\u202e \x9b \ud800 \U000e0041"

    assert json_text(json.dumps(hidden, ensure_ascii=False)) == r'"\u202e \u009b \ud800 \udb40\udc41"'


@pytest.mark.parametrize("unit", ["\x1b]", "\x9d", "\x1b[", "\x1b[1;", "\x1b]a", "\x1bP\x1b", "1", "[", "\u202e"])
def test_the_time_grows_linearly_with_hostile_text(unit: str) -> None:
    def cost(count: int) -> float:
        text = unit * count
        began = time.process_time()
        markdown(text)
        csv_cell(text)
        return time.process_time() - began

    small = min(cost(5_000) for _ in range(3))
    assert min(cost(50_000) for _ in range(3)) < 40 * small + 0.05
