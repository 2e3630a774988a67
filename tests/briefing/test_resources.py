"""Every list and table that ships says where it comes from, and reads as its loader expects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.resources import Table, map_bytes, read_bytes, read_lines, read_table

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
    table = Table(b"# a remark\na\t1\tx\na!\t2\nab\t\nb\t3\n")
    assert dict(table) == {"a": "1\tx", "a!": "2", "ab": "", "b": "3"}
    assert [table.get(key) for key in ("", "a", "aa", "c", "# a remark", "\ud800")] == [None, "1\tx", *[None] * 4]
    assert len(Table(b"")) == 0
    assert Table(b"").get("a") is None


@given(st.dictionaries(st.text("ab#ä\U0001f600", max_size=4), st.text("xy\t", max_size=3000), max_size=8))
def test_a_table_has_every_row_however_long(rows: dict[str, str]) -> None:
    table = Table("\n".join(f"{key}\t{value}" for key, value in sorted(rows.items())).encode())
    kept = {key: value for key, value in rows.items() if not key.startswith("#")}
    assert dict(table) == kept
    assert len(table) == len(kept)
    assert [table.get(key) for key in rows] == [kept.get(key) for key in rows]


def test_mapped_bytes_are_those_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "network/network.bin"
    assert map_bytes(name)[:] == read_bytes(name) == (DATA / name).read_bytes()
    monkeypatch.setattr("briefing.resources.__file__", "/nowhere.zip/briefing/resources.py")
    assert map_bytes(name) == read_bytes(name)


BISECTED = ("network/words.tsv", "network/endings.tsv", "network/cues.tsv", "positions/stance.tsv")


@pytest.mark.parametrize("name", BISECTED)
def test_tables_that_are_bisected_are_in_order(name: str) -> None:
    assert list(read_table(name)) == sorted(read_table(name))
