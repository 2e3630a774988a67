"""Topic words: forms of a word meet, words of grammar and marks drop out."""

from __future__ import annotations

import pytest

from briefing.positions.topics import topic_word, topic_words


@pytest.mark.parametrize(
    ("one", "other"), [("pledged", "Pledges"), ("territory", "territorial"), ("Ferry’s", "ferry"), ("votes", "VOTES")]
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert topic_word(one) == topic_word(other) or topic_word(one).startswith(topic_word(other)[:4])


def test_grammar_and_marks_drop_out() -> None:
    assert topic_words(["The", "ferry", ",", "which", "sank", "“", "in", "2019"]) == ["ferry", "sank", "2019"]
