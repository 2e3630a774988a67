"""The Python of the README runs as it stands there, and Ray takes it where Ray is installed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
BLOCKS = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
BATCH = {"id": ["a", "b"], "text": ["The bank failed on Monday, Ann Lee said.", "It rained."]}


def run_block(holding: str) -> dict[str, Any]:
    (block,) = [each for each in BLOCKS if holding in each]
    names: dict[str, Any] = {}
    exec(block, names)
    return names


def test_the_library_example(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    run_block("samples/strike.txt")
    assert capsys.readouterr().out.count("\n") > 3


def test_the_function_for_ray() -> None:
    made = run_block("map_batches")["briefs"](BATCH)
    assert made["id"] == BATCH["id"]
    assert json.loads(made["brief"][0])["positions"][0]["parties"] == ["Ann Lee"]


def test_the_function_for_spark() -> None:
    class Frame(dict[str, list[str]]):
        """As much of a data frame as the function asks for."""

        def __getitem__(self, key: Any) -> Any:
            return (
                Frame({name: dict.__getitem__(self, name) for name in key})
                if isinstance(key, list)
                else super().__getitem__(key)
            )

        def assign(self, **columns: list[str]) -> Frame:
            return Frame({**self, **columns})

    def frames() -> Iterator[Frame]:
        yield Frame(BATCH)

    (found,) = run_block("mapInPandas")["briefs_of"](frames())
    assert list(found) == ["id", "brief"]
    assert len(found["brief"]) == 2


def test_ray_takes_the_function() -> None:
    ray = pytest.importorskip("ray.data", reason="Ray is not installed")
    rows = [{"id": str(number), "text": BATCH["text"][number % 2]} for number in range(20)]
    found = ray.from_items(rows).map_batches(run_block("map_batches")["briefs"], batch_size=5).take_all()
    assert sorted(int(row["id"]) for row in found) == list(range(20))
