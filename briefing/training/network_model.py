"""The attribution network in torch, for training, with weights and activations rounded as they will be when it ships.

Gradients pass through the rounding unchanged (Jacob et al. 2018, "Quantization and Training of Neural Networks for
Efficient Integer-Arithmetic-Only Inference"). The word embeddings are initialised with those of the pretrained network
from which the teacher starts, reduced to fewer dimensions. Needs the group ``train``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from briefing.model import STANCES
from briefing.network.inputs import SIZES
from briefing.network.layers import ACTIVATION_UNIT, UNIT, VECTOR_UNIT, WEIGHT_UNIT
from briefing.network.lexicon import code
from briefing.network.roles import WindowRows, distances
from briefing.network.scores import LABELS, ROLES
from briefing.network.view import Ints
from briefing.network.weights import DISTANCES, SENTENCES, Sizes, pack
from briefing.training.rounding import activated, rounded, sums, whole

_LARGEST_BIAS = 2**20
_SPREAD = 0.3
"""The standard deviation of the initial word embeddings."""

_FIRST = 0.7
"""The scale of a layer's initial weights, as a share of what keeps the size of activations (He initialisation)."""

_LEAST_SPREAD = 0.1
"""Added to the standard deviations of a head's inputs, so that those that hardly vary are not scaled up much."""

_RARE = -3.0
"""The initial bias (log odds) of a cue beginning with a token."""


class Dropped(NamedTuple):
    """Dropout rates: of activations in the layers for tokens, roles and stances; of words, which become unknown."""

    tokens: float = 0.05
    roles: float = 0.05
    words: float = 0.04
    stances: float = 0.2


class Dense(nn.Module):
    """A fully connected layer."""

    def __init__(self, inputs: int, outputs: int, spread: float) -> None:
        super().__init__()
        self.weights = nn.Parameter(spread * torch.randn(inputs, outputs))
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, active: Any) -> Any:
        """The outputs, without an activation function."""
        return active @ rounded(self.weights, WEIGHT_UNIT) + rounded(self.bias, UNIT, _LARGEST_BIAS)


class Head(nn.Module):
    """A head with one hidden layer: log odds from inputs that are integers in ``ACTIVATION_UNIT``.

    It standardises the inputs by the mean and standard deviation of the training data ``lessons``; ``packed`` folds
    that into the weights and bias.
    """

    def __init__(self, lessons: NDArray[np.int8], hidden: int, dropped: float = 0.3) -> None:
        super().__init__()
        torch.manual_seed(0)
        inputs = lessons.shape[1]
        self.layer, self.last = Dense(inputs, hidden, _FIRST * (2 / inputs) ** 0.5), Dense(hidden, 1, 0.1)
        self.dropped = nn.Dropout(dropped)
        mean, spread = lessons.mean(axis=0, dtype=np.float64), lessons.std(axis=0, dtype=np.float64)
        self.mean = torch.tensor(mean * ACTIVATION_UNIT).float()
        self.spread = torch.tensor(spread * ACTIVATION_UNIT + _LEAST_SPREAD).float().unsqueeze(1)

    def forward(self, seen: Any) -> Any:
        """The log odds of each row."""
        hidden = self.dropped(seen * ACTIVATION_UNIT - self.mean) @ self._weights() + self.layer.bias
        return self.last(self.dropped(activated(hidden)))[:, 0]

    def _weights(self) -> Any:
        return rounded(self.layer.weights / self.spread, WEIGHT_UNIT)

    def packed(self, name: str) -> dict[str, NDArray[Any]]:
        """The arrays of the head for the file."""
        weights = self._weights()
        bias = whole(self.layer.bias - self.mean @ weights, UNIT, _LARGEST_BIAS)
        layer = {f"{name} layer weights": whole(weights, WEIGHT_UNIT), f"{name} layer bias": bias}
        return layer | _arrays({name: self.last})


class Convolutions(nn.Module):
    """Residual layers of dilated convolutions along the last but one dimension; see ``briefing.network.layers``."""

    def __init__(self, width: int, side: int, dilations: Sequence[int], dropped: float) -> None:
        super().__init__()
        self._side, self._dilations, self.dropped = side, dilations, dropped
        self._chance = np.random.default_rng(torch.initial_seed())
        inputs = width + 2 * side
        spread = _FIRST * (2 / inputs) ** 0.5
        self.layers = nn.ModuleList([Dense(inputs, width, spread) for _ in dilations])

    def forward(self, hidden: Any, real: Any) -> Any:
        """The activations of the last layer; ``real`` is 0 for padding, else 1."""
        size, width = hidden.shape[-2:]
        for dilation, layer in zip(self._dilations, self.layers, strict=True):
            active = self._active(hidden)
            padded = functional.pad(active, (0, 0, dilation, dilation))
            seen = [active, padded[..., :size, : self._side], padded[..., 2 * dilation :, width - self._side :]]
            hidden = (hidden + layer(torch.cat(seen, -1))) * real
        return self._active(hidden)

    def _active(self, hidden: Any) -> Any:
        active = activated(hidden)
        return active * self._kept(active.shape) if self.training else active

    def _kept(self, shape: Sequence[int]) -> Any:
        """A dropout mask: 0 for what is dropped, 1 / (share kept) for the rest; drawn as bytes, which is fastest."""
        least = round(256 * self.dropped)
        drawn = np.frombuffer(self._chance.bytes(math.prod(shape)), np.uint8)
        return (torch.from_numpy(drawn >= least) * np.float32(256 / (256 - least))).view(*shape)


class Model(nn.Module):
    """The network; its arithmetic is that of ``briefing.network``."""

    def __init__(self, words: NDArray[np.float32], sizes: Sizes, dropped: Dropped, hints: NDArray[np.float32]) -> None:
        """``words`` are the initial word embeddings, ``hints`` the weight of each number of a hint."""
        super().__init__()
        self.sizes, self._dropped = sizes, dropped
        width, narrow = sizes.width, sizes.role_width
        tables = [_table(size, sizes.vector_width, _SPREAD / 2) for size in (len(words), *SIZES)]
        with torch.no_grad():
            tables[0].weight.copy_(torch.tensor(words))
        self.tables = nn.ModuleList(tables)
        self._starts = torch.tensor(np.cumsum([0, len(words), *SIZES[:-1]]))
        self.widening = nn.Parameter(sizes.vector_width**-0.5 * torch.randn(sizes.vector_width, width))
        self.token_layers = Convolutions(width, sizes.side, sizes.dilations, dropped.tokens)
        self.labels = Dense(width, len(LABELS) + 1, 0.1)
        nn.init.constant_(self.labels.bias[len(LABELS) :], _RARE)
        self.token, self.cue = (nn.Parameter(_FIRST * width**-0.5 * torch.randn(width, narrow)) for _ in range(2))
        self.distances, self.sentences = _table(DISTANCES, narrow, _SPREAD), _table(SENTENCES, narrow, _SPREAD)
        self.role_layers = Convolutions(narrow, narrow // 2, sizes.role_dilations, dropped.roles)
        self.roles = Dense(narrow, len(ROLES), 0.1)
        self.stance_layer = Dense(2 * width, sizes.stance_width, _FIRST * (1 / width) ** 0.5)
        self.stances = Dense(sizes.stance_width, len(STANCES), 0.1)
        self.hints, self._counts = nn.Linear(width, len(hints)), torch.tensor(hints)

    def tag(self, rows: Any, real: Any) -> tuple[Any, Any]:
        """The activations of each token, and its logits of LABELS and of a cue's beginning.

        ``rows`` has shape (sequences, tokens, tables), ``real`` (sequences, tokens, 1): 1 for a token, 0 for padding.
        """
        if self.training:
            rows = rows.clone()
            rows[..., 0][torch.rand(rows.shape[:2]) < self._dropped.words] = 0
        every = torch.cat([rounded(table.weight, VECTOR_UNIT) for table in self.tables])
        vectors = sums(every, (rows + self._starts).flatten(0, 1)).unflatten(0, rows.shape[:2])
        vectors = vectors @ rounded(self.widening, WEIGHT_UNIT)
        active = self.token_layers(vectors * real, real)
        return active, self.labels(active)

    def read(self, active: Any, windows: WindowRows, heads: Ints, sentences: Ints) -> Any:
        """The logits of ROLES for each row of ``windows``; ``heads`` are the first tokens of the windows' cues."""
        head = heads[windows.of]
        apart = np.clip(sentences[windows.at] - sentences[head], -1, 1) + 1
        stands = (
            rounded(table(torch.tensor(at)), VECTOR_UNIT)
            for table, at in ((self.distances, distances(windows.at - head)), (self.sentences, apart))
        )
        token, cue = (active @ rounded(each, WEIGHT_UNIT) for each in (self.token, self.cue))
        seen, real = token[torch.tensor(windows.at)] + cue[torch.tensor(head)] + sum(stands), torch.tensor(windows.real)
        return self.roles(self.role_layers(seen * real, real))

    def judge(self, active: Any, heads: Sequence[int], contents: Sequence[Sequence[int]]) -> Any:
        """The logits of STANCES for attributions: cues that begin at ``heads``, and the tokens of their contents."""
        largest = functional.embedding(torch.tensor(_side_by_side(contents)), active).amax(1)
        seen = functional.dropout(torch.cat([active[list(heads)], largest], -1), self._dropped.stances, self.training)
        hidden = activated(self.stance_layer(seen))
        return self.stances(functional.dropout(hidden, self._dropped.stances, self.training))

    def off(self, active: Any, hints: Any) -> Any:
        """The weighted squared error of the hints predicted from each token's activations; not part of the file."""
        return ((self.hints(active) - hints) ** 2) @ self._counts

    def packed(self, vocabulary: NDArray[np.uint32]) -> bytes:
        """The file of the network."""
        arrays: dict[str, Any] = {"vocabulary": vocabulary}
        arrays |= {f"table {at}": _vectors(table) for at, table in enumerate(self.tables)}
        arrays |= {"distances": _vectors(self.distances), "sentences": _vectors(self.sentences)}
        arrays |= {name: whole(getattr(self, name), WEIGHT_UNIT) for name in ("token", "cue", "widening")}
        dense: dict[str, Any] = {"labels": self.labels, "roles": self.roles}
        dense |= {"stance layer": self.stance_layer, "stances": self.stances}
        for name, layers in (("token layer", self.token_layers.layers), ("role layer", self.role_layers.layers)):
            dense |= {f"{name} {at}": layer for at, layer in enumerate(layers)}
        return pack(self.sizes, arrays | _arrays(dense))


def first_vectors(words: Sequence[str], vocabulary: NDArray[np.uint32], width: int) -> NDArray[np.float32]:
    """Initial word embeddings, reduced by PCA: zeros for unknown words, then a row for each code of the vocabulary."""
    from briefing.training.teacher.pretrained import piece_vectors

    place = {int(each): at for at, each in enumerate(vocabulary, 1)}
    found = piece_vectors(words)
    found -= found.mean(axis=0)
    *_, axes = np.linalg.svd(found, full_matrices=False)
    reduced = found @ axes[:width].T
    vectors = np.zeros((len(vocabulary) + 1, width), np.float32)
    vectors[[place[code(word)] for word in words]] = reduced * (_SPREAD / reduced.std())
    return vectors


def _side_by_side(lists: Sequence[Sequence[int]]) -> list[list[int]]:
    """Lists of tokens padded to one length with their own first token, which changes no maximum over them."""
    longest = max(map(len, lists))
    return [[*each, *[int(each[0])] * (longest - len(each))] for each in lists]


def _table(size: int, width: int, spread: float) -> Any:
    table = nn.Embedding(size, width)
    nn.init.normal_(table.weight, std=spread)
    return table


def _arrays(dense: Mapping[str, Dense]) -> dict[str, NDArray[Any]]:
    """The arrays of some layers, by their names."""
    made: dict[str, NDArray[Any]] = {}
    for name, layer in dense.items():
        made[f"{name} weights"] = whole(layer.weights, WEIGHT_UNIT)
        made[f"{name} bias"] = whole(layer.bias, UNIT, _LARGEST_BIAS)
    return made


def _vectors(table: Any) -> NDArray[Any]:
    return whole(table.weight, VECTOR_UNIT)
