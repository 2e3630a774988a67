"""The README and the guide: what they show is what the command prints, what they name is there, their Python runs.

``pytest tests/test_readme.py --renew-golden`` writes the outputs and the table of options anew.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing import summarize, to_json
from cli.__main__ import main
from cli.commandline import command_line
from cli.environment import Environment
from tests.documents import (
    DOCUMENTS,
    EXCERPT_OF,
    GUIDE,
    README,
    ROOT,
    WIDTH,
    Terminal,
    brief_lines,
    command_named,
    consoles,
    excerpt,
    named_options,
    options_table,
    output,
    with_excerpt,
    with_options,
    with_outputs,
)

MOST_BYTES = 8_000
BLOCKS = [
    block for each in DOCUMENTS for block in re.findall(r"```python\n(.*?)```", each.read_text("utf-8"), re.DOTALL)
]
BATCH = {"id": ["a", "b"], "text": ["The bank failed on Monday, Ann Lee said.", "It rained."]}


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The command on a terminal, in the repository."""
    monkeypatch.chdir(ROOT)

    def call(arguments: list[str]) -> str:
        out = io.StringIO()
        environment = Environment(
            stdin=None,
            stdout=out,
            stderr=io.StringIO(),
            stdout_is_terminal=True,
            columns=WIDTH,
            variables={"NO_COLOR": "1"},
        )
        with contextlib.redirect_stdout(out):
            assert main(arguments, environment) == 0
        return out.getvalue()

    return call


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_block_shows_is_what_the_command_prints(
    path: Path, terminal: Terminal, request: pytest.FixtureRequest
) -> None:
    text = path.read_text("utf-8")
    if request.config.getoption("--renew-golden"):
        text = with_outputs(with_options(with_excerpt(text, to_json(summarize(EXCERPT_OF)))), terminal)
        path.write_text(text, "utf-8")
    for block in consoles(text):
        assert block.shown == output(block, terminal), (
            f"{block.command}: run pytest tests/test_readme.py --renew-golden"
        )
    assert consoles(text)


def test_the_position_shown_as_json_is_one_of_the_sample() -> None:
    shown = excerpt(README.read_text("utf-8"))
    assert shown is not None
    position = to_json(summarize(EXCERPT_OF))["positions"][shown["id"]]
    assert {key: position[key] for key in shown} == shown


def test_the_readme_is_short_enough_to_be_read() -> None:
    assert len(README.read_bytes()) <= MOST_BYTES


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_call_names_a_command_and_options_that_are_there(path: Path) -> None:
    lines = brief_lines(path.read_text("utf-8"))
    assert lines
    for line in lines:
        command = command_named(line)
        if command is None:
            assert re.match(r"brief (COMMAND|--|-)", line), line
            continue
        known = {name for option in command.options for name in option.names}
        assert not set(named_options(line)) - known, line


def test_every_option_stands_in_the_table_of_the_guide() -> None:
    assert options_table() in GUIDE.read_text("utf-8"), "run pytest tests/test_readme.py --renew-golden"


@pytest.mark.parametrize("command", command_line().commands, ids=lambda command: command.name)
def test_every_command_is_in_the_readme_and_the_guide(command: Any) -> None:
    for path in DOCUMENTS:
        assert re.search(rf"(`|brief ){command.name}\b", path.read_text("utf-8")), f"{command.name} in {path.name}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8")):
        assert target.startswith("https:") or (path.parent / target).exists(), target


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_the_python_runs(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(BLOCKS[number], {"__name__": "example"})


def run_block(holding: str) -> dict[str, Any]:
    (block,) = [each for each in BLOCKS if holding in each]
    names: dict[str, Any] = {}
    exec(block, names)
    return names


def test_the_library_example(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    run_block("digest_briefs(")
    assert capsys.readouterr().out.count("\n") > 10


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
