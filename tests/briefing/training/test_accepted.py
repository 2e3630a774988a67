"""Comparing names with those that an editor accepts."""

from __future__ import annotations

import pytest

from briefing.training.accepted import all_met, first_met, is_among, same_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Harbour Trust", "Harbour Trust", True),
        ("Mary Lamb", "Lamb", True),
        ("Lamb's lawyer", "Mary Lamb’s lawyer", True),
        ("Peter Lamb Jr", "Peter Lamb", False),
        ("US", "United States", True),
        ("the U.S.", "America", True),
        ("Harbour Trust", "Harbour Council", False),
        ("", "Lamb", False),
        ("Bo", "Ada Bo", False),
    ],
)
def test_names_are_the_same_when_one_ends_as_the_other(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


def test_every_party_must_be_met_and_nobody_else_named() -> None:
    parties = [["Chile"], ["Peru", "Lima"]]
    assert all_met(parties, ["Lima", "Chile"])
    assert not all_met(parties, ["Chile"])
    assert not all_met(parties, ["Chile", "Peru", "Cuba"])
    assert is_among(parties, ["Peru"])
    assert not is_among(parties, [])
    assert first_met(parties, ["Chile", "Peru"])
    assert not first_met(parties, ["Chile", "Lima"])
