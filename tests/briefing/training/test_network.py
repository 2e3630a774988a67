"""What is fitted is what will read: the same numbers, bit for bit."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="the group train is not installed")

import torch

from briefing.attribution.assembly import assemble
from briefing.attribution.candidates import candidates
from briefing.model import STANCES
from briefing.network.inputs import EDITORS, input_rows
from briefing.network.layers import ACTIVATION_UNIT, UNIT
from briefing.network.lexicon import code, read_lexicon
from briefing.network.roles import RoleReader, lay
from briefing.network.scores import Exponentials, content_of
from briefing.network.stances import StanceReader, seen_of
from briefing.network.tokens import Network
from briefing.network.view import View
from briefing.network.weights import unpack
from briefing.training import network_fitting
from briefing.training.attribution_corpus import Example, example
from briefing.training.hints import HINT_UNIT, Hints
from briefing.training.network_fitting import Fitting, Settings
from briefing.training.network_model import Model

SPEAKS = 40
WORDS = ("said", "the", "dam", "nobody", "will")
STANCE = {"the dam will hold": "predict", "nobody was hurt": "state"}


def examples() -> list[Example]:
    made = []
    for name, content in product(("Dana Orr", "The mayor"), ("the dam will hold", "nobody was hurt")):
        text = f"{name} said {content}. Rain fell on the town."
        spans = {"source": name, "cue": "said", "content": content}
        pieces: dict[str, Any] = {
            role: [[text.index(words), text.index(words) + len(words)]] for role, words in spans.items()
        }
        pieces["stances"] = [float(name == STANCE[content]) for name in STANCES]
        made.append(example({"id": text, "text": text, "attributions": [pieces]}, EDITORS))
    return made


def hints() -> Hints:
    """Hints at who speaks: two numbers, of which the second one never counts."""
    of = {}
    for each in examples():
        (gold,) = each.golds
        rows = np.zeros((len(each.document.tokens), 2), np.int8)
        rows[list(gold.source)] = SPEAKS, 100
        of[each.document.article.text] = rows
    return Hints(of, np.array([1.0, 0.0], np.float32))


@pytest.fixture
def fitted(monkeypatch: pytest.MonkeyPatch) -> tuple[Model, bytes]:
    kept: list[Any] = []

    class Kept(Model):
        def packed(self, vocabulary: Any) -> bytes:
            kept.append(self)
            return super().packed(vocabulary)

    def vectors(words: Any, vocabulary: Any, width: int) -> Any:
        return np.random.RandomState(0).normal(0, 0.3, (len(WORDS) + 1, width)).astype(np.float32)

    monkeypatch.setattr(network_fitting, "Model", Kept)
    monkeypatch.setattr(network_fitting, "first_vectors", vectors)
    monkeypatch.setattr(network_fitting, "_usual_words", lambda _: list(WORDS))
    data = Fitting(examples() * 16, read_lexicon(), hints(), Settings(rounds=12, warm=1)).fit()
    return kept[-1].eval(), data


def test_it_has_learned_what_the_hints_say_and_count(fitted: tuple[Model, bytes]) -> None:
    model, data = fitted
    view = View(examples()[0].document, read_lexicon())
    active = torch.tensor(Network(unpack(data)).tag(view).active.astype(np.float32)) * ACTIVATION_UNIT
    told = model.hints(active).detach().numpy() / HINT_UNIT
    assert told[:2, 0].min() > SPEAKS / 2 > told[4:, 0].max()
    assert abs(told[:, 1]).max() < 50


def test_the_network_that_reads_is_the_one_that_was_fitted(fitted: tuple[Model, bytes]) -> None:
    model, data = fitted
    weights, view = unpack(data), View(examples()[0].document, read_lexicon())
    tagged = Network(weights).tag(view)
    chosen = candidates(view, content_of(tagged.labels), tagged.begins, 0.0)
    roles = [rows for _, rows in RoleReader(weights).read(view, tagged, chosen)]

    table = torch.tensor(input_rows(view, np.array(sorted(map(code, WORDS)), np.int64), EDITORS).T)[None]
    windows, heads = lay(chosen, max(network_fitting.ROLE_DILATIONS)), np.array([each.head for each in chosen])
    with torch.no_grad():
        active, scores = model.tag(table, torch.ones(1, len(view), 1))
        told = model.read(active[0], windows, heads, view.sentence)
    shares = Exponentials(UNIT).shares

    def whole(found: Any) -> Any:
        return np.rint(found.numpy() / UNIT).astype(np.int32)

    assert np.array_equal(tagged.labels, shares(whole(scores[0, :, :5])))
    for (start, end), rows in zip(windows.bounds, roles, strict=True):
        assert np.array_equal(rows, shares(whole(told[start:end])))


def test_stances_are_read_as_they_were_fitted(fitted: tuple[Model, bytes]) -> None:
    model, data = fitted
    weights, view = unpack(data), View(examples()[0].document, read_lexicon())
    tagged = Network(weights).tag(view)
    heads, contents = [1, 2], [[3, 4, 5], [4]]
    with torch.no_grad():
        told = model.judge(torch.tensor(tagged.active.astype(np.float32)) * ACTIVATION_UNIT, heads, contents)
    expected = Exponentials(UNIT).shares(np.rint(told.numpy() / UNIT).astype(np.int32))
    assert np.array_equal(StanceReader(weights).read(seen_of(tagged.active, heads, contents)), expected)


@pytest.mark.parametrize("each", examples()[:2], ids=STANCE)
def test_it_has_learned_the_stances(fitted: tuple[Model, bytes], each: Example) -> None:
    weights, view = unpack(fitted[1]), View(each.document, read_lexicon())
    (gold,) = each.golds
    seen = seen_of(Network(weights).tag(view).active, [gold.cue[0]], [gold.content])
    ((*fits,),) = StanceReader(weights).read(seen).tolist()
    assert STANCES[fits.index(max(fits))] == STANCES[gold.stances.index(1.0)]


def test_it_has_learned_the_roles(fitted: tuple[Model, bytes]) -> None:
    weights, view = unpack(fitted[1]), View(examples()[0].document, read_lexicon())
    tagged = Network(weights).tag(view)
    (chosen,) = candidates(view, content_of(tagged.labels), tagged.begins, 0.5)
    ((_, rows),) = RoleReader(weights).read(view, tagged, [chosen])
    found = assemble(rows, chosen.low, 1.0)
    assert [view.words[at] for at in (*found.source, *found.cue, *found.content)] == view.words[:7]
