"""The texts of the corpora, each known by its corpus and its line there."""

from __future__ import annotations

import json
from pathlib import Path


def texts(shared: Path, corpus: str) -> list[str]:
    """The texts of a corpus ("articles/bbc"), in its order; ``shared`` is the folder of the corpora."""
    lines = (shared / f"data/{corpus}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]
