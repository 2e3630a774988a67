"""From a record (a row of a table or an object of JSON, with whatever field names) to the article in it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefing.errors import EmptyError, RecordError
from briefing.reading.datevalues import date_value
from briefing.reading.field_names import field_names, known_name, meaning_of, plain_name
from briefing.reading.hypertext import looks_like_html, parts_of_html, text_of_html
from briefing.reading.items import Item, Part, on_one_line
from briefing.reading.languages import tag_of
from briefing.reading.raw import Reading
from briefing.reading.values import is_address, layers, names_in, shown, text_in

CONTAINERS = frozenset(
    [
        "fields",
        "_source",
        "attributes",
        "article",
        "item",
        "node",
        "post",
        "document",
        "doc",
        "record",
        "story",
        "news",
        "thread",
        "properties",
        "_embedded",
        "rightsinfo",
    ]
)
FINISHED = "brief/1"
_ARTICLE_TYPES = ("Article", "Posting", "Report")
_LONGEST_EXTRA = 2_000  # characters; what is longer is another text, not something about this one
_LONGEST_ID = 500
_PROSE = 80  # the fewest characters of a field that is taken for the text only by a word in its name
_STUB = 300  # characters; a shorter text gives way to a much longer one in another field
_CUT = re.compile(r"(?:…|\.\.\.)? ?\[\+?\d+ (?:chars|characters)\]\s*\Z")
_BY = re.compile(r"^(?:by|von|par|por)[ :]\s*(?=\S)", re.IGNORECASE)
_SNIPPET = "only a summary of the article is there, not its text"
_CUT_NOTE = "the source gives only the beginning of the text"


class _Record:
    """The fields of a record by plain name: its own, then those of CONTAINERS in it; ``placed`` names those used."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self.layers = list(layers(record, CONTAINERS))
        self.fields: dict[str, list[tuple[str, Any]]] = {}
        for layer in self.layers:
            for name, value in layer.items():
                if value not in (None, "", [], {}):
                    self.fields.setdefault(plain_name(str(name)), []).append((str(name), value))
        self.placed: set[str] = set()

    def candidates(self, meaning: str, given: str | None = None) -> Iterator[tuple[str, Any]]:
        """The plain name and value of each field with a meaning, the surest first; only of ``given``, if named."""
        for name in (given,) if given else field_names(meaning):
            value = self.at(name) if given else None
            if value is not None:
                yield plain_name(name), value
            else:
                yield from ((plain_name(name), value) for _, value in self.fields.get(plain_name(name), ()))
        if not given:
            yield from ((plain, value) for plain, value in self._by_words(meaning) if plain not in self.placed)

    def _by_words(self, meaning: str) -> Iterator[tuple[str, Any]]:
        """The fields with names outside the table that contain a word of the meaning."""
        for plain, found in self.fields.items():
            if not known_name(plain):
                for name, value in found:
                    if meaning_of(name) == meaning and (meaning != "text" or len(text_in(value)) >= _PROSE):
                        yield plain, value

    def at(self, path: str) -> Any:
        """The value of a field by its exact name, or by a path such as ``a.b.c``; None where there is none."""
        for layer in self.layers:
            if path in layer:
                return layer[path]
        value: Any = self.layers[0]
        for name in path.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        return value

    def take(self, meaning: str, given: str | None = None) -> str | None:
        """The first text with a meaning, on one line and without markup; its field is placed."""
        for name, value in self.candidates(meaning, given):
            if text := text_in(value):
                self.placed.add(name)
                return on_one_line(text_of_html(text) if looks_like_html(text) else html.unescape(text))
        return None


def item_of(record: Mapping[str, Any], reading: Reading) -> Item:
    """The article in a record.

    Raises:
        RecordError: it has no text, or is a finished brief.
        EmptyError: its text is empty.
    """
    if record.get("schema") == FINISHED:
        raise RecordError("it is a finished brief; give it to brief digest")
    found = _Record(record)
    text, notes = _text(found, reading)
    date, unclear = _date(found, reading)
    url = _url(found)
    item = Item(
        text="" if isinstance(text, tuple) else text,
        parts=text if isinstance(text, tuple) else (),
        id=id_of(record, reading),
        title=found.take("title"),
        byline=_byline(found),
        dateline=None,
        date=date,
        outlet=_outlet(found, reading),
        url=url,
        language=_language(found),
        section=found.take("section"),
        notes=(*notes, *unclear),
    )
    return _with_extra(item, found, reading)


def id_of(record: Mapping[str, Any], reading: Reading) -> str | None:
    """The id of a record: the field that ``reading`` names, or else a usual one; None if there is none."""
    names = (reading.id_field, *(field_names("id") if reading.id_field == "id" else ()))
    fields = {plain_name(str(name)): value for name, value in reversed(list(record.items()))}
    for name in names:
        value = record[name] if name in record else fields.get(plain_name(name))
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()[:_LONGEST_ID]
    return None


def is_article_type(record: Mapping[str, Any]) -> bool:
    """Whether the ``@type`` of a schema.org record is that of an article."""
    kinds = record.get("@type")
    return any(str(kind).endswith(_ARTICLE_TYPES) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def has_text(record: object, reading: Reading, snippets: bool = False) -> bool:
    """Whether a value is a record with the text of an article, or with ``snippets`` a summary, or a finished brief."""
    if not isinstance(record, dict):
        return False
    if record.get("schema") == FINISHED:
        return True
    found = _Record(record)
    meanings = ("text", "snippet") if snippets else ("text",)
    return any(text_in(value) for meaning in meanings for _, value in found.candidates(meaning, reading.text_field))


def is_more_than_text(record: object, reading: Reading) -> bool:
    """Whether a record with a text looks like an article: it also has a title, byline, date or URL, or it is long."""
    if not isinstance(record, dict):
        return False
    found = _Record(record)
    beside = ("title", "byline", "date", "url")
    return any(True for meaning in beside for _ in found.candidates(meaning)) or any(
        len(text_in(value)) >= _STUB for _, value in found.candidates("text", reading.text_field)
    )


def _text(found: _Record, reading: Reading) -> tuple[str | tuple[Part, ...], list[str]]:
    for meaning in ("text", "snippet"):
        longest = ""
        for name, value in found.candidates(meaning, reading.text_field):
            text = _full_text(value)
            if not longest or (len(longest) < _STUB and _length(text) > 3 * len(longest)):
                longest = text or longest
            found.placed.add(name)
        if longest:
            notes = [_SNIPPET] if meaning == "snippet" and not reading.text_field else []
            if cut := _CUT.search(longest[-60:]):
                longest, notes = longest[: len(longest) - len(cut.group())].rstrip(), [*notes, _CUT_NOTE]
            return (parts_of_html(longest) or longest) if looks_like_html(longest) else longest, notes
    names = (reading.text_field,) if reading.text_field else field_names("text")
    if any(isinstance(layer.get(name), str) for layer in found.layers for name in names):
        raise EmptyError("it holds no words; give a record with a text")
    wanted = reading.text_field or ", ".join(field_names("text")[:6])
    given = ", ".join(sorted(name for (name, _), *_ in found.fields.values())[:8])
    has = f"; it has {given}" if given else ""
    raise RecordError(f"the record has no text in {wanted}{has}; name its field with --text-field")


def _length(text: str) -> int:
    """The characters of a text without its markup."""
    return len(text_of_html(text)) if looks_like_html(text) else len(text)


def _full_text(value: Any) -> str:
    """The text of a value; a list of paragraphs is one text."""
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return "\n\n".join(each for each in value if each.strip())
    return text_in(value)


def _date(found: _Record, reading: Reading) -> tuple[str | None, list[str]]:
    note: str | None = None
    for meaning in ("date", "modified"):
        for name, value in found.candidates(meaning, reading.date_field):
            given = value if isinstance(value, (int, float)) else text_in(value) or _inner_number(value)
            iso, unclear = date_value(given)
            note = note or unclear
            if iso:
                found.placed.add(name)
                return iso, []
    return None, [note] if note else []


def _inner_number(value: Any) -> Any:
    """The time in an object such as ``{"$date": 1773316800000}``."""
    if isinstance(value, dict):
        return next(
            (each for each in value.values() if isinstance(each, (int, str)) and not isinstance(each, bool)), None
        )
    return None


def _byline(found: _Record) -> str | None:
    for name, value in found.candidates("byline"):
        if names := [_BY.sub("", each, count=1) for each in names_in(value)]:
            found.placed.add(name)
            return ("; " if any("," in each for each in names) else ", ").join(names)
    return None


def _outlet(found: _Record, reading: Reading) -> str | None:
    for name, value in found.candidates("outlet", reading.outlet_field):
        text = on_one_line(text_in(value))
        if text and not is_address(text):
            found.placed.add(name)
            return text
    return None


def _url(found: _Record) -> str | None:
    for name, value in [*found.candidates("url"), *found.candidates("outlet")]:
        text = on_one_line(text_in(value))
        if is_address(text):
            found.placed.add(name)
            return text
    return None


def _language(found: _Record) -> str | None:
    for name, value in found.candidates("language"):
        if tag := tag_of(text_in(value)):
            found.placed.add(name)
            return tag
    return None


def _with_extra(item: Item, found: _Record, reading: Reading) -> Item:
    """The item with the fields that have no attribute of their own in ``extra``, unless they are long."""
    placed = found.placed | {plain_name(reading.id_field)} | set(field_names("text"))
    extra = []
    for plain, ((name, value), *_) in found.fields.items():
        if plain not in placed and not (isinstance(value, dict) and name.lower() in CONTAINERS):
            text = shown(value)
            if len(text) <= _LONGEST_EXTRA:
                extra.append((name, text))
    return replace(item, extra=tuple(extra)) if extra else item


def record_in(line: bytes, encoding: str | None) -> Mapping[str, Any]:
    """The object that a line of JSON holds.

    Raises:
        RecordError: it holds none.
    """
    try:
        record = json.loads(line.decode(encoding or "utf-8", "replace" if encoding is None else "strict"))
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", None) or "it cannot be read"
        raise RecordError(f"the line is not JSON ({what}); each line must be one object") from error
    if not isinstance(record, dict):
        raise RecordError(f"the line holds a JSON {type(record).__name__}; each line must be one object")
    return record
