"""Makes the JSON Schema files from the types."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from briefing.schemas import SCHEMAS, brief, digest, report

_TYPES: dict[str, tuple[str, Any]] = {
    "brief": ("brief/1", brief.Brief),
    "positions": ("brief/1", brief.Positions),
    "quotes": ("brief/1", brief.Quotes),
    "explanation": ("brief/1", brief.Explanation),
    "error": ("brief/1", brief.Error),
    "digest": ("digest/2", digest.Digest),
    "comparison": ("digest/2", digest.Comparison),
    "stories": ("digest/2", list[digest.Story]),
    "sources": ("digest/2", list[digest.Heard]),
    "report": ("brief-report/1", report.Report),
}
assert set(_TYPES) == set(SCHEMAS)


def schema_text(name: str) -> str:
    """The text of the JSON Schema file for one of ``SCHEMAS``, made from its type."""
    version, form = _TYPES[name]
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:news-brief:{version}:{name}",
        "title": f"{version}: {name}",
    }
    return json.dumps(head | msgspec.json.schema(form), ensure_ascii=False, indent=1) + "\n"
