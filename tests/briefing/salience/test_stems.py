"""Words are folded and cut to topics; words of grammar and marks have none."""

from __future__ import annotations

import pytest

from briefing.language import analyse
from briefing.reading import parse_article
from briefing.salience.stems import fold, sentence_words, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [("election", "Elections"), ("negotiate", "negotiations"), ("minister’s", "minister's"), ("U.S.", "US")],
)
def test_forms_of_a_word_share_their_topic(one: str, other: str) -> None:
    assert stem(one) == stem(other) != ""


@pytest.mark.parametrize("word", ["the", "And", "we", ",", "“", "—", "…"])
def test_words_of_grammar_and_marks_have_no_topic(word: str) -> None:
    assert stem(word) == ""


def test_what_is_written_in_capitals_is_a_name() -> None:
    assert fold("US") == "US"
    assert fold("Us") == "us"
    assert stem("US") == "US"
    assert stem("us") == ""


def test_topics_stand_in_text_order() -> None:
    document = analyse(parse_article("Ferries carry freight, and the freight ferry pays for the harbour."))
    (sentence,) = document.sentences
    assert stems(document, sentence) == ["ferrie", "carry", "freigh", "freigh", "ferry", "pays", "harbou"]
    assert sentence_words(document, sentence)[:3] == ["ferries", "carry", "freight"]
