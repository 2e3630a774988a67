"""The JSON forms as types, and as the JSON Schema files that ship with the package.

``briefing.schemas.brief`` and its neighbours describe each form once, as ``msgspec`` types: ``from_json`` checks what
it reads against them, and ``python -m pytest tests/briefing/schemas --renew-golden`` makes the files in
``data/schemas`` from them.
"""

from __future__ import annotations

from typing import Any

SCHEMAS = (
    "brief",
    "positions",
    "quotes",
    "explanation",
    "digest",
    "comparison",
    "stories",
    "sources",
    "error",
    "report",
)
"""The forms that have a schema: what each command prints as JSON, the record of a failed input, a batch's report."""


def json_schema(name: str = "brief") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one of the forms in ``SCHEMAS``.

    Later versions may add keys to a form but never remove one, so that a schema allows keys that it does not know.

    Raises:
        ValueError: there is no such form; the message lists them.

    >>> json_schema("brief")["$id"]
    'urn:news-brief:brief/1:brief'
    >>> json_schema("letter")
    Traceback (most recent call last):
    ...
    ValueError: there is no schema of 'letter'; choose one of brief, positions, quotes, explanation, digest, \
comparison, stories, sources, error, report
    """
    if name not in SCHEMAS:
        raise ValueError(f"there is no schema of {name!r}; choose one of {', '.join(SCHEMAS)}")
    from briefing.resources import read_json

    found: dict[str, Any] = read_json(f"schemas/{name}.json")
    return found
