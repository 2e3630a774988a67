"""Each view in each format as it stands in the golden files, and safe whatever the article holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import FormatError
from briefing.model import Brief, Piece, Speaker
from briefing.rendering import FORMATS, SUFFIXES, Explanation, Layout, View, render
from briefing.rendering.output_formats import output_format, shows, suffix_of

ENDINGS = {
    "terminal": "term",
    "text": "txt",
    "markdown": "md",
    "json": "json",
    "jsonl": "jsonl",
    "csv": "csv",
    "html": "html",
    "obsidian": "note.md",
    "annotations": "jsonld",
    "brat": "ann",
}
SHOWN = [(format, view) for format in FORMATS for view in get_args(View) if shows(format, view)]
HOSTILE = "\x1b[31m\x1b]52;c;eA==\x07[/bold][link=x]<script>\u202e\x9b2J=1+1\x00\ud800 | *x* `y`\r\n# z"


def subject(view: View, brief: Brief, explained: Explanation) -> Brief | Explanation:
    return explained if view == "explanation" else brief


@pytest.mark.parametrize(("format", "view"), SHOWN)
def test_each_view_in_each_format(
    golden: Callable[[str, str], None], ferry: Brief, ferry_explained: Explanation, format: str, view: View
) -> None:
    golden(f"ferry.{view}.{ENDINGS[format]}", render(subject(view, ferry, ferry_explained), format, view=view))


def poisoned(brief: Brief, poison: str) -> Brief:
    """The brief with hostile words wherever words of an article or a name can stand."""

    def piece(old: Piece) -> Piece:
        return replace(old, text=poison + old.text, plain=None)

    def pieces(old: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(map(piece, old))

    article = replace(
        brief.article,
        id=poison,
        source=poison,
        title=poison,
        byline=poison,
        dateline=poison,
        date=poison,
        text=poison,
        outlet=poison,
        url=poison,
        language=poison,
        extra=((poison, poison),),
    )
    positions = tuple(
        replace(
            each,
            parties=(poison, *each.parties),
            speakers=(Speaker(poison, poison),),
            content=pieces(each.content),
            quotes=pieces(each.quotes),
            cue=pieces(each.cue),
        )
        for each in brief.positions
    )
    summary = tuple(replace(each, piece=piece(each.piece)) for each in brief.summary)
    relations = tuple(replace(each, parties=(poison, each.parties[1])) for each in brief.relations)
    return replace(brief, article=article, positions=positions, summary=summary, relations=relations)


def is_harmless(shown: str) -> bool:
    return not any((c < " " and c not in "\n\t") or "\x7f" <= c <= "\x9f" or c in "\u202e\ud800" for c in shown)


@pytest.mark.parametrize(("format", "view"), SHOWN)
def test_a_hostile_article_is_harmless(ferry: Brief, ferry_explained: Explanation, format: str, view: View) -> None:
    brief = poisoned(ferry, HOSTILE)
    sentences = tuple(replace(each, piece=replace(each.piece, text=HOSTILE)) for each in ferry_explained.sentences)
    explained = Explanation(brief.article, sentences, brief.positions)
    shown = render([subject(view, brief, explained)], format, view=view, layout=Layout(many=True))

    assert is_harmless(shown)
    shown.encode("utf-8")
    assert "<script>" not in shown or format != "markdown"


@given(poison=st.text(max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_words_at_all_can_be_shown(ferry: Brief, poison: str) -> None:
    for format in FORMATS:
        assert is_harmless(render(poisoned(ferry, poison), format))


def test_json_keeps_every_character_of_a_hostile_article(ferry: Brief) -> None:
    brief = poisoned(ferry, HOSTILE)

    assert json.loads(render(brief, "json"))["article"]["title"] == HOSTILE


def test_file_names_lead_to_formats_there_are() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS) - {"terminal", "obsidian"}
    assert all(SUFFIXES[suffix_of(format)] == format for format in set(SUFFIXES.values()))


def test_a_format_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FormatError, match=r"no format 'pdf'; choose one of terminal, text, .*, brat$"):
        output_format("pdf", "brief")
    with pytest.raises(FormatError, match="no html of quotations; choose one of terminal, text"):
        output_format("html", "quotes")
