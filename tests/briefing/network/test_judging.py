"""The heads that judge attributions and sentences: by the definition, and in parts where there are many."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from briefing.network import layers
from briefing.network.judging import Judge
from briefing.network.layers import Arrays
from briefing.network.stances import seen_of
from briefing.network.tokens import Network, Tagged
from briefing.network.weights import judge_layout, pack_judge, unpack_judge
from tests.briefing.network.small_network import SIZES, TEXT, small, view_of

UNIT = 1 / 1024
HIDDEN = 3


@pytest.fixture
def tagged() -> Tagged:
    return Network(small()).tag(view_of(TEXT))


def arrays() -> Arrays:
    chance = np.random.RandomState(1)
    return {
        name: chance.randint(-90, 91, shape).astype(kind) for name, kind, shape in judge_layout(SIZES.width, HIDDEN)
    }


def judged(seen: Any, name: str) -> float:
    """What a head says by the definition."""
    of = arrays()
    hidden = seen.astype(int) @ of[f"{name} layer weights"].astype(int) + of[f"{name} layer bias"]
    active = np.clip(np.rint(hidden / 64), 0, 127).astype(int)
    (score,) = active @ of[f"{name} weights"] + of[f"{name} bias"]
    return float(np.clip((score * UNIT + 5) / 7, 0, 1))


def test_an_attribution_is_judged_by_its_cue_and_the_largest_of_its_content(tagged: Tagged) -> None:
    found = Judge(arrays()).attributions(seen_of(tagged.active, [2, 7], [[3, 5], [0]]))
    for worth, head, content in zip(found, [2, 7], [[3, 5], [0]], strict=True):
        seen = np.concatenate([tagged.active[head], tagged.active[content].max(axis=0)])
        assert worth == judged(seen, "worth")


def test_a_sentence_is_judged_by_the_mean_and_the_largest_of_its_tokens(tagged: Tagged) -> None:
    bounds = [(0, 5), (5, 5), (6, 9)]
    found = Judge(arrays()).sentences(tagged, bounds)
    for at in (0, 2):
        rows = tagged.active[slice(*bounds[at])].astype(int)
        assert found[at] == judged(np.concatenate([np.rint(rows.mean(axis=0)), rows.max(axis=0)]), "gist")
    assert found[1] == 0


def test_many_are_judged_in_parts(tagged: Tagged, monkeypatch: pytest.MonkeyPatch) -> None:
    heads, contents = list(range(7)), [[at + 1] for at in range(7)]
    bounds = [(2 * at, 2 * at + 2) for at in range(7)]
    judge, seen = Judge(arrays()), seen_of(tagged.active, heads, contents)
    worth, gist = judge.attributions(seen), judge.sentences(tagged, bounds)
    monkeypatch.setattr(layers, "_TOGETHER", 3)
    assert np.array_equal(judge.attributions(seen), worth)
    assert np.array_equal(judge.sentences(tagged, bounds), gist)
    assert len(set(worth)) > 1 < len(set(gist))


def test_nothing_is_judged_where_there_is_nothing(tagged: Tagged) -> None:
    assert Judge(arrays()).attributions(seen_of(tagged.active, [], [])).size == 0
    assert Judge(arrays()).sentences(tagged, []).size == 0


def test_the_file_holds_both_heads() -> None:
    found = unpack_judge(pack_judge(SIZES.width, HIDDEN, arrays()))
    assert found.keys() == arrays().keys()
    assert all(np.array_equal(found[name], each) for name, each in arrays().items())
