"""The command as a process among others: pipes, closed streams, signals, odd bytes, terminals, start-up."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

BRIEF = [sys.executable, "-m", "cli"]
ROOT = Path(__file__).resolve().parents[2]
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
HEAVY = {"briefing", "nltk", "numpy", "rich", "pycrfsuite", "pydantic", "multiprocessing", "concurrent", "py3langid"}


def environment(**variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return kept | {"PYTHONPATH": path} | variables


def brief(*arguments: str | Path, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    command = [*BRIEF, *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, env=environment(**variables), check=False)


def shell(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["bash", "-c", script, sys.executable, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        check=False,
    )


def on_terminal(*arguments: str | Path, columns: int, **variables: str) -> str:
    """What a terminal of this width is sent."""
    pid, descriptor = pty.fork()
    if pid == 0:
        settings = environment(TERM="xterm-256color", COLUMNS=str(columns), **variables)
        os.execve(sys.executable, [*BRIEF, *map(str, arguments)], settings)
    sent = b""
    with contextlib.suppress(OSError):  # how Linux says that the other side is closed
        while select.select([descriptor], [], [], 30)[0] and (more := os.read(descriptor, 65536)):
            sent += more
    os.waitpid(pid, 0)
    os.close(descriptor)
    return sent.decode("utf-8")


def test_the_output_of_a_pipe_is_plain_text(harbour: Path) -> None:
    result = brief("summarize", stdin=harbour.read_bytes())

    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.startswith(b"title: Ministers promise to save the harbour\n")


@pytest.mark.parametrize("format", ["text", "terminal", "json"])
def test_a_reader_that_leaves_ends_the_command_quietly(folder: Path, format: str) -> None:
    for number in range(30):
        (folder / f"more{number}.txt").write_bytes((folder / "b.txt").read_bytes())
    result = shell('"$0" -m cli summarize "$1" -f "$2" | head -1; exit ${PIPESTATUS[0]}', folder, format)

    assert (result.returncode, result.stderr) == (0, b"")
    assert len(result.stdout.splitlines()) == 1


def test_a_closed_standard_output_is_told(harbour: Path) -> None:
    result = shell('"$0" -m cli summarize "$1" >&-', harbour)

    assert result.returncode == 1
    assert result.stderr == b"brief: error: standard output is closed; give a file with --output\n"


def test_a_closed_standard_input_gets_the_help() -> None:
    result = shell('"$0" -m cli summarize <&-')

    assert result.returncode == 2
    assert result.stderr.startswith(b"Usage: brief summarize")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told(harbour: Path) -> None:
    result = shell('"$0" -m cli summarize "$1" > /dev/full', harbour)

    assert result.returncode == 1
    assert result.stderr.startswith(b"brief: error: standard output cannot be written")
    assert len(result.stderr.splitlines()) == 1


def test_an_empty_standard_input_is_an_error() -> None:
    result = brief("summarize")

    assert result.returncode == 1
    assert result.stderr.startswith(b"brief: error: standard input: it is empty")


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Once more where it came right before a call that then waits, of which Python sees nothing until it returns."""
    for _ in range(5):
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
            return


def test_an_interrupt_is_status_130_with_one_line(harbour: Path, tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    os.mkfifo(endless)
    command = [*BRIEF, "summarize", str(harbour), str(endless), "-f", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdout
        assert process.stderr
        first = process.stdout.readline()  # the first brief is out: now the command waits for the second
        interrupt(process)
        rest, said = process.stdout.read(), process.stderr.read()

    assert (process.returncode, said) == (130, b"brief: interrupted\n")
    assert len(json.loads(first + rest)) == 1


def test_escape_sequences_of_an_article_and_a_file_name_do_not_come_through(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\x07.txt"
    path.write_bytes(b"Ministers \x1b]52;c;eA==\x07 meet\n\nNorway \x1b[31mpromised\x9b help on Friday.\x1b[2J\n")
    result = brief("summarize", path, "/nowhere/\x1b[2J", "-f", "terminal")

    assert result.returncode == 1
    assert b"Norway promised" in result.stdout
    assert b"\x1b" not in result.stdout + result.stderr
    assert b"\x07" not in result.stdout + result.stderr


def test_a_file_name_that_is_no_utf8_is_read_and_named(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("The bank failed on Monday.", "utf-8")
    result = subprocess.run(
        [*map(os.fsencode, BRIEF), b"summarize", path, b"-f", b"jsonl"],
        capture_output=True,
        env=environment(),
        check=False,
    )

    assert result.returncode == 0
    assert os.fsencode(json.loads(result.stdout)["article"]["source"]) == path


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("PYTHONIOENCODING", "latin-1", '"We will not let'.encode("latin-1")),
        ("LC_ALL", "C", "“We will not let".encode()),
        ("PYTHONIOENCODING", "ascii", "“We will not let".encode()),
    ],
)
def test_a_locale_is_honoured_and_never_an_error(harbour: Path, variable: str, value: str, expected: bytes) -> None:
    result = subprocess.run(
        [*BRIEF, "explain", str(harbour)], capture_output=True, env=environment(**{variable: value}), check=False
    )

    assert (result.returncode, result.stderr) == (0, b"")
    assert expected in result.stdout


def test_json_is_json_in_every_locale(harbour: Path) -> None:
    narrow = brief("explain", harbour, "-f", "json", PYTHONIOENCODING="latin-1").stdout

    assert narrow.isascii()
    assert "“We will not let the harbour die,”" in json.loads(narrow)["sentences"][2]["text"]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_terminal_gets_colour_and_lines_that_fit(harbour: Path, columns: int) -> None:
    sent = on_terminal("summarize", harbour, columns=columns)
    lines = ESCAPE.sub("", sent).splitlines()

    assert "\x1b[1m" in sent
    assert lines[0].strip() == "Ministers promise to save the harbour"
    assert max(map(cell_len, lines)) <= columns


def test_a_terminal_without_colour_gets_none(harbour: Path) -> None:
    assert "\x1b" not in on_terminal("summarize", harbour, columns=80, NO_COLOR="1")


def test_colour_can_be_forced_into_a_pipe(harbour: Path) -> None:
    assert b"\x1b[" in brief("summarize", harbour, "-f", "terminal", FORCE_COLOR="1").stdout


def test_without_input_a_terminal_gets_the_help() -> None:
    assert "Usage: brief summarize" in on_terminal("summarize", columns=80)


def test_the_same_bytes_whatever_the_hash_seed(harbour: Path) -> None:
    first, second = (brief("summarize", harbour, "-f", "json", PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))

    assert first == second


@pytest.mark.parametrize("arguments", [("--help",), ("summarize", "--help"), ("--version",), ("--show-completion",)])
def test_the_library_is_not_loaded_before_there_is_work_for_it(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "cli", *arguments]
    said = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False).stderr
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in said.splitlines() if "|" in line}

    assert "typer" in loaded
    assert loaded & HEAVY == set()


def test_rich_is_loaded_for_the_terminal_format_alone(harbour: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "cli", "summarize", str(harbour), "-f", "text"]
    said = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False).stderr

    assert not re.search(r"\| +(rich|pydantic|multiprocessing)\b", said)


def test_a_termination_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bank failed on Monday, Ann Lee said.", "utf-8")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    out = tmp_path / "out.json"
    command = [*BRIEF, "summarize", str(tmp_path / "a.txt"), str(pipe), "-o", str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment()) as process:
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob(".out.json.*.part")) and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=60)[1]

    assert (process.returncode, said) == (130, b"brief: interrupted\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "pipe"]
