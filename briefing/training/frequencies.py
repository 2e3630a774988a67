"""Counts the document frequency of each term: the fixed table by which a digest tells rare terms from common ones."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefing.digest.terms import terms
from briefing.training import Trained

FEWEST = 4
"""The least document frequency of a term in the table; a term that is not there is rarer."""

_SETS = (
    "articles/bbc.jsonl",
    "articles/more.jsonl",
    "polnear/train.jsonl",
    "summaries/cnndm.dev.jsonl",
    "summaries/xsum.dev.jsonl",
)
_HEAD = """\
# provenance: counted by briefing.training.frequencies in articles of BBC News, CNN, Daily Mail, XSum, PolNeAR train and
# Fake News Challenge. A term (see briefing.digest.terms), in how many articles it stands; first, how many there are.
"""


def train_frequencies(shared: Path) -> Trained:
    """The table of document frequencies, one term a line, in alphabetical order."""
    having: Counter[str] = Counter()
    count = 0
    for text in _texts(shared):
        having.update(set(terms(text)))
        count += 1
    kept = sorted(term for term, articles in having.items() if articles >= FEWEST)
    lines = [f"\t{count}\n", *(f"{term}\t{having[term]}\n" for term in kept)]
    return Trained(
        {"digest/frequencies.tsv": (_HEAD + "".join(lines)).encode()},
        {"articles": float(count), "terms": float(len(kept))},
    )


def _texts(shared: Path) -> Iterator[str]:
    """Title and text of each article, without duplicates (same opening), as the sets have some articles in common."""
    seen: set[str] = set()
    for name in _SETS:
        with (shared / "data" / name).open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                opening = " ".join(record["text"].split())[:200]
                if opening not in seen:
                    seen.add(opening)
                    yield f"{record.get('title') or ''}\n{record['text']}"
