"""Evaluates attributions with the scoring scripts of the corpora: on PolNeAR dev, and on the editors' gold."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from briefing.attribution.assembly import Found
from briefing.attribution.attributions import to_attributions
from briefing.model import STANCES, Document
from briefing.training.attribution_corpus import Example
from briefing.training.spans import ROLES

_SHOWN = ("attribution", "attribution/indirect", "attribution/quoted", "tok_content", "tok_source", "tok_cue")


def measure(shared: Path, documents: Sequence[Document], found: Iterable[Sequence[Found]]) -> dict[str, float]:
    """F1 in percent of the attributions found in the documents of PolNeAR dev, whole and by role."""
    scorer = _scorer(shared / "eval/score_attribution.py")
    records = [json.loads(line) for line in (shared / "data/polnear/dev.jsonl").read_text("utf-8").splitlines()]
    predicted = []
    for document, each in zip(documents, found, strict=True):
        made = to_attributions(document, each)
        spans = [{role: getattr(one, role) for role in ROLES} for one in made]
        predicted.append({"id": document.article.id, "attributions": spans})
    result = scorer.score(records, predicted)
    return {name: round(100 * result[name]["F1"], 2) for name in _SHOWN}


def measure_contents(
    shared: Path, folder: str, examples: Sequence[Example], found: Iterable[Sequence[Found]], least: float = 0.0
) -> dict[str, float]:
    """Precision, recall and F1 of the contents found in a folder of the editors' gold, and the share of right stances.

    Only attributions of at least the confidence ``least`` count; the stance of each is the most probable one.
    """
    scorer = _scorer(shared / "eval/score_positions.py")
    matched = predicted = annotated = accepted = 0
    for each, marked in zip(examples, found, strict=True):
        text = each.document.article.text
        positions = json.loads((shared / folder / f"{each.id}.gold.json").read_text("utf-8"))["positions"]
        golds = [one | {"words": scorer.word_ids(one["content"], text)} for one in positions]
        kept = to_attributions(each.document, [one for one in marked if one.confidence >= least])
        made = [{"parties": [], "words": scorer.word_ids(one.content, text), "stances": one.stances} for one in kept]
        pairs = scorer.match(golds, made)
        matched, predicted, annotated = matched + len(pairs), predicted + len(made), annotated + len(golds)
        accepted += sum(_best(made[place]["stances"]) in golds[gold]["stance"] for gold, place in pairs)
    return {
        "contents, precision": matched / max(1, predicted),
        "contents, recall": matched / max(1, annotated),
        "contents, F1": 2 * matched / max(1, predicted + annotated),
        "stances accepted": accepted / max(1, matched),
    }


def _best(stances: Sequence[float]) -> str | None:
    return STANCES[max(range(len(STANCES)), key=stances.__getitem__)] if stances else None


def _scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
