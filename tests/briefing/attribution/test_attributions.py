"""The stage finds who says what in plain cases, and takes any text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.attribution import attribute, read_network
from briefing.attribution.attributions import OPERATING_POINT, Finder
from briefing.language import analyse
from briefing.model import Attribution, Document, Span
from briefing.network.inputs import POLNEAR
from briefing.network.judging import shipped_judge
from briefing.network.lexicon import shipped
from briefing.network.weights import unpack
from briefing.reading import parse_article
from briefing.resources import map_bytes

WEIGHTS = unpack(map_bytes("network/network.bin"))


def read(text: str) -> Document:
    return analyse(parse_article(text))


def shown(document: Document, spans: tuple[Span, ...]) -> list[str]:
    return [document.article.text[start:end] for start, end in spans]


def only(text: str) -> tuple[Document, Attribution]:
    document = read(text)
    found = attribute(document)
    assert len(found) == 1
    return document, found[0]


@pytest.mark.parametrize(
    ("text", "source", "content", "mode"),
    [
        ("The minister said that the bridge would open.", "The minister", "the bridge would open", "indirect"),
        ("“We will not sell it,” Mayor Ilse Tarn said.", "Mayor Ilse Tarn", "We will not sell it", "direct"),
        ("The union called the offer “an insult to every nurse”.", "The union", "an insult to every nurse", "mixed"),
        ("Prices rose by a tenth, according to the ministry.", "the ministry", "Prices rose by a tenth", "indirect"),
    ],
)  # fmt: skip
def test_source_and_content(text: str, source: str, content: str, mode: str) -> None:
    document, found = only(text)
    assert shown(document, found.source) == [source]
    assert any(content in piece for piece in shown(document, found.content))
    assert found.mode == mode


def test_a_content_interrupted_by_its_attribution_has_two_pieces() -> None:
    document, found = only("“The vote was fair,” the judge said. “Nobody was turned away from the hall.”")
    assert shown(document, found.content) == ["The vote was fair", "Nobody was turned away from the hall"]
    assert shown(document, found.cue) == ["said"]


def test_two_cues_with_two_contents_are_two_attributions() -> None:
    text = "The company denied that it had misled buyers, claiming that its figures were checked by auditors."
    assert len(attribute(read(text))) == 2


def test_only_the_editors_scheme_is_judged() -> None:
    document = read("Ann Lamb said that it rained. Bob Pike said that it would snow. It was late.")
    judged, unjudged = Finder(shipped(), WEIGHTS, shipped_judge()), Finder(shipped(), WEIGHTS)
    assert {each.confidence for each in judged.find(document)} != {each.confidence for each in unjudged.find(document)}
    assert judged.find(document, scheme=POLNEAR) == unjudged.find(document, scheme=POLNEAR)
    assert len(judged.find(document, 0.0)) >= len(judged.find(document)) == len(judged.find(document, OPERATING_POINT))


def test_what_is_doubtful_is_told_to_those_who_ask() -> None:
    document = read((Path(__file__).parents[3] / "samples/parliament-debate.txt").read_text("utf-8"))
    sure, every = attribute(document), attribute(document, 0.0)
    assert sure == tuple(each for each in every if each.confidence >= OPERATING_POINT)
    assert len(every) > len(sure)


def test_a_higher_confidence_keeps_a_part() -> None:
    document = read("The minister said that the bridge would open in May. Critics saw a risk. Some hope for a delay.")
    every, sure = attribute(document), attribute(document, 0.97)
    assert {each.content for each in sure} <= {each.content for each in every}
    assert all(each.confidence >= 0.97 for each in sure)


def test_one_reading_gives_the_attributions_and_what_is_seen_of_each_sentence() -> None:
    document = read("The bridge will open in May, the minister said. It is blue. Critics saw a risk.")
    found = read_network(document)
    assert found.attributions == attribute(document)
    assert found.seen.shape == (len(found.attributions), 2 * 256)
    assert found.sentences.shape == (3, 2 * 256)
    assert all(row.any() for row in (*found.seen, *found.sentences))
    assert len(read_network(read("The bridge is blue."), 0.99).sentences) == 1


def test_an_article_without_attributions_has_none() -> None:
    assert attribute(read("The train left at nine. It reached the coast before noon.")) == ()


SIGNS = st.text("aB said that .,:;?!\"'“”‘’«»()\n-0é\u200b", min_size=1, max_size=200)


@settings(max_examples=40, deadline=None)
@given(SIGNS)
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    document = read("word " + text)
    for found in attribute(document):
        assert found.content
        assert 0.0 <= found.confidence <= 1.0
        for spans in (found.source, found.cue, found.content, found.quotes):
            assert list(spans) == sorted(spans)
            assert all(0 <= start < end <= len(document.article.text) for start, end in spans)


@pytest.mark.parametrize("part", ["“ ", '" ', "said ", "he said that "])
def test_the_cost_is_linear_in_odd_texts(part: str) -> None:
    documents = [read("start " + part * (size // len(part.split()))) for size in (400, 2000)]
    attribute(documents[0])
    spent = []
    for document in documents:
        begin = time.process_time()
        attribute(document)
        spent.append(time.process_time() - begin)
    assert spent[1] < 15 * spent[0] + 0.1
