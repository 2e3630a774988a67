"""Briefs for programs: JSON objects, indented or one a line."""

from __future__ import annotations

import json
from typing import Any

from briefing.codec import SCHEMA, to_json
from briefing.model import Brief
from briefing.rendering.explanation import Explanation
from briefing.rendering.grouping import spoken_quotations
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import json_text

Record = dict[str, Any]
_HOLDER = ("id", "parties", "stance", "resolved", "source", "sentence", "confidence")


def brief_record(brief: Brief) -> Record:
    """The whole brief."""
    return to_json(brief)


def positions_record(brief: Brief) -> Record:
    """The article and its positions."""
    record = to_json(brief)
    return {key: record[key] for key in ("schema", "article", "positions")}


def quotes_record(brief: Brief) -> Record:
    """The article and its quotations, each with the id of its position."""
    quotes = [
        {
            "position": saying.position.id,
            "parties": list(saying.parties),
            "speakers": [speaker._asdict() for speaker in saying.speakers],
            "start": saying.start,
            "end": saying.end,
            "text": saying.text,
        }
        for saying in spoken_quotations(brief)
    ]
    return {"schema": SCHEMA, "article": to_json(brief)["article"], "quotes": quotes}


def explanation_record(explanation: Explanation) -> Record:
    """The article, every sentence of it, and how the holder of each position was found."""
    sentences = [
        {
            "sentence": each.sentence,
            "kind": each.kind,
            "start": each.piece.start,
            "end": each.piece.end,
            "text": each.piece.text,
            "score": each.score,
            "why": dict(each.why),
            "rank": each.rank,
        }
        for each in explanation.sentences
    ]
    made = to_json(Brief(explanation.article, (), explanation.positions, (), ()))
    positions = [{key: each[key] for key in _HOLDER} for each in made["positions"]]
    return {"schema": SCHEMA, "article": made["article"], "sentences": sentences, "positions": positions}


def indented(record: Record, layout: Layout) -> str:
    """The record over several lines, for eyes and ``diff``."""
    return json_text(json.dumps(record, ensure_ascii=layout.ascii, indent=2))


def line(record: Record, layout: Layout) -> str:
    """The record on one line."""
    return json_text(json.dumps(record, ensure_ascii=layout.ascii))
