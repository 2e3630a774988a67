"""Readers of the formats that other people's tools take, each written from its specification and strict about it.

YAML 1.2 (the mappings, sequences and scalars that a note's properties are made of), the Web Annotation Data Model
(W3C, 2017) and brat's standoff format (brat.nlplab.org/standoff.html, configuration.html).
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

_KEY = re.compile(r"(?P<key>[a-z]+):(?: (?P<value>.+))?")
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DOUBLE_QUOTED = re.compile(r'"(?:[^"\\\n]|\\(?:["\\/abefnrtv0]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}))*"')


def read_note(text: str) -> tuple[dict[str, Any], str]:
    """The properties of a note and the Markdown below them."""
    assert text.startswith("---\n")
    lines, fence, body = text[4:].partition("\n---\n")
    assert fence
    assert _UNPRINTABLE.search(lines) is None
    found: dict[str, Any] = {}
    key = ""
    for line in lines.split("\n"):
        if line.startswith("  - "):
            assert isinstance(found[key], list)
            found[key].append(_scalar(line[4:]))
            continue
        entry = _KEY.fullmatch(line)
        assert entry is not None, line
        key = entry["key"]
        assert key not in found
        found[key] = [] if entry["value"] is None else _scalar(entry["value"])
    return found, body


def _scalar(value: str) -> Any:
    if value.startswith('"'):
        assert _DOUBLE_QUOTED.fullmatch(value), value
        return json.loads(value)  # the escapes that JSON has mean the same in YAML
    return int(value) if value.isdecimal() else datetime.date.fromisoformat(value)


class Selection(NamedTuple):
    """An annotation with what it selects of its source."""

    id: str
    bodies: tuple[tuple[str, str], ...]
    source: str
    places: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


def read_collection(collection: Mapping[str, Any], text: str) -> list[Selection]:
    """The annotations of a collection, each of whose selectors must find the same words in the text."""
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert isinstance(collection["label"], str)
    page = collection["first"]
    assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
    found = [_annotation(each, text) for each in page["items"]]
    assert collection["total"] == len(found)
    ids = [collection["id"], page["id"], *(each.id for each in found)]
    assert len(set(ids)) == len(ids)
    assert all(urlsplit(id).scheme == "urn" for id in ids)
    return found


def _annotation(annotation: Mapping[str, Any], text: str) -> Selection:
    assert annotation["type"] == "Annotation"
    assert annotation["motivation"] == "classifying"
    for body in annotation["body"]:
        assert (body["type"], body["format"]) == ("TextualBody", "text/plain")
    targets = annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]
    (source,) = {target["source"] for target in targets}
    assert re.fullmatch(r"[\w.~:/?#\[\]@!$&'()*+,;=%-]+", source, re.ASCII), source
    places = tuple(_selected(target, text) for target in targets)
    return Selection(
        annotation["id"],
        tuple((body["purpose"], body["value"]) for body in annotation["body"]),
        source,
        places,
        tuple(text[start:end] for start, end in places),
    )


def _selected(target: Mapping[str, Any], text: str) -> tuple[int, int]:
    assert target["type"] == "SpecificResource"
    place, quotation = target["selector"]
    assert place["type"] == "TextPositionSelector"
    assert quotation["type"] == "TextQuoteSelector"
    start, end = place["start"], place["end"]
    exact, prefix, suffix = quotation["exact"], quotation["prefix"], quotation["suffix"]
    assert 0 <= start < end <= len(text)
    assert text[start:end] == exact
    assert text[:start].endswith(prefix)
    assert text[end:].startswith(suffix)
    return start, end


class Mark(NamedTuple):
    """A text-bound annotation: its type, its fragments and their words."""

    type: str
    fragments: tuple[tuple[int, int], ...]
    words: str


class Standoff(NamedTuple):
    """What an ``.ann`` file holds, by the ids of the marks."""

    marks: dict[str, Mark]
    attributes: dict[tuple[str, str], str | None]
    relations: list[tuple[str, str, str]]
    notes: dict[str, str]


def read_standoff(lines: str, text: str, configuration: str) -> Standoff:
    """The annotations in a file beside a text, of no types but those of the configuration."""
    sections = _sections(configuration)
    found = Standoff({}, {}, [], {})
    ids: set[str] = set()
    for line in lines.splitlines(keepends=True):  # as brat's own reader parts lines: at every line end of Unicode
        assert line.endswith("\n")
        id, data, *tail = line[:-1].split("\t")
        assert re.fullmatch(r"[TAR#][1-9]\d*", id)
        assert id not in ids
        ids.add(id)
        if id[0] == "T":
            found.marks[id] = _mark(data, tail, text)
            assert found.marks[id].type in sections["entities"]
        elif id[0] == "A":
            _attribute(found, data.split(" "), tail, sections)
        elif id[0] == "R":
            _relation(found, data.split(" "), tail, sections)
        else:
            kind, target = data.split(" ")
            assert kind == "AnnotatorNotes"
            assert target in found.marks
            (found.notes[target],) = tail
    return found


def _mark(data: str, tail: list[str], text: str) -> Mark:
    (words,) = tail
    type, places = data.split(" ", 1)
    fragments: list[tuple[int, int]] = []
    for place in places.split(";"):
        start, end = map(int, place.split(" "))
        assert (fragments[-1][1] if fragments else 0) <= start < end <= len(text)
        fragments.append((start, end))
    parts = [text[start:end] for start, end in fragments]
    assert " ".join(parts) == words
    assert all(part == part.strip() for part in parts)
    return Mark(type, tuple(fragments), words)


def _attribute(found: Standoff, cells: list[str], tail: list[str], sections: dict[str, dict[str, str]]) -> None:
    assert not tail
    name, target, *values = cells
    arguments = sections["attributes"][name]
    allowed = re.search(r"Value:(\S+)", arguments)
    assert f"Arg:{found.marks[target].type}" in arguments
    assert (values[0] in allowed[1].split("|")) if allowed else not values
    found.attributes[target, name] = values[0] if values else None


def _relation(found: Standoff, cells: list[str], tail: list[str], sections: dict[str, dict[str, str]]) -> None:
    assert not tail
    name, first, second = cells
    one, other = first.removeprefix("Arg1:"), second.removeprefix("Arg2:")
    types = f"Arg1:{found.marks[one].type}, Arg2:{found.marks[other].type}"
    assert sections["relations"][name] == types
    found.relations.append((name, one, other))


def _sections(configuration: str) -> dict[str, dict[str, str]]:
    """The types by section, each with its arguments."""
    found: dict[str, dict[str, str]] = {}
    for line in filter(None, configuration.splitlines()):
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), {})
        else:
            name, _, arguments = line.partition("\t")
            section[name] = arguments
    assert set(found) == {"entities", "relations", "events", "attributes"}
    return found
