"""The words by which contents are compared."""

from __future__ import annotations

import pytest

from briefing.digest.terms import is_run_of, lower_words, rarity, shingles, terms


def test_words_are_folded_and_marks_left_out() -> None:
    assert lower_words("“The Quay’s safe,” 3.5-fold — now!") == ["the", "quay's", "safe", "3.5-fold", "now"]


@pytest.mark.parametrize(("count", "runs"), [(0, 0), (2, 1), (4, 1), (5, 2), (9, 6)])
def test_a_shingle_for_each_run_of_four_words(count: int, runs: int) -> None:
    assert len(shingles([str(number) for number in range(count)])) == runs


@pytest.mark.parametrize(
    ("short", "full", "found"),
    [
        ("b c", "a b c d", True),
        ("a b", "a b", True),
        ("c b", "a b c", False),
        ("", "a", False),
        ("a b", "a", False),
        ("a b", "a a b", True),
    ],
)
def test_one_wording_within_another(short: str, full: str, found: bool) -> None:
    assert is_run_of(short.split(), full.split()) is found


def test_terms_are_content_words_and_numbers() -> None:
    assert terms("The ferries: the ferry of 1998 isn't theirs") == ["ferrie", "ferry", "1998"]
    assert terms("boats, a boat, a bus, glass, 12,400 of the EU") == ["boat", "boat", "bus", "glass", "12400", "eu"]


def test_what_few_articles_have_is_rare() -> None:
    assert rarity("quokka") > rarity("ferry") > rarity("people") >= 0
