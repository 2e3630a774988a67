"""The annotations are those of the Web Annotation Data Model, and each selects its words in the text."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from briefing import parse_article, summarize
from briefing.model import Brief
from briefing.pipeline import Options
from briefing.rendering import Layout, render
from tests.briefing.rendering.conftest import TEXT, brief
from tests.readers import read_collection


def collection(subject: Brief, layout: Layout | None = None) -> dict[str, object]:
    made = json.loads(render(subject, "annotations", layout=layout))
    assert isinstance(made, dict)
    return made


def test_each_position_is_an_annotation_that_selects_its_content() -> None:
    ferry = brief(text=True)
    found = read_collection(collection(ferry), TEXT)

    assert [each.words for each in found] == [
        tuple(piece.text for piece in position.content) for position in ferry.positions
    ]
    assert found[2].words == ("We will not let the line die,", "Nor will we raise the fares.")
    assert {each.source for each in found} == {"https://herald.example/ferry?page=1"}


def test_the_bodies_say_stance_parties_speakers_and_key() -> None:
    found = read_collection(collection(brief(text=True)), TEXT)

    assert found[1].bodies == (
        ("classifying", "concern"),
        ("tagging", "Iceland"),
        ("tagging", "Norway"),
        ("describing", "Sigrid Aune, Norwegian Transport Minister"),
        ("describing", "Jon Arnarson"),
        ("assessing", "key position"),
    )
    assert found[8].bodies == (("classifying", "predict"),)


def test_the_layout_limits_the_positions() -> None:
    found = read_collection(collection(brief(text=True), Layout(positions=2)), TEXT)

    assert [each.bodies[0][1] for each in found] == ["pledge", "pledge"]


def test_without_the_text_the_words_around_are_left_out(ferry: Brief) -> None:
    target = collection(ferry)["first"]["items"][0]["target"]  # type: ignore[index]

    assert list(target["selector"][1]) == ["type", "exact"]


def test_several_articles_are_an_array_of_collections() -> None:
    other = brief(text=True)
    other = replace(other, article=replace(other.article, source="other.txt", url=None), positions=())
    made = json.loads(render([brief(text=True), other], "annotations", layout=Layout(many=True)))

    assert [len(read_collection(each, TEXT)) for each in made] == [10, 0]
    assert made[0]["id"] != made[1]["id"]


@pytest.mark.parametrize(
    ("url", "source", "iri"),
    [
        (None, "articles/ferry.txt", "articles/ferry.txt"),
        (None, "news.jsonl:3", "news.jsonl%3A3"),
        (None, "a b/ø#1?.txt", "a%20b/%C3%B8%231%3F.txt"),
        (None, "\udcff.txt", "%ED%B3%BF.txt"),
        ("javascript:alert(1)", "a.txt", "a.txt"),
        ("https://herald.example/å?a=b&c=%20#d", "a.txt", "https://herald.example/%C3%A5?a=b&c=%20#d"),
        ('HTTP://herald.example/"<x>\n', "a.txt", "HTTP://herald.example/%22%3Cx%3E%0A"),
    ],
)
def test_the_source_is_an_iri(url: str | None, source: str, iri: str) -> None:
    ferry = brief(text=True)
    ferry = replace(ferry, article=replace(ferry.article, url=url, source=source))

    assert {each.source for each in read_collection(collection(ferry), TEXT)} == {iri}


def test_line_ends_and_astral_characters_are_counted_as_the_text_has_them() -> None:
    text = "Mayor closes the bridge\n\n\U0001f309 The mayor said the bridge\nwould stay shut until May.\n"
    found = read_collection(collection(summarize(parse_article(text), Options(with_text=True))), text)

    assert "the bridge\nwould stay shut until May" in {words for each in found for words in each.words}
