"""Attributions in articles that nobody annotated, as a taught network reads them ("silver"), for training on.

``train silver`` teaches the network on PolNeAR train and on the editors' gold, each in its own scheme, and writes what
it finds by the editors' scheme in the articles of the other corpora: spans of their texts, no words. The texts are read
by path, so the file is of use only where the corpora lie.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from briefing.attribution.assembly import Found, runs
from briefing.language import analyse
from briefing.model import STANCES, Document
from briefing.network.inputs import EDITORS, POLNEAR
from briefing.reading import parse_article
from briefing.resources import read_bytes
from briefing.training import Trained
from briefing.training.attribution_corpus import SURE, Example, example, read_editors, read_examples, with_some_headings
from briefing.training.attribution_figures import measure_contents

FILE = "training/silver.jsonl.gz"

EARLIER = "training/silver.polnear.jsonl.gz"
"""Labels in PolNeAR's scheme that an earlier, smaller teacher left (MiniLM, taught on PolNeAR train alone)."""

SOURCES = {
    "articles/bbc": 1,
    "summaries/xsum.dev": 1,
    "summaries/cnndm_mix.dev": 1,
    "summaries/gumnews.dev": 1,
    "summaries/writers.dev": 1,
    "summaries/cnndm.train": 1,
    "articles/more": 2,
    "summaries/cnndm.dev": 2,
}
"""The texts that nobody annotated, of which nothing but the text is read, and of how many lines one is taken."""

MOST = 2960
"""Articles that are read: as many as the time of the machine allowed."""

MARKED = ("gold/train", "gold/dev", "gold/check", "seed")
"""The articles that are left out: people annotated them, to learn from or to be scored by."""

_HEADED = 0.2
"""The share of the editors' articles that the network sees once more with sub-headings put in."""

_TOGETHER = 40
_SHORTEST = 200
_COMPARED = slice(100, 250)
"""The letters of a text by which it is known to stand in two corpora; what comes before may be a dateline."""


def read_silver(shared: Path, least: float = SURE) -> Iterator[Example]:
    """The articles with the attributions of which a network was sure enough, in order of the sources."""
    yield from _read(shared, FILE, EDITORS, least, None)
    yield from _read(shared, EARLIER, POLNEAR, least, _marked(shared))


def _read(shared: Path, file: str, scheme: int, least: float, marked: set[str] | None) -> Iterator[Example]:
    """The articles of a file of labels, but those that people annotated, where these are given."""
    texts = {source: _texts(shared, source) for source in SOURCES}
    for line in gzip.decompress(read_bytes(file)).splitlines():
        record = json.loads(line)
        source, place = record["id"].split(":")
        text = texts[source][int(place)]
        if marked is None or not _is_marked(_letters(text), marked):
            kept = [each for each in record["attributions"] if each["sure"] >= least]
            told = [each | {"stances": _dense(each["stances"])} if "stances" in each else each for each in kept]
            yield example({"id": f"{file}:{record['id']}", "text": text, "attributions": told}, scheme)


def train_silver(shared: Path) -> Trained:
    """Teach the network, which takes an hour on two cores, and let it read the articles, which takes half an hour."""
    from briefing.training.teacher.fitting import fit, lessons
    from briefing.training.teacher.pieces import encode
    from briefing.training.teacher.pretrained import tokenizer
    from briefing.training.teacher.reading import read

    pieces = tokenizer()
    editors = list(read_editors(shared / "gold/train"))
    headed = with_some_headings(shared / "gold/train", _HEADED, random.Random(0))
    network = fit(lessons([*read_examples(shared / "data/polnear/train.jsonl"), *editors, *headed]))

    def found(documents: Sequence[Document]) -> list[list[Found]]:
        return read(network, [encode(each, EDITORS, pieces) for each in documents])

    dev = list(read_editors(shared / "gold/dev"))
    figures = measure_contents(shared, "gold/dev", dev, found([each.document for each in dev]), SURE)
    lines: list[str] = []
    articles = list(islice(_articles(shared), MOST))
    for start in range(0, len(articles), _TOGETHER):
        part = articles[start : start + _TOGETHER]
        documents = [analyse(parse_article(text)) for _, text in part]
        lines += map(_line, (name for name, _ in part), documents, found(documents))
    return Trained({FILE: gzip.compress("".join(lines).encode(), mtime=0)}, figures)


def _articles(shared: Path) -> Iterator[tuple[str, str]]:
    """Each article once, by its source and line, but those that people annotated by the editors' scheme."""
    marked, seen = _marked(shared), set[str]()
    for source, step in SOURCES.items():
        for place, text in list(enumerate(_texts(shared, source)))[::step]:
            letters = _letters(text)
            known = letters[: _COMPARED.stop]
            if len(text) >= _SHORTEST and known not in seen and not _is_marked(letters, marked):
                seen.add(known)
                yield f"{source}:{place}", text


def _marked(shared: Path) -> set[str]:
    """Some letters of each article that people annotated by the editors' scheme."""
    paths = [path for folder in MARKED for path in (shared / folder).glob("*.txt")]
    return {_letters(path.read_text("utf-8"))[_COMPARED] for path in paths}


def _is_marked(letters: str, marked: set[str]) -> bool:
    return any(each in letters for each in marked)


def _texts(shared: Path, source: str) -> list[str]:
    lines = (shared / f"data/{source}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _line(name: str, document: Document, found: Sequence[Found]) -> str:
    """An article's attributions as a line of JSON: spans of each role, in characters, and hundredths of stances."""
    record: dict[str, Any] = {"id": name, "attributions": []}
    for each in found:
        spans = {role: _spans(document, getattr(each, role)) for role in ("source", "cue", "content")}
        stances = [(at, round(100 * share)) for at, share in enumerate(each.stances) if share >= 0.05]
        record["attributions"].append({"sure": round(each.confidence, 2), "stances": stances, **spans})
    return json.dumps(record, separators=(",", ":")) + "\n"


def _spans(document: Document, tokens: Sequence[int]) -> list[tuple[int, int]]:
    return [(document.tokens[first].start, document.tokens[end - 1].end) for first, end in runs(tokens)]


def _dense(stances: Sequence[tuple[int, int]]) -> list[float]:
    """A share for each of STANCES, in sum 1, from hundredths of the likeliest."""
    shares, total = dict(stances), sum(share for _, share in stances) or 1
    return [shares.get(at, 0) / total for at in range(len(STANCES))]
