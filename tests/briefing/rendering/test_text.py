"""Plain text is one fact a line, labelled or in cells parted by tabs, and never wrapped."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Brief, Piece
from briefing.rendering import Explanation, Layout, render


def test_a_brief_is_labelled_lines(ferry: Brief) -> None:
    labels = [line.partition(": ")[0] for line in render(ferry, "text").splitlines()]

    head = ["title", "outlet", "place", "date", "url", "length"]
    assert labels == [*head, *3 * ["summary"], *7 * ["position"], "together", "against"]


def test_no_line_is_wrapped(ferry: Brief) -> None:
    long = "word " * 400 + "end"
    sentence = replace(ferry.summary[0], piece=Piece(0, len(long), long))

    assert f"summary: {long}\n" in render(replace(ferry, summary=(sentence,)), "text")


def test_a_position_is_four_cells(ferry: Brief) -> None:
    lines = render(ferry, "text", view="positions").splitlines()

    assert {line.count("\t") for line in lines} == {3}
    assert lines[5] == "Northline\tdeny\tit had hidden anything\t"


def test_the_source_comes_first_where_there_are_several(ferry: Brief, ferry_explained: Explanation) -> None:
    many = Layout(many=True)
    tables = [
        render(ferry, "text", view="positions", layout=many),
        render(ferry, "text", view="quotes", layout=many),
        render(ferry_explained, "text", view="explanation", layout=many),
    ]

    assert all(line.startswith("articles/ferry.txt\t") for table in tables for line in table.splitlines())
