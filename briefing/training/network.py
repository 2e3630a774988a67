"""Fits the network that labels tokens, with weights and activations rounded as they will be when it reads.

The rounding is passed over when slopes are worked out (Jacob et al. 2018, "Quantization and Training of Neural Networks
for Efficient Integer-Arithmetic-Only Inference"). The vectors of words begin as those of the pretrained network that
made the silver labels, reduced to fewer dimensions. Needs the group ``teacher``.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from briefing.attribution.chain import LABELS
from briefing.attribution.inputs import SIZES, input_rows
from briefing.attribution.lexicon import Lexicon, code
from briefing.attribution.network import ACTIVATION_UNIT, LARGEST, UNIT, VECTOR_UNIT, WEIGHT_UNIT, pack
from briefing.attribution.view import Ints, View
from briefing.training.attribution_corpus import Example, label_chances
from briefing.training.attribution_lexicon import CueCounts
from briefing.training.grouping import random_groups

WIDTH, DILATIONS = 128, (1, 2, 4, 1, 2, 4, 8)

_LONGEST = 512
"""Tokens of a text that are learned from as one sequence."""

_LARGEST_BIAS = 2**20
_SPREAD = 0.3
"""How far the first vectors of words differ from one another."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to descend; ``dropped`` is the share of activations left out, ``hidden`` that of words taken as unknown."""

    rounds: int = 5
    sequences: int = 16
    rate: float = 2e-3
    warm: int = 200
    dropped: float = 0.15
    hidden: float = 0.04
    seed: int = 0


class Stretch(NamedTuple):
    """Part of a text: the rows of its tokens in the tables, and how likely each label is."""

    rows: Ints
    labels: NDArray[np.float32]


class Model(nn.Module):
    """The network as it is fitted; its arithmetic is that of ``briefing.attribution.network``."""

    def __init__(self, words: NDArray[np.float32], settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.tables = nn.ModuleList([nn.Embedding(size, WIDTH) for size in (len(words), *SIZES)])
        for table in self.tables:
            nn.init.normal_(table.weight, std=_SPREAD / 2)
        with torch.no_grad():
            self.tables[0].weight.copy_(torch.tensor(words))
        scale = 0.7 * (2 / (3 * WIDTH)) ** 0.5
        self.weights = nn.ParameterList([nn.Parameter(scale * torch.randn(3 * WIDTH, WIDTH)) for _ in DILATIONS])
        self.biases = nn.ParameterList([nn.Parameter(torch.zeros(WIDTH)) for _ in DILATIONS])
        self.last, self.last_bias = nn.Parameter(0.1 * torch.randn(WIDTH, len(LABELS))), nn.Parameter(torch.zeros(5))

    def forward(self, rows: Any, real: Any) -> Any:
        """Scores of LABELS; ``rows`` is (sequences, tokens, tables), ``real`` 1 where there is a token, else 0."""
        if self.training:
            unknown = torch.rand(rows.shape[:2]) < self._settings.hidden
            rows = rows.clone()
            rows[..., 0][unknown] = 0
        vectors = (_rounded(table(rows[..., at]), VECTOR_UNIT) for at, table in enumerate(self.tables))
        hidden = sum(vectors) * real
        for dilation, weights, bias in zip(DILATIONS, self.weights, self.biases, strict=True):
            active = functional.pad(self._active(hidden), (0, 0, dilation, dilation))
            size = hidden.shape[1]
            seen = [active[:, start : start + size] for start in (0, dilation, 2 * dilation)]
            hidden = (hidden + torch.cat(seen, -1) @ _rounded(weights, WEIGHT_UNIT) + _bias(bias)) * real
        return self._active(hidden) @ _rounded(self.last, WEIGHT_UNIT) + _bias(self.last_bias)

    def _active(self, hidden: Any) -> Any:
        active = _rounded(functional.relu(hidden), ACTIVATION_UNIT)
        return functional.dropout(active, self._settings.dropped) if self.training else active


def _rounded(value: Any, unit: float, most: int = LARGEST) -> Any:
    """A value as whole units, whose slope is that of the value itself."""
    scaled = (value / unit).clamp(-most, most)
    return (scaled + (torch.round(scaled) - scaled).detach()) * unit


def _bias(value: Any) -> Any:
    return _rounded(value, UNIT, _LARGEST_BIAS)


def fit_network(examples: Sequence[Example], lexicon: Lexicon, words: Sequence[str], settings: Settings) -> bytes:
    """The file of a network that was fitted to the labels of some articles; ``words`` are those that it knows."""
    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)
    chance = random.Random(settings.seed)
    vocabulary = np.array(sorted({code(word) for word in words}), np.uint32)
    model = Model(first_vectors(words, vocabulary), settings)
    sequences = _sequences(examples, lexicon, vocabulary.astype(np.int64))
    rounds = [list(_round(sequences, settings, chance)) for _ in range(settings.rounds)]
    total = sum(map(len, rounds))
    optimizer = torch.optim.AdamW(model.parameters(), lr=settings.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / settings.warm) * max(0.01, 1 - step / total)
    )
    model.train()
    for chosen in (each for one in rounds for each in one):
        rows, labels, real = _padded(chosen)
        loss = -(labels * functional.log_softmax(model(rows, real), -1)).sum() / real.sum()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
    return _packed(model, vocabulary)


def first_vectors(words: Sequence[str], vocabulary: NDArray[np.uint32]) -> NDArray[np.float32]:
    """A vector for each code of the vocabulary, after one of zeros for all other words."""
    from briefing.training.teacher.network import piece_vectors

    place = {int(each): at for at, each in enumerate(vocabulary, 1)}
    found = piece_vectors(words)
    found -= found.mean(axis=0)
    *_, axes = np.linalg.svd(found, full_matrices=False)
    reduced = found @ axes[:WIDTH].T
    vectors = np.zeros((len(vocabulary) + 1, WIDTH), np.float32)
    vectors[[place[code(word)] for word in words]] = reduced * (_SPREAD / reduced.std())
    return vectors


def _sequences(examples: Sequence[Example], lexicon: Lexicon, vocabulary: Ints) -> list[Stretch]:
    counts = CueCounts(examples, lexicon)
    made = []
    for each in examples:
        view = View(each.document, lexicon.with_levels(counts.levels_without(each.id)))
        made.append(Stretch(input_rows(view, vocabulary).T, label_chances(each)))
    return made


def _round(texts: Sequence[Stretch], settings: Settings, chance: random.Random) -> Iterator[list[Stretch]]:
    """All texts once, cut elsewhere in each round, some sequences of like length at a time."""
    every = [
        Stretch(text.rows[start:end], text.labels[start:end])
        for text in texts
        for start, end in _cuts(len(text.rows), chance.randint(_LONGEST // 4, _LONGEST))
    ]
    return random_groups(every, settings.sequences, lambda each: len(each.rows), chance)


def _cuts(size: int, first: int) -> Iterator[tuple[int, int]]:
    edges = [0, *range(first, size, _LONGEST), size]
    return ((start, end) for start, end in pairwise(edges) if start < end)


def _padded(chosen: Sequence[Stretch]) -> tuple[Any, Any, Any]:
    longest = max(len(each.rows) for each in chosen)
    rows = torch.zeros(len(chosen), longest, len(SIZES) + 1, dtype=torch.long)
    labels, real = torch.zeros(len(chosen), longest, len(LABELS)), torch.zeros(len(chosen), longest, 1)
    for at, each in enumerate(chosen):
        size = len(each.rows)
        rows[at, :size], labels[at, :size] = torch.tensor(each.rows), torch.tensor(each.labels)
        real[at, :size] = 1
    return rows, labels, real


def _packed(model: Model, vocabulary: NDArray[np.uint32]) -> bytes:
    def whole(value: Any, unit: float, kind: str, most: int) -> NDArray[Any]:
        numbers: NDArray[Any] = np.clip(np.rint(value.detach().numpy() / unit), -most, most).astype(kind)
        return numbers

    def weights(value: Any) -> NDArray[Any]:
        return whole(value, WEIGHT_UNIT, "i1", LARGEST)

    def bias(value: Any) -> NDArray[Any]:
        return whole(value, UNIT, "i4", _LARGEST_BIAS)

    return pack(
        vocabulary,
        [whole(table.weight, VECTOR_UNIT, "i1", LARGEST) for table in model.tables],
        [(weights(each), bias(other)) for each, other in zip(model.weights, model.biases, strict=True)],
        (weights(model.last), bias(model.last_bias)),
        list(DILATIONS),
    )
