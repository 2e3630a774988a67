"""Attributions found in articles without annotation are written as spans, and read again as tokens."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from briefing.attribution.assembly import Found
from briefing.language import analyse
from briefing.model import STANCES
from briefing.network.inputs import EDITORS, POLNEAR
from briefing.reading import parse_article
from briefing.training import silver
from briefing.training.annotated import Annotated
from briefing.training.lines import line as line_of

TEXT = "Dana Orr said on Monday the dam will hold. " + "Rain fell on the town all day. " * 8
NOTHING = "Nobody spoke on the day on which the rain began to fall upon the town. " * 4


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Corpora of two articles, one of them twice, of which we annotated none."""
    monkeypatch.setattr(silver, "our_articles", lambda _: iter(()))
    for source in silver.SOURCES:
        path = tmp_path / f"data/{source}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in (TEXT, NOTHING, TEXT, "Short.")), "utf-8")
    for folder in silver.MARKED:
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path


def line(sure: float) -> str:
    document = analyse(parse_article(TEXT))
    stances = tuple(float(name == "predict") * 0.98 + 0.002 for name in STANCES)
    return line_of("articles/bbc:0", document, [Found((0, 1), (2,), (5, 6, 7, 8), sure, stances)])


def test_articles_are_taken_once_and_short_ones_never(shared: Path) -> None:
    assert [name for name, _ in silver._articles(shared)] == ["articles/bbc:0", "articles/bbc:1"]


@pytest.mark.parametrize("folder", silver.MARKED)
def test_articles_of_the_editors_are_left_out(shared: Path, folder: str) -> None:
    (shared / folder / "one.txt").write_text("OSLO\n\n" + NOTHING, "utf-8")
    assert [name for name, _ in silver._articles(shared)] == ["articles/bbc:0"]


def test_articles_of_ours_are_left_out(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silver, "our_articles", lambda _: iter([Annotated("one", TEXT, {})]))
    assert [name for name, _ in silver._articles(shared)] == ["articles/bbc:1"]


@pytest.mark.parametrize(("sure", "count"), [(0.9, 1), (0.4, 0)])
def test_spans_become_the_tokens_that_they_were(
    shared: Path, monkeypatch: pytest.MonkeyPatch, sure: float, count: int
) -> None:
    files = {silver.FILE: line(sure), silver.EARLIER: ""}
    monkeypatch.setattr(silver, "read_bytes", lambda name: gzip.compress(files[name].encode()))
    (each,) = silver.read_silver(shared)
    assert len(each.golds) == count
    if count:
        gold = each.golds[0]
        assert (gold.source, gold.cue, gold.content) == ((0, 1), (2,), (5, 6, 7, 8))
        assert gold.stances == tuple(float(name == "predict") for name in STANCES)


def test_no_word_is_written() -> None:
    assert set(json.loads(line(0.9))["attributions"][0]) == {"sure", "stances", "source", "cue", "content"}
    assert "Dana" not in line(0.9)


def test_earlier_labels_follow_the_other_scheme_and_leave_out_the_editors_articles(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {silver.FILE: line(0.9), silver.EARLIER: line(0.9)}
    monkeypatch.setattr(silver, "read_bytes", lambda name: gzip.compress(files[name].encode()))
    assert [each.scheme for each in silver.read_silver(shared)] == [EDITORS, POLNEAR]
    (shared / silver.MARKED[0] / "one.txt").write_text("OSLO\n\n" + TEXT, "utf-8")
    assert [each.scheme for each in silver.read_silver(shared)] == [EDITORS]
