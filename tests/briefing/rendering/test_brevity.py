"""What is shown at a first look: contents cut at a clause, roles cut before what they are about."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.rendering.brevity import at_a_glance, role_at_a_glance

LONG = "the ferry would not sail before the spring, as the quay had been damaged by ice, and nobody knew who would pay"


@pytest.mark.parametrize(
    ("words", "most", "expected"),
    [
        ("that it will rain", 34, "it will rain"),
        ("which could clear the way for a second quay", 34, "could clear the way for a second quay"),
        ("that", 34, "that"),
        ("that figure was inflated", 34, "that figure was inflated"),
        ("that “no ferry” sails", 34, "“no ferry” sails"),
        ("to “keep the quay open", 34, "to “keep the quay open”"),
        ('a 5" crack', 34, 'a 5" crack'),
        ("“that ferry is old”", 34, "“that ferry is old”"),
        (LONG, 34, LONG),
        (LONG, 20, LONG),
        ("And the ferry sails", 34, "the ferry sails"),
        ("But, nobody paid", 34, "nobody paid"),
        ("“But nobody paid”", 34, "“But nobody paid”"),
        (LONG, 18, "the ferry would not sail before the spring, as the quay had been damaged by ice …"),
        ("“" + LONG + "”", 18, "“the ferry would not sail before the spring, as the quay had been damaged by ice …”"),
        ('"' + LONG + '"', 18, '"the ferry would not sail before the spring, as the quay had been damaged by ice …"'),
        ("so " * 40, 20, "so " * 19 + "so …"),
    ],
)
def test_a_content_is_cut_at_a_clause(words: str, most: int, expected: str) -> None:
    assert at_a_glance(words, most) == expected


NINE = "the old ferry left the harbour of the isles"
TAIL = "nobody on the quay of the isles saw it again in all that year"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"{NINE} in winter. Then the ice came, thick and blue, and {TAIL}", "in winter. …"),
        (f"{NINE} with old Mr. Holt at the wheel, as they say, and {TAIL}", "as they say …"),
        (f"{NINE} in the winter of that year, and when the ice came, {TAIL}", "of that year …"),
        (f"“{NINE} in winter” … “When the ice came, thick and blue, {TAIL}”", "in winter …”"),
        (f"{NINE} in the winter of that year where the ice of {TAIL}", "of that year …"),
        (f"{NINE} under the black sky of a long cold winter night of the {TAIL}", "winter night …"),
        (f"{NINE} in the winter of that year ... and then {TAIL}", "of that year …"),
    ],
    ids=["sentence", "aside", "clause that leans", "piece", "joint", "no joint", "dots"],
)
def test_a_content_is_not_cut_at_a_silly_place(words: str, expected: str) -> None:
    shown = at_a_glance(words, 20)
    assert shown.endswith(expected)
    assert words.startswith(shown.rstrip("…” "))


@given(st.text(alphabet='ab ,.“”"‘’()', max_size=300))
def test_no_word_is_put_in(words: str) -> None:
    shown = at_a_glance(words, 20)
    assert len(shown.split()) <= max(20 + 1, len(words.split()))
    assert "".join(re.findall("[ab]", shown)) in "".join(re.findall("[ab]", words))


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Japanese Foreign Minister", "Japanese Foreign Minister"),
        ("chief adviser to the harbour board on the northern ferry and its quay", "chief adviser to the harbour board"),
        ("minister for ports, ferries and the northern isles", "minister for ports, ferries and the northern isles"),
        ("minister for ports, ferries and all the northern isles", "minister for ports"),
        ("director of the institute, which he had founded with three of his pupils", "director of the institute"),
    ],
)
def test_a_role_is_cut_before_what_it_is_about(role: str, expected: str) -> None:
    assert role_at_a_glance(role) == expected


@pytest.mark.parametrize("role", ["lawyers for", "", " ", None])
def test_a_role_that_breaks_off_or_is_none_is_not_shown(role: str | None) -> None:
    assert role_at_a_glance(role) == ""
