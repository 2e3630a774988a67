"""The annotated articles: the editors' gold, our marks in the corpora and our cases."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

import pytest

from briefing.model import STANCES
from briefing.training import annotated
from briefing.training.annotated import Annotated, annotated_articles, in_folder, our_articles, our_cases
from briefing.training.spans import ROLES

SHARED = Path(__file__).resolve().parents[4] / "shared"
TEXT = "The dam will hold, she said."
POSITION = {"parties": [["she"]], "speakers": [], "stance": ["state"], "key": True}
GOLD = {"positions": [POSITION | {"content": [[0, 17]], "source": [[19, 22]], "cue": [[23, 27]]}], "summary": [[0, 3]]}


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of corpora with one article of gold, one that is marked, and a case."""
    (tmp_path / "gold/train").mkdir(parents=True)
    (tmp_path / "gold/train/dam.txt").write_text(TEXT, "utf-8")
    (tmp_path / "gold/train/dam.gold.json").write_text(json.dumps(GOLD), "utf-8")
    (tmp_path / "data/articles").mkdir(parents=True)
    lines = [json.dumps({"text": text}) for text in ("Rain.", TEXT)]
    (tmp_path / "data/articles/some.jsonl").write_text("\n".join(lines), "utf-8")
    mark = {"id": "articles/some:1", "crc": crc32(TEXT.encode()), **GOLD}
    files = {
        annotated.MARKS: gzip.compress(json.dumps(mark).encode()),
        annotated.CASES: json.dumps({"id": "dam-1", "text": TEXT, **GOLD}).encode(),
    }
    monkeypatch.setattr(annotated, "read_bytes", files.__getitem__)
    return tmp_path


def test_all_that_is_annotated_is_learned_from(shared: Path) -> None:
    found = list(annotated_articles(shared))
    assert [each.name for each in found] == ["dam", "articles/some:1", "dam-1"]
    assert {each.text for each in found} == {TEXT}
    assert all(each.gold["positions"] == GOLD["positions"] for each in found)


def test_another_text_than_the_one_that_was_marked_is_refused(shared: Path) -> None:
    path = shared / "data/articles/some.jsonl"
    path.write_text(path.read_text("utf-8").replace("hold", "fall"), "utf-8")
    with pytest.raises(ValueError, match=r"articles/some:1 is not the text"):
        list(annotated_articles(shared))


def test_a_folder_without_gold_has_no_articles(tmp_path: Path) -> None:
    assert list(in_folder(tmp_path)) == []


def _faults(articles: Iterable[Annotated]) -> list[str]:
    """The articles of which a mark does not mark anything."""
    found = []
    for each in articles:
        positions = each.gold["positions"]
        spans = [span for position in positions for role in ROLES for span in position[role]]
        spans += [*each.gold["summary"], *each.gold["summary_also"]]
        whole = all(0 <= start < end <= len(each.text) and each.text[start:end].strip() for start, end in spans)
        named = all(position["content"] and all(position["parties"]) for position in positions)
        told = all(position["stance"] and set(position["stance"]) <= set(STANCES) for position in positions)
        if not (spans and whole and named and told):
            found.append(each.name)
    return found


def test_every_mark_of_a_case_marks_words_of_it() -> None:
    cases = list(our_cases())
    assert len(cases) == len({each.name for each in cases}) > 0
    assert _faults(cases) == []


@pytest.mark.skipif(not (SHARED / "data").is_dir(), reason="the corpora (../shared) are not here")
def test_every_mark_in_the_corpora_marks_words_of_its_article() -> None:
    articles = list(our_articles(SHARED))
    assert len(articles) == len({each.name for each in articles}) > 0
    assert _faults(articles) == []
