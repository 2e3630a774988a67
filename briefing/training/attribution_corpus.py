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

from briefing.language import analyse, tokens_between
from briefing.model import Document
from briefing.reading import parse_article


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution as token indices in text order."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An annotated article."""

    id: str
    document: Document
    golds: tuple[Gold, ...]


def read_examples(path: Path) -> Iterator[Example]:
    """The articles of a PolNeAR file, in its order."""
    for line in path.read_text("utf-8").splitlines():
        yield example(json.loads(line))


def example(record: dict[str, Any]) -> Example:
    """One line of the corpus, read by the same stages as any article."""
    document = analyse(parse_article(record["text"], source=record["id"], id=record["id"]))
    golds = tuple(
        Gold(*(_tokens(document, each[role]) for role in ("source", "cue", "content")))
        for each in record["attributions"]
    )
    return Example(record["id"], document, golds)


def _tokens(document: Document, pieces: Iterable[Sequence[int]]) -> tuple[int, ...]:
    found: set[int] = set()
    for start, end in pieces:
        found.update(tokens_between(document.tokens, start, end))
    return tuple(sorted(found))


def token_labels(each: Example) -> list[str]:
    """The label of every token: O, B and I for the beginning and inside of a content, S source, Q cue."""
    labels = ["O"] * len(each.document.tokens)
    for gold in each.golds:
        for at in gold.content:
            labels[at] = "I" if at - 1 in gold.content else "B"
    for gold in each.golds:
        for at in gold.source:
            labels[at] = "S"
    for gold in each.golds:
        for at in gold.cue:
            labels[at] = "Q"
    return labels
