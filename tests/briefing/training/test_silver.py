"""Attributions found in articles without annotation are written as spans, and read again as tokens."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from briefing.attribution.assembly import Found
from briefing.language import analyse
from briefing.reading import parse_article
from briefing.training import silver

TEXT = "Dana Orr said on Monday the dam will hold. " + "Rain fell on the town all day. " * 8
NOTHING = "Nobody spoke on the day on which the rain began to fall upon the town. " * 4


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Corpora of two articles, one of them twice, the other the editors' as well."""
    for source in silver.SOURCES:
        path = tmp_path / f"data/{source}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in (TEXT, NOTHING, TEXT, "Short.")), "utf-8")
    for folder in ("gold/dev", "seed"):
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path


def line(sure: float) -> str:
    document = analyse(parse_article(TEXT))
    return silver._line("articles/bbc:0", document, [Found((0, 1), (2,), (5, 6, 7, 8), sure)])


def test_articles_are_taken_once_and_short_ones_never(shared: Path) -> None:
    assert [name for name, _ in silver._articles(shared)] == ["articles/bbc:0", "articles/bbc:1"]


def test_articles_of_the_editors_are_left_out(shared: Path) -> None:
    (shared / "gold/dev/one.txt").write_text("OSLO\n\n" + NOTHING, "utf-8")
    assert [name for name, _ in silver._articles(shared)] == ["articles/bbc:0"]


@pytest.mark.parametrize(("sure", "count"), [(0.9, 1), (0.4, 0)])
def test_spans_become_the_tokens_that_they_were(
    shared: Path, monkeypatch: pytest.MonkeyPatch, sure: float, count: int
) -> None:
    monkeypatch.setattr(silver, "read_bytes", lambda name: gzip.compress(line(sure).encode()))
    (each,) = silver.read_silver(shared)
    assert len(each.golds) == count
    if count:
        gold = each.golds[0]
        assert (gold.source, gold.cue, gold.content) == ((0, 1), (2,), (5, 6, 7, 8))


def test_no_word_is_written() -> None:
    assert set("".join(json.loads(line(0.9))["attributions"][0])) == set("surecontent")
    assert "Dana" not in line(0.9)
