"""Computes the hints that the teacher gives the small network: its hidden vectors of tokens along their main axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from briefing.model import Document
from briefing.network.inputs import EDITORS
from briefing.training.hints import HINT_UNIT, Hints
from briefing.training.teacher.network import Teacher, batch
from briefing.training.teacher.pieces import encode, windows
from briefing.training.teacher.pretrained import tokenizer

_KEPT = ((1, 0.05), (64, 0.4), (32, 0.2), (32, 0.2), (48, 0.15))
"""For each of ``Teacher.views`` the number of axes that are kept, and their weight together."""

_MEASURED = 100
"""The number of texts from which the axes are computed."""

_FLAT = 1e-9
"""The least variance of an axis."""

_TOGETHER, _WINDOWS = 40, 16
"""How many documents, and how many windows of them, are read at a time."""
_MOST = 127

Numbers = NDArray[np.float32]


class _Axes(NamedTuple):
    """The principal axes of a view: its mean, the directions of largest variance, the standard deviation along each."""

    mean: Any
    directions: Any
    spread: Any

    def along(self, view: Numbers) -> Any:
        """The coordinates of tokens along the axes, in standard deviations, shape (tokens, axes)."""
        return ((view - self.mean) @ self.directions) / self.spread


def hints(network: Teacher, documents: Sequence[Document]) -> Hints:
    """The hints for each token, read by the editors' scheme; 5,000 tokens take a second on two cores.

    The axes are computed from the first documents, which should be a random sample of all.
    """
    first = list(_views(network, documents[:_MEASURED]))
    axes = [_axes(np.concatenate(each), most) for each, (most, _) in zip(zip(*first, strict=True), _KEPT, strict=True)]
    counts = [share * one.spread / one.spread.sum() for one, (_, share) in zip(axes, _KEPT, strict=True)]
    found = (_hints(axes, views) for views in _views(network, documents))
    of = {each.article.text: numbers for each, numbers in zip(documents, found, strict=True)}
    return Hints(of, np.concatenate(counts).astype(np.float32))


def _hints(axes: Sequence[_Axes], views: Sequence[Numbers]) -> NDArray[np.int8]:
    along = np.concatenate([one.along(view) for one, view in zip(axes, views, strict=True)], axis=1)
    return np.clip(np.rint(along / HINT_UNIT), -_MOST, _MOST).astype(np.int8)


def _axes(view: Numbers, most: int) -> _Axes:
    mean = view.mean(axis=0, dtype=np.float64)
    squares, directions = np.linalg.eigh(np.atleast_2d(np.cov((view - mean).T)))
    main = np.argsort(-squares)[:most]
    return _Axes(mean, directions[:, main], np.sqrt(np.maximum(squares[main], _FLAT)))


def _views(network: Teacher, documents: Sequence[Document]) -> Iterator[list[Numbers]]:
    """For each document its ``Teacher.views``, arrays of shape (tokens, width)."""
    pieces = tokenizer()
    for start in range(0, len(documents), _TOGETHER):
        encoded = [encode(each, EDITORS, pieces) for each in documents[start : start + _TOGETHER]]
        listed = [(place, window) for place, each in enumerate(encoded) for window in windows(each)]
        listed.sort(key=lambda each: each[1].high - each[1].low)
        found: list[list[Numbers]] = [[] for _ in encoded]
        for at in range(0, len(listed), _WINDOWS):
            some = listed[at : at + _WINDOWS]
            seen = batch([window for _, window in some])
            with torch.no_grad():
                views = [each.numpy() for each in network.views(seen)]
            for row, (place, window) in enumerate(some):
                size = len(encoded[place].pieces)
                found[place] = found[place] or [np.zeros((size, each.shape[2]), np.float32) for each in views]
                read = int(seen.real[row].sum())
                for into, view in zip(found[place], views, strict=True):
                    into[window.low : window.low + read] = view[row, :read]
        yield from found
