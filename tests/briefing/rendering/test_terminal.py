"""The terminal format keeps to its width, says the same without colour, and holds no markup of the article's."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest
from rich.cells import cell_len

from briefing.model import Brief, Piece
from briefing.rendering import Explanation, Layout, View, render

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def shown(view: View, brief: Brief, explained: Explanation, layout: Layout) -> str:
    return render(explained if view == "explanation" else brief, "terminal", view=view, layout=layout)


@pytest.mark.parametrize("view", get_args(View))
@pytest.mark.parametrize("width", [24, 40, 60, 80, 120, 300])
def test_no_line_is_wider_than_the_terminal(ferry: Brief, ferry_explained: Explanation, view: View, width: int) -> None:
    lines = shown(view, ferry, ferry_explained, Layout(width=width)).splitlines()

    assert max(map(cell_len, lines)) <= min(width, 92)


@pytest.mark.parametrize("width", [60, 120])
def test_the_brief_at_other_widths(golden: Callable[[str, str], None], ferry: Brief, width: int) -> None:
    golden(f"ferry.{width}.term", render(ferry, "terminal", layout=Layout(width=width)))


@pytest.mark.parametrize("view", get_args(View))
def test_colour_only_repeats_what_words_and_signs_say(ferry: Brief, ferry_explained: Explanation, view: View) -> None:
    plain = shown(view, ferry, ferry_explained, Layout())
    coloured = shown(view, ferry, ferry_explained, Layout(color=True))

    assert "\x1b" not in plain
    assert "\x1b[32m" in coloured or view == "quotes"
    assert [line.rstrip() for line in ESCAPE.sub("", coloured).splitlines()] == plain.splitlines()


def test_markup_in_an_article_is_shown_as_it_is(ferry: Brief) -> None:
    title = "[bold]Rates[/bold] up [/x] :smile: [link=https://example.org]"

    assert title in render(replace(ferry, article=replace(ferry.article, title=title)), "terminal")


def test_wide_characters_are_measured_as_they_are_shown(ferry: Brief) -> None:
    sentence = replace(ferry.summary[0], piece=Piece(0, 90, "日本の外務大臣は記者会見で述べた。" * 5))
    lines = render(replace(ferry, summary=(sentence,)), "terminal", layout=Layout(width=60)).splitlines()

    assert max(map(cell_len, lines)) <= 60


@pytest.mark.parametrize(("view", "words"), [("positions", "No positions."), ("quotes", "No quotations.")])
def test_where_nothing_is_found_that_is_said(ferry: Brief, view: View, words: str) -> None:
    assert words in render(replace(ferry, positions=()), "terminal", view=view)


def test_a_brief_without_positions_is_its_summary(ferry: Brief) -> None:
    bare = render(replace(ferry, positions=(), relations=()), "terminal")

    assert "POSITIONS" not in bare
    assert "the ferry would stop in spring" in bare
