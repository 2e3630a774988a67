"""Groups words that occur in like company, so that a cue never met in training is known by its kind.

Each word is described by the words that directly precede and follow it, weighted by positive pointwise mutual
information and reduced by a truncated singular value decomposition (Levy and Goldberg 2014); spherical k-means makes
the groups.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from briefing.attribution.lexicon import plain
from briefing.language import analyse
from briefing.reading import parse_article

SOURCES = (
    "data/polnear/train.jsonl",
    "data/polnear/dev.jsonl",
    "data/articles/bbc.jsonl",
    "data/summaries/cnndm.dev.jsonl",
    "data/summaries/cnndm.train.jsonl",
    "data/summaries/xsum.dev.jsonl",
    "data/summaries/writers.dev.jsonl",
    "data/summaries/gumnews.dev.jsonl",
)
"""All texts of the corpora; of PolNeAR nothing but the bare text is used."""

LEAST, NEIGHBOURS, DIMENSIONS, GROUPS = 5, 2000, 100, 400
_ROUNDS = 25
_OPENING, _CLOSING = "<s>", "</s>"


def read_texts(shared: Path) -> Iterator[list[str]]:
    """The words of every text, between an opening and a closing sign."""
    for source in SOURCES:
        for line in (shared / source).read_text("utf-8").splitlines():
            document = analyse(parse_article(json.loads(line)["text"]))
            yield [_OPENING, *(plain(token.text) for token in document.tokens), _CLOSING]


def cluster_words(texts: Iterable[Sequence[str]]) -> dict[str, str]:
    """The cluster of each word met at least LEAST times."""
    import numpy as np

    texts = list(texts)
    counts = Counter(word for text in texts for word in text)
    words = [word for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= LEAST]
    vectors = _embed(_neighbours(texts, words), np)
    return dict(zip(words, map(str, _spherical_means(vectors, GROUPS, np).tolist()), strict=True))


def _neighbours(texts: Sequence[Sequence[str]], words: Sequence[str]) -> Any:
    """How often each word is followed, and preceded, by each of the most frequent words."""
    import numpy as np

    index = {word: at for at, word in enumerate(words)}
    table = np.zeros((len(words), 2 * NEIGHBOURS), np.float32)
    for text in texts:
        numbers = [index.get(word, -1) for word in text]
        for one, two in pairwise(numbers):
            if one >= 0 and 0 <= two < NEIGHBOURS:
                table[one, NEIGHBOURS + two] += 1
            if two >= 0 and 0 <= one < NEIGHBOURS:
                table[two, one] += 1
    return table


def _embed(table: Any, np: Any) -> Any:
    """Unit vectors of DIMENSIONS numbers, by a randomised decomposition with a fixed seed."""
    expected = np.maximum(table.sum(1, keepdims=True), 1) * np.maximum(table.sum(0, keepdims=True), 1) / table.sum()
    information = np.log(np.maximum(table / expected, 1.0))
    sketch = information @ np.random.RandomState(0).randn(information.shape[1], DIMENSIONS + 20).astype(np.float32)
    for _ in range(3):
        sketch, _upper = np.linalg.qr(information @ (information.T @ sketch))
    left, values, _right = np.linalg.svd(sketch.T @ information, full_matrices=False)
    vectors = (sketch @ left)[:, :DIMENSIONS] * np.sqrt(values[:DIMENSIONS])
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def _spherical_means(vectors: Any, groups: int, np: Any) -> Any:
    """The group of each vector, starting from the most frequent words as centres."""
    centres = vectors[:groups].copy()
    nearest = np.zeros(len(vectors), int)
    for _ in range(_ROUNDS):
        nearest = (vectors @ centres.T).argmax(1)
        for group in range(groups):
            members = vectors[nearest == group]
            if len(members):
                mean = members.sum(0)
                centres[group] = mean / (np.linalg.norm(mean) + 1e-9)
    return nearest
