"""What is counted about a sentence: each part shows where it should, and lies between 0 and 1."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.attribution import read_network
from briefing.language import analyse
from briefing.model import Document
from briefing.reading import parse_article
from briefing.salience import parts as parts_module
from briefing.salience.parts import NAMES, body_of, find_parts

HARBOUR = """Harbour council sells the old ferry

The harbour council of Torvik sold its old ferry on Monday to a museum in Oslo for a symbolic price.

The museum will moor the ferry beside its steam tugs. "We have waited for this ship for many long years," said its
director. Will visitors come?

Snow fell. I watched the tugs leave the harbour while the council counted the money that the museum had sent.
"""


def document_of(text: str, title: str | None = None) -> Document:
    return analyse(parse_article(text, title=title))


def part(name: str, text: str = HARBOUR) -> list[int]:
    """The sentences that have the part."""
    return [index for index, parts in enumerate(find_parts(document_of(text))) if name in parts]


def test_the_gist_is_a_part_where_the_network_has_read_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    class Told:
        def sentences(self, seen: Any, beside: Any) -> Any:
            assert beside.shape == (3, len(NAMES) - 1)
            assert beside[:, NAMES.index("lead")].tolist() == [1.0, 0.5, pytest.approx(1 / 3)]
            return seen[:, 0] / 8

    monkeypatch.setattr(parts_module, "shipped_judge", Told)
    document = document_of("The bank failed. Its owner left. It rained.")
    seen = np.array([[5], [0], [8]], np.int8)
    found = find_parts(document, seen)
    assert [parts.get("gist") for parts in found] == [0.625, None, 1.0]
    assert all(list(parts) == sorted(parts, key=NAMES.index) for parts in found)
    assert [{name: parts[name] for name in parts if name != "gist"} for parts in found] == find_parts(document)


def test_without_a_reading_there_is_no_gist() -> None:
    document = document_of("The bank failed. Its owner left.")
    assert all(
        "gist" not in parts for parts in (*find_parts(document), *find_parts(document, np.zeros((2, 0), np.int8)))
    )


def test_the_news_tells_more_of_the_story_than_the_weather() -> None:
    document = document_of(HARBOUR)
    found = [parts.get("gist", 0.0) for parts in find_parts(document, read_network(document).sentences)]
    news, weather = (
        next(each.index for each in document.sentences if word in document.article.text[each.start : each.end])
        for word in ("symbolic", "Snow")
    )
    assert found[news] == max(found)
    assert found[weather] < found[news] / 2


def test_the_harbour_has_the_sentences_that_the_tests_count_on() -> None:
    document = document_of(HARBOUR)
    assert [sentence.kind for sentence in document.sentences] == ["title", *["paragraph"] * 6]


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        ("lead", [1, 2, 3, 4, 5, 6]),
        ("short", [0, 4, 5]),
        ("question", [4]),
        ("first_person", [3, 6]),
        ("opens_quoting", [3]),
        ("long", []),
    ],
)
def test_a_part_stands_where_it_holds(name: str, sentences: list[int]) -> None:
    assert part(name) == sentences


@pytest.mark.parametrize(("name", "sentences"), [("opening", [1, 2]), ("early", [3, 4, 5])])
def test_the_sentences_after_the_first_open_the_text(name: str, sentences: list[int]) -> None:
    text = " ".join(f"The {ship} left Torvik." for ship in ("tug", "ferry", "yacht", "barge", "liner", "sloop", "raft"))
    assert part(name, text) == sentences


def test_the_lead_fades_and_the_title_is_outside_the_count() -> None:
    parts = find_parts(document_of(HARBOUR))
    assert [each.get("lead", 0) for each in parts] == [0, 1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6]
    assert parts[1]["position"] == 1 > parts[6]["position"] > 0


def test_a_sentence_on_the_common_topics_is_more_central() -> None:
    parts = find_parts(document_of(HARBOUR))
    assert parts[1]["centrality"] > parts[5]["centrality"] > 0


def test_topics_that_come_back_count_for_the_sentence_that_brings_them_first() -> None:
    parts = find_parts(document_of("Geese left Lake Varn. Geese land on Lake Orm. Orm froze. Foxes slept."))
    assert parts[0]["carried_on"] == parts[0]["first_mention"] == 2 / 4
    assert parts[1]["carried_on"] == parts[1]["first_mention"] == 1 / 4
    assert "carried_on" not in parts[3]


def test_a_title_from_outside_counts_like_one_in_the_text() -> None:
    body = "A ferry sank off Torvik in the night. Nobody was aboard when it went down."
    assert find_parts(document_of(body, "Torvik ferry sinks"))[0]["title"] == 2 / 3
    assert all("title" not in parts for parts in find_parts(document_of(body, "…")))


def test_a_long_sentence_counts_the_more_the_longer_it_is() -> None:
    shorter, longer = (
        find_parts(document_of("The port " + "and the pier " * count + "burned."))[0] for count in (12, 25)
    )
    assert 0 < shorter["long"] < longer["long"] <= 1


def test_headings_are_the_body_of_a_text_that_has_nothing_else() -> None:
    document = analyse(parse_article("# Ferry sinks\n\n## Nobody hurt\n", markup="markdown"))
    assert "paragraph" not in {sentence.kind for sentence in document.sentences}
    assert body_of(document) == [*document.sentences]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aAbU ..\n\n\"“”’'?!,1I", max_size=200))
def test_parts_lie_between_none_and_one(text: str) -> None:
    document = document_of(text + "\n\nThe harbour froze.")
    found = find_parts(document)
    assert len(found) == len(document.sentences)
    for parts in found:
        assert set(parts) <= set(NAMES)
        assert all(0 < value <= 1 + 1e-9 for value in parts.values())
