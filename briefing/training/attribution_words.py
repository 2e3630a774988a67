"""Makes the word tables of the attribution lexicon: ``words.tsv`` and ``endings.tsv``."""

from __future__ import annotations

import json
from pathlib import Path

from briefing.training import Trained
from briefing.training.attribution_lexicon import count_words, rows

_WORDS = "word, usual tags, lemma of a verb; counted on PolNeAR train by briefing.training.attribution_words"
_ENDINGS = "ending of a word, usual tag; counted on PolNeAR train by briefing.training.attribution_words"


def train_words(shared: Path) -> Trained:
    """The tables, counted on PolNeAR train below ``shared``."""
    corpus = shared / "data/polnear"
    records = (json.loads(line) for line in (corpus / "train.jsonl").read_text("utf-8").splitlines())
    tagged, endings = count_words(
        {record["id"]: record["text"] for record in records}, corpus / "train.tokens.jsonl.gz"
    )
    files = {
        "network/words.tsv": rows(tagged, _WORDS),
        "network/endings.tsv": rows({ending: (tag,) for ending, tag in endings.items()}, _ENDINGS),
    }
    return Trained(files, {"words": float(len(tagged)), "endings": float(len(endings))})
