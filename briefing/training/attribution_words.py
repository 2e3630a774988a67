"""Makes the word tables of the attribution lexicon: ``words.tsv`` and ``endings.tsv``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefing.language import analyse
from briefing.network.lexicon import plain
from briefing.reading import parse_article
from briefing.training import Trained
from briefing.training.attribution_lexicon import count_words, rows
from briefing.training.corpora import texts

SOURCES = (
    "polnear/train",
    "polnear/dev",
    "articles/bbc",
    "articles/more",
    "summaries/cnndm.dev",
    "summaries/cnndm.train",
    "summaries/xsum.dev",
    "summaries/writers.dev",
    "summaries/gumnews.dev",
)
"""All texts of the corpora; of PolNeAR nothing but the bare text is used."""

LEAST = 5
"""A word met less often in all of them is unknown to the network, unless it has tags."""

_WORDS = "word, usual tags, lemma of a verb; counted by briefing.training.attribution_words"
_ENDINGS = "ending of a word, usual tag; counted on PolNeAR train by briefing.training.attribution_words"


def train_words(shared: Path) -> Trained:
    """The tables: tags and lemmas counted on PolNeAR train, bare words in all texts below ``shared``."""
    corpus = shared / "data/polnear"
    records = (json.loads(line) for line in (corpus / "train.jsonl").read_text("utf-8").splitlines())
    tagged, endings = count_words(
        {record["id"]: record["text"] for record in records}, corpus / "train.tokens.jsonl.gz"
    )
    counts = Counter(_words(shared))
    frequent = {word: ("", "") for word, count in counts.items() if count >= LEAST}
    files = {
        "network/words.tsv": rows(frequent | tagged, _WORDS),
        "network/endings.tsv": rows({ending: (tag,) for ending, tag in endings.items()}, _ENDINGS),
    }
    return Trained(files, {"words": float(len(frequent | tagged)), "words with tags": float(len(tagged))})


def _words(shared: Path) -> Iterator[str]:
    for source in SOURCES:
        for text in texts(shared, source):
            for token in analyse(parse_article(text)).tokens:
                yield plain(token.text)
