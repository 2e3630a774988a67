"""The features of the first model, which labels every token as outside, content, source or cue.

Per token: the words within three places; the state of the quotation marks; where it stands in its sentence; and the
nearest likely cues to its left and right (verbs of speech and thought, judged by how often their lemma is a cue).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.lexicon import LEMMA, PROPERTIES, TAG, WORD, code
from briefing.attribution.templates import Column, Templates
from briefing.attribution.view import CLOSING, INSIDE, OPENING, OUT, Ints, View, steps

REACH = 3
"""The places to both sides within which the features of a word form count."""

LIKELY, DOUBTFUL = 4, 3
"""The ranks of lemmas from which a word is a likely, and a doubtful, cue."""

EDGE = "edge"
"""Stands for what lies before the first or after the last word that is seen."""

_SEEN = {
    0: PROPERTIES,
    1: ("word", "lemma", "shape", "tag", "coarse", "fine", "level"),
    2: ("word", "tag", "coarse", "level"),
    3: ("tag",),
}
_MARKS = frozenset(("that", "to", "whether", "if", "of", "for", "as", "how", "what", "why", ":", '"', "'"))

PLACES = tuple(range(-REACH, REACH + 1))
"""The places from which word forms are seen, the token itself in the middle."""

_ALONE = tuple(tuple((f"{name}{place:+}",) for name in _SEEN[abs(place)]) for place in PLACES)
_TOGETHER = (
    ("word-1", "word+0"),
    ("word+0", "word+1"),
    ("tag-1", "tag+0", "tag+1"),
    ("lemma-1", "tag+0"),
    ("state-1", "state", "state+1"),
    ("since first",),
    ("to last",),
    ("state", "likely cues", "told"),
    ("since quotation",),
    ("to quotation",),
    ("first word",),
    ("likely cues", "opening", "closing"),
    ("beginning", "told", "opening"),
    ("doubtful level", "place", "likely cues"),
    ("left lemma", "left distance"),
    ("left distance", "left mark", "left commas", "place"),
    ("left level", "left mark", "left commas"),
    ("left lemma", "left mark", "left commas"),
    ("right lemma", "right distance"),
    ("right distance", "right commas", "place"),
    ("right level", "right commas"),
    ("right lemma", "right commas"),
)

FORMS = tuple(Templates(templates) for templates in _ALONE)
"""The templates of a word form by itself, for each of PLACES."""

OTHERS = Templates(_TOGETHER)
"""All other templates."""

TEMPLATES = Templates((*(template for templates in _ALONE for template in templates), *_TOGETHER))
"""Those of FORMS and OTHERS."""


def form_columns(codes: NDArray[Any], place: int) -> dict[str, Column]:
    """What the templates of a word form at a place join; ``codes`` has a row per form, as in ``Form.codes``."""
    return {f"{name}{place:+}": codes[:, PROPERTIES.index(name)] for name in _SEEN[abs(place)]}


def token_columns(view: View) -> dict[str, Column]:
    """What TEMPLATES join, for each token."""
    codes = np.concatenate([view.codes, np.full((1, len(PROPERTIES)), code(EDGE), np.int64)])
    columns = other_columns(view)
    for place, at in zip(PLACES, surroundings(view), strict=True):
        columns |= form_columns(codes[at], place)
    return columns


def other_columns(view: View) -> dict[str, Column]:
    """What OTHERS join, for each token, in time linear in the tokens."""
    likely = (view.levels >= LIKELY) & (view.place == OUT)
    return {
        **_neighbours(view),
        **_places(view),
        **_sentences(view, likely),
        **_left_cues(view, likely),
        **_right_cues(view, likely),
    }


def surroundings(view: View, places: Sequence[int] = PLACES) -> Iterator[Ints]:
    """For each place the token there, seen from every token; the number of tokens where there is none.

    One word beyond the sentence is seen.
    """
    size = len(view)
    low, high = np.maximum(view.first - 1, 0), np.minimum(view.end + 1, size)
    for place in places:
        at = np.arange(place, size + place)
        yield np.where((at >= low) & (at < high), at, size)


def _neighbours(view: View) -> dict[str, Column]:
    """The words and tags at the token and beside it, and the lemma before it."""
    before, own, after = surroundings(view, (-1, 0, 1))
    edge = code(EDGE)
    words, lemmas, tags = (np.append(view.codes[:, each], edge) for each in (WORD, LEMMA, TAG))
    return {
        "word-1": words[before],
        "word+0": words[own],
        "word+1": words[after],
        "lemma-1": lemmas[before],
        "tag-1": tags[before],
        "tag+0": tags[own],
        "tag+1": tags[after],
    }


def _places(view: View) -> dict[str, Column]:
    """The state of the quotation marks around each token, and where it stands in its sentence and to quotations."""
    at, state = np.arange(len(view)), view.state
    outside = view.place == OUT
    closed, opened = last(view.place == CLOSING), following(view.place == OPENING)
    return {
        "state": state,
        "state-1": np.concatenate([[-1], state[:-1]]),
        "state+1": np.concatenate([state[1:], [-1]]),
        "place": view.place,
        "since first": steps(at - view.first),
        "to last": steps(view.end - 1 - at),
        "since quotation": np.where(outside, np.where(closed >= view.first, steps(at - closed), 8), 9),
        "to quotation": np.where(outside, np.where(opened < view.end, steps(opened - at), 8), 9),
        "doubtful level": np.where(view.levels >= DOUBTFUL, view.levels, 0),
    }


def _sentences(view: View, likely: NDArray[np.bool_]) -> dict[str, Column]:
    """What holds for every token of a sentence; ``told`` is how the sentence before it ends, and if it has a cue."""
    sentences = view.document.sentences
    first = np.array([each.first_token for each in sentences], np.int64)
    end = np.array([each.end_token for each in sentences], np.int64)
    total = np.concatenate([[0], np.cumsum(likely)])
    cues = total[end] - total[first]
    opening, closing = view.place[first], view.place[end - 1]
    ending = 2 * (closing >= INSIDE) + np.minimum(cues, 1)
    block = np.array([each.block for each in sentences], np.int64)
    opens = np.concatenate([[1], (block[1:] != block[:-1]).astype(np.int64)])
    title = np.array([each.kind == "title" for each in sentences])
    columns = {
        "first word": view.codes[first, WORD],
        "likely cues": np.minimum(cues, 3),
        "told": np.concatenate([[0], ending[:-1]]),
        "opening": opening,
        "closing": closing,
        "beginning": np.where(title, 2, opens),
    }
    return {name: np.repeat(column, end - first) for name, column in columns.items()}


def _left_cues(view: View, likely: NDArray[np.bool_]) -> dict[str, Column]:
    """The likely cue to the left in the sentence: how far, the first word after it that marks a content, commas."""
    at = np.arange(len(view))
    cue = np.concatenate([[-1], last(likely)[:-1]])
    known = cue >= view.first
    cue = np.where(known, cue, 0)
    marks = np.array([word in _MARKS for word in view.words])
    mark = np.concatenate([following(marks)[1:], [len(view)]])[cue]
    commas = np.cumsum(view.commas) - view.commas
    between = np.minimum(commas[at] - np.cumsum(view.commas)[cue], 2)
    words = np.concatenate([view.codes[:, WORD], [0]])
    return {
        "left lemma": np.where(known, view.codes[cue, LEMMA], 0),
        "left level": np.where(known, view.levels[cue], 9),
        "left distance": np.where(known, steps(at - cue), 9),
        "left mark": np.where(known & (mark < at), words[mark], 0),
        "left commas": np.where(known, between, 9),
    }


def _right_cues(view: View, likely: NDArray[np.bool_]) -> dict[str, Column]:
    """The likely cue to the right in the sentence: how far, and how many commas before it."""
    at = np.arange(len(view))
    cue = np.concatenate([following(likely)[1:], [len(view)]])
    known = cue < view.end
    cue = np.where(known, cue, 0)
    before = np.cumsum(view.commas) - view.commas
    return {
        "right lemma": np.where(known, view.codes[cue, LEMMA], 0),
        "right level": np.where(known, view.levels[cue], 9),
        "right distance": np.where(known, steps(cue - at), 9),
        "right commas": np.where(known, np.minimum(before[cue] - before[at], 2), 9),
    }


def last(chosen: NDArray[Any]) -> Ints:
    """For each token the last chosen one up to it, -1 where there is none."""
    return np.maximum.accumulate(np.where(chosen, np.arange(len(chosen)), -1))


def following(chosen: NDArray[Any]) -> Ints:
    """For each token the next chosen one from it on, the number of tokens where there is none."""
    size = len(chosen)
    found: Ints = np.minimum.accumulate(np.where(chosen, np.arange(size), size)[::-1])[::-1]
    return found
