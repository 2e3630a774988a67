"""Every list and table that ships says where it comes from, and reads as its loader expects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import briefing
from briefing.resources import Table, read_lines, read_table

DATA = Path(briefing.__file__).parent / "data"
LISTS = sorted(path for path in DATA.rglob("*") if path.suffix in {".txt", ".tsv"})


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.relative_to(DATA).as_posix())
def test_a_list_begins_with_its_provenance_and_holds_something(path: Path) -> None:
    assert path.read_text("utf-8").startswith("#")
    assert read_lines(path.relative_to(DATA).as_posix())


LEARNED = sorted(path for path in DATA.rglob("*.json") if path.parent.name != "schemas")


@pytest.mark.parametrize("path", LEARNED, ids=lambda path: path.relative_to(DATA).as_posix())
def test_learned_numbers_say_where_they_come_from(path: Path) -> None:
    assert json.loads(path.read_text("utf-8"))["provenance"]


def test_a_table_finds_the_rest_of_a_line_by_its_first_cell() -> None:
    table = Table(["a\t1\tx", "a!\t2", "ab\t", "b\t3"])
    assert dict(table) == {"a": "1\tx", "a!": "2", "ab": "", "b": "3"}
    assert [table.get(key) for key in ("", "a", "aa", "c")] == [None, "1\tx", None, None]


@pytest.mark.parametrize("name", ["network/words.tsv", "network/endings.tsv", "network/cues.tsv"])
def test_tables_that_are_bisected_are_in_order(name: str) -> None:
    assert list(read_table(name)) == sorted(read_table(name))
