"""Training of the sentence parameters: what is kept, that it repeats, and how the shipped ones agree with CoreNLP."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from briefing.resources import read_json
from briefing.training.sentences import CORPORA, ends, measure, train_sentences

SHARED = Path(__file__).resolve().parents[4] / "shared"
TEXT = (
    "However, the mayor of Holmby waited for the vote. The council met at 9 a.m. on Monday, and the mayor spoke. "
    "However, nobody in Holmby listened. However, the vote was held! Residents of Holmby saw it. "
    "He thanked residents again. "
)


def _corpora(folder: Path) -> Path:
    for name in CORPORA:
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"id": "a", "text": TEXT * 20}) + "\n", encoding="utf-8")
    dev = folder / "data" / "polnear" / "dev"
    Path(f"{dev}.jsonl").write_text(json.dumps({"id": "a", "text": "It rained. We left."}), encoding="utf-8")
    with gzip.open(f"{dev}.tokens.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "a", "sents": [[[0, 2], [9, 10]], [[11, 13], [18, 19]]]}))
    return folder


def test_training_keeps_words_and_no_names(tmp_path: Path) -> None:
    trained = train_sentences(_corpora(tmp_path))

    learned = json.loads(trained.files["language/sentences.json"])
    assert "residents" in learned["lower"]
    assert "holmby" not in learned["lower"] + learned["starters"]
    assert trained.figures == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert b"words" in trained.files["language/sentences.md"]


def test_training_repeats_byte_for_byte(tmp_path: Path) -> None:
    corpora = _corpora(tmp_path)

    assert train_sentences(corpora).files == train_sentences(corpora).files


def test_ends_are_the_last_letters_of_all_sentences_but_the_last() -> None:
    assert ends("It is. So be it!", [(0, 6), (7, 16)]) == {5}


def test_shipped_words_are_sorted_and_said_where_from() -> None:
    learned = read_json("language/sentences.json")

    assert learned["lower"] == sorted(set(learned["lower"]))
    assert learned["starters"] == sorted(set(learned["starters"]))
    assert "polnear/train" in learned["provenance"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora (../shared) are not here")
def test_shipped_parameters_agree_with_corenlp() -> None:
    figures = measure(SHARED / "data" / "polnear" / "dev")

    assert figures["precision"] > 0.97
    assert figures["recall"] > 0.93
