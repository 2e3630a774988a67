"""Bylines are found as lines and in front of running text, and prose that begins with "By" is not."""

import pytest

from briefing.reading.byline import bare_name, byline_line, byline_prefix

LINES = [
    ("By Jane Roe", "Jane Roe"),
    ("BY JANE ROE", "JANE ROE"),
    ("By . Associated Press .", "Associated Press"),
    ("By The Associated Press", "The Associated Press"),
    ("By Jane Roe and John van Doe, Staff Writers", "Jane Roe and John van Doe, Staff Writers"),
    ("By Dr. Martin O'Neill Jr., for the Daily Planet", "Dr. Martin O'Neill Jr., for the Daily Planet"),
    ("Words by JANE ROE in Brussels", "JANE ROE in Brussels"),
    ("Jane Roe, Reuters", "Jane Roe, Reuters"),
    ("Jane Roe, political correspondent", "Jane Roe, political correspondent"),
    ("Reuters Staff", "Reuters Staff"),
    ("Author: Jane Roe", "Jane Roe"),
]


@pytest.mark.parametrize(("text", "names"), LINES)
def test_lines_that_sign_an_article(text: str, names: str) -> None:
    assert byline_line(text, 0, len(text)) == (0, len(text), names)


@pytest.mark.parametrize(
    "text",
    [
        "By Monday, the strike had spread to three more towns",
        "By Friday",
        "By the time she came",
        "Jane Roe, Leader of the House",
        "Two ministers, one plan",
        "The strike",
        "By",
        "",
    ],
)
def test_lines_that_do_not(text: str) -> None:
    assert byline_line(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By . Jane Roe . |A dog was", "Jane Roe"),
        ("By . Jane Roe . and Ted Thorn . |A dog was", "Jane Roe and Ted Thorn"),
        ("By . Daily Mail Reporter . |UPDATED: . 09:53", "Daily Mail Reporter"),
    ],
)
def test_a_byline_in_front_of_running_text(text: str, names: str) -> None:
    end = len(text[: text.index("|")].rstrip())
    text = text.replace("|", "")

    assert byline_prefix(text, 0, len(text)) == (0, end, names)


@pytest.mark.parametrize("text", ["By . the way . there", "By Jane Roe . A dog", "By . "])
def test_other_openings_are_no_byline(text: str) -> None:
    assert byline_prefix(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Roe", True),
        ("Jane A. Roe", True),
        ("Jane Ann Mary Roe", False),
        ("JANE ROE", False),
        ("The Strike", False),
        ("Monday Morning", False),
        ("May Day", False),
        ("Jane", False),
        ("Jane roe", False),
    ],
)
def test_bare_names(text: str, name: bool) -> None:
    assert bare_name(text, 0, len(text)) is name
