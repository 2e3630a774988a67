"""The package offers its names and loads each when it is asked for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import briefing


@pytest.mark.parametrize("name", briefing.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(briefing, name).__name__ == name
    assert name in dir(briefing)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        briefing.nothing  # noqa: B018


def test_the_package_alone_loads_no_stage() -> None:
    program = "import sys, briefing; assert not [each for each in sys.modules if each.startswith('briefing.')]"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


LINE = ("reading", "language", "network", "attribution", "entities", "sources", "parties", "positions", "salience")
"""The rooms of the pipeline in the order of the work."""


@pytest.mark.parametrize("room", LINE)
def test_no_stage_uses_one_that_comes_after_it(room: str) -> None:
    later = {f"briefing.{each}" for each in LINE[LINE.index(room) + 1 :]}
    for module in (Path(briefing.__file__).parent / room).rglob("*.py"):
        tree = ast.parse(module.read_text("utf-8"))
        used = {each.module or "" for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)}
        assert not [name for name in used for other in later if name == other or name.startswith(f"{other}.")], module
