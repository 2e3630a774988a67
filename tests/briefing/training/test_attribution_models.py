"""The second model is fitted to a handful of sentences, and finds the roles again."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

pytest.importorskip("scipy")

from briefing.attribution.candidates import Candidate, candidates
from briefing.attribution.evidence import Evidence
from briefing.attribution.lexicon import read_lexicon
from briefing.attribution.roles import RoleReader
from briefing.attribution.view import View
from briefing.attribution.weights import Weights, pack
from briefing.training.attribution_corpus import Example, example, label_chances
from briefing.training.attribution_models import fit_second, mean, role_labels

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
    found = {each.id: label_chances(each).astype(np.float64) for each in seen}
    fitted = fit_second(seen, read_lexicon(), found, (0,))
    reader = RoleReader(Weights(pack(fitted.keys, fitted.weights, fitted.transitions)))
    one = seen[0]
    view = View(one.document, read_lexicon())
    listed = candidates(view, found[one.id])
    ((candidate, labels, likely),) = reader.read(Evidence(view, found[one.id], listed), listed)
    said = [token.text for token in one.document.tokens].index("said")
    assert candidate.first == said
    assert likely > 0.5
    assert labels[:, 3].argmax() < said < labels[:, 2].argmax()


def test_the_mean_of_models() -> None:
    seen = examples()[:2]
    found = {each.id: label_chances(each).astype(np.float64) for each in seen}
    one, two = (fit_second(seen, read_lexicon(), found, (seed,)) for seed in (0, 1))
    assert mean([one, two]).weights == pytest.approx((one.weights + two.weights) / 2)


def test_the_labels_of_a_window_are_the_roles_of_the_cue_that_it_is_about() -> None:
    one = example(record(NAMES[0], CONTENTS[0]))
    owners = dict.fromkeys(one.golds[0].cue, 0)
    assert role_labels(one, Candidate(2, 3, 2, 0.9, 0, 8), owners) == ["S", "S", "Q", "B", "I", "I", "I", "O"]
    assert role_labels(one, Candidate(5, 6, 5, 0.9, 0, 8), owners) == ["O"] * 8
