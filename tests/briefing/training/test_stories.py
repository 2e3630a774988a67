"""The annotated stories: the editors' own, and ours, which are told from one another."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from zlib import crc32

import pytest

from briefing.resources import read_bytes
from briefing.training import stories
from briefing.training.stories import AnnotatedStory, annotated_stories, our_stories

SHARED = Path(__file__).resolve().parents[4] / "shared"
TEXT = "The dam will hold, the Harbour Board said."
OTHER = "The Harbour Board says that the dam will hold."
GOLD = {
    "matters": [{"kind": "claim", "tellings": [{"article": "a", "span": [0, 17]}, {"article": "b", "span": [23, 45]}]}],
    "fronts": [{"kind": "against", "parties": [["Harbour Board"], ["Dock Union"]]}],
    "unrelated": [],
}


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of corpora with one story of the editors and one of ours."""
    folder = tmp_path / "stories" / "dam"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.txt").write_text(OTHER, "utf-8")
    (folder / "story.gold.json").write_text(json.dumps(GOLD), "utf-8")
    (tmp_path / "data/articles").mkdir(parents=True)
    lines = [json.dumps({"text": text}) for text in ("Rain.", TEXT, OTHER)]
    (tmp_path / "data/articles/some.jsonl").write_text("\n".join(lines), "utf-8")
    reports = {
        "a": {"id": "articles/some:1", "crc": crc32(TEXT.encode())},
        "b": {"id": "articles/some:2", "crc": crc32(OTHER.encode())},
    }
    marked = gzip.compress(json.dumps({"id": "S0", "reports": reports} | GOLD).encode())
    monkeypatch.setattr(stories, "read_bytes", {stories.STORIES: marked}.__getitem__)
    return tmp_path


def test_all_stories_are_learned_from(shared: Path) -> None:
    found = list(annotated_stories(shared))
    assert [(each.name, each.by_editors) for each in found] == [("dam", True), ("S0", False)]
    for each in found:
        assert [article.text for article in each.articles.values()] == [TEXT, OTHER]
        assert each.gold["fronts"] == GOLD["fronts"]
        assert [brief.article.text for brief in each.briefs()] == [TEXT, OTHER]


def test_another_text_than_the_one_that_was_marked_is_refused(shared: Path) -> None:
    path = shared / "data/articles/some.jsonl"
    path.write_text(path.read_text("utf-8").replace("hold,", "fall,"), "utf-8")
    with pytest.raises(ValueError, match=r"articles/some:1 is not the text"):
        list(our_stories(shared))


def test_no_text_is_kept() -> None:
    kept = [json.loads(line) for line in gzip.decompress(read_bytes(stories.STORIES)).splitlines()]
    assert len(kept) == len({each["id"] for each in kept}) > 0
    for each in kept:
        assert set(each) == {"id", "reports", "matters", "fronts", "unrelated"}
        for report in each["reports"].values():
            assert set(report) == {"id", "crc"}
        for matter in each["matters"]:
            assert set(matter) == {"kind", "holder", "tellings"}
            assert all(set(telling) == {"article", "span"} for telling in matter["tellings"])


def _faults(story: AnnotatedStory) -> bool:
    tellings = [telling for matter in story.gold["matters"] for telling in matter["tellings"]]
    spans = [(story.articles[each["article"]].text, *each["span"]) for each in tellings]
    told = all(0 <= start < end <= len(text) and text[start:end].strip() for text, start, end in spans)
    known = set(story.gold["unrelated"]) <= set(story.articles)
    sides = [each["parties"] for each in story.gold["fronts"]]
    return not (told and known and all(len(each) == 2 and all(each) for each in sides))


@pytest.mark.skipif(not (SHARED / "data").is_dir(), reason="the corpora (../shared) are not here")
def test_every_mark_in_the_corpora_marks_words_of_its_report() -> None:
    found = list(our_stories(SHARED))
    assert len(found) > 0
    assert [each.name for each in found if _faults(each)] == []
