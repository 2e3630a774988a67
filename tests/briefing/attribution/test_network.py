"""The network adds whole numbers, sees as far as its convolutions reach, and reads a long text in parts."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from briefing.attribution import network
from briefing.attribution.chain import LABELS
from briefing.attribution.inputs import SIZES, input_rows
from briefing.attribution.lexicon import code, shipped
from briefing.attribution.network import Network, pack
from briefing.attribution.view import View
from briefing.language import analyse
from briefing.reading import parse_article

WIDTH, DILATIONS = 4, [1, 2]
VOCABULARY = np.array(sorted(map(code, ("said", "rain"))), np.uint32)
TEXT = "Rain fell on Monday. “It will flood,” the mayor said, and that the rain would go on for days."


def small(seed: int = 0) -> bytes:
    chance = np.random.RandomState(seed)

    def numbers(*shape: int) -> NDArray[np.int8]:
        return chance.randint(-90, 91, shape).astype(np.int8)

    def bias(size: int) -> NDArray[np.int32]:
        return chance.randint(-900, 901, size).astype(np.int32)

    tables = [numbers(size, WIDTH) for size in (len(VOCABULARY) + 1, *SIZES)]
    layers = [(numbers(3, WIDTH, WIDTH), bias(WIDTH)) for _ in DILATIONS]
    return pack(VOCABULARY, tables, layers, (numbers(WIDTH, len(LABELS)), bias(len(LABELS))), DILATIONS)


def view_of(text: str) -> View:
    return View(analyse(parse_article(text)), shipped())


def plainly(data: bytes, view: View) -> NDArray[np.float64]:
    """Scores by the definition: one token, one neighbour, one product at a time."""
    made = Network(data)
    rows = input_rows(view, VOCABULARY.astype(np.int64))
    hidden = 32 * sum(table[chosen].astype(int) for table, chosen in zip(made._tables, rows, strict=True))
    for dilation, (weights, bias) in zip(DILATIONS, made._layers, strict=True):
        active = np.clip(np.rint(hidden / 64), 0, 127)
        added = np.zeros_like(active)
        for at in range(len(active)):
            for step, own in zip((-dilation, 0, dilation), weights, strict=True):
                if 0 <= at + step < len(active):
                    added[at] += active[at + step] @ own
        hidden = hidden + added + bias
    scores: NDArray[np.float64] = np.clip(np.rint(hidden / 64), 0, 127) @ made._last + made._last_bias
    return scores


def test_scores_are_those_of_the_definition() -> None:
    view, data = view_of(TEXT), small()
    scores = plainly(data, view) / 1024
    expected = np.exp(scores - scores.max(axis=1, keepdims=True))
    found = Network(data).tag(view)
    assert found == pytest.approx(expected / expected.sum(axis=1, keepdims=True))


@pytest.mark.parametrize("together", [1, 3, 7])
def test_a_text_read_in_parts_gives_the_same(together: int, monkeypatch: pytest.MonkeyPatch) -> None:
    view, reader = view_of(TEXT), Network(small(1))
    whole = reader.tag(view)
    monkeypatch.setattr(network, "_TOGETHER", together)
    assert np.array_equal(reader.tag(view), whole)


@pytest.mark.parametrize("text", ["Rain.", "Rain fell.", TEXT * 30])
def test_every_token_has_probabilities(text: str) -> None:
    view = view_of(text)
    found = Network(small()).tag(view)
    assert found.shape == (len(view), len(LABELS))
    assert found.sum(axis=1) == pytest.approx(np.ones(len(view)))


def test_a_token_out_of_reach_changes_nothing() -> None:
    reader = Network(small(2))
    one, other = (
        reader.tag(view_of(f"{first} fell on the old town all day and all night long.")) for first in ("Rain", "Xyz")
    )
    reach = sum(DILATIONS)
    assert np.array_equal(one[reach + 1 :], other[reach + 1 :])
    assert not np.array_equal(one[: reach + 1], other[: reach + 1])


def test_weights_for_other_labels_are_refused() -> None:
    with pytest.raises(ValueError, match="other labels"):
        Network(small().replace(b'"Q"', b'"R"', 1))
