"""Runs that are really killed, by a signal that nobody can catch, and begun again: the result is that of one run.

``python -m cli.lab kill ../shared`` does the same at twenty moments over real articles.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BATCH = [sys.executable, "-m", "cli", "batch"]
ARTICLES = 80
"""Five messages to two workers: a run that is killed at its first answer, twice, leaves some for the third."""
SENTENCE = "The council of Lindow {} said on Tuesday that it would pay. “We will not wait,” Anna Weber {} said. "


def started(*arguments: str | Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen([*BATCH, *map(str, arguments)], stderr=subprocess.PIPE, env=environment)


def finished(*arguments: str | Path) -> str:
    with started(*arguments) as process:
        said = process.communicate()[1].decode()
    assert process.returncode == 0, said
    return said


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("source") / "a.jsonl"
    texts = ("".join(SENTENCE.format(i, j) for j in range(8)) for i in range(ARTICLES))
    path.write_text("".join(json.dumps({"id": f"x/{i}", "text": text}) + "\n" for i, text in enumerate(texts)))
    return path


@pytest.fixture(scope="module")
def whole(source: Path) -> dict[str, bytes]:
    """The results of a run that nothing disturbs."""
    finished(source, "-o", source.parent / "whole", "-j", "2")
    return results(source.parent / "whole")


def results(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("[0-9]*.json"))}


def wait_for(path: Path, pattern: str, count: int) -> None:
    deadline = time.monotonic() + 60
    while len(list(path.rglob(pattern))) < count and time.monotonic() < deadline:
        time.sleep(0.005)


@pytest.mark.parametrize(("number", "times"), [(signal.SIGKILL, 2), (signal.SIGTERM, 1), (signal.SIGINT, 1)])
def test_a_folder_is_finished_by_the_next_run(
    source: Path, whole: dict[str, bytes], tmp_path: Path, number: int, times: int
) -> None:
    for _ in range(times):
        before = len(results(tmp_path / "out"))
        with started(source, "-o", tmp_path / "out", "-j", "2") as process:
            wait_for(tmp_path / "out", "[0-9]*.json", before + 1)
            process.send_signal(number)
            said = process.communicate()[1].decode()
        assert process.returncode == (-9 if number == signal.SIGKILL else 130)
        if number != signal.SIGKILL:
            assert said.endswith("brief: interrupted\n")
            assert "Traceback" not in said
            assert not list(tmp_path.rglob("*.part"))
    finished(source, "-o", tmp_path / "out", "-j", "2")

    assert results(tmp_path / "out") == whole
    assert not list(tmp_path.rglob("*.part"))


def test_a_stream_is_finished_by_the_next_run(source: Path, tmp_path: Path) -> None:
    finished(source, "-o", tmp_path / "whole.jsonl", "-j", "1")
    whole = (tmp_path / "whole.jsonl").read_bytes()
    part = tmp_path / ".out.jsonl.part"
    for share in (0.4,):
        with started(source, "-o", tmp_path / "out.jsonl", "-j", "2") as process:
            deadline = time.monotonic() + 60
            while not (part.exists() and part.stat().st_size > share * len(whole)) and time.monotonic() < deadline:
                time.sleep(0.005)
            process.kill()
        assert not (tmp_path / "out.jsonl").exists()
    said = finished(source, "-o", tmp_path / "out.jsonl", "-j", "2")

    assert "done before" in said
    assert (tmp_path / "out.jsonl").read_bytes() == whole
    assert not list(tmp_path.glob(".out*"))


def children(pid: int) -> list[int]:
    """The children of every thread of a process."""
    return [int(each) for path in Path(f"/proc/{pid}/task").glob("*/children") for each in path.read_text().split()]


def workers(pid: int) -> list[int]:
    return [child for child in children(pid) if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


@pytest.mark.skipif(not Path(f"/proc/self/task/{os.getpid()}/children").exists(), reason="no list of children here")
def test_a_worker_that_is_killed_is_replaced(source: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    with started(source, "-o", tmp_path / "out", "-j", "2") as process:
        wait_for(tmp_path / "out", "[0-9]*.json", 1)
        os.kill(workers(process.pid)[0], signal.SIGKILL)
        said = process.communicate()[1].decode()

    assert process.returncode == 0, said
    assert said.startswith(f"brief: {ARTICLES} done, 0 failed")
    assert results(tmp_path / "out") == whole


@pytest.mark.skipif(not Path(f"/proc/self/task/{os.getpid()}/children").exists(), reason="no list of children here")
def test_no_worker_outlives_a_run_that_was_killed(source: Path, tmp_path: Path) -> None:
    with started(source, "-o", tmp_path / "out", "-j", "2") as process:
        wait_for(tmp_path / "out", "[0-9]*.json", 1)
        left = workers(process.pid)
        process.kill()
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in left) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert left
    assert not any(Path(f"/proc/{pid}").exists() for pid in left)
