"""The transformer layers of MPNet (Song et al. 2020), computed in bfloat16; weights are stored in float32.

They are those of the pretrained file, laid out for processors with products of bfloat16: staying in that precision from
layer to layer takes four tenths of the time of converting for every operation.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import nn
from torch.nn import functional

SIZE = 768
"""The width of the vectors of word pieces."""

WORDS = 30527
"""The number of different word pieces."""
_HEADS, _INNER = 12, 3072
_PLACES, _FIRST_PLACE = 514, 2
_BUCKETS, _FARTHEST = 32, 128
_EXACT = _BUCKETS // 4
_PRECISION = 1e-5
_NEVER = -1e4
"""Added to the attention scores of padding, so that it is ignored."""


class Layer(nn.Module):
    """One transformer layer: self-attention, then a feed-forward network for each piece."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.mixed = nn.Linear(SIZE, 3 * SIZE), nn.Linear(SIZE, SIZE)
        self.wide, self.narrow = nn.Linear(SIZE, _INNER), nn.Linear(_INNER, SIZE)
        self.first, self.last = (nn.LayerNorm(SIZE, eps=_PRECISION) for _ in range(2))

    def forward(self, hidden: Any, bias: Any) -> Any:
        """The next vectors (windows, pieces, SIZE); ``bias`` is added to the attention scores.

        It has the shape of these, or broadcasts to it: (windows, heads, pieces, pieces).
        """
        shape = (*hidden.shape[:2], 3, _HEADS, SIZE // _HEADS)
        query, key, value = _linear(self.asked, hidden).view(shape).permute(2, 0, 3, 1, 4)
        scores = (query * (SIZE // _HEADS) ** -0.5) @ key.transpose(-1, -2) + bias
        seen = (torch.softmax(scores, -1) @ value).transpose(1, 2).flatten(2)
        hidden = _normal(self.first, hidden + _linear(self.mixed, seen))
        return _normal(self.last, hidden + _linear(self.narrow, functional.gelu(_linear(self.wide, hidden))))


class Encoder(nn.Module):
    """The lower ``layers`` of MPNet; the word embeddings and the first ``fixed`` layers are frozen."""

    def __init__(self, layers: int, fixed: int) -> None:
        super().__init__()
        self._fixed = fixed
        self.words, self.places = nn.Embedding(WORDS, SIZE), nn.Embedding(_PLACES, SIZE)
        self.normal = nn.LayerNorm(SIZE, eps=_PRECISION)
        self.apart = nn.Embedding(_BUCKETS, _HEADS)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])
        for part in (self.words, self.places, self.normal, self.apart, *self.layers[:fixed]):
            part.requires_grad_(False)

    def forward(self, ids: Any, mask: Any, beside: Any) -> list[Any]:
        """The vectors of word pieces after each of the layers, each of shape (windows, pieces, SIZE).

        ``mask`` is 0 for padding; ``beside``, of the same shape, is added to the output of the frozen layers.
        """
        with torch.no_grad():
            at = torch.arange(ids.size(1))
            bias = self.apart(_bucket(at.unsqueeze(0) - at.unsqueeze(1))).permute(2, 0, 1).unsqueeze(0)
            bias = (bias + (1 - mask)[:, None, None].float() * _NEVER).bfloat16()
            hidden = _normal(self.normal, (self.words(ids) + self.places(at + _FIRST_PLACE)).bfloat16())
            found = []
            for layer in self.layers[: self._fixed]:
                hidden = layer(hidden, bias)
                found.append(hidden)
        hidden = hidden + beside.bfloat16()
        for layer in self.layers[self._fixed :]:
            hidden = layer(hidden, bias)
            found.append(hidden)
        return found

    def begin_as(self, pretrained: Mapping[str, Any]) -> None:
        """Copy the weights of a pretrained MPNet."""
        with torch.no_grad():
            self.words.weight.copy_(pretrained["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(pretrained["embeddings.position_embeddings.weight"])
            self.apart.weight.copy_(pretrained["encoder.relative_attention_bias.weight"])
            _copy(self.normal, pretrained, ["embeddings.LayerNorm"])
            for at, layer in enumerate(self.layers):
                name = f"encoder.layer.{at}"
                _copy(layer.asked, pretrained, [f"{name}.attention.attn.{part}" for part in "qkv"])
                _copy(layer.mixed, pretrained, [f"{name}.attention.attn.o"])
                _copy(layer.first, pretrained, [f"{name}.attention.LayerNorm"])
                _copy(layer.wide, pretrained, [f"{name}.intermediate.dense"])
                _copy(layer.narrow, pretrained, [f"{name}.output.dense"])
                _copy(layer.last, pretrained, [f"{name}.output.LayerNorm"])


def _copy(part: Any, pretrained: Mapping[str, Any], names: Sequence[str]) -> None:
    """Copy layers of the file, concatenated if several, into one layer."""
    part.weight.copy_(torch.cat([pretrained[f"{name}.weight"] for name in names]))
    part.bias.copy_(torch.cat([pretrained[f"{name}.bias"] for name in names]))


def _linear(part: Any, hidden: Any) -> Any:
    return functional.linear(hidden, part.weight.bfloat16(), part.bias.bfloat16())


def _normal(part: Any, hidden: Any) -> Any:
    return functional.layer_norm(hidden, (SIZE,), part.weight.bfloat16(), part.bias.bfloat16(), _PRECISION)


def _bucket(away: Any) -> Any:
    """Buckets of distances in pieces on a log scale: first those to preceding, then those to following pieces (Raffel
    2020)."""
    far = away.abs()
    grown = torch.log(far.clamp(min=1).float() / _EXACT) / math.log(_FARTHEST / _EXACT) * _EXACT
    size = torch.where(far < _EXACT, far, (_EXACT + grown.long()).clamp(max=2 * _EXACT - 1))
    return size + (away > 0) * (2 * _EXACT)
