"""Trains the teacher on annotated articles of several origins; each round uses a random share of each."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import torch
from torch.nn import functional

from briefing.model import STANCES
from briefing.network.scores import ROLES
from briefing.training.attribution_corpus import Example, Gold, roles_of
from briefing.training.descent import descend
from briefing.training.grouping import random_groups
from briefing.training.teacher.network import Batch, Teacher, batch
from briefing.training.teacher.pieces import SPAN, Encoded, Window, encode, windows
from briefing.training.teacher.pretrained import tokenizer

_ALIKE = 20
"""The number of batches whose windows are sorted by length together."""

_ROLE_LOSS, _STANCE_LOSS = 1 / 12, 0.5
_USUAL_CUES = 8
"""The usual number of cues in a window, by which the loss is divided."""

_NOTHING = -1
"""The role of padding, which the loss ignores."""


ORIGINS = ("PolNeAR train", "the editors", "ourselves")
"""Who annotated the articles; the first have a scheme of their own, the others that of the editors."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Hyperparameters.

    ``shares`` are for each round the shares of the articles of each of ORIGINS that are read; ``rate`` is the learning
    rate of the pretrained layers, ``fast`` that of the new ones. ``windows`` is the batch size, ``warm`` the share of
    steps in which the rates rise, ``least`` the share of them below which they do not fall.
    """

    shares: tuple[tuple[float, float, float], ...] = ((0.2, 1.0, 0.5), (0.05, 1.0, 1.0))
    rate: float = 1e-4
    fast: float = 1e-3
    windows: int = 8
    warm: float = 0.06
    least: float = 0.02
    seed: int = 1


class Lesson(NamedTuple):
    """An annotated document; ``golds`` by the token with which their cue, or else their content, begins."""

    document: Encoded
    golds: dict[int, Gold]


def lessons(examples: Iterable[Example]) -> list[Lesson]:
    """The annotated articles, encoded for the network."""
    pieces = tokenizer()
    return [Lesson(encode(each.document, each.scheme, pieces), each.by_beginning()) for each in examples]


def fit(taught: Sequence[Sequence[Lesson]], settings: Settings | None = None) -> Teacher:
    """A network trained on ``taught``, articles of each of ORIGINS; runs on other machines differ in the last bits."""
    settings = settings or Settings()
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    network = Teacher()
    usual = settings.windows * _USUAL_CUES
    parts = [_part(taught, shares, chance) for shares in settings.shares]
    batches = [each for part in parts for each in _round(part, settings.windows, chance)]
    warm = settings.warm * len(batches)
    groups = _groups(network, settings)
    descend(network, groups, batches, lambda some: _loss(network, some).div(usual), warm, settings.least)
    return network


def _part(taught: Sequence[Sequence[Lesson]], shares: Sequence[float], chance: random.Random) -> list[Lesson]:
    return [each for some, share in zip(taught, shares, strict=True) for each in some if chance.random() < share]


def _groups(network: Teacher, settings: Settings) -> list[dict[str, Any]]:
    """The parameter groups: the pretrained layers and the new ones, each with its learning rate."""
    slow = [each for each in network.pretrained.parameters() if each.requires_grad]
    known = {id(each) for each in network.pretrained.parameters()}
    fast = [each for each in network.parameters() if id(each) not in known]
    return [{"params": slow, "lr": settings.rate}, {"params": fast, "lr": settings.fast}]


def _round(
    taught: Sequence[Lesson], size: int, chance: random.Random
) -> Iterator[list[tuple[Window, dict[int, Gold]]]]:
    """The batches of one round: all documents, cut into windows at random places and grouped by similar length."""
    every = [(window, each.golds) for each in taught for window in windows(each.document, chance.randint(60, SPAN))]
    return random_groups(every, size, lambda each: each[0].high - each[0].low, chance, _ALIKE)


def _loss(network: Teacher, chosen: Sequence[tuple[Window, dict[int, Gold]]]) -> Any:
    """The loss of some windows, summed: of cue beginnings, and of the roles of tokens and the stance for each cue."""
    seen = batch([window for window, _ in chosen])
    told = _targets(chosen, seen)
    hidden = network.read(seen)
    loss = functional.binary_cross_entropy_with_logits(
        network.cues(hidden)[seen.real], told.begins[seen.real], reduction="sum"
    )
    if len(told.rows):
        scores = network.roles(hidden, told.rows, told.heads, seen.sentences)
        loss = loss + _ROLE_LOSS * functional.cross_entropy(
            scores.flatten(0, 1), told.roles.flatten(), reduction="sum", ignore_index=_NOTHING
        )
    content = (told.roles == ROLES.index("content")).float()
    judged = (told.stances.sum(1) > 0) & (content.sum(1) > 0) if len(told.rows) else torch.tensor([], dtype=torch.bool)
    if judged.any():
        scores = network.stances(hidden, told.rows[judged], told.heads[judged], content[judged])
        loss = loss + _STANCE_LOSS * functional.cross_entropy(scores, told.stances[judged], reduction="sum")
    return loss


class _Targets(NamedTuple):
    """Where cues begin, shape (windows, tokens), and for each cue its window (``rows``), its first token there, the
    role of every token of the window, and its stances."""

    begins: Any
    rows: Any
    heads: Any
    roles: Any
    stances: Any


def _targets(chosen: Sequence[tuple[Window, dict[int, Gold]]], seen: Batch) -> _Targets:
    begins = torch.zeros(seen.real.shape)
    rows, heads, roles, stances = [], [], [], []
    for row, (window, golds) in enumerate(chosen):
        end = window.low + int(seen.real[row].sum())
        for head in sorted(at for at in golds if window.low <= at < end):
            begins[row, head - window.low] = 1
            rows.append(row)
            heads.append(head - window.low)
            told = roles_of(golds[head], window.low, end)
            roles.append(np.pad(told, (0, seen.real.shape[1] - len(told)), constant_values=_NOTHING))
            stances.append(golds[head].stances or (0.0,) * len(STANCES))
    return _Targets(
        begins, torch.tensor(rows), torch.tensor(heads), torch.tensor(np.array(roles)), torch.tensor(stances)
    )
