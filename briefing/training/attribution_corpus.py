"""PolNeAR as the trainers of attribution read it: documents with the tokens of each annotated role.

Newell, Margolin and Ruths (2018), "An Attribution Relations Corpus for Political News"; its scheme comes from Pareti
(2012), "A Database of Attribution Relations".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.labels import LABELS, ROLES
from briefing.language import analyse, tokens_between
from briefing.model import Document
from briefing.reading import parse_article

SURE = 0.5
"""How sure whoever annotated an attribution must be of it for it to be taken as right."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution as token indices in text order, and how sure whoever annotated it was of it."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """An annotated article."""

    id: str
    document: Document
    golds: tuple[Gold, ...]

    def by_beginning(self) -> dict[int, Gold]:
        """The attributions that have a content, by the token with which their cue, or else their content, begins."""
        found: dict[int, Gold] = {}
        for gold in self.golds:
            if gold.content:
                found.setdefault((gold.cue or gold.content)[0], gold)
        return found


def read_examples(path: Path) -> Iterator[Example]:
    """The articles of a PolNeAR file, in its order."""
    for line in path.read_text("utf-8").splitlines():
        yield example(json.loads(line))


def example(record: dict[str, Any]) -> Example:
    """One line of the corpus, read by the same stages as any article."""
    document = analyse(parse_article(record["text"], source=record["id"], id=record["id"]))
    golds = tuple(
        Gold(
            source=_tokens(document, each["source"]),
            cue=_tokens(document, each["cue"]),
            content=_tokens(document, each["content"]),
            sure=each.get("sure", 1.0),
        )
        for each in record["attributions"]
    )
    return Example(record["id"], document, golds)


def _tokens(document: Document, pieces: Iterable[Sequence[int]]) -> tuple[int, ...]:
    found: set[int] = set()
    for start, end in pieces:
        found.update(tokens_between(document.tokens, start, end))
    return tuple(sorted(found))


def roles_of(gold: Gold, low: int, end: int) -> NDArray[np.int64]:
    """The index in ROLES of each of the tokens ``low:end`` towards an attribution."""
    found = np.zeros(end - low, np.int64)
    for role in ROLES[1:]:
        found[[at - low for at in getattr(gold, role) if low <= at < end]] = ROLES.index(role)
    return found


def label_chances(each: Example) -> NDArray[np.float32]:
    """For each token how likely each of LABELS is, by how sure whoever annotated the attributions was of them.

    A token of several roles is taken for a cue, or else a source.
    """
    chances = np.zeros((len(each.document.tokens), len(LABELS)), np.float32)
    for gold in each.golds:
        inside = set(gold.content)
        begins = [at for at in gold.content if at - 1 not in inside]
        goes_on = [at for at in gold.content if at - 1 in inside]
        for label, tokens in zip("BISQ", (begins, goes_on, gold.source, gold.cue), strict=True):
            column = LABELS.index(label)
            chances[list(tokens), column] = np.maximum(chances[list(tokens), column], gold.sure)
    left = np.ones(len(chances), np.float32)
    for label in "QSBI":
        column = LABELS.index(label)
        chances[:, column] = np.minimum(chances[:, column], left)
        left -= chances[:, column]
    chances[:, LABELS.index("O")] = left
    return chances
