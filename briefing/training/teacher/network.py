"""The teacher network: a pretrained transformer (the lower layers of MPNet) that encodes a window, with three heads.

The first tells how likely each word begins a cue, the second, a biaffine layer (Dozat and Manning 2017), which role
each word has with respect to a cue, the third which stance the content takes. The annotation scheme is an input.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import nn

from briefing.model import STANCES
from briefing.network.inputs import SCHEMES
from briefing.network.scores import ROLES
from briefing.training.teacher.encoder import SIZE, Encoder
from briefing.training.teacher.pieces import CLS, MARKS, MASK, SEP, Window
from briefing.training.teacher.pretrained import weights

_LAYERS, _FIXED = 8, 2
"""The number of layers that are used, the lower ones of MPNet's twelve, and how many of them are frozen."""

_LOWER = 5
"""The layer, about half way up, whose output is one of the views for hints."""

_HIDDEN = 0.05
"""The share of word pieces that are masked in training."""

_WIDTH = 96
"""The width of the biaffine layer's vectors for each role."""

_FARTHEST = 16
"""The number of distance classes to either side."""

_LONGEST = 500
"""About the most word pieces that are read of a window, as a long sentence may exceed SPAN."""


class Batch(NamedTuple):
    """Windows padded to one length.

    ``ids``, ``marks`` and ``mask`` (0 for padding) have the shape (windows, pieces); ``first`` (the index of each
    token's first piece), ``real`` (False for padding) and ``sentences`` (windows, tokens).
    """

    ids: Any
    marks: Any
    mask: Any
    first: Any
    real: Any
    sentences: Any
    schemes: Any


def batch(chosen: Sequence[Window]) -> Batch:
    """The windows as one batch of tensors."""
    laid = [_lay(window) for window in chosen]
    pieces, tokens = max(len(ids) for ids, _, _ in laid), max(len(first) for _, _, first in laid)
    made = Batch(
        ids=torch.zeros(len(laid), pieces, dtype=torch.long),
        marks=torch.zeros(len(laid), pieces, dtype=torch.long),
        mask=torch.zeros(len(laid), pieces, dtype=torch.long),
        first=torch.zeros(len(laid), tokens, dtype=torch.long),
        real=torch.zeros(len(laid), tokens, dtype=torch.bool),
        sentences=torch.full((len(laid), tokens), 10**6),
        schemes=torch.tensor([window.document.scheme for window in chosen]),
    )
    for row, (window, (ids, marks, first)) in enumerate(zip(chosen, laid, strict=True)):
        made.ids[row, : len(ids)] = torch.tensor(ids)
        made.marks[row, : len(ids)] = torch.tensor(marks)
        made.mask[row, : len(ids)] = 1
        made.first[row, : len(first)] = torch.tensor(first)
        made.real[row, : len(first)] = True
        made.sentences[row, : len(first)] = torch.tensor(window.document.sentences[window.low :][: len(first)])
    return made


def _lay(window: Window) -> tuple[list[int], list[int], list[int]]:
    """The pieces of a window with their marks, and the index of each token's first piece among them."""
    ids, marks, first = [CLS], [0], []
    for at in range(window.low, window.high):
        if window.document.opens(at) and at > window.low:
            ids.append(SEP)
            marks.append(0)
        first.append(len(ids))
        ids += window.document.pieces[at]
        marks += [window.document.marks[at]] * len(window.document.pieces[at])
        if len(ids) > _LONGEST:
            break
    return [*ids, SEP], [*marks, 0], first


class Teacher(nn.Module):
    """The teacher network; see the module."""

    def __init__(self) -> None:
        super().__init__()
        self.pretrained = Encoder(_LAYERS, _FIXED)
        self.pretrained.begin_as(weights())
        self.marks, self.scheme = nn.Embedding(MARKS, SIZE), nn.Embedding(len(SCHEMES), SIZE)
        self.begins = nn.Sequential(nn.Dropout(0.1), nn.Linear(SIZE, 256), nn.GELU(), nn.Linear(256, 1))
        self.cue, self.other = nn.Linear(SIZE, len(ROLES) * _WIDTH), nn.Linear(SIZE, len(ROLES) * _WIDTH)
        self.alone = nn.Linear(SIZE, len(ROLES))
        self.distance = nn.Embedding(2 * _FARTHEST + 2, len(ROLES))
        self.sentence = nn.Embedding(3, len(ROLES))
        self.dropout = nn.Dropout(0.15)
        self.stance = nn.Sequential(nn.Linear(3 * SIZE, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, len(STANCES)))
        for each in (self.marks, self.scheme, self.distance, self.sentence):
            nn.init.zeros_(each.weight)

    def read(self, seen: Batch) -> Any:
        """A vector for each token, shape (windows, tokens, SIZE)."""
        return self._read(seen)[-1]

    def views(self, seen: Batch) -> tuple[Any, ...]:
        """The views of each token for hints: the log odds that it begins a cue, its vector, its biaffine vectors as cue
        and as other word, and its vector half way up."""
        lower, hidden = self._read(seen, _LOWER, _LAYERS)
        return self.begins(hidden), hidden, self.cue(hidden), self.other(hidden), lower

    def _read(self, seen: Batch, *layers: int) -> list[Any]:
        """The vectors of each token after each of the given layers, counted from 1; by default after the last."""
        ids = seen.ids
        if self.training:
            ids = torch.where(torch.rand(ids.shape) < _HIDDEN, MASK, ids)
        beside = self.marks(seen.marks) + self.scheme(seen.schemes).unsqueeze(1)
        read = self.pretrained(ids, seen.mask, beside)
        found = [read[at - 1] for at in layers or (_LAYERS,)]
        first = seen.first.unsqueeze(-1).expand(-1, -1, found[0].size(-1))
        return [torch.gather(each, 1, first).float() for each in found]

    def cues(self, hidden: Any) -> Any:
        """For each token the log odds that it begins a cue."""
        return self.begins(hidden).squeeze(-1)

    def roles(self, hidden: Any, rows: Any, heads: Any, sentences: Any) -> Any:
        """The logits of ROLES, shape (cues, tokens, roles): cue i begins with the token ``heads[i]`` of the window
        ``rows[i]``, and has a role for each token of it."""
        hidden = self.dropout(hidden)
        shape = (*hidden.shape[:2], len(ROLES), _WIDTH)
        cue = self.cue(hidden[rows, heads]).view(-1, len(ROLES), _WIDTH)
        other = self.other(hidden).view(shape)[rows]
        scores = torch.einsum("nrd,ntrd->ntr", cue, other) / math.sqrt(_WIDTH)
        away = torch.arange(hidden.size(1)).unsqueeze(0) - heads.unsqueeze(1)
        apart = (sentences[rows] - sentences[rows, heads].unsqueeze(1)).clamp(-1, 1) + 1
        return scores + self.alone(hidden)[rows] + self.distance(_size(away)) + self.sentence(apart)

    def stances(self, hidden: Any, rows: Any, heads: Any, content: Any) -> Any:
        """The logits of STANCES for each cue; ``content``, shape (cues, tokens), is 1 for its content, else 0."""
        inside = content.unsqueeze(-1)
        words = hidden[rows]
        mean = (words * inside).sum(1) / inside.sum(1)
        most = words.masked_fill(inside == 0, -1e4).amax(1)
        return self.stance(torch.cat([self.dropout(hidden[rows, heads]), mean, most], -1))


def load(path: Path) -> Teacher:
    """The network of a file that ``saved`` made."""
    network = Teacher()
    network.load_state_dict(torch.load(path, weights_only=True))
    network.eval()
    return network


def saved(network: Teacher) -> bytes:
    """A network as a file."""
    file = BytesIO()
    torch.save(network.state_dict(), file)
    return file.getvalue()


def _size(away: Any) -> Any:
    """Signed token distances as classes on a log scale, two for each doubling: 0, then right, then left."""
    sizes = (torch.log2(away.abs().clamp(min=1).float()) * 2).long().clamp(max=_FARTHEST - 1) + 1
    sizes = torch.where(away == 0, torch.zeros_like(sizes), sizes)
    return torch.where(away < 0, sizes + _FARTHEST, sizes)
