"""Trains the network on annotated articles, in any scheme and of any origin.

Beside the labels it learns to predict the hidden vectors of a larger teacher network for each token (``Hints``): labels
concern a few words of an article, hints every one.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from briefing.attribution.candidates import Windows
from briefing.network.inputs import EDITORS, SIZES, input_rows
from briefing.network.lexicon import Lexicon, code, plain
from briefing.network.roles import Candidate, lay
from briefing.network.scores import LABELS, ROLES, content_of
from briefing.network.view import Ints, View
from briefing.network.weights import Sizes
from briefing.training.attribution_corpus import Example, Gold, label_chances, roles_of
from briefing.training.attribution_lexicon import CueCounts
from briefing.training.descent import descend
from briefing.training.grouping import random_groups
from briefing.training.hints import HINT_UNIT, Hints
from briefing.training.network_model import Dropped, Model, first_vectors

VECTOR_WIDTH, WIDTH, SIDE, DILATIONS = 112, 256, 64, (1, 2, 4, 8, 1, 2, 4, 8)
"""Nine vectors of 112 numbers keep their products with weights below 2 ** 24, up to where float32 sums are exact."""

ROLE_WIDTH, ROLE_DILATIONS = 96, (1, 2, 4, 8, 16)
STANCE_WIDTH = 64

_LONGEST = 512
"""The most tokens of a training sequence."""

_CONTENT = ROLES.index("content")

_KNOWN = 8000
"""The size of the vocabulary (the most frequent words): with 25,000 the network was no better."""

_THREADS = 2
"""The number of threads: with another one, sums are added in another order and differ in the last bits."""

_LEAST_RATE = 0.01
"""The share of the learning rate below which it does not fall."""

_BEGINNING, _STANCE, _HINT = 3.0, 0.2, 1.5
"""The weights in the loss of cue beginnings (which are rare), stances and, at first, hints; labels and roles have 1."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Hyperparameters: ``rounds`` (epochs), learning ``rate``, ``sequences`` in a batch, ``warm`` (warm-up steps)."""

    rounds: int = 6
    rate: float = 2e-3
    sequences: int = 16
    warm: int = 200
    dropped: Dropped = field(default_factory=Dropped)
    seed: int = 0


class Lesson(NamedTuple):
    """A text, or a part of it: for each token its embedding rows, target probabilities of labels, sentence and hints.

    ``cues`` are the annotated attributions whose cue begins in it, with their windows, in token indices of the whole
    text; ``start`` is the first token of the part.
    """

    rows: Ints
    labels: NDArray[np.float32]
    sentences: Ints
    hints: NDArray[np.int8] | None
    cues: tuple[tuple[Candidate, Gold], ...]
    start: int = 0


class _Batch(NamedTuple):
    """Padded sequences; ``chosen``, ``sentences`` and ``judged`` number the tokens of the flattened batch.

    ``judged`` are the attributions with annotated stances: first token of the cue, tokens of the content, stances.
    ``real`` is 0 for padding, else 1; ``hinted`` is 1 where there are ``hints``.
    """

    rows: Any
    labels: Any
    begins: Any
    real: Any
    hints: Any
    hinted: Any
    sentences: Ints
    chosen: list[Candidate]
    roles: list[NDArray[np.int64]]
    judged: list[tuple[int, Ints, tuple[float, ...]]]


class Fitting:
    """The training of a network: its vocabulary, its cue levels and the articles that it learns from."""

    def __init__(self, examples: Sequence[Example], lexicon: Lexicon, hints: Hints, settings: Settings) -> None:
        """The vocabulary is taken from the examples, and so are cue levels, which replace those of ``lexicon``."""
        torch.manual_seed(settings.seed)
        torch.set_num_threads(_THREADS)
        self.levels = CueCounts(examples, lexicon)
        self._lexicon, self._settings, self._hints = lexicon, settings, hints
        words = _usual_words(examples)
        self._vocabulary = np.array(sorted({code(word) for word in words}), np.uint32)
        widths = VECTOR_WIDTH, WIDTH, SIDE
        sizes = Sizes(len(self._vocabulary), *widths, DILATIONS, ROLE_WIDTH, ROLE_DILATIONS, STANCE_WIDTH)
        self._taught = list(self._lessons(examples))
        vectors = first_vectors(words, self._vocabulary, VECTOR_WIDTH)
        self._model = Model(vectors, sizes, settings.dropped, hints.counts)
        self._chance = random.Random(settings.seed)

    def fit(self) -> bytes:
        """Learn from all articles, and return the file of the network."""
        batches = [each for _ in range(self._settings.rounds) for each in self._round()]
        left = [_HINT * (1 - at / len(batches)) for at in range(len(batches))]
        groups = [{"params": self._model.parameters(), "lr": self._settings.rate}]
        made = list(zip(batches, left, strict=True))
        descend(self._model, groups, made, self._loss, self._settings.warm, _LEAST_RATE)
        return self._model.packed(self._vocabulary)

    def _loss(self, one: tuple[Sequence[Lesson], float]) -> Any:
        lessons, hint = one
        return _loss(self._model, _batch(lessons, len(self._hints.counts)), hint)

    def _lessons(self, examples: Iterable[Example]) -> Iterator[Lesson]:
        for each in examples:
            view = View(each.document, self._lexicon.with_levels(self.levels.levels_without(each)))
            labels = label_chances(each)
            windows = Windows(view, content_of(labels.astype(np.float64)), each.scheme)
            golds = sorted(each.by_beginning().items())
            cues = tuple((Candidate(at, gold.sure, *windows.around(at)), gold) for at, gold in golds)
            rows = input_rows(view, self._vocabulary.astype(np.int64), each.scheme).T
            hints = self._hints.of.get(each.document.article.text) if each.scheme == EDITORS else None
            yield Lesson(rows, labels, view.sentence, hints, cues)

    def _round(self) -> list[list[Lesson]]:
        """The batches of one round: all texts, cut into sequences at random places and grouped by similar length."""
        chance = self._chance
        every = [part for text in self._taught for part in _parts(text, chance.randint(_LONGEST // 4, _LONGEST))]
        return list(random_groups(every, self._settings.sequences, lambda each: len(each.rows), chance))


def _usual_words(examples: Iterable[Example]) -> list[str]:
    counts = Counter(plain(token.text) for each in examples for token in each.document.tokens)
    return sorted(sorted(counts, key=lambda word: (-counts[word], word))[:_KNOWN])


def _parts(text: Lesson, first: int) -> Iterator[Lesson]:
    """Cut a text into sequences of _LONGEST tokens, after one of ``first`` tokens."""
    size = len(text.rows)
    for start, end in pairwise([0, *range(first, size, _LONGEST), size]):
        if start < end:
            cues = tuple(each for each in text.cues if start <= each[0].head < end)
            hints = None if text.hints is None else text.hints[start:end]
            yield Lesson(text.rows[start:end], text.labels[start:end], text.sentences[start:end], hints, cues, start)


def _batch(some: Sequence[Lesson], hints: int) -> _Batch:
    longest = max(len(each.rows) for each in some)
    made = _Batch(
        rows=torch.zeros(len(some), longest, len(SIZES) + 1, dtype=torch.long),
        labels=torch.zeros(len(some), longest, len(LABELS)),
        begins=torch.zeros(len(some), longest),
        real=torch.zeros(len(some), longest, 1),
        hints=torch.zeros(len(some), longest, hints),
        hinted=torch.zeros(len(some), longest),
        sentences=np.zeros(len(some) * longest, np.int64),
        chosen=[],
        roles=[],
        judged=[],
    )
    for row, each in enumerate(some):
        size, first = len(each.rows), row * longest
        made.rows[row, :size], made.labels[row, :size] = torch.tensor(each.rows), torch.tensor(each.labels)
        made.real[row, :size] = 1
        if each.hints is not None:
            made.hints[row, :size], made.hinted[row, :size] = torch.tensor(each.hints), 1
        made.sentences[first : first + size] = each.sentences
        for cue, gold in each.cues:
            made.begins[row, cue.head - each.start] = gold.sure
            low, high = max(cue.low, each.start), min(cue.high, each.start + size)
            on = first - each.start
            made.chosen.append(Candidate(cue.head + on, gold.sure, low + on, high + on))
            made.roles.append(roles_of(gold, low, high))
            content = np.flatnonzero(made.roles[-1] == _CONTENT) + low + on
            if gold.stances and len(content):
                made.judged.append((cue.head + on, content, gold.stances))
    return made


def _loss(model: Model, batch: _Batch, hint: float) -> Any:
    """The loss of a batch: cross-entropy of labels and cue beginnings per token, of roles per token of the windows, and
    of stances, and the squared distance from the hints, with the weight ``hint``."""
    active, scores = model.tag(batch.rows, batch.real)
    tokens = batch.real.sum()
    labels = -(batch.labels * functional.log_softmax(scores[..., : len(LABELS)], -1)).sum() / tokens
    begins = functional.binary_cross_entropy_with_logits(
        scores[..., -1], batch.begins, batch.real[..., 0], reduction="sum"
    )
    loss = labels + _BEGINNING * begins / tokens
    if batch.hinted.any():
        loss = loss + hint * (model.off(active, batch.hints * HINT_UNIT) * batch.hinted).sum() / batch.hinted.sum()
    if batch.chosen:
        windows = lay(batch.chosen, max(ROLE_DILATIONS))
        heads = np.array([each.head for each in batch.chosen], np.int64)
        told = model.read(active.flatten(0, 1), windows, heads, batch.sentences)[torch.tensor(windows.real[:, 0] > 0)]
        sure = np.repeat([each.probability for each in batch.chosen], [len(each) for each in batch.roles])
        unlikely = functional.cross_entropy(told, torch.tensor(np.concatenate(batch.roles)), reduction="none")
        loss = loss + (unlikely * torch.tensor(sure.astype(np.float32))).mean()
    if batch.judged:
        cues, contents, stances = zip(*batch.judged, strict=True)
        judged = model.judge(active.flatten(0, 1), cues, contents)
        loss = loss + _STANCE * functional.cross_entropy(judged, torch.tensor(stances))
    return loss
