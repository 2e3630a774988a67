"""What is fitted is what will read: the same numbers, bit for bit."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="the group teacher is not installed")

import torch

from briefing.attribution.inputs import SIZES, input_rows
from briefing.attribution.lexicon import code, read_lexicon
from briefing.attribution.network import UNIT, Network
from briefing.attribution.view import View
from briefing.training import network
from briefing.training.attribution_corpus import Example, example
from briefing.training.network import WIDTH, Settings, fit_network

WORDS = ("said", "the", "dam")


def examples() -> list[Example]:
    made = []
    for name, content in product(("Dana Orr", "The mayor"), ("the dam will hold", "nobody was hurt")):
        text = f"{name} said {content}. Rain fell on the town."
        spans = {"source": name, "cue": "said", "content": content}
        pieces = {role: [[text.index(words), text.index(words) + len(words)]] for role, words in spans.items()}
        made.append(example({"id": text, "text": text, "attributions": [pieces]}))
    return made


def test_the_network_that_reads_is_the_one_that_was_fitted(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Any] = []
    packed = network._packed

    def keep(model: Any, vocabulary: Any) -> bytes:
        kept.append(model)
        return packed(model, vocabulary)

    monkeypatch.setattr(network, "_packed", keep)
    vectors = np.random.RandomState(0).normal(0, 0.3, (len(WORDS) + 1, WIDTH)).astype(np.float32)
    monkeypatch.setattr(network, "first_vectors", lambda words, vocabulary: vectors)
    data = fit_network(examples() * 8, read_lexicon(), WORDS, Settings(rounds=3, warm=1))

    view = View(examples()[0].document, read_lexicon())
    rows = input_rows(view, np.array(sorted(map(code, WORDS)), np.int64))
    with torch.no_grad():
        model = kept[0].eval()
        expected = model(torch.tensor(rows.T)[None], torch.ones(1, len(view), 1))[0].numpy() / UNIT
    reader = Network(data)
    assert np.array_equal(np.concatenate(list(reader._scores(rows))), expected)
    assert len(rows) == len(SIZES) + 1
    assert reader.tag(view)[:, 4].argmax() == view.words.index("said")
