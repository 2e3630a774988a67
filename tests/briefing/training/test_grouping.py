"""Groups hold everything once, and what is of like length together."""

from __future__ import annotations

import random

import pytest

from briefing.training.grouping import random_groups


@pytest.mark.parametrize(("count", "size"), [(0, 4), (3, 4), (100, 4), (101, 8)])
def test_everything_is_there_once(count: int, size: int) -> None:
    groups = list(random_groups(list(range(count)), size, lambda each: each, random.Random(0), alike=2))
    assert sorted(each for group in groups for each in group) == list(range(count))
    assert all(len(group) <= size for group in groups)


def test_groups_are_of_like_length_and_in_no_order() -> None:
    groups = list(random_groups(list(range(64)), 8, lambda each: each, random.Random(0), alike=8))
    assert all(group == list(range(group[0], group[0] + 8)) for group in groups)
    assert [group[0] for group in groups] != sorted(group[0] for group in groups)


def test_the_same_chance_gives_the_same_groups() -> None:
    one, other = (list(random_groups(list(range(50)), 4, abs, random.Random(7))) for _ in range(2))
    assert one == other
