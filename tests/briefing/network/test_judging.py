"""The heads that judge attributions and sentences: by the definition, and in parts where there are many."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from briefing.network import layers
from briefing.network.judging import Judge, in_article, seen_of_sentences, shipped_judge, told_in_article
from briefing.network.layers import Arrays
from briefing.network.stances import seen_of
from briefing.network.tokens import Network, Tagged
from briefing.network.weights import judge_layout, pack_judge, unpack_judge
from briefing.salience.parts import NAMES
from tests.briefing.network.small_network import SIZES, TEXT, small, view_of

UNIT = 1 / 1024
WIDTHS = {"worth": 3 * SIZES.width + 2, "gist": 6 * SIZES.width + 2, "marked": 2 * SIZES.width + 2}
HIDDEN = 3
BOUNDS = [(0, 5), (5, 5), (6, 9)]
BESIDE = np.array([[0.0, 1.0], [0.5, 0.0], [0.254, 0.26]])


@pytest.fixture
def tagged() -> Tagged:
    return Network(small()).tag(view_of(TEXT))


def arrays() -> Arrays:
    chance = np.random.RandomState(1)
    return {name: chance.randint(-90, 91, shape).astype(kind) for name, kind, shape in judge_layout(HIDDEN, **WIDTHS)}


def judged(seen: Any, name: str) -> float:
    """What a head says by the definition, as a share of its range."""
    return float(np.clip((odds(seen, name) + 5) / 7, 0, 1))


def odds(seen: Any, name: str) -> float:
    """What a head says by the definition."""
    of = arrays()
    hidden = seen.astype(int) @ of[f"{name} layer weights"].astype(int) + of[f"{name} layer bias"]
    active = np.clip(np.rint(hidden / 64), 0, 127).astype(int)
    (score,) = active @ of[f"{name} weights"] + of[f"{name} bias"]
    return float(score * UNIT)


def test_an_attribution_stands_in_its_article() -> None:
    seen = np.array([[10, 4, 12, 9], [1, 2, 127, 127]], np.int8)
    sentences = np.array([[20, 4, 3, 3], [5, 90, 0, 0]], np.int8)
    assert told_in_article(seen, sentences, BESIDE[:2]).tolist() == [
        [10, 4, 12, 9, 9, 26, 0, 64],
        [1, 2, 127, 127, 95, 127, 32, 0],
    ]


def test_an_attribution_is_judged_as_it_stands_in_its_article(tagged: Tagged) -> None:
    seen, sentences = seen_of(tagged.active, [2, 7], [[3, 5], [0]]), seen_of_sentences(tagged.active, BOUNDS)
    found = Judge(arrays()).attributions(seen, sentences, BESIDE[:2])
    assert found.tolist() == [judged(row, "worth") for row in told_in_article(seen, sentences, BESIDE[:2])]


def test_how_likely_what_was_found_is_marked(tagged: Tagged) -> None:
    seen = seen_of(tagged.active, [2, 7], [[3, 5], [0]])
    found = Judge(arrays()).marked(seen, BESIDE[1:])
    expected = [
        1 / (1 + np.exp(-odds(np.array([*row, *beside]), "marked")))
        for row, beside in zip(seen, [(32, 0), (16, 17)], strict=True)
    ]
    assert found == pytest.approx(expected)


def test_of_a_sentence_the_mean_and_the_largest_are_seen(tagged: Tagged) -> None:
    found = seen_of_sentences(tagged.active, BOUNDS)
    for at in (0, 2):
        rows = tagged.active[slice(*BOUNDS[at])].astype(int)
        assert np.array_equal(found[at], [*np.rint(2 * rows.mean(axis=0)).clip(0, 127), *rows.max(axis=0)])
    assert not found[1].any()


def test_a_sentence_stands_in_its_article() -> None:
    seen = np.array([[10, 4, 12, 9], [0, 0, 0, 0], [127, 101, 50, 60]], np.int8)
    found = in_article(seen, BESIDE).tolist()
    assert found[0] == [10, 4, 12, 9, 46, 35, 115, 35, 0, 0, 0, 0, 0, 64]
    assert found[1] == [0, 0, 0, 0, 46, 35, 0, 0, 10, 4, 127, 101, 32, 0]
    assert found[2] == [127, 101, 50, 60, 46, 35, 127, 127, 0, 0, 0, 0, 16, 17]


def test_a_sentence_is_judged_as_it_stands_in_its_article(tagged: Tagged) -> None:
    seen = seen_of_sentences(tagged.active, BOUNDS)
    found = Judge(arrays()).sentences(seen, BESIDE)
    assert found.tolist() == [judged(row, "gist") for row in in_article(seen, BESIDE)]
    assert len(set(found)) > 1


def test_many_are_judged_in_parts(tagged: Tagged, monkeypatch: pytest.MonkeyPatch) -> None:
    heads, contents = list(range(7)), [[at + 1] for at in range(7)]
    judge, seen = Judge(arrays()), seen_of(tagged.active, heads, contents)
    sentences = seen_of_sentences(tagged.active, [(2 * at, 2 * at + 2) for at in range(7)])
    known = np.array([[0.5, at / 7] for at in range(7)])
    worth, gist = judge.attributions(seen, sentences, known), judge.sentences(sentences, known)
    monkeypatch.setattr(layers, "_TOGETHER", 3)
    assert np.array_equal(judge.attributions(seen, sentences, known), worth)
    assert np.array_equal(judge.sentences(sentences, known), gist)
    assert len(set(worth)) > 1 < len(set(gist))


def test_nothing_is_judged_where_there_is_nothing(tagged: Tagged) -> None:
    seen, sentences = seen_of(tagged.active, [], []), seen_of_sentences(tagged.active, [])
    assert Judge(arrays()).attributions(seen, sentences, BESIDE[:0]).size == 0
    assert Judge(arrays()).sentences(sentences, BESIDE[:0]).size == 0
    assert Judge(arrays()).marked(seen, BESIDE[:0]).size == 0


def test_the_file_holds_all_heads() -> None:
    found = unpack_judge(pack_judge(HIDDEN, WIDTHS, arrays()))
    assert found.keys() == arrays().keys()
    assert all(np.array_equal(found[name], each) for name, each in arrays().items())


def test_what_ships_takes_every_part_of_a_sentence() -> None:
    seen, known = np.zeros((1, 2 * 256), np.int8), np.zeros((1, len(NAMES) - 1))
    assert 0 <= shipped_judge().sentences(seen, known)[0] <= 1
    assert 0 <= shipped_judge().attributions(seen, seen, known)[0] <= 1
