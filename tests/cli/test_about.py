"""Schemas, versions, the manual page and the completion of shells name exactly what there is."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, get_args

import pytest

from briefing.schemas import SCHEMAS
from cli.commandline import command_line
from cli.options import FormName, Shell

if TYPE_CHECKING:
    from tests.cli.conftest import Run

COMMANDS = command_line().commands
SHELLS = get_args(Shell)


def test_every_form_has_a_name_on_the_command_line() -> None:
    assert get_args(FormName) == SCHEMAS


@pytest.mark.parametrize("form", SCHEMAS)
def test_a_schema_is_printed_by_its_name(run: Run, form: str) -> None:
    assert json.loads(run("schema", form).out)["$id"].endswith(f":{form}")


def test_the_schema_of_a_brief_is_the_default(run: Run) -> None:
    assert run("schema").out == run("schema", "brief").out


def test_a_form_that_is_not_there_is_wrong_usage_and_lists_those_that_are(run: Run) -> None:
    result = run("schema", "letter")
    assert result.status == 2
    assert "comparison" in result.err
    assert result.err.count("\n") == 1


def test_the_version_alone_is_one_line(run: Run) -> None:
    assert re.fullmatch(r"brief \d\S*\n", run("--version").out)


@pytest.mark.parametrize("arguments", [("--version", "-v"), ("-v", "--version"), ("--version", "--verbose")])
def test_the_long_version_names_libraries_and_weights(run: Run, arguments: tuple[str, ...]) -> None:
    out = run(*arguments).out
    assert out.startswith(run("--version").out)
    assert re.search(r"^Python \d", out, re.MULTILINE)
    assert re.search(r"^typer \d", out, re.MULTILINE)
    assert re.search(r"^network/network.bin [0-9a-f]{12}$", out, re.MULTILINE)


def test_the_manual_names_every_command_option_and_example(run: Run) -> None:
    page = run("manual").out.replace("\\-", "-")
    for command in COMMANDS:
        assert f".SS brief {command.name}" in page
        assert all(name in page for option in command.options for name in option.names)
        assert all(example.replace("\\", "\\e") in page for example in command.examples)


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_man_shows_the_manual_without_a_warning(run: Run) -> None:
    page = run("manual").out.encode()
    found = subprocess.run(["man", "--warnings", "-l", "-"], input=page, capture_output=True, check=False)
    assert found.returncode == 0
    assert not found.stderr
    assert b"brief summarize" in found.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_each_script_names_every_command_and_option(run: Run, shell: str) -> None:
    script = run("completion", shell).out
    for command in COMMANDS:
        assert command.name in script
        for name in (name for option in command.options for name in option.names):
            assert (f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}") in script or name in script


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_takes_its_script(run: Run, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    script = run("completion", shell).out.encode()
    found = subprocess.run([program, "-n", "/dev/stdin"], input=script, capture_output=True, check=False)
    assert (found.returncode, found.stderr) == (0, b"")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("brief su", ["summarize"]),
        ("brief s", ["summarize", "stories", "sources", "schema"]),
        ("brief digest --sto", ["--story"]),
        ("brief summarize --format ob", ["obsidian"]),
        ("brief stories -f h", ["html"]),
        ("brief completion z", ["zsh"]),
        ("brief schema comp", ["comparison"]),
    ],
)
def test_bash_completes(run: Run, line: str, expected: list[str]) -> None:
    words = " ".join(f"'{word}'" for word in line.split(" "))
    ask = f"COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _brief; echo ${{COMPREPLY[@]}}"
    script = run("completion", "bash").out + ask
    found = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert found.stdout.split() == expected
