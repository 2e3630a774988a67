"""The wheel holds what users need: the library, the command and their data, and nothing that trains or measures."""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OUTSIDE = (
    "briefing/training/",
    "briefing/data/training/",
    "briefing/schemas/making.py",
    "cli/lab.py",
    "cli/workbench/",
)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The files in the wheel."""
    builder = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is not installed")
    built = builder.WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("dist")), versions=["standard"])
    with zipfile.ZipFile(next(iter(built))) as wheel:
        return frozenset(wheel.namelist())


def tracked(*folders: str) -> list[str]:
    """The files of the repository below some folders."""
    found = subprocess.run(["git", "ls-files", *folders], cwd=ROOT, capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip("this is no clone of the repository")
    return found.stdout.splitlines()


def test_the_library_and_the_command_are_in_it(names: frozenset[str]) -> None:
    wanted = {name for name in tracked("briefing", "cli") if not name.startswith(OUTSIDE)}
    assert not wanted - names


def test_what_trains_and_measures_is_not(names: frozenset[str]) -> None:
    assert not [name for name in names if name.startswith(OUTSIDE)]
    assert not [name for name in names if name.startswith(("tests", "samples"))]


def test_nothing_in_it_loads_what_is_not() -> None:
    for name in tracked("briefing", "cli"):
        if name.endswith(".py") and not name.startswith(OUTSIDE):
            assert not [each for each in imports(ROOT / name) if each.replace(".", "/").startswith(outside())], name


def outside() -> tuple[str, ...]:
    return tuple(each.removesuffix(".py").rstrip("/") for each in OUTSIDE)


def imports(path: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
    return found


def test_it_runs_from_the_wheel_alone(names: frozenset[str], tmp_path: Path) -> None:
    for name in names:
        if not name.startswith("news_brief"):
            target = tmp_path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((ROOT / name).read_bytes())
    sample = ROOT / "samples" / "strike.txt"
    command = [sys.executable, "-m", "cli", "summarize", str(sample), "-f", "json"]
    found = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, check=False)
    assert found.returncode == 0, found.stderr
    assert b'"schema": "brief/1"' in found.stdout
