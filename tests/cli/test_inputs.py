"""Names become files in a fixed order; folders are searched, hidden files and loops of links left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.errors import NoArticlesError, UsageError
from cli.inputs import are_many, expand


def sources(*names: Path | str, output: Path | None = None) -> list[str]:
    return [each.source for each in expand(map(str, names), str(output) if output else None) if not each.fault]


def test_a_folder_is_searched_in_order_without_hidden_files_and_loops(folder: Path) -> None:
    assert sources(folder) == [str(folder / name) for name in ("a.md", "b.txt", "deep/c.markdown")]


def test_names_are_reported_as_they_were_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)

    assert sources("./b.txt", "-", ".") == ["./b.txt", "-", "a.md", "b.txt", "deep/c.markdown"]


def test_a_named_file_is_taken_whatever_its_name(folder: Path) -> None:
    assert sources(folder / "e.xyz", folder / ".dot.txt") == [str(folder / "e.xyz"), str(folder / ".dot.txt")]


def test_a_folder_without_articles_is_a_fault_of_its_own(tmp_path: Path) -> None:
    (each,) = expand([str(tmp_path)])

    assert isinstance(each.fault, NoArticlesError)


def test_the_output_of_an_earlier_run_is_no_input(folder: Path) -> None:
    assert str(folder / "b.txt") not in sources(folder, output=folder / "b.txt")


def test_an_output_over_a_named_input_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="is the input too"):
        sources(folder / "b.txt", output=folder / "deep" / ".." / "b.txt")


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("words", "utf-8")

    assert sources(tmp_path) == [str(tmp_path / "a.txt")]


def test_a_folder_calls_for_several_briefs_even_with_one_article(folder: Path) -> None:
    assert are_many([str(folder / "deep")])
    assert are_many(["a.txt", "b.txt"])
    assert not are_many([str(folder / "b.txt")])
    assert not are_many(["-"])
