"""Every list and table that ships says where it comes from, and reads as its loader expects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import briefing
from briefing.resources import read_lines

DATA = Path(briefing.__file__).parent / "data"
LISTS = sorted(path for path in DATA.rglob("*") if path.suffix in {".txt", ".tsv"})


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.relative_to(DATA).as_posix())
def test_a_list_begins_with_its_provenance_and_holds_something(path: Path) -> None:
    assert path.read_text("utf-8").startswith("#")
    assert read_lines(path.relative_to(DATA).as_posix())


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.json")), ids=lambda path: path.relative_to(DATA).as_posix())
def test_learned_numbers_say_where_they_come_from(path: Path) -> None:
    assert json.loads(path.read_text("utf-8"))["provenance"]
