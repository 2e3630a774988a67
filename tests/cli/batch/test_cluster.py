"""The same batch on a Dask cluster: a real scheduler with two workers, one of them killed on the way."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__ADMIN__LOW_LEVEL_LOG_LENGTH": "10"}
CLUSTER = """
import json, os, sys
from distributed import Client, LocalCluster
if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)
    with Client(cluster) as client:
        client.wait_for_workers(2)
        print(json.dumps([cluster.scheduler_address, sorted(client.run(os.getpid).values())]), flush=True)
        sys.stdin.read()
    cluster.close()
"""
SENTENCE = "The council of Lindow {} said on Tuesday that it would pay. “We will not wait,” Anna Weber said. "
needs_dask = pytest.mark.skipif(
    not importlib.util.find_spec("distributed"), reason="the extra cluster is not installed"
)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler and the process ids of its workers."""
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=ENVIRONMENT, cwd=tmp_path
    ) as process:
        assert process.stdout
        address, pids = json.loads(process.stdout.readline())
        yield address, pids
        process.communicate(b"", timeout=60)


@needs_dask
def test_a_cluster_gives_the_same_bytes_though_a_worker_dies(
    run: Run, tmp_path: Path, cluster: tuple[str, list[int]]
) -> None:
    address, pids = cluster
    source, out = tmp_path / "a.jsonl", tmp_path / "out"
    lines = [json.dumps({"id": f"x/{i}", "text": SENTENCE.format(i) * 12}) for i in range(60)] + ["oops"]
    source.write_text("\n".join(lines) + "\n")
    expected = run("batch", source, "-o", tmp_path / "whole", "-j", "1", "-q")
    command = [sys.executable, "-m", "cli", "batch", str(source), "-o", str(out), "-q", "--cluster", address]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        deadline = time.monotonic() + 60
        while not list(out.rglob("[0-9]*.json")) and time.monotonic() < deadline:
            time.sleep(0.005)
        os.kill(pids[0], signal.SIGKILL)
        said = process.communicate()[1].decode()

    assert (process.returncode, said) == (1, expected.err)
    assert results(out) == results(tmp_path / "whole")
    assert len(results(out)) == 60


def results(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("[0-9]*.json"))}


def test_a_scheduler_that_does_not_answer_is_wrong_usage(
    run: Run, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise OSError("timed out")

    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=refuse))
    result = run("batch", harbour, "-o", tmp_path / "out", "--cluster", "nowhere:1")

    assert result.status == 2
    assert "no scheduler at nowhere:1 (timed out)" in result.err


def test_without_the_extra_the_message_names_it(
    run: Run, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run("batch", harbour, "-o", tmp_path / "out", "--cluster", "tcp://localhost:1")

    assert result.status == 2
    assert "pip install 'news-brief[cluster]'" in result.err
