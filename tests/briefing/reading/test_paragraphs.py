"""Paragraphs are found whether blank lines, single lines or a fixed width part them."""

import textwrap

import pytest

from briefing.reading.paragraphs import paragraphs, trim

FIRST = (
    "The council of Harwell voted on Tuesday to close the swimming pool, after a debate that lasted well into the "
    "night and left nobody satisfied."
)
SECOND = "Its leader, Ann Pell, said the town had no choice. She promised to open it again as soon as the roof is safe."
THIRD = "The swimmers do not believe her, and said so in the square before the vote was even counted by the clerk."


def found(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end, _ in paragraphs(text)]


def wrapped(width: int, *texts: str, indent: str = "") -> str:
    return "\n".join(textwrap.fill(text, width, initial_indent=indent) for text in texts)


@pytest.mark.parametrize("gap", ["\n\n", "\n \t\n", "\n\u200b\n", "\r\n\r\n", "\n\n\n\n", "\n\u00a0\n"])
def test_blank_lines_part_paragraphs(gap: str) -> None:
    assert found(gap.join((FIRST, SECOND, THIRD))) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\r", "\u2029", "\x0c"])
def test_lines_that_are_not_wrapped_are_paragraphs(gap: str) -> None:
    assert found(gap.join((FIRST, SECOND, THIRD))) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("width", [40, 60, 65, 72, 78, 100])
def test_wrapped_lines_are_joined_between_blank_lines(width: int) -> None:
    text = "\n\n".join(wrapped(width, part) for part in (FIRST, SECOND, THIRD))

    assert found(text) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("indent", ["", "    ", "\t"])
def test_wrapped_paragraphs_without_blank_lines_part_where_a_line_stops_short(indent: str) -> None:
    assert found(wrapped(72, FIRST, SECOND, THIRD, indent=indent)) == [FIRST, SECOND, THIRD]


def test_a_line_that_runs_out_of_the_width_does_not_hide_the_wrapping() -> None:
    link = "https://example.org/" + "x" * 120
    text = "\n\n".join((wrapped(72, FIRST), link, wrapped(72, SECOND), wrapped(72, THIRD)))

    assert found(text) == [FIRST, link, SECOND, THIRD]


def test_bylines_and_dates_stay_apart_from_wrapped_lines() -> None:
    title = "Council votes to close swimming pool after a debate that lasted all night"
    text = f"{title}\nBy Jane Roe\n3 March 2021\nOSLO\n" + wrapped(72, FIRST, SECOND)

    assert found(text) == [title, "By Jane Roe", "3 March 2021", "OSLO", FIRST, SECOND]


def test_a_title_broken_after_a_semicolon_is_one_stretch() -> None:
    assert found(f"Council closes pool; \nSwimmers protest.\n\n{FIRST}") == [
        "Council closes pool; Swimmers protest.",
        FIRST,
    ]


def test_list_items_begin_after_their_markers() -> None:
    text = f"{FIRST}\n- the pool\n* the park\n• the hall\n1. the roof"

    assert [(text[s:e], kind) for s, e, kind in paragraphs(text)][1:] == [
        ("the pool", "list"),
        ("the park", "list"),
        ("the hall", "list"),
        ("the roof", "list"),
    ]


def test_wrapped_list_items_are_joined() -> None:
    text = wrapped(72, FIRST) + "\n\n" + textwrap.fill("- " + SECOND, 72, subsequent_indent="  ")

    assert found(text) == [FIRST, SECOND]


@pytest.mark.parametrize("edge", [" ", "\t", "\u00a0", "\u200b", "\ufeff", "\u2028", "\u3000", " \u200b\t"])
def test_blanks_and_invisible_characters_are_trimmed(edge: str) -> None:
    text = f"{edge}word{edge}"

    assert trim(text, 0, len(text)) == (len(edge), len(edge) + 4)


def test_nothing_but_blanks_trims_to_nothing() -> None:
    start, end = trim(" \u200b\t ", 0, 4)

    assert start == end
    assert paragraphs(" \n\u200b\n\t") == []
