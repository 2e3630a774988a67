"""The stories annotated by the editors' guide for stories: the editors' own, and the stories that we annotated.

The latter are articles of the corpora that report one event, with what several of them tell alike and which parties
stand together or against each other. Large language models annotated them by the editors' guide; no text is kept, so
that the corpora must be at hand.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefing.model import Article, Brief
from briefing.pipeline import Options, summarize
from briefing.reading import parse_article, read_article
from briefing.resources import read_bytes
from briefing.training.corpora import MarkedTexts

STORIES = "training/stories.jsonl.gz"
"""Our annotations of stories in the corpora, each report identified by its corpus and its line there."""


class AnnotatedStory(NamedTuple):
    """A story: its reports by the names that ``gold`` gives them, in their order.

    ``gold`` has ``matters``, with spans of the reports, ``fronts`` and ``unrelated``; ``by_editors`` tells the editors'
    own stories from ours.
    """

    name: str
    articles: Mapping[str, Article]
    gold: Mapping[str, Any]
    by_editors: bool = False

    def briefs(self) -> list[Brief]:
        """The briefs of the reports, with their texts, in their order."""
        return [summarize(article, Options(with_text=True)) for article in self.articles.values()]


def annotated_stories(shared: Path) -> Iterator[AnnotatedStory]:
    """All annotated stories to learn from, the editors' first; ``shared`` is the folder of the corpora.

    Raises ValueError where a corpus has another text than the one that was annotated.
    """
    yield from editors_stories(shared)
    yield from our_stories(shared)


def editors_stories(shared: Path) -> Iterator[AnnotatedStory]:
    """The editors' stories, a folder each, in the order of their names."""
    for path in sorted((shared / "stories").glob("*/story.gold.json")):
        files = sorted(path.parent.glob("*.txt"))
        articles = {file.stem: read_article(file.read_bytes(), source=file.name) for file in files}
        yield AnnotatedStory(path.parent.name, articles, json.loads(path.read_text("utf-8")), by_editors=True)


def our_stories(shared: Path) -> Iterator[AnnotatedStory]:
    """The stories of the corpora that we annotated."""
    marked = MarkedTexts(shared)
    for each in map(json.loads, gzip.decompress(read_bytes(STORIES)).splitlines()):
        reports = each["reports"].items()
        articles = {name: parse_article(marked.text(**report), id=report["id"]) for name, report in reports}
        yield AnnotatedStory(each["id"], articles, each)
