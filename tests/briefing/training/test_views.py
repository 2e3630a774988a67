"""Attributions are told without a verb, a paragraph at a time, and every span goes along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from briefing.training.attribution_corpus import VIEWED
from briefing.training.views import views

Roles = Mapping[str, str]


def record(text: str, *roles: Roles) -> dict[str, Any]:
    """An annotated article, with the words of each role."""
    told = [
        {role: [[text.index(words), text.index(words) + len(words)]] for role, words in each.items()} for each in roles
    ]
    return {"id": "one", "text": text, "attributions": told}


ARMY = {"source": "The army", "cue": "believes", "content": "that he has few men"}
QUILL = {"source": "Ada Quill", "cue": "denied", "content": "it"}
TEXT = "It rained.\nThe army believes that he has few men. Ada Quill denied it on Monday.\nIt snowed."


def told(articles: Sequence[dict[str, Any]], seed: int = 0) -> list[tuple[str, list[tuple[str, ...]]]]:
    found = []
    for each in views(articles, seed):
        words = [token.text for token in each.document.tokens]
        golds = [
            tuple(" ".join(words[at] for at in role) for role in (gold.source, gold.cue, gold.content))
            for gold in each.golds
        ]
        found.append((each.document.article.text, golds))
    return found


def test_a_view_opens_the_sentence_or_is_a_noun_and_the_rest_of_the_paragraph_stays() -> None:
    seen = {text: golds for seed in range(12) for text, golds in told([record(TEXT, ARMY, QUILL)], seed)}
    assert all(text.endswith(". Ada Quill denied it on Monday.") for text in seen)
    assert all(("Ada Quill", "denied", "it") in golds for golds in seen.values())
    first = {golds[0] for golds in seen.values()}
    assert ("The army", "belief", "that he has few men") in first
    assert any(source == "the army" and content == "he has few men" for source, _, content in first)
    assert {cue for source, cue, _ in first if source == "the army"} <= {
        "In the view of",
        "In the eyes of",
        "In the opinion of",
        "To",
        "For",
        "In the words of",
        "In the judgment of",
    }


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The army denied that he has few men.", ARMY | {"cue": "denied"}),
        ("The army believes “he has few men”.", ARMY | {"content": "“he has few men”"}),
        ("On Monday the army believes that he has few men.", ARMY | {"source": "the army"}),
        ("The army believes that he has few men, and it rained.", ARMY),
    ],
)
def test_what_is_no_plain_sentence_of_its_own_is_left(text: str, roles: Roles) -> None:
    assert told([record(text, roles)]) == []


def test_an_id_tells_the_paragraph_and_that_it_was_changed() -> None:
    assert [each.id for each in views([record(TEXT, ARMY)])] == ["one#1" + VIEWED]
