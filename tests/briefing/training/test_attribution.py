"""The corpus is read into tokens and labels, and a small model learns from it."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.attribution.labels import LABELS
from briefing.attribution.lexicon import UNSEEN
from briefing.training.attribution_corpus import example, label_chances
from briefing.training.attribution_lexicon import level, rows

TEXT = "Dana Orr said the dam will hold. Rain fell."


def record() -> dict[str, Any]:
    spans = {"source": "Dana Orr", "cue": "said", "content": "the dam will hold"}
    pieces = {role: [[TEXT.index(words), TEXT.index(words) + len(words)]] for role, words in spans.items()}
    return {"id": "one", "text": TEXT, "attributions": [pieces]}


def test_roles_become_chances_of_labels() -> None:
    each = example(record())
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
    each = example(unsure)
    chances = dict(zip((token.text for token in each.document.tokens), label_chances(each).tolist(), strict=True))
    assert chances["said"] == pytest.approx([0.25, 0, 0, 0, 0.75])
    assert chances["dam"] == pytest.approx([0, 0, 0.5, 0, 0.5])
    assert chances["Rain"] == pytest.approx([1, 0, 0, 0, 0])


@pytest.mark.parametrize(
    ("cues", "occurrences", "expected"),
    [(0, 1, UNSEEN), (0, 5, "0?"), (0, 50, "0"), (1, 100, "1"), (10, 20, "5"), (99, 100, "8")],
)
def test_level(cues: int, occurrences: int, expected: str) -> None:
    assert level(cues, occurrences) == expected


def test_rows_are_sorted_under_their_remark() -> None:
    assert rows({"b": ("2",), "a": ("1",)}, "where from") == b"# where from\na\t1\nb\t2\n"
