"""Forms of words: as the lists have them."""

from __future__ import annotations

import pytest

from briefing.language import norm, stop_words


@pytest.mark.parametrize(("word", "expected"), [("Don’t", "don't"), ("BUILD‑UP", "build-up"), ("Été", "été")])
def test_norm(word: str, expected: str) -> None:
    assert norm(word) == expected


def test_stop_words_are_as_norm_gives_them() -> None:
    assert {"the", "n't", "'s", "between"} <= stop_words()
    assert all(norm(word) == word for word in stop_words())
