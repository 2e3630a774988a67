"""Figures that reports of one matter give differently, and those that only look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.digest.differences import find_differences
from briefing.digest.model import Matter, Report, Telling


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        ("he had 28 contacts with them", "he had 30 contacts with them", ("28", "30")),
        ("a loss of $916 million", "a loss of $915 million", ("$916 million", "$915 million")),
        ("two of the cranes moved, three boats sank", "four boats sank", ("3", "4")),
        ("12% of all islanders", "a fifth of them", None),
        ("he had 28 contacts", "he had 28 contacts in May", None),
        ("28 contacts and 12 contacts", "30 contacts", None),
        ("in 2016", "in 2017 he went", None),
        ("2 boats, 3 cranes, 8 quays and 5 sheds", "6 boats", ("2", "6")),
        ("2 boats, 3 cranes, 8 quays, 5 sheds and 7 masts", "6 boats", None),
    ],
)
def test_differences(one: str, other: str, figures: tuple[str, ...] | None) -> None:
    reports = [Report(name, f"{name}.txt", None, None) for name in "ab"]
    tellings = tuple(Telling(number, 0, 0, len(text), text, (), ()) for number, text in enumerate((one, other)))
    matter = Matter(0, "claim", (), (), "state", "indirect", None, tellings, 0, 2, (), 0.5, True)
    found = find_differences([matter], reports)

    assert [each.figures for each in found] == ([figures] if figures else [])


def test_a_copy_differs_from_nothing(make: Callable[..., object]) -> None:
    reports = [Report("a", "a.txt", None, None), Report("b", "b.txt", None, None, copy_of=0, copied=0.9)]
    tellings = tuple(Telling(number, 0, 0, 9, f"{number + 8} boats", (), ()) for number in (0, 1))
    matter = Matter(0, "claim", (), (), "state", "indirect", None, tellings, 0, 2, (), 0.5, True)
    assert find_differences([matter], reports) == []
