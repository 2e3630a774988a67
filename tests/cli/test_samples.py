"""The samples through the whole chain: what users see today, in golden files, and what must hold whatever they see.

``pytest --renew-golden`` writes the files anew; read their differences before they are committed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.codec import from_json, to_json

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(path for path in (ROOT / "samples").glob("[a-z]*") if path.suffix in {".txt", ".md"})
ENDINGS = {"terminal": "term", "text": "txt", "markdown": "md", "json": "json", "jsonl": "jsonl", "csv": "csv"}
STATEMENT = ROOT / "samples" / "joint-statement.txt"


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def sample_id(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", SAMPLES, ids=sample_id)
def test_the_brief_of_each_sample(run: Run, golden: Callable[[str, str], None], path: Path) -> None:
    result = run("summarize", path.relative_to(ROOT), "--positions", "0")

    assert result.status == 0
    golden(f"samples/{path.stem}.txt", result.out)


@pytest.mark.parametrize("format", ENDINGS)
def test_a_sample_in_every_format(run: Run, golden: Callable[[str, str], None], format: str) -> None:
    result = run("summarize", STATEMENT.relative_to(ROOT), "--format", format)

    golden(f"samples/joint-statement.summarize.{ENDINGS[format]}", result.out)


@pytest.mark.parametrize("command", ["quotes", "positions", "explain"])
def test_a_sample_by_every_command(run: Run, golden: Callable[[str, str], None], command: str) -> None:
    result = run(command, STATEMENT.relative_to(ROOT), "--format", "terminal")

    golden(f"samples/joint-statement.{command}.term", result.out)


@pytest.mark.parametrize("path", SAMPLES, ids=sample_id)
def test_what_holds_for_every_brief(run: Run, path: Path) -> None:
    record = json.loads(run("summarize", path, "--format", "json", "--with-text").out)
    text = record["article"]["text"]
    positions = record["positions"]
    pieces = [
        *record["summary"],
        *(piece for each in positions for role in ("source", "cue", "content", "quotes") for piece in each[role]),
    ]

    assert to_json(from_json(record)) == record
    assert all(text[piece["start"] : piece["end"]] == piece["text"] for piece in pieces)
    assert len(record["summary"]) == 3
    assert 1 <= sum(each["key"] for each in positions) <= 7
    assert [each["id"] for each in positions] == list(range(len(positions)))
    assert {name for each in positions for name in each["parties"]} == {each["name"] for each in record["parties"]}
