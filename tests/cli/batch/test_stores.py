"""``brief batch -o news.db`` adds what is new, and digests read the store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

STORY = Path(__file__).resolve().parents[3] / "samples" / "story"


def test_a_store_grows(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "news.db"
    first = run("batch", STORY / "wire-1.txt", STORY / "wire-2.txt", "-o", store, "--jobs", "1")
    again = run("batch", STORY, "-o", store, "--jobs", "1")

    assert (first.status, again.status) == (0, 0)
    assert "2 done before" in again.err
    assert not (tmp_path / "report.json").exists()
    assert [each.name for each in tmp_path.iterdir()] == ["news.db"]


def test_a_digest_of_a_store_is_that_of_its_articles(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "news.db"
    run("batch", STORY, "-o", store, "--jobs", "1")

    for view in ("digest", "stories", "sources"):
        assert run(view, store, "-f", "json").out == run(view, STORY, "-f", "json").out
    found = json.loads(run("digest", store, "--search", "strike", "--since", "2025-03-05", "-f", "json").out)
    assert {each["id"] for each in found["articles"]} == {"wire-2", "tribune-2"}


def test_a_dossier_from_a_store(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "news.db"
    run("batch", STORY, "-o", store, "--jobs", "1")
    found = json.loads(run("digest", store, "--party", "Dockers’ Union", "-f", "json").out)
    assert found["matters"]
    assert all("Dockers’ Union" in each["parties"] for each in found["matters"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("-f", "csv"), "a store keeps briefs whole"), (("--excel",), "a store keeps briefs whole")],
)
def test_a_store_has_no_format(run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    result = run("batch", STORY, "-o", tmp_path / "news.db", *arguments)
    assert result.status == 2
    assert message in result.err


def test_no_store(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_text("this is no database " * 40, "utf-8")
    for arguments in (("digest", tmp_path / "bad.db"), ("batch", STORY, "-o", tmp_path / "bad.db")):
        result = run(*arguments)
        assert (result.status, result.out) == (2, "")
        assert result.err.count("\n") == 1
    assert "no such store" in run("digest", tmp_path / "none.db").err


def test_a_store_is_told_by_what_is_in_it(run: Run, tmp_path: Path) -> None:
    run("batch", STORY, "-o", tmp_path / "news.db", "--jobs", "1")
    other = (tmp_path / "news.db").rename(tmp_path / "news.store")
    assert run("stories", other, "-f", "json").out == run("stories", STORY, "-f", "json").out


def test_a_store_in_a_folder_is_passed_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire-1.txt").write_bytes((STORY / "wire-1.txt").read_bytes())
    run("batch", tmp_path, "-o", tmp_path / "news.db", "--jobs", "1")
    result = run("digest", tmp_path, "-f", "json")
    assert result.status == 0
    assert "1 not taken (1 .db)" in result.err
    assert len(json.loads(result.out)["articles"]) == 1


def test_an_article_in_another_language_is_not_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nl.txt").write_text("De staking in de haven duurt nog voort. Dat zegt de bond van havenarbeiders.\n")
    result = run("batch", tmp_path / "nl.txt", STORY, "-o", tmp_path / "news.db", "--only-language", "en")
    assert result.status == 0
    assert "1 in another language" in result.err
    assert len(json.loads(run("digest", tmp_path / "news.db", "-f", "json").out)["articles"]) == 6


def test_a_store_is_no_article(run: Run, tmp_path: Path) -> None:
    run("batch", STORY, "-o", tmp_path / "news.db", "--jobs", "1")
    result = run("summarize", tmp_path / "news.db")
    assert result.status == 1
    assert "give a store of briefs to brief digest" in result.err
