"""The corpus is read into tokens and labels, and a small model learns from it."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from briefing.model import STANCES
from briefing.network.inputs import EDITORS, POLNEAR
from briefing.network.lexicon import UNSEEN
from briefing.network.scores import LABELS
from briefing.training import attribution_corpus
from briefing.training.annotated import in_folder
from briefing.training.attribution_corpus import HEADED, example, label_chances, ours_with_headings, read_editors
from briefing.training.attribution_lexicon import level, rows

TEXT = "Dana Orr said the dam will hold. Rain fell."


def record() -> dict[str, Any]:
    spans = {"source": "Dana Orr", "cue": "said", "content": "the dam will hold"}
    pieces = {role: [[TEXT.index(words), TEXT.index(words) + len(words)]] for role, words in spans.items()}
    return {"id": "one", "text": TEXT, "attributions": [pieces]}


def test_roles_become_chances_of_labels() -> None:
    each = example(record(), POLNEAR)
    words = [token.text for token in each.document.tokens]
    chances = label_chances(each)
    found = {word: LABELS[row.argmax()] for word, row in zip(words, chances, strict=True)}
    assert [found[word] for word in ("Dana", "said", "the", "hold", "Rain")] == ["S", "Q", "B", "I", "O"]
    assert chances.max(axis=1) == pytest.approx(1.0)


def test_what_is_not_sure_leaves_a_chance_to_the_rest() -> None:
    unsure = record()
    unsure["attributions"][0]["sure"] = 0.75
    unsure["attributions"].append(
        {"source": [], "cue": unsure["attributions"][0]["content"], "content": [], "sure": 0.5}
    )
    each = example(unsure, POLNEAR)
    chances = dict(zip((token.text for token in each.document.tokens), label_chances(each).tolist(), strict=True))
    assert chances["said"] == pytest.approx([0.25, 0, 0, 0, 0.75])
    assert chances["dam"] == pytest.approx([0, 0, 0.5, 0, 0.5])
    assert chances["Rain"] == pytest.approx([1, 0, 0, 0, 0])


@pytest.fixture
def editors(tmp_path: Path) -> Path:
    """A folder with one article of the editors."""
    text = f"Dam holds\n\n{TEXT}\n\nNobody was hurt."
    first = text.index("Dana")
    spans = {"source": [[first, first + 8]], "cue": [[first + 9, first + 13]], "content": [[first + 14, first + 31]]}
    position = {"parties": [["Dana Orr"]], "stance": ["predict", "state", "support"], **spans}
    (tmp_path / "one.gold.json").write_text(json.dumps({"positions": [position]}), "utf-8")
    (tmp_path / "one.txt").write_text(text, "utf-8")
    return tmp_path


def test_editors_say_how_well_each_stance_fits(editors: Path) -> None:
    (each,) = read_editors(editors)
    assert (each.id, each.scheme) == ("one", EDITORS)
    fits = dict(zip(STANCES, each.golds[0].stances, strict=True))
    assert {name: share for name, share in fits.items() if share} == pytest.approx(
        {"predict": 0.6, "state": 0.2, "support": 0.2}
    )


def test_headings_are_put_before_paragraphs_and_spans_move(editors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attribution_corpus, "our_articles", lambda shared: in_folder(shared))
    (each,) = ours_with_headings(editors, 1.0, random.Random(1))
    assert each.id == "one" + HEADED
    assert len(each.document.article.text) > len((editors / "one.txt").read_text("utf-8"))
    words = [token.text for token in each.document.tokens]
    assert [words[at] for at in each.golds[0].content] == ["the", "dam", "will", "hold"]


@pytest.mark.parametrize(
    ("cues", "occurrences", "expected"),
    [(0, 1, UNSEEN), (0, 5, UNSEEN), (0, 50, "0"), (1, 100, "1"), (10, 20, "5"), (99, 100, "8")],
)
def test_level(cues: int, occurrences: int, expected: str) -> None:
    assert level(cues, occurrences) == expected


def test_rows_are_sorted_under_their_remark() -> None:
    assert rows({"b": ("2",), "a": ("1",)}, "where from") == b"# where from\na\t1\nb\t2\n"
