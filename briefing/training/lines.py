"""Attributions that a network found in articles, written as lines of JSON: spans of their texts, no words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from briefing.attribution.assembly import Found
from briefing.model import STANCES, Document
from briefing.training.spans import ROLES, spans_of

_SHOWN = 0.05
"""The least probability of a stance that is written down."""


def line(name: str, document: Document, found: Sequence[Found]) -> str:
    """An article's attributions as a line of JSON: character spans of each role, chances of stances in percent."""
    record: dict[str, Any] = {"id": name, "attributions": []}
    for each in found:
        spans = {role: spans_of(document, getattr(each, role)) for role in ROLES}
        stances = [(at, round(100 * share)) for at, share in enumerate(each.stances) if share >= _SHOWN]
        record["attributions"].append({"sure": round(each.confidence, 2), "stances": stances, **spans})
    return json.dumps(record, separators=(",", ":")) + "\n"


def dense(stances: Sequence[tuple[int, int]]) -> tuple[float, ...]:
    """A probability for each of STANCES, in sum 1, from pairs (index, percent) of the likeliest ones."""
    shares, total = dict(stances), sum(share for _, share in stances) or 1
    return tuple(shares.get(at, 0) / total for at in range(len(STANCES)))
