"""Which positions repeat an earlier one, and what is special about titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from briefing.positions import take_positions
from briefing.positions.repeats import Repeats, find_repeats
from briefing.positions.topics import topics_of

Stage = Callable[..., Any]
TITLE = "[s:Oslo] [c:pledges] [t:to keep the northern ferry running]"
BODY = "On Friday, [s:Oslo] [c:pledged] [t:to keep the northern ferry running], and it rained."
OTHER = "On Friday, [s:Oslo] [c:pledged] [t:to mend the old quay of Tarn], and it rained."


def repeats(stage: Stage, *paragraphs: str, titles: int) -> Repeats:
    """The repeats among positions of which the first so many stand in the title."""
    document, attributions, cast = stage(*paragraphs, holders=[["Oslo"]] * len(paragraphs))
    found = take_positions(document, attributions, cast)
    found = tuple(replace(each, sentence=0) if each.id < titles else each for each in found)
    return find_repeats(document, found, topics_of(document, found))


@pytest.mark.parametrize(
    ("paragraphs", "titles", "same_as", "retold"),
    [
        ((TITLE, BODY), 1, (None, None), (True, False)),
        ((TITLE, BODY, BODY), 2, (None, 0, None), (True, True, False)),
        ((TITLE, BODY, BODY), 1, (None, None, 1), (True, False, False)),
        ((TITLE, OTHER), 1, (None, None), (False, False)),
        ((TITLE, OTHER, BODY, OTHER), 1, (None, None, None, 1), (True, False, False, False)),
    ],
)
def test_a_title_is_retold_and_the_others_point_at_the_first(
    stage: Stage, paragraphs: Sequence[str], titles: int, same_as: Sequence[int | None], retold: Sequence[bool]
) -> None:
    assert repeats(stage, *paragraphs, titles=titles) == (same_as, retold)
