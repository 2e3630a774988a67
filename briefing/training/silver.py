"""Attributions in articles that nobody annotated, as a taught network reads them ("silver"), for training on.

``train silver`` teaches the network on PolNeAR train and writes what it finds in the articles of the other corpora:
spans of their texts, no words. The texts are read by path, so the file is of use only where the corpora lie.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing.attribution.assembly import Found, runs
from briefing.language import analyse
from briefing.model import Document
from briefing.reading import parse_article
from briefing.resources import read_bytes
from briefing.training import Trained
from briefing.training.attribution_corpus import SURE, Example, example, read_examples
from briefing.training.attribution_figures import measure

FILE = "training/silver.jsonl.gz"
SOURCES = (
    "articles/bbc",
    "summaries/cnndm.train",
    "summaries/cnndm.dev",
    "summaries/cnndm_mix.dev",
    "summaries/gumnews.dev",
    "summaries/writers.dev",
    "summaries/xsum.dev",
)
"""The texts without annotation, of which nothing but the text is read."""

_TOGETHER = 40
_SHORTEST = 200
_COMPARED = slice(100, 250)
"""The letters of a text by which it is known to stand in two corpora; what comes before may be a dateline."""


def read_silver(shared: Path, least: float = SURE) -> Iterator[Example]:
    """The articles with the attributions of which the network was sure enough, in order of the sources."""
    texts = {source: _texts(shared, source) for source in SOURCES}
    for line in gzip.decompress(read_bytes(FILE)).splitlines():
        record = json.loads(line)
        source, place = record["id"].split(":")
        kept = [each for each in record["attributions"] if each["sure"] >= least]
        yield example({"id": record["id"], "text": texts[source][int(place)], "attributions": kept})


def train_silver(shared: Path) -> Trained:
    """Teach the network, which takes half an hour on two cores, and let it read the articles."""
    from briefing.training.teacher.fitting import fit, lessons
    from briefing.training.teacher.network import tokenizer
    from briefing.training.teacher.pieces import encode
    from briefing.training.teacher.reading import read

    polnear, pieces = shared / "data/polnear", tokenizer()
    network = fit(lessons(list(read_examples(polnear / "train.jsonl"))))

    def found(documents: Sequence[Document]) -> list[list[Found]]:
        return read(network, [encode(each, pieces) for each in documents])

    dev = [each.document for each in read_examples(polnear / "dev.jsonl")]
    sure = [[one for one in each if one.confidence >= SURE] for each in found(dev)]
    figures = measure(shared, dev, sure)
    lines: list[str] = []
    articles = list(_articles(shared))
    for start in range(0, len(articles), _TOGETHER):
        part = articles[start : start + _TOGETHER]
        documents = [analyse(parse_article(text)) for _, text in part]
        lines += map(_line, (name for name, _ in part), documents, found(documents))
    return Trained({FILE: gzip.compress("".join(lines).encode(), mtime=0)}, figures)


def _articles(shared: Path) -> Iterator[tuple[str, str]]:
    """Each article once, by its source and line, but those of the editors' gold and of the seed."""
    marked = [*(shared / "gold/dev").glob("*.txt"), *(shared / "seed").glob("*.txt")]
    gold = [_letters(path.read_text("utf-8"))[_COMPARED] for path in marked]
    seen: set[str] = set()
    for source in SOURCES:
        for place, text in enumerate(_texts(shared, source)):
            letters = _letters(text)
            known = letters[: _COMPARED.stop]
            if len(text) >= _SHORTEST and known not in seen and not any(each in letters for each in gold):
                seen.add(known)
                yield f"{source}:{place}", text


def _texts(shared: Path, source: str) -> list[str]:
    lines = (shared / f"data/{source}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _line(name: str, document: Document, found: Sequence[Found]) -> str:
    """An article's attributions as a line of JSON: spans of each role, in characters."""
    record: dict[str, Any] = {"id": name, "attributions": []}
    for each in found:
        spans = {role: _spans(document, getattr(each, role)) for role in ("source", "cue", "content")}
        record["attributions"].append({"sure": round(each.confidence, 2), **spans})
    return json.dumps(record, separators=(",", ":")) + "\n"


def _spans(document: Document, tokens: Sequence[int]) -> list[tuple[int, int]]:
    return [(document.tokens[first].start, document.tokens[end - 1].end) for first, end in runs(tokens)]
