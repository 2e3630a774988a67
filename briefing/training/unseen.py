"""What the network finds in the editors' articles before it has learned from them, for later stages to learn from.

A stage that learns from attributions of articles which the network knows by heart takes them for better than they are.
``train attribution`` reads the editors' articles with the network that has only learned from others and writes what it
found (spans, no words); the trainers of holders and of the judgement read it here.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from briefing.attribution import attribute
from briefing.attribution.assembly import Found
from briefing.attribution.attributions import to_attributions
from briefing.model import Attribution, Document
from briefing.resources import read_bytes
from briefing.training.lines import line, read

FILE = "training/unseen.jsonl.gz"


def write(found: Iterable[tuple[str, Document, Sequence[Found]]]) -> bytes:
    """The file, from the name of each article, the article and what was found in it."""
    return gzip.compress("".join(line(*each) for each in found).encode(), mtime=0)


def unseen(name: str, document: Document) -> tuple[Attribution, ...]:
    """The attributions of an editors' article; of any other those that the package finds."""
    record = _records().get(name)
    return attribute(document) if record is None else to_attributions(document, read(document, record))


@cache
def _records() -> Mapping[str, dict[str, Any]]:
    records = map(json.loads, gzip.decompress(read_bytes(FILE)).splitlines())
    return {record["id"]: record for record in records}
