"""The articles that are annotated by the guidelines of the editors, whoever did it and wherever the texts lie.

Beside the editors' gold there are marks of our own in other articles of the corpora (spans, stances and names, no text:
of use only where the corpora lie), and short articles of our own words, each for one kind of what is hard to read, with
their marks. Large language models made both: each article was read whole, and none saw what the package finds.
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
"""What we marked in articles of the corpora, each named by its corpus and its line there."""

CASES = "training/cases.jsonl"
"""The short articles that we wrote, with what we marked in them."""


class Annotated(NamedTuple):
    """An annotated article; ``gold`` has ``positions``, ``summary`` and ``summary_also``, with spans of the text.

    ``by_editors`` tells the editors' own gold from ours.
    """

    name: str
    text: str
    gold: Mapping[str, Any]
    by_editors: bool = False


def annotated_articles(shared: Path) -> Iterator[Annotated]:
    """All that is learned from; ``shared`` is the folder of the corpora.

    Raises ValueError where a corpus has another text than the one that was marked.
    """
    for folder in LEARNED:
        yield from in_folder(shared / folder)
    yield from our_articles(shared)


def our_articles(shared: Path) -> Iterator[Annotated]:
    """What we marked in the corpora, and our cases."""
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
