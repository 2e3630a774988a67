"""Both models are fitted to a handful of sentences, and find the roles again."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

pytest.importorskip("scipy")

from briefing.attribution.candidates import Candidate
from briefing.attribution.lexicon import read_lexicon
from briefing.attribution.tagger import Tagger
from briefing.attribution.view import View
from briefing.attribution.weights import Weights, pack
from briefing.training.attribution_corpus import Example, example
from briefing.training.attribution_models import fit_first, fit_second, mean, role_labels

NAMES, CONTENTS = ("Dana Orr", "Ilse Tarn", "The mayor"), ("the dam will hold", "the road is safe", "nobody was hurt")


def record(name: str, content: str) -> dict[str, Any]:
    text = f"{name} said {content}. Rain fell on the town."
    spans = {"source": name, "cue": "said", "content": content}
    pieces = {role: [[text.index(words), text.index(words) + len(words)]] for role, words in spans.items()}
    return {"id": f"{name} {content}", "text": text, "attributions": [pieces]}


def examples() -> list[Example]:
    return [example(record(name, content)) for name, content in product(NAMES, CONTENTS)] * 4


def test_the_roles_are_found_again() -> None:
    seen = examples()
    first = fit_first(seen, read_lexicon(), (0,))
    tagger = Tagger(Weights(pack(first.keys, first.weights, first.transitions)))
    found = {each.id: tagger.tag(View(each.document, read_lexicon())) for each in seen}
    one = seen[0]
    said = [token.text for token in one.document.tokens].index("said")
    assert found[one.id][:, 4].argmax() == said
    assert found[one.id][:, 3].argmax() < said < found[one.id][:, 2].argmax()
    second = fit_second(seen, read_lexicon(), found, (0,))
    assert len(second.keys) == len(second.weights) > 0


def test_the_mean_of_models() -> None:
    one, two = (fit_first(examples()[:2], read_lexicon(), (seed,)) for seed in (0, 1))
    assert mean([one, two]).weights == pytest.approx((one.weights + two.weights) / 2)


def test_the_labels_of_a_window_are_the_roles_of_the_cue_that_it_is_about() -> None:
    one = example(record(NAMES[0], CONTENTS[0]))
    owners = dict.fromkeys(one.golds[0].cue, 0)
    assert role_labels(one, Candidate(2, 3, 2, 0.9, 0, 8), owners) == ["S", "S", "Q", "B", "I", "I", "I", "O"]
    assert role_labels(one, Candidate(5, 6, 5, 0.9, 0, 8), owners) == ["O"] * 8
