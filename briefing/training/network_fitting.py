"""Fits the network of attribution to annotated articles."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from briefing.attribution.candidates import Candidate, Windows
from briefing.attribution.inputs import SIZES, input_rows
from briefing.attribution.labels import LABELS, content_of
from briefing.attribution.lexicon import Lexicon, code
from briefing.attribution.roles import lay
from briefing.attribution.view import Ints, View
from briefing.attribution.weights import Sizes
from briefing.training.attribution_corpus import Example, Gold, label_chances, roles_of
from briefing.training.attribution_lexicon import CueCounts
from briefing.training.descent import descend
from briefing.training.grouping import random_groups
from briefing.training.network import Dropped, Model, first_vectors

WIDTH, DILATIONS = 160, (1, 2, 4, 8, 1, 2, 4, 8)
ROLE_WIDTH, ROLE_DILATIONS = 64, (1, 2, 4, 8, 16)

_LONGEST = 512
"""Tokens of a text that are learned from as one sequence."""

_LEAST_RATE = 0.01
"""The part of the rate below which it does not fall."""

_BEGINNING = 3.0
"""How much more the beginnings of cues count than labels and roles: they are rare."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to descend."""

    rounds: int = 5
    sequences: int = 16
    rate: float = 2e-3
    warm: int = 200
    dropped: Dropped = field(default_factory=Dropped)
    seed: int = 0


class Lesson(NamedTuple):
    """A text, or a part of it: for each token its rows in the tables, how likely each label is, and its sentence.

    ``cues`` are the annotated attributions whose cue begins in it, with their windows, in tokens of the whole text;
    ``start`` is the first token of the part.
    """

    rows: Ints
    labels: NDArray[np.float32]
    sentences: Ints
    cues: tuple[tuple[Candidate, Gold], ...]
    start: int = 0


class _Batch(NamedTuple):
    """Sequences side by side; the tokens of ``chosen`` and ``sentences`` are counted through all of them."""

    rows: Any
    labels: Any
    begins: Any
    real: Any
    sentences: Ints
    chosen: list[Candidate]
    roles: list[NDArray[np.int64]]


def fit_network(examples: Sequence[Example], lexicon: Lexicon, words: Sequence[str], settings: Settings) -> bytes:
    """The file of a network that was fitted to the labels of some articles; ``words`` are those that it knows."""
    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)
    chance = random.Random(settings.seed)
    vocabulary = np.array(sorted({code(word) for word in words}), np.uint32)
    sizes = Sizes(len(vocabulary), WIDTH, DILATIONS, ROLE_WIDTH, ROLE_DILATIONS)
    model = Model(first_vectors(words, vocabulary, WIDTH), sizes, settings.dropped)
    taught = list(_lessons(examples, lexicon, vocabulary.astype(np.int64)))
    rounds = [list(_round(taught, settings, chance)) for _ in range(settings.rounds)]
    batches = [each for one in rounds for each in one]
    groups = [{"params": model.parameters(), "lr": settings.rate}]
    descend(model, groups, batches, lambda some: _loss(model, _batch(some)), settings.warm, _LEAST_RATE)
    return model.packed(vocabulary)


def _lessons(examples: Sequence[Example], lexicon: Lexicon, vocabulary: Ints) -> Iterator[Lesson]:
    counts = CueCounts(examples, lexicon)
    for each in examples:
        view = View(each.document, lexicon.with_levels(counts.levels_without(each.id)))
        labels = label_chances(each)
        windows = Windows(view, content_of(labels.astype(np.float64)))
        golds = sorted(each.by_beginning().items())
        cues = tuple((Candidate(at, gold.sure, *windows.around(at)), gold) for at, gold in golds)
        yield Lesson(input_rows(view, vocabulary).T, labels, view.sentence, cues)


def _round(texts: Sequence[Lesson], settings: Settings, chance: random.Random) -> Iterator[list[Lesson]]:
    """All texts once, cut elsewhere in each round, some sequences of like length at a time."""
    every = [part for text in texts for part in _parts(text, chance.randint(_LONGEST // 4, _LONGEST))]
    return random_groups(every, settings.sequences, lambda each: len(each.rows), chance)


def _parts(text: Lesson, first: int) -> Iterator[Lesson]:
    size = len(text.rows)
    for start, end in pairwise([0, *range(first, size, _LONGEST), size]):
        if start < end:
            cues = tuple(each for each in text.cues if start <= each[0].head < end)
            yield Lesson(text.rows[start:end], text.labels[start:end], text.sentences[start:end], cues, start)


def _batch(some: Sequence[Lesson]) -> _Batch:
    longest = max(len(each.rows) for each in some)
    made = _Batch(
        rows=torch.zeros(len(some), longest, len(SIZES) + 1, dtype=torch.long),
        labels=torch.zeros(len(some), longest, len(LABELS)),
        begins=torch.zeros(len(some), longest),
        real=torch.zeros(len(some), longest, 1),
        sentences=np.zeros(len(some) * longest, np.int64),
        chosen=[],
        roles=[],
    )
    for row, each in enumerate(some):
        size, first = len(each.rows), row * longest
        made.rows[row, :size], made.labels[row, :size] = torch.tensor(each.rows), torch.tensor(each.labels)
        made.real[row, :size] = 1
        made.sentences[first : first + size] = each.sentences
        for cue, gold in each.cues:
            made.begins[row, cue.head - each.start] = gold.sure
            low, high = max(cue.low, each.start), min(cue.high, each.start + size)
            on = first - each.start
            made.chosen.append(Candidate(cue.head + on, gold.sure, low + on, high + on))
            made.roles.append(roles_of(gold, low, high))
    return made


def _loss(model: Model, batch: _Batch) -> Any:
    """How unlikely the model finds labels and beginnings of cues, for each token, and roles, for each of a window."""
    active, scores = model.tag(batch.rows, batch.real)
    tokens = batch.real.sum()
    labels = -(batch.labels * functional.log_softmax(scores[..., : len(LABELS)], -1)).sum() / tokens
    begins = functional.binary_cross_entropy_with_logits(
        scores[..., -1], batch.begins, batch.real[..., 0], reduction="sum"
    )
    loss = labels + _BEGINNING * begins / tokens
    if batch.chosen:
        windows = lay(batch.chosen, max(ROLE_DILATIONS))
        heads = np.array([each.head for each in batch.chosen], np.int64)
        told = model.read(active.flatten(0, 1), windows, heads, batch.sentences)[torch.tensor(windows.real[:, 0] > 0)]
        sure = np.repeat([each.probability for each in batch.chosen], [len(each) for each in batch.roles])
        unlikely = functional.cross_entropy(told, torch.tensor(np.concatenate(batch.roles)), reduction="none")
        loss = loss + (unlikely * torch.tensor(sure.astype(np.float32))).mean()
    return loss
