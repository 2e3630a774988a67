"""The second model, which finds the source and content that belong to one cue.

As in semantic role labelling, every token of a window is described by how it stands to the cue: the side and distance,
what the first model took it for, and what lies between the two: other possible cues, contents, sources, commas and
quotations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import islice

import numpy as np

from briefing.attribution.candidates import Candidate
from briefing.attribution.chain import Chain, Rows
from briefing.attribution.evidence import EDGE, Evidence, Windows, size, windows
from briefing.attribution.lexicon import CLUSTER, LEMMA, LEVEL, TAG, WORD, code
from briefing.attribution.templates import Column, Templates
from briefing.attribution.view import View, steps
from briefing.attribution.weights import Weights

_LEFT, _WITHIN, _RIGHT = 0, 1, 2
_MARKS = ('"', ",", ".", "'")
_MARKED = frozenset(map(code, (*_MARKS, ":", "that", "to", "for", "of", "as", "whether", "if", "in", "on", "by")))
_MARKED_BEFORE = frozenset(
    map(code, (*_MARKS, "to", "was", "were", "be", "been", "is", "are", "of", "the", "a", "his", "her", "their"))
)
_NEAR = 3
_TOGETHER = 64
"""Windows read together at most, to bound the memory."""

TEMPLATES = Templates(
    (
        ("seat", "cue lemma"),
        ("seat", "cue tag", "cue level"),
        ("seat", "after cue"),
        ("seat", "before cue"),
        ("seat", "likelihood"),
        ("seat", "cue cluster"),
        ("seat", "after cue", "before cue"),
        ("seat", "cues"),
        ("seat", "sentence", "likely"),
        ("seat", "state", "quotations"),
        ("side", "tag", "distance"),
        ("side", "tag", "commas", "sentence", "state"),
        ("side", "tag", "cues", "likely", "sentence", "state"),
        ("side", "around"),
        ("side", "content", "contents"),
        ("side", "source", "sources"),
        ("side", "cue", "likelihood"),
        ("side", "word", "next word"),
        ("side", "last word", "tag", "content"),
        ("side", "kind", "last kind"),
        ("side", "word", "next to"),
        ("side", "kind", "distance"),
        ("side", "near word", "near lemma"),
        ("side", "cue level", "level"),
        ("own word",),
        ("own place",),
        ("own word", "own last word"),
        ("own kind", "own next kind"),
    )
)


class RoleReader:
    """The second model at work."""

    def __init__(self, weights: Weights) -> None:
        self._weights, self._chain = weights, Chain(weights.transitions, weights.scale)

    def read(self, evidence: Evidence, chosen: Sequence[Candidate]) -> Iterator[tuple[Candidate, Rows, float]]:
        """For each candidate the label probabilities of the tokens of its window, and that of its being a cue."""
        waiting = iter(chosen)
        while some := list(islice(waiting, _TOGETHER)):
            rows = windows(some)
            scores = self._weights.scores(TEMPLATES, role_columns(evidence, some, rows))
            found = self._chain.marginals(scores, rows.bounds)
            for candidate, (start, end), empty in zip(some, rows.bounds, found.empty, strict=True):
                yield candidate, found.of[start:end], 1.0 - empty


def role_columns(evidence: Evidence, chosen: Sequence[Candidate], rows: Windows) -> dict[str, Column]:
    """What TEMPLATES join, for each token of the windows of the chosen candidates."""
    view, at = evidence.view, rows.at
    side = np.where(at < rows.first, _LEFT, np.where(at < rows.end, _WITHIN, _RIGHT))
    distance = steps(np.where(side == _LEFT, rows.first - at, np.where(side == _RIGHT, at - rows.end + 1, 0)))
    tag, between = evidence.tags[at], evidence.between(rows)
    return {
        "side": side,
        "distance": distance,
        "next to": distance == 1,
        "tag": tag,
        "seat": ((side * 4 + tag) * 4 + between["contents"]) * 4 + between["sources"],
        "around": evidence.around[at],
        "content": evidence.content[at],
        "source": evidence.source[at],
        "cue": evidence.cue[at],
        **between,
        **_standing(view, rows),
        **_words(view, rows, distance),
        **_own_words(view, rows, side),
        **_cues(evidence, chosen, rows),
    }


def _standing(view: View, rows: Windows) -> dict[str, Column]:
    """The state of the quotation marks, and whether a token stands in another sentence or block than the cue."""
    at, head = rows.at, rows.head
    same = (view.quotation[at] >= 0) & (view.quotation[at] == view.quotation[head])
    ahead = np.minimum(np.maximum(view.sentence[at] - view.sentence[head], -2), 2)
    return {
        "state": view.place[at] + 4 * same,
        "sentence": ahead + 2 + 5 * (view.block[at] != view.block[head]),
    }


def _words(view: View, rows: Windows, distance: Column) -> dict[str, Column]:
    """A token and its neighbours by themselves, and where it is near the cue the cue's lemma."""
    at = rows.at
    last, following = np.maximum(at - 1, 0), np.minimum(at + 1, len(view) - 1)
    word, kind = view.codes[:, WORD], view.codes[:, TAG]
    near = distance <= _NEAR
    return {
        "word": word[at],
        "kind": kind[at],
        "level": view.codes[at, LEVEL],
        "next word": word[following],
        "last word": word[last],
        "last kind": kind[last],
        "near word": np.where(near, word[at], 0),
        "near lemma": np.where(near, view.codes[rows.head, LEMMA], 0),
    }


def _own_words(view: View, rows: Windows, side: Column) -> dict[str, Column]:
    """The tokens of the cue itself."""
    at, own = rows.at, side == _WITHIN
    last, following = np.maximum(at - 1, 0), np.minimum(at + 1, len(view) - 1)
    place = 6 * np.minimum(at - rows.first, 5) + np.minimum(rows.end - at, 5)
    columns = {
        "own word": view.codes[at, WORD],
        "own place": place,
        "own last word": view.codes[last, WORD],
        "own kind": view.codes[at, TAG],
        "own next kind": view.codes[following, TAG],
    }
    return {name: np.where(own, column, 0) for name, column in columns.items()}


def _cues(evidence: Evidence, chosen: Sequence[Candidate], rows: Windows) -> dict[str, Column]:
    """What is known of the cue: its likeliest word, what follows and precedes it, how likely it is."""
    view = evidence.view
    head = np.array([each.head for each in chosen], np.int64)
    columns = {
        "cue lemma": view.codes[head, LEMMA],
        "cue tag": view.codes[head, TAG],
        "cue level": view.codes[head, LEVEL],
        "cue cluster": view.codes[head, CLUSTER],
        "after cue": np.array([_neighbour(evidence, each.end, _MARKED) for each in chosen], np.int64),
        "before cue": np.array([_neighbour(evidence, each.first - 1, _MARKED_BEFORE) for each in chosen], np.int64),
        "likelihood": size(np.array([each.probability for each in chosen])),
    }
    return {name: column[rows.of] for name, column in columns.items()}


def _neighbour(evidence: Evidence, at: int, marked: Set[int]) -> int:
    """What stands beside a cue: the code of the word where that is one of some, else its likeliest role."""
    if not 0 <= at < len(evidence.view):
        return EDGE
    word = int(evidence.view.codes[at, WORD])
    return word if word in marked else int(evidence.tags[at])
