"""Classes of characters: the short class of words stands for the long one wherever it is chosen."""

from __future__ import annotations

import re

import pytest

from briefing.language.characters import COMMON_WORD, LATIN_WORD, WORD, word_class

EVERYTHING = "".join(map(chr, range(0x110000)))


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_the_short_class_of_words_is_chosen_only_where_the_long_one_has_no_more(flags: int) -> None:
    missed = set(re.findall(f"[{WORD}]", EVERYTHING, flags)) ^ set(re.findall(f"[{COMMON_WORD}]", EVERYTHING, flags))
    assert all(word_class(character, 0, 1) == WORD for character in missed)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_the_shortest_class_is_chosen_only_where_the_short_one_has_no_more(flags: int) -> None:
    missed = set(re.findall(f"[{COMMON_WORD}]", EVERYTHING, flags))
    missed ^= set(re.findall(f"[{LATIN_WORD}]", EVERYTHING, flags))
    assert all(word_class(character, 0, 1) != LATIN_WORD for character in missed)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Erdoğan’s €5m plan” – Brontë, Łódź and São Paulo™… 🎉", COMMON_WORD),
        ("“The €5m plan” – Brontë and São Paulo™… 🎉", LATIN_WORD),
    ],
)
def test_english_news_has_a_short_class(text: str, found: str) -> None:
    assert word_class(text, 0, len(text)) == found


def test_the_character_before_counts_too() -> None:
    assert word_class("ж's", 1, 3) == WORD
    assert word_class("ж 's", 2, 4) == LATIN_WORD
    assert word_class("ł's", 1, 3) == COMMON_WORD
