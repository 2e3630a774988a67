"""The texts of the corpora, each identified by its corpus and its line there, counted from 0."""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32


def texts(shared: Path, corpus: str) -> list[str]:
    """The texts of a corpus ("articles/bbc"), in its order; ``shared`` is the folder of the corpora."""
    lines = (shared / f"data/{corpus}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


class MarkedTexts:
    """Finds annotated texts in the corpora by their ids; reads each corpus only once."""

    def __init__(self, shared: Path) -> None:
        self._shared = shared
        self._corpora: dict[str, list[str]] = {}

    def text(self, id: str, crc: int) -> str:
        """The text of an id ("articles/bbc:12"); raises ValueError if its CRC-32 is not ``crc``."""
        corpus, _, line = id.rpartition(":")
        if corpus not in self._corpora:
            self._corpora[corpus] = texts(self._shared, corpus)
        text = self._corpora[corpus][int(line)]
        if crc32(text.encode()) != crc:
            raise ValueError(f"{id} is not the text that was marked")
        return text
