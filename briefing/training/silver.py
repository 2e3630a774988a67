"""Silver labels: attributions that a trained teacher network finds in articles that nobody annotated, to learn from.

``train silver`` trains the teacher on PolNeAR train, the editors' gold and the articles that we annotated, each in its
own scheme, and writes what it finds by the editors' scheme in the articles of the other corpora: spans of their texts,
no words, so that the file is of use only where the corpora are at hand.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing.attribution.assembly import Found
from briefing.language import analyse
from briefing.model import Document
from briefing.network.inputs import EDITORS, POLNEAR
from briefing.reading import parse_article
from briefing.resources import read_bytes
from briefing.training import Trained
from briefing.training.annotated import LEARNED, our_articles
from briefing.training.attribution_corpus import (
    SURE,
    Example,
    editors_articles,
    example,
    our_examples,
    read_editors,
    read_examples,
)
from briefing.training.attribution_figures import measure_contents
from briefing.training.corpora import texts
from briefing.training.lines import dense, line

FILE = "training/silver.jsonl.gz"

EARLIER = "training/silver.polnear.jsonl.gz"
"""Labels in PolNeAR's scheme that an earlier, smaller teacher left (MiniLM, taught on PolNeAR train alone)."""

SOURCES = (
    "articles/bbc",
    "summaries/xsum.dev",
    "summaries/cnndm_mix.dev",
    "summaries/gumnews.dev",
    "summaries/writers.dev",
    "summaries/cnndm.train",
    "articles/more",
    "summaries/cnndm.dev",
)
"""The corpora without annotated attributions; nothing but the texts is read."""

MARKED = (*LEARNED, "gold/check", "seed")
"""Folders of the editors' articles, for training or scoring: these, and those that we annotated, get no labels."""

_TOGETHER = 40
_SHORTEST = 200
_COMPARED = slice(100, 250)
"""The slice of a text's letters by which duplicates are recognised; what comes before may be a dateline."""


def read_silver(shared: Path, least: float = SURE) -> Iterator[Example]:
    """The articles with their silver attributions of at least the confidence ``least``: FILE's, then EARLIER's."""
    yield from (example(each, EDITORS) for each in _records(shared, FILE, least, None))
    yield from (example(each, POLNEAR) for each in _records(shared, EARLIER, least, _marked(shared)))


def _records(shared: Path, file: str, least: float, marked: set[str] | None) -> Iterator[dict[str, Any]]:
    """The articles of a file of labels, without those that hold a slice in ``marked``, where this is given."""
    corpora = {source: texts(shared, source) for source in SOURCES}
    for record in map(json.loads, gzip.decompress(read_bytes(file)).splitlines()):
        source, place = record["id"].split(":")
        text = corpora[source][int(place)]
        if marked is None or not _is_marked(_letters(text), marked):
            kept = [each for each in record["attributions"] if each["sure"] >= least]
            told = [each | {"stances": dense(each["stances"])} if "stances" in each else each for each in kept]
            yield {"id": f"{file}:{record['id']}", "text": text, "attributions": told}


def train_silver(shared: Path) -> Trained:
    """Train the teacher, which takes forty minutes on two cores, and label the articles with it, which takes ten."""
    from briefing.training.teacher.fitting import fit, lessons
    from briefing.training.teacher.network import saved
    from briefing.training.teacher.pieces import encode
    from briefing.training.teacher.pretrained import tokenizer
    from briefing.training.teacher.reading import read

    pieces = tokenizer()
    polnear = read_examples(shared / "data/polnear/train.jsonl")
    network = fit([lessons(some) for some in (polnear, editors_articles(shared), our_examples(shared))])

    def found(documents: Sequence[Document]) -> list[list[Found]]:
        return read(network, [encode(each, EDITORS, pieces) for each in documents])

    check = list(read_editors(shared / "gold/check"))
    figures = measure_contents(shared, "gold/check", check, found([each.document for each in check]), SURE)
    lines: list[str] = []
    articles = list(_articles(shared))
    for start in range(0, len(articles), _TOGETHER):
        part = articles[start : start + _TOGETHER]
        documents = [analyse(parse_article(text)) for _, text in part]
        lines += map(line, (name for name, _ in part), documents, found(documents))
    return Trained({FILE: gzip.compress("".join(lines).encode(), mtime=0)}, figures, saved(network))


def _articles(shared: Path) -> Iterator[tuple[str, str]]:
    """The id ("articles/bbc:12") and text of each article, but no duplicates and none that editors or we annotated."""
    marked = _marked(shared)
    seen = {_letters(each.text)[: _COMPARED.stop] for each in our_articles(shared)}
    for source in SOURCES:
        for place, text in enumerate(texts(shared, source)):
            letters = _letters(text)
            known = letters[: _COMPARED.stop]
            if len(text) >= _SHORTEST and known not in seen and not _is_marked(letters, marked):
                seen.add(known)
                yield f"{source}:{place}", text


def _marked(shared: Path) -> set[str]:
    """The slice _COMPARED of the letters of each of the editors' articles."""
    paths = [path for folder in MARKED for path in (shared / folder).glob("*.txt")]
    return {_letters(path.read_text("utf-8"))[_COMPARED] for path in paths}


def _is_marked(letters: str, marked: set[str]) -> bool:
    return any(each in letters for each in marked)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)
