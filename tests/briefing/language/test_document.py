"""The language stage as a whole: one call gives the words, sentences and quotations, of any text, in linear time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language import analyse, find_quotations, sentence_at, token_at, tokens_between, tokens_of
from briefing.model import Article, Block, Document

Read = Callable[[str], Document]

TEXT = 'Nothing is decided yet\n\n"We will wait," Anna Berg said. The bill falls on Monday.'
SIGNS = [*"“”‘’«»…—()\"'\u00a0\u200bé", "''", "``", " ", "\n\n", ". ", ", ", "? "]
PIECES = st.sampled_from([*SIGNS, "word", "He", "U.S.", "Mr.", "'s", "12", "👩", "said"])


def test_article_has_words_sentences_and_quotations(read: Read) -> None:
    document = read(TEXT)

    assert [TEXT[s.start : s.end] for s in document.sentences] == [
        "Nothing is decided yet",
        '"We will wait," Anna Berg said.',
        "The bill falls on Monday.",
    ]
    assert [TEXT[q.start : q.end] for q in document.quotations] == ['"We will wait,"']
    assert document.quotations == find_quotations(document.article)
    assert [token.text for token in tokens_of(document, document.sentences[2])] == [
        "The",
        "bill",
        "falls",
        "on",
        "Monday",
        ".",
    ]


def test_offsets_find_their_sentence_and_token(read: Read) -> None:
    document = read(TEXT)
    sentence, token = sentence_at(document, TEXT.index("Berg")), token_at(document, TEXT.index("erg"))

    assert sentence is not None
    assert sentence.index == 1
    assert token is not None
    assert document.tokens[token].text == "Berg"
    assert sentence_at(document, TEXT.index("\n")) is None
    assert token_at(document, TEXT.index("\n")) is None


def test_tokens_between_offsets(read: Read) -> None:
    document = read(TEXT)
    start = TEXT.index("nna")

    found = tokens_between(document.tokens, start, start + 5)

    assert [document.tokens[index].text for index in found] == ["Anna", "Berg"]
    assert not tokens_between(document.tokens, len(TEXT), len(TEXT) + 1)


def test_masked_text_is_read(read: Read) -> None:
    article = Article("t", "t", "**Bold** words.", "  Bold   words.", (Block("paragraph", 0, 15),))

    assert [token.text for token in analyse(article).tokens] == ["Bold", "words", "."]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_any_text_has_sound_spans(text: str) -> None:
    middle = len(text) // 2
    blocks = (Block("title", 0, middle), Block("paragraph", middle, len(text)))

    document = analyse(Article("t", "t", text, text, blocks))

    _check_sentences(document)
    for quotation in document.quotations:
        block = blocks[0] if quotation.start < middle else blocks[1]
        assert block.start <= quotation.start <= quotation.inner.start < quotation.inner.end <= quotation.end
        assert quotation.end <= block.end
        assert 0 <= quotation.run < len(document.quotations)
    starts = [(quotation.start, -quotation.end) for quotation in document.quotations]
    assert starts == sorted(starts)


def _check_sentences(document: Document) -> None:
    text, blocks = document.article.text, document.article.blocks
    edges = [0]
    for index, sentence in enumerate(document.sentences):
        tokens = tokens_of(document, sentence)
        assert (sentence.index, sentence.start, sentence.end) == (index, tokens[0].start, tokens[-1].end)
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        assert blocks[sentence.block].start <= sentence.start < sentence.end <= blocks[sentence.block].end
        assert sentence.first_token == edges[-1]
        edges.append(sentence.end_token)
    assert edges[-1] == len(document.tokens)


@pytest.mark.parametrize(
    "unit",
    ['"', "'", "“", "” ", "''", '"a ', 'a" ', "'a ", "a' ", "“a. A” b ", "(A. ", "(a. B) c. ", '".', "Mr. ", ". "],
)
def test_cost_grows_with_the_length_only(unit: str) -> None:
    def cost(length: int) -> float:
        text = (unit * length)[:length]
        start = time.process_time()
        analyse(Article("t", "t", text, text, (Block("paragraph", 0, length),)))
        return time.process_time() - start

    cost(100)
    least = min(cost(4_000) for _ in range(3))  # the least of several: other work on the machine only adds

    assert min(cost(16_000) for _ in range(3)) < 12 * max(least, 0.01)
