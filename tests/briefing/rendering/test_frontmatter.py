"""The properties of a note read back, whatever an article holds."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model import Brief, Party
from briefing.rendering import Explanation, render
from briefing.rendering.sanitise import one_line
from tests.readers import read_note


def test_a_note_has_the_properties_of_its_article(ferry: Brief) -> None:
    properties, body = read_note(render(ferry, "obsidian"))

    assert properties == {
        "title": "Norway and Iceland promise to keep the northern ferry running",
        "date": datetime.date(2024, 3, 8),
        "outlet": "Northern Herald",
        "url": "https://herald.example/ferry?page=1",
        "place": "OSLO",
        "language": "en-GB",
        "source": "articles/ferry.txt",
        "words": 1411,
        "parties": ["Norway", "Iceland", "Seafarers’ Union", "Northline", "Harbour board"],
        "speakers": ["Sigrid Aune", "Jon Arnarson"],
    }
    assert body == "\n" + render(ferry, "markdown")


def test_an_explanation_has_no_parties(ferry_explained: Explanation) -> None:
    properties, _ = read_note(render(ferry_explained, "obsidian", view="explanation"))

    assert properties["outlet"] == "Northern Herald"
    assert "parties" not in properties


@pytest.mark.parametrize("date", ["8 March", "2024-02-30", "2024", "20240308", "null"])
def test_what_is_no_date_is_a_string(ferry: Brief, date: str) -> None:
    brief = replace(ferry, article=replace(ferry.article, date=date))

    assert read_note(render(brief, "obsidian"))[0]["date"] == date


def test_what_is_not_known_is_not_there(ferry: Brief) -> None:
    bare = replace(ferry.article, title=None, date=None, outlet=None, url=None, dateline=None, language=None)
    properties, _ = read_note(render(replace(ferry, article=bare, parties=(), positions=()), "obsidian"))

    assert properties == {"title": "ferry", "source": "articles/ferry.txt", "words": 1411}


@pytest.mark.parametrize(
    "name",
    ["no", "1.5", "~", "- a", "a: b", "a #b", "'", '"', "\\", "{a}", "*a", "&a", "!!int 1", "---", "\uffff", "=1"],
)
def test_a_name_is_a_string_whatever_yaml_would_make_of_it(ferry: Brief, name: str) -> None:
    brief = replace(
        ferry,
        article=replace(ferry.article, title=name),
        parties=(Party(name, "group", (), (), 1, ()),),
    )
    properties, _ = read_note(render(brief, "obsidian"))

    assert (properties["title"], properties["parties"]) == (name, [name])


@given(words=st.text(min_size=1, max_size=12))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_words_are_read_back_on_one_line(ferry: Brief, words: str) -> None:
    brief = replace(ferry, article=replace(ferry.article, outlet=words, byline=words, date=words))
    properties, _ = read_note(render(brief, "obsidian"))

    assert properties["outlet"] == properties["author"] == one_line(words)
