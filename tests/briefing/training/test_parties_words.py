"""Learning which words are ordinary: those that are written small inside sentences."""

from __future__ import annotations

import json
from pathlib import Path

from briefing.training.parties_words import train_parties_words


def test_words_that_are_mostly_small_are_ordinary(tmp_path: Path) -> None:
    (tmp_path / "data" / "polnear").mkdir(parents=True)
    article = {"text": "Boats sink. The boats and the boats of Lima, boats and May, may and may, of Lima too."}
    (tmp_path / "data" / "polnear" / "train.jsonl").write_text(json.dumps(article) * 1 + "\n", "utf-8")
    trained = train_parties_words(tmp_path)
    text = trained.files["entities/ordinary_words.txt"].decode()
    words = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    assert words == ["and", "boats"]
    assert trained.figures["words"] == 2
