"""What the command sets in its own process: one thread for products of matrices, and fewer searches for garbage."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.process import few_collections

ARTICLE = Path(__file__).parents[2] / "samples" / "strike.txt"
LOOK = """
import gc, os, sys
sys.argv = ["brief", "summarize", sys.argv[1]]
from cli.__main__ import main
assert main() == 0
print(os.environ["OPENBLAS_NUM_THREADS"], gc.get_threshold()[0] > 700, "threadpoolctl" in sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize(("given", "left"), [(None, "1 True False"), ("2", "2 True True")])
def test_a_process_of_our_own_multiplies_in_one_thread(given: str | None, left: str) -> None:
    variables = {name: value for name, value in os.environ.items() if not name.endswith("_THREADS")}
    if given is not None:
        variables["OPENBLAS_NUM_THREADS"] = given
    found = subprocess.run(
        [sys.executable, "-c", LOOK, str(ARTICLE)], env=variables, capture_output=True, text=True, encoding="utf-8"
    )
    assert found.stderr.strip() == left


def test_old_objects_are_searched_seldom_within_a_block_alone() -> None:
    usual = gc.get_threshold()
    with few_collections():
        assert gc.get_threshold() == (usual[0], 20, 100)
    assert gc.get_threshold() == usual
