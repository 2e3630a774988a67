"""The corpus is read into tokens and labels, and a small model learns from it."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.attribution.lexicon import UNSEEN
from briefing.training.attribution_corpus import example, token_labels
from briefing.training.attribution_lexicon import level, rows

TEXT = "Dana Orr said the dam will hold. Rain fell."


def record() -> dict[str, Any]:
    spans = {"source": "Dana Orr", "cue": "said", "content": "the dam will hold"}
    pieces = {role: [[TEXT.index(words), TEXT.index(words) + len(words)]] for role, words in spans.items()}
    return {"id": "one", "text": TEXT, "attributions": [pieces]}


def test_roles_become_token_labels() -> None:
    each = example(record())
    labels = dict(zip((token.text for token in each.document.tokens), token_labels(each), strict=True))
    assert [labels[word] for word in ("Dana", "said", "the", "hold", "Rain")] == ["S", "Q", "B", "I", "O"]


@pytest.mark.parametrize(
    ("cues", "occurrences", "expected"),
    [(0, 1, UNSEEN), (0, 5, "0?"), (0, 50, "0"), (1, 100, "1"), (10, 20, "5"), (99, 100, "8")],
)
def test_level(cues: int, occurrences: int, expected: str) -> None:
    assert level(cues, occurrences) == expected


def test_rows_are_sorted_under_their_remark() -> None:
    assert rows({"b": ("2",), "a": ("1",)}, "where from") == b"# where from\na\t1\nb\t2\n"
