"""What the teacher finds in documents: attributions as token indices, with the probabilities of their cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from briefing.attribution.assembly import Found, assemble
from briefing.network.scores import Rows
from briefing.training.teacher.network import Batch, Teacher, batch
from briefing.training.teacher.pieces import Encoded, Window, windows

LEAST = 0.2
"""The least probability of a cue whose attribution is read."""

_STEP = 240
"""Word pieces from the start of a window to that of the next; a cue is read where it is farthest from the edges."""

_TOGETHER = 16


def read(network: Teacher, documents: Sequence[Encoded]) -> list[list[Found]]:
    """The attributions of each document, in the order of their cues."""
    with torch.no_grad():
        return _read(network, documents)


def _read(network: Teacher, documents: Sequence[Encoded]) -> list[list[Found]]:
    listed = [(place, window) for place, each in enumerate(documents) for window in windows(each, step=_STEP)]
    owners = _owners(listed)
    order = sorted(range(len(listed)), key=lambda at: listed[at][1].high - listed[at][1].low)
    found: list[dict[int, Found]] = [{} for _ in documents]
    for start in range(0, len(order), _TOGETHER):
        part = order[start : start + _TOGETHER]
        seen = batch([listed[at][1] for at in part])
        hidden = network.read(seen)
        sure = torch.sigmoid(network.cues(hidden)).float().numpy()
        heads = [
            (row, token)
            for row, at in enumerate(part)
            for token in np.flatnonzero((sure[row] >= LEAST) & seen.real[row].numpy()).tolist()
            if owners[listed[at][0], listed[at][1].low + token] == at
        ]
        made = [
            (row, token, assemble(labels, listed[part[row]][1].low, float(sure[row, token])))
            for (row, token), labels in zip(heads, _labels(network, hidden, seen, heads), strict=True)
        ]
        kept = [each for each in made if each[2].content]
        lows = [listed[part[row]][1].low for row, _, _ in kept]
        for (row, token, one), low, stances in zip(kept, lows, _stances(network, hidden, kept, lows), strict=True):
            found[listed[part[row]][0]][low + token] = replace(one, stances=stances)
    return [[each[head] for head in sorted(each)] for each in found]


def _owners(listed: Sequence[tuple[int, Window]]) -> dict[tuple[int, int], int]:
    """For each (document, token) the index of the window whose edges, save the ends of the text, are farthest away."""
    best: dict[tuple[int, int], tuple[int, int]] = {}
    for at, (place, window) in enumerate(listed):
        size = len(window.document.pieces)
        for token in range(window.low, window.high):
            left = token - window.low if window.low else size
            right = window.high - 1 - token if window.high < size else size
            best[place, token] = max(best.get((place, token), (-1, 0)), (min(left, right), -at))
    return {key: -at for key, (_, at) in best.items()}


def _labels(network: Teacher, hidden: Any, seen: Batch, heads: Sequence[tuple[int, int]]) -> Iterator[Rows]:
    """For each cue, given as (window, token) in the batch, the probabilities of ROLES for the tokens of its window."""
    if heads:
        rows, tokens = (torch.tensor(each) for each in zip(*heads, strict=True))
        scores = torch.softmax(network.roles(hidden, rows, tokens, seen.sentences), -1).double().numpy()
        for (row, _), labels in zip(heads, scores, strict=True):
            yield labels[: int(seen.real[row].sum())]


def _stances(
    network: Teacher, hidden: Any, kept: Sequence[tuple[int, int, Found]], lows: Sequence[int]
) -> list[tuple[float, ...]]:
    """The probabilities of STANCES for attributions, given as (window, token of the cue, attribution) in the batch.

    ``lows`` are the first tokens of their windows in the document.
    """
    if not kept:
        return []
    rows, heads = (torch.tensor([each[at] for each in kept]) for at in (0, 1))
    content = torch.zeros(len(kept), hidden.size(1))
    for at, ((_, _, one), low) in enumerate(zip(kept, lows, strict=True)):
        content[at, [token - low for token in one.content]] = 1
    shares = torch.softmax(network.stances(hidden, rows, heads, content), -1)
    return [tuple(each) for each in shares.double().tolist()]
