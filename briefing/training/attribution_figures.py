"""Measures attributions on PolNeAR dev by the scorer that lies beside the corpora."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from briefing.attribution.assembly import Found
from briefing.attribution.attributions import to_attributions
from briefing.model import Document

_SHOWN = ("attribution", "attribution/indirect", "attribution/quoted", "tok_content", "tok_source", "tok_cue")


def measure(shared: Path, documents: Sequence[Document], found: Iterable[Sequence[Found]]) -> dict[str, float]:
    """F1 in points for what was found in the documents of PolNeAR dev."""
    scorer = _scorer(shared / "eval/score_attribution.py")
    records = [json.loads(line) for line in (shared / "data/polnear/dev.jsonl").read_text("utf-8").splitlines()]
    predicted = []
    for document, each in zip(documents, found, strict=True):
        made = to_attributions(document, each)
        spans = [{role: getattr(one, role) for role in ("source", "cue", "content")} for one in made]
        predicted.append({"id": document.article.id, "attributions": spans})
    result = scorer.score(records, predicted)
    return {name: round(100 * result[name]["F1"], 2) for name in _SHOWN}


def _scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
