"""What a web page says of its article in JSON-LD, with the terms of schema.org."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from typing import Any

from briefing.reading.from_record import is_article_type

_MAX_DEPTH = 6


def article_record(scripts: Iterable[str]) -> dict[str, Any]:
    """The record of the article among the JSON-LD scripts of a page, the longest if there are several; {} if none."""
    found = [record for script in scripts for record in _articles(_value(script), 0)]
    return max(found, key=_weight, default={})


def _value(script: str) -> Any:
    text = script.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for each in value[:200]:
            yield from _articles(each, depth + 1)
    elif isinstance(value, dict):
        if is_article_type(value):
            yield _unescaped(value)
        else:
            for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
                yield from _articles(value.get(name), depth + 1)


def _weight(record: dict[str, Any]) -> tuple[int, int]:
    body = record.get("articleBody")
    return len(body) if isinstance(body, str) else 0, sum(
        1 for name in ("headline", "datePublished") if record.get(name)
    )


def _unescaped(value: Any) -> Any:
    """A value with the HTML entities in its strings replaced, which many pages use in a script, wrongly."""
    if isinstance(value, str):
        return html.unescape(value) if "&" in value else value
    if isinstance(value, list):
        return [_unescaped(each) for each in value]
    if isinstance(value, dict):
        return {name: _unescaped(each) for name, each in value.items()}
    return value
