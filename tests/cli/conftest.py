"""Run the command in an environment made by hand, and a folder of small articles to run it on."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from cli.__main__ import main
from cli.environment import Environment

HARBOUR = """Ministers promise to save the harbour

OSLO, March 8, 2024 — Norway promised on Friday to pay for the repair of the northern harbour.

“We will not let the harbour die,” Transport Minister Sigrid Aune said.

The Seafarers’ Union rejected the plan. Its chairman, Per Holm, called it “a costly mistake.”

Iceland warned that fares would rise.
"""
BRIDGE = """Council votes down the bridge

The town council of Lindow voted against the new bridge on Tuesday after a debate of three hours.

"It would ruin the meadow," councillor Anna Weber said.
"""


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str


class Run(Protocol):
    def __call__(
        self,
        *arguments: str | Path,
        stdin: bytes | None = b"",
        stdin_is_terminal: bool = False,
        terminal: bool = False,
        columns: int | None = None,
        variables: Mapping[str, str] | None = None,
    ) -> Result: ...


@pytest.fixture
def run() -> Run:
    """The command in this process: status, standard output, standard error."""

    def call(
        *arguments: str | Path,
        stdin: bytes | None = b"",
        stdin_is_terminal: bool = False,
        terminal: bool = False,
        columns: int | None = None,
        variables: Mapping[str, str] | None = None,
    ) -> Result:
        out, err = io.StringIO(), io.StringIO()
        environment = Environment(
            stdin=None if stdin is None else io.BytesIO(stdin),
            stdout=out,
            stderr=err,
            stdin_is_terminal=stdin_is_terminal,
            stdout_is_terminal=terminal,
            columns=columns,
            variables=variables or {},
        )
        with contextlib.redirect_stdout(out):  # where typer prints its help
            status = main([str(argument) for argument in arguments], environment)
        return Result(int(status), out.getvalue(), err.getvalue())

    return call


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles, and files and links that are none."""
    root = tmp_path / "articles"
    (root / "deep").mkdir(parents=True)
    (root / ".hidden").mkdir()
    for name in ("b.txt", "a.md", "deep/c.markdown", ".dot.txt", ".hidden/d.txt", "e.xyz"):
        (root / name).write_text(BRIDGE, "utf-8")
    (root / "deep" / "loop").symlink_to(root, target_is_directory=True)
    return root
