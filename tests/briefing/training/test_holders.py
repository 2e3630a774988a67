"""Learning who holds an attribution from annotated articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.parties.ranker import Ranker, choose_candidate
from briefing.training import annotated
from briefing.training.gold import gold_articles
from briefing.training.holder_choices import choices, read
from briefing.training.holders import fit, train_holders

TEXT = "Mary Lamb met Anna Pike in Hull.\n\nMary Lamb said boats were cheap. She added that nets were not."


def _gold(folder: Path, count: int) -> None:
    place = folder / "gold" / "train"
    place.mkdir(parents=True)
    told = [("Mary Lamb", "said", "boats were cheap"), ("She", "added", "that nets were not")]
    positions = [
        {
            "parties": [["Mary Lamb", "Lamb"]],
            "speakers": ["Mary Lamb"],
            "stance": ["state"],
            "key": True,
            **{role: [_span(text)] for role, text in zip(("source", "cue", "content"), each, strict=True)},
        }
        for each in told
    ]
    for number in range(count):
        (place / f"boats-{number}.txt").write_text(TEXT, "utf-8")
        (place / f"boats-{number}.gold.json").write_text(json.dumps({"positions": positions}), "utf-8")


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the articles of a test are learned from."""
    monkeypatch.setattr(annotated, "our_articles", lambda shared: iter(()))


def _span(words: str) -> list[int]:
    start = TEXT.rindex(words)
    return [start, start + len(words)]


def test_choices_say_what_each_candidate_is_worth(tmp_path: Path) -> None:
    _gold(tmp_path, 1)
    made = choices(read(gold_articles(tmp_path)[0]), Ranker({}), oracle=True)
    assert "he" in [each.table for each in made]
    assert all(max(each.choice.worth) > 0 for each in made)
    assert all(len(each.sight.candidates) == len(each.choice.worth) for each in made if each.sight)


def test_what_is_learned_finds_the_holder_again(tmp_path: Path) -> None:
    _gold(tmp_path, 4)
    made = [choices(read(article), Ranker({}), oracle=True) for article in gold_articles(tmp_path)]
    ranker = fit(made)
    for table, choice, _ in made[0]:
        assert choice.worth[choose_candidate(ranker.weights, table, choice.options)[0]] > 0


def test_training_gives_weights_a_card_and_figures_and_the_same_again(tmp_path: Path) -> None:
    _gold(tmp_path, 6)
    trained = train_holders(tmp_path)
    assert set(trained.files) == {"parties/holders.json", "parties/context.bin", "parties/holders.md"}
    assert json.loads(trained.files["parties/holders.json"])["weights"]["he"]
    assert trained.figures["named"] == pytest.approx(1.0)
    assert "| named | 1.000 |" in trained.files["parties/holders.md"].decode()
    assert train_holders(tmp_path).files == trained.files
