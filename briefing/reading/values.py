"""Reads values of records: the text, the names or the address in a string, list or object."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.reading.items import on_one_line

_INNER = (
    *("rendered", "plain", "value", "text", "#text", "$t", "_", "html", "main", "original", "full", "fullname", "name"),
    *("displayname", "title", "literal", "@id", "id", "url", "href", "content"),
)
_FIRST_AND_LAST = (("first_name", "last_name"), ("firstname", "lastname"), ("firstName", "lastName"))
_MAX_DEPTH = 4
_LONGEST_LIST = 2_000  # characters


def text_in(value: Any, depth: int = 0) -> str:
    """The text of a value: a string itself, or the first one in a list or object; "" if there is none."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if depth > _MAX_DEPTH:
        return ""
    if isinstance(value, list):
        main = [each for each in value if isinstance(each, dict) and each.get("role") in ("main", "body")]
        return next(filter(None, (text_in(each, depth + 1) for each in [*main, *value[:20]])), "")
    if isinstance(value, dict):
        low = {str(name).lower(): inner for name, inner in value.items()}
        return next(filter(None, (text_in(low[name], depth + 1) for name in _INNER if name in low)), "")
    return ""


def names_in(value: Any) -> list[str]:
    """The names of people in a value: a string, an object with a name, or a list of them; addresses are no names."""
    return list(dict.fromkeys(name for name in _names(value, 0) if name and not is_address(name)))


def _names(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        listed = _listed(value)
        if listed is None:
            yield on_one_line(value)
        else:
            yield from _names(listed, depth + 1)
    elif depth > _MAX_DEPTH:
        return
    elif isinstance(value, list):
        for each in value[:50]:
            yield from _names(each, depth + 1)
    elif isinstance(value, dict):
        for first, last in _FIRST_AND_LAST:
            if isinstance(value.get(last), str) and not text_in(value.get("name")):
                yield on_one_line(f"{value.get(first) or ''} {value[last]}")
                return
        if "name" in value:
            yield from _names(value["name"], depth + 1)
        else:
            yield on_one_line(text_in(value))


def _listed(text: str) -> list[Any] | None:
    """The list that a text writes in JSON or Python syntax, as programs put it into a cell of a table; None if none."""
    text = text.strip()
    if not (text.startswith("[") and text.endswith("]")) or len(text) > _LONGEST_LIST:
        return None
    for read in (json.loads, ast.literal_eval):
        try:
            value = read(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        return value if isinstance(value, list) else None
    return None


def is_address(text: str) -> bool:
    """Whether a text is the address of a page."""
    return text[:8].lower().startswith(("http://", "https://", "//", "www."))


def layers(record: Mapping[str, Any], containers: frozenset[str], depth: int = 2) -> Iterator[Mapping[str, Any]]:
    """The record, then the objects in it under the names of ``containers``, ``depth`` levels deep."""
    yield record
    if depth:
        for name, value in record.items():
            if isinstance(value, dict) and str(name).lower() in containers:
                yield from layers(value, containers, depth - 1)


def shown(value: Any) -> str:
    """A value as text for the ``extra`` of an article: strings as they are, all else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
