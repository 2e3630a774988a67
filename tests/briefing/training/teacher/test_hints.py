"""Every token has its hints, whatever window it stands in: what the large network sees of it, on the main axes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="the group train is not installed")
pytest.importorskip("safetensors", reason="the group train is not installed")

import torch

from briefing.language import analyse
from briefing.model import Document
from briefing.reading import parse_article
from briefing.training.hints import HINT_UNIT
from briefing.training.teacher import hints as stage
from briefing.training.teacher.pieces import Encoded

WIDTHS = (1, 80, 40, 40, 60)
LONG = "Rain fell on the town all day and nobody slept. " * 60


def read(text: str) -> Document:
    return analyse(parse_article(text))


class Network:
    """Sees of each token its first piece, in the first number of every view as it is and in the second halved."""

    def views(self, seen: Any) -> tuple[Any, ...]:
        first = torch.gather(seen.ids, 1, seen.first).unsqueeze(-1).float()
        made = [torch.cat([first, first / 2, torch.zeros(*first.shape[:2], width)], -1) for width in WIDTHS]
        return (first, *(each[..., :width] for each, width in zip(made[1:], WIDTHS[1:], strict=True)))


@pytest.fixture(autouse=True)
def pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are pieces: the first is 1000, the next 1001 and so on."""

    def encode(document: Document, scheme: int, tokenizer: Any) -> Encoded:
        size = len(document.tokens)
        sentences = [each.index for each in document.sentences for _ in range(each.first_token, each.end_token)]
        return Encoded([[1000 + at] for at in range(size)], [0] * size, sentences, scheme)

    monkeypatch.setattr(stage, "encode", encode)
    monkeypatch.setattr(stage, "tokenizer", lambda: None)


def test_each_token_has_its_hints_and_each_number_its_share() -> None:
    documents = [read(LONG), read("Rain fell.")]
    network: Any = Network()
    made = stage.hints(network, documents)
    assert made.counts.sum() == pytest.approx(1.0)
    assert made.counts[1] == pytest.approx(0.4, abs=1e-4)
    rows = made.of[documents[0].article.text]
    assert rows.shape == (len(documents[0].tokens), len(made.counts))
    along = rows[:, 0].astype(int)
    assert (np.diff(along) >= 0).all()
    assert along.std() * HINT_UNIT == pytest.approx(1.0, abs=0.05)
    assert np.abs(rows[:, 1]).tolist() == np.abs(rows[:, 0]).tolist()
    assert rows[:, 2:65].any() == np.False_
    assert made.of["Rain fell."][:, 0].tolist() == along[:3].tolist()
