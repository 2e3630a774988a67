"""Attributions are put into the passive in their place, and every span of the article goes along."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.training.attribution_corpus import TURNED
from briefing.training.passives import passives

BEFORE, AFTER = "Rain fell on Monday. ", " Ada Quill said the dam will hold."


def write(folder: Path, text: str, roles: list[Mapping[str, str]]) -> None:
    """One article of the editors, with the words of each role."""
    positions = [
        {role: [[text.index(words), text.index(words) + len(words)]] for role, words in each.items()}
        | {"parties": [["somebody"]], "stance": ["state"]}
        for each in roles
    ]
    for name in ("train", "dev"):
        (folder / "gold" / name).mkdir(parents=True)
    (folder / "gold/train/one.gold.json").write_text(json.dumps({"positions": positions}), "utf-8")
    (folder / "gold/train/one.txt").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("said", "source", "cue", "content", "thing", "rest"),
    [
        ("The union rejected the new offer.", "The union", "rejected", "the new offer", "The new offer", ""),
        (
            "He has criticised the bank for its delay.",
            "He",
            "has criticised",
            "the bank for its delay",
            "The bank",
            "for its delay",
        ),
        ("Orr accused the firm of greed.", "Orr", "accused", "the firm of greed", "The firm", "of greed"),
    ],
)
def test_the_object_comes_first_and_its_rest_last(
    tmp_path: Path, said: str, source: str, cue: str, content: str, thing: str, rest: str
) -> None:
    dam = {"source": "Ada Quill", "cue": "said", "content": "the dam will hold"}
    write(tmp_path, BEFORE + said + AFTER, [{"source": source, "cue": cue, "content": content}, dam])
    (each,) = passives(tmp_path)
    words = [token.text for token in each.document.tokens]
    told = [
        [" ".join(words[at] for at in role) for role in (gold.source, gold.cue, gold.content)] for gold in each.golds
    ]
    turned = {"He": "him", "The union": "the union"}.get(source, source)
    assert told == [[turned, cue.split()[-1], f"{thing} {rest}".strip()], ["Ada Quill", "said", "the dam will hold"]]
    assert f" {cue.split()[-1]} by {turned}" in each.document.article.text
    assert each.id == "one" + TURNED


@pytest.mark.parametrize(
    ("said", "source", "cue", "content"),
    [
        ("The union said the offer was low.", "The union", "said", "the offer was low"),
        ("The union denied it had left.", "The union", "denied", "it had left"),
        ("The union denied the offer was low.", "The union", "denied", "the offer was low"),
        ("Orr accused the firm.", "Orr", "accused", "the firm"),
    ],
)
def test_what_has_no_such_passive_stays(tmp_path: Path, said: str, source: str, cue: str, content: str) -> None:
    write(tmp_path, BEFORE + said + AFTER, [{"source": source, "cue": cue, "content": content}])
    assert list(passives(tmp_path)) == []


def test_an_attribution_within_another_is_not_turned(tmp_path: Path) -> None:
    text = "Dana Orr said the union rejected the new offer. It rained."
    inner = {"source": "the union", "cue": "rejected", "content": "the new offer"}
    outer = {"source": "Dana Orr", "cue": "said", "content": "the union rejected the new offer"}
    write(tmp_path, text, [outer, inner])
    assert list(passives(tmp_path)) == []


def test_of_other_articles_only_the_paragraph_is_taken(tmp_path: Path) -> None:
    write(tmp_path, "It rained.", [])
    text = "It rained.\nThe union rejected the new offer. It snowed.\nIt hailed."
    spans = {role: [[text.index(words), text.index(words) + len(words)]] for role, words in OFFER.items()}
    (each,) = passives(tmp_path, [{"id": "two", "text": text, "attributions": [spans]}])
    assert each.id == "two#1" + TURNED
    assert each.document.article.text.endswith(" rejected by the union. It snowed.")


OFFER = {"source": "The union", "cue": "rejected", "content": "the new offer"}
