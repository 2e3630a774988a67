"""The articles annotated by the editors' guidelines: the editors' gold, and the articles that we annotated.

The latter are other articles of the corpora (we keep spans, stances and names but no text, so that the corpora must be
at hand), and short articles that we wrote, each for one kind of difficulty. Large language models annotated both: they
read each article whole, and did not see what the package finds.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefing.resources import read_bytes
from briefing.training.corpora import MarkedTexts

LEARNED = ("gold/train", "gold/dev")
"""The folders of the editors' gold that is learned from."""

MARKS = "training/marks.jsonl.gz"
"""Our annotations of articles of the corpora, each identified by its corpus and its line there ("articles/bbc:12")."""

CASES = "training/cases.jsonl"
"""The short articles that we wrote, with our annotations."""


class Annotated(NamedTuple):
    """An annotated article; ``gold`` has ``positions``, ``summary`` and ``summary_also``, with character spans.

    ``by_editors`` tells the editors' own gold from ours.
    """

    name: str
    text: str
    gold: Mapping[str, Any]
    by_editors: bool = False


def annotated_articles(shared: Path) -> Iterator[Annotated]:
    """All annotated articles to learn from; ``shared`` is the folder of the corpora.

    Raises ValueError where a corpus has another text than the one that was annotated.
    """
    for folder in LEARNED:
        yield from in_folder(shared / folder)
    yield from our_articles(shared)


def our_articles(shared: Path) -> Iterator[Annotated]:
    """The articles that we annotated: those of the corpora, then the short ones that we wrote."""
    yield from _marked(shared)
    yield from our_cases()


def our_cases() -> Iterator[Annotated]:
    """The short articles that we wrote."""
    for each in map(json.loads, read_bytes(CASES).splitlines()):
        yield Annotated(each["id"], each["text"], each)


def in_folder(folder: Path) -> Iterator[Annotated]:
    """The articles of a folder of the editors' gold, in the order of their names."""
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        text = path.with_name(f"{name}.txt").read_text("utf-8")
        yield Annotated(name, text, json.loads(path.read_text("utf-8")), by_editors=True)


def _marked(shared: Path) -> Iterator[Annotated]:
    marked = MarkedTexts(shared)
    for each in map(json.loads, gzip.decompress(read_bytes(MARKS)).splitlines()):
        yield Annotated(each["id"], marked.text(each["id"], each["crc"]), each)
