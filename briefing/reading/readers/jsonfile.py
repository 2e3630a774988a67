"""JSON: an article, an array of articles, or either nested in the response of an API.

A file within ``max_bytes`` is parsed as a whole. A longer one is streamed, record by record, so that an array of any
length takes the memory of one record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from briefing.errors import BrokenError, EmptyError, FormatError, RecordError
from briefing.reading.decoding import decode
from briefing.reading.field_names import plain_name
from briefing.reading.from_record import has_text, id_of, is_article_type, is_more_than_text
from briefing.reading.opening import Source
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers.jsonstream import elements

_MAX_DEPTH = 6
_LOOKED_AT = 50  # records of an array that tell what the array is
_DEEP = 3  # levels; at this depth a record with only a text may be a comment or an annotation, not an article
_ASIDE = frozenset({"comments", "comment", "replies", "related", "relatedarticles", "recommended", "annotations"})


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The records of a file in its order.

    Raises:
        BrokenError: it is no JSON.
        FormatError: it holds no article.
    """
    begin = source.stream.read(reading.max_bytes + 1)
    if len(begin) > reading.max_bytes:
        yield from raws(source, reading, elements(begin, source.stream, reading))
        return
    text = decode(begin, reading.encoding).text.strip()
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise BrokenError("it is JSON that is nested too deeply; give the articles in it") from error
    except ValueError as error:
        yield from raws(source, reading, _one_after_another(text, error))
        return
    records, several = records_in(value, reading)
    source.known = (*source.known, *_of_feed(value))
    yield from raws(source, reading, records, alone=not several)


def _of_feed(value: Any) -> tuple[tuple[str, str], ...]:
    """The fields that a JSON Feed states for all its items."""
    if not isinstance(value, dict) or "jsonfeed" not in str(value.get("version")):
        return ()
    said = (("outlet", value.get("title")), ("language", value.get("language")))
    return tuple((name, text) for name, text in said if isinstance(text, str) and text)


def _one_after_another(text: str, error: ValueError) -> list[Any]:
    """The values of a text with several JSON values in a row; raises BrokenError for any other text."""
    decoder, at, found = json.JSONDecoder(), 0, []
    try:
        while at < len(text):
            value, at = decoder.raw_decode(text, at)
            found.append(value)
            while at < len(text) and text[at] in " \t\r\n,":
                at += 1
    except (ValueError, RecursionError):
        what, line = getattr(error, "msg", str(error)), getattr(error, "lineno", 1)
        raise BrokenError(f"it is JSON, and broken ({what} in line {line}); check it") from error
    return found


def records_in(value: Any, reading: Reading) -> tuple[list[Any], bool]:
    """The records of articles in a value, and whether they stood in an array.

    Raises:
        FormatError: there are none.
    """
    for snippets in (False, True):
        found = _search(value, reading, snippets)
        if found is not None:
            return found
    names = ", ".join(map(str, list(value)[:8])) if isinstance(value, dict) else ""
    has = f" (it has {names})" if names else ""
    raise FormatError(f"it is JSON with no text of an article{has}; name its field with --text-field")


def _search(value: Any, reading: Reading, snippets: bool) -> tuple[list[Any], bool] | None:
    """All article records on the first level that has any, and whether they are several; comments and related articles
    are skipped."""
    level: list[Any] = [value]
    for depth in range(_MAX_DEPTH):
        sets = [found for each in level if (found := _articles(each, reading, snippets))]
        if depth >= _DEEP and not reading.text_field:
            sets = [found for found in sets if any(is_more_than_text(each, reading) for each in found[0][:_LOOKED_AT])]
        if sets:
            return [record for records, _ in sets for record in records], len(sets) > 1 or sets[0][1]
        level = [inner for each in level for inner in _inner(each)][:10_000]
    return None


def _inner(value: Any) -> list[Any]:
    inner: list[Any] = value[:100] if isinstance(value, list) else []
    if isinstance(value, dict):
        inner = [each for name, each in value.items() if plain_name(str(name)) not in _ASIDE]
    return [each for each in inner if isinstance(each, (dict, list))]


def _articles(value: Any, reading: Reading, snippets: bool) -> tuple[list[Any], bool] | None:
    if isinstance(value, list):
        return _of_array(value, reading, snippets)
    if not isinstance(value, dict):
        return None
    if has_text(value, reading, snippets) and not (snippets and _wraps(value)):
        return [value], False
    if rows := _columns(value, reading):
        return rows, True
    inner = list(value.values())
    if len(inner) > 1 and all(has_text(each, reading, snippets) for each in inner[:_LOOKED_AT]):
        return [{"id": name, **each} for name, each in value.items() if isinstance(each, dict)], True
    return None


def _of_array(value: list[Any], reading: Reading, snippets: bool) -> tuple[list[Any], bool] | None:
    """The array, where at least half of its first objects are articles; of a JSON-LD graph only the articles."""
    objects = [each for each in value if isinstance(each, dict)]
    looked_at = objects[:_LOOKED_AT]
    if any("@type" in each for each in looked_at):
        typed = [each for each in objects if is_article_type(each) and has_text(each, reading, snippets)]
        return (typed, True) if typed else None
    if not looked_at or 2 * sum(has_text(each, reading, snippets) for each in looked_at) < len(looked_at):
        return None
    return value, True


def _wraps(value: dict[str, Any]) -> bool:
    """Whether an object has a list of objects, so that its description is that of the list, not of an article."""
    return any(isinstance(each, list) and each and isinstance(each[0], dict) for each in value.values())


def _columns(value: dict[str, Any], reading: Reading) -> list[dict[str, Any]] | None:
    """The rows of a table that was written column by column: ``{"text": {"0": …, "1": …}, …}``."""
    columns = {name: each for name, each in value.items() if isinstance(each, dict)}
    if len(columns) < 2 or len(columns) < len(value):
        return None
    keys = list(next(iter(columns.values())))
    if not keys or not all(list(each) == keys for each in columns.values()):
        return None
    rows = [{"id": key, **{name: each[key] for name, each in columns.items()}} for key in keys]
    return rows if has_text(rows[0], reading) else None


def raws(source: Source, reading: Reading, records: Iterable[Any], alone: bool = False) -> Iterator[Raw]:
    """Each record as the bytes of an article; ``alone`` says that the file is one record.

    Raises:
        EmptyError: there is none.
    """
    number = 0
    for number, record in enumerate(records, 1):
        name = source.name if alone else f"{source.name}:{number}"
        if not isinstance(record, dict):
            fault = RecordError(f"the element is a JSON {type(record).__name__}; each must be an object")
            yield Raw(name, f"{source.folder}/{number}", fault=fault)
            continue
        path = source.path if alone else f"{source.folder}/{id_of(record, reading) or number}"
        yield Raw(name, path, "record", json.dumps(record, ensure_ascii=True).encode(), known=source.known)
    if not number:
        raise EmptyError("it holds no records; give a JSON object or an array of them")
