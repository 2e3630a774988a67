"""What speaks for keeping a position, as the model of key positions reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from briefing.positions import take_positions
from briefing.positions.prominence import key_features
from briefing.positions.topics import topics_of

Stage = Callable[..., Any]
SAID = "[s:Oslo] [c:said] [t:the quay was shut]."


def features(stage: Stage, *paragraphs: str, sentences: Sequence[int] = ()) -> list[Any]:
    """The features of the positions of Oslo; ``sentences`` puts them elsewhere in the article."""
    document, attributions, cast = stage(*paragraphs, holders=[["Oslo"]] * len(paragraphs))
    positions = take_positions(document, attributions, cast)
    positions = tuple(replace(each, sentence=at) for each, at in zip(positions, sentences or range(99), strict=False))
    return list(key_features(document, positions, topics_of(document, positions), (), cast))


def test_two_positions_of_one_sentence_stand_beside_each_other(stage: Stage) -> None:
    found = features(stage, SAID, SAID, SAID, sentences=[1, 1, 2])
    assert ["beside others" in each for each in found] == [True, True, False]


def test_what_the_network_takes_a_position_to_be_worth_is_told(stage: Stage) -> None:
    document, attributions, cast = stage(SAID, SAID, holders=[["Oslo"]] * 2)
    attributions = tuple(replace(each, worth=worth) for each, worth in zip(attributions, (0.25, 0.0), strict=True))
    positions = take_positions(document, attributions, cast)
    found = key_features(document, positions, topics_of(document, positions), (), cast)
    assert [each.get("worth") for each in found] == [0.25, None]


def test_the_distance_from_the_last_position_counts_up_to_five_sentences(stage: Stage) -> None:
    found = features(stage, "It rained. " * 45 + SAID, SAID, SAID, SAID, sentences=[1, 2, 5, 40])
    assert [each["far from the last"] for each in found] == [1.0, 0.2, 0.6, 1.0]


@pytest.mark.parametrize(
    ("words", "short", "long"),
    [(1, True, False), (5, True, False), (6, False, False), (25, False, False), (26, False, True)],
)
def test_the_length_of_a_content_is_told(stage: Stage, words: int, short: bool, long: bool) -> None:
    (found,) = features(stage, f"[s:Oslo] [c:said] [t:{' '.join(['fish'] * words)}].")
    assert ("short" in found, "long" in found) == (short, long)
