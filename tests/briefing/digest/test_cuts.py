"""A quotation is cut where another report gives it at greater length, by three words or more."""

from __future__ import annotations

import pytest

from briefing.digest.cuts import cuts_of
from briefing.digest.model import Telling

FULL = "the quay is safe and will stay open"


def telling(report: int, *quotes: str) -> Telling:
    return Telling(report, 0, 0, 9, " ".join(quotes), quotes, ())


@pytest.mark.parametrize(
    ("short", "is_cut"),
    [
        ("the quay is safe and", True),
        ("will stay open", True),
        ("the quay is safe and will", False),
        ("quay is safe and will stay", False),
        ("stay open", False),
        ("the quay is open", False),
        (FULL, False),
    ],
)
def test_a_quotation_that_lacks_three_words_is_cut(short: str, is_cut: bool) -> None:
    found = cuts_of(5, [telling(0, FULL), telling(1, short)])
    assert [(each.matter, each.full, each.short, each.short_quote) for each in found] == [(5, 0, 1, short)] * is_cut


def test_the_longest_one_is_the_full_one() -> None:
    longer = "he said the quay is safe and will stay open"
    (found,) = cuts_of(0, [telling(0, FULL), telling(1, "the quay is safe"), telling(2, longer)])
    assert (found.full, found.full_quote) == (2, longer)


def test_of_two_as_long_the_first_one_is_the_full_one() -> None:
    (found,) = cuts_of(0, [telling(0, "will stay open"), telling(1, FULL), telling(2, FULL)])
    assert found.full == 1


@pytest.mark.parametrize(
    "tellings",
    [
        [telling(0, FULL), telling(0, "will stay open")],
        [telling(0, FULL), telling(1, "will stay open", FULL)],
        [telling(0, FULL)],
        [],
    ],
)
def test_a_report_that_has_all_of_it_cuts_nothing(tellings: list[Telling]) -> None:
    assert cuts_of(0, tellings) == []
