"""Reads a user's own parties from TOML.

[[party]]
name = "Harbour Council"
kind = "organization"            # country, organization, person or group
aliases = ["HC", "the council of the harbour"]
people = ["Ada Quill"]           # those who speak for it
parent = "Ruritania"             # the state or body that it belongs to
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Any, NoReturn, get_args

from briefing.entities.gazetteer import Gazetteer
from briefing.entities.model import Entry, Sense
from briefing.errors import GazetteerError
from briefing.model import PartyKind

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_KINDS = get_args(PartyKind)
_KEYS = {"name": "text", "kind": "text", "aliases": "list", "people": "list", "parent": "text"}
_TYPES = {"country": "state", "organization": "body", "person": "person", "group": "group"}
_AT_LINE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*party[ \t]*\]\]", re.MULTILINE)


def parse(text: str, source: str) -> Gazetteer:
    """The gazetteer in a TOML text; raises ``GazetteerError`` naming ``source`` and the line."""
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        _fail(source, line, f"not valid TOML: {_AT_LINE.sub('', str(error)).strip()}")
    lines = [text.count("\n", 0, header.start()) + 1 for header in _HEADER.finditer(text)]
    for unknown in data.keys() - {"party"}:
        _fail(source, _line_of(text, unknown), f"unknown key “{unknown}”; parties are tables [[party]]")
    parties = data.get("party", [])
    if not isinstance(parties, list):
        _fail(source, _line_of(text, "party"), "write each party as a table of its own: [[party]]")
    entries: list[Entry] = []
    names: list[tuple[str, Sense]] = []
    for index, party in enumerate(parties):
        _add(party, source, lines[index] if index < len(lines) else 1, text, entries, names)
    return Gazetteer(entries, names)


def _add(
    party: Mapping[str, Any], source: str, line: int, text: str, entries: list[Entry], names: list[tuple[str, Sense]]
) -> None:
    _check(party, source, line, text)
    kind: PartyKind = party.get("kind", "organization")
    entry = Entry(party["name"].strip(), kind, _TYPES[kind], party.get("parent"))
    entries.append(entry)
    names += [(alias, Sense(entry, "name")) for alias in (entry.name, *party.get("aliases", ()))]
    for person in party.get("people", ()):
        speaker = Entry(person, "person", "person", entry.name)
        entries.append(speaker)
        names.append((person, Sense(speaker, "spokesperson")))


def _check(party: object, source: str, line: int, text: str) -> None:
    if not isinstance(party, dict):
        _fail(source, line, "write each party as a table of its own: [[party]]")
    for key, value in party.items():
        at = _line_of(text, key, line)
        if key not in _KEYS:
            _fail(source, at, f"unknown key “{key}”; known are {', '.join(_KEYS)}")
        if _KEYS[key] == "text" and not (isinstance(value, str) and value.strip()):
            _fail(source, at, f"“{key}” must be a text that is not empty")
        if _KEYS[key] == "list" and not (
            isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
        ):
            _fail(source, at, f"“{key}” must be a list of texts")
    if "name" not in party:
        _fail(source, line, "a party without a name")
    if party.get("kind", "organization") not in _KINDS:
        _fail(source, _line_of(text, "kind", line), f"unknown kind “{party['kind']}”; known are {', '.join(_KINDS)}")


def _line_of(text: str, key: str, start: int = 1) -> int:
    """The first line from ``start`` on that begins with a key, else ``start``."""
    for number, line in enumerate(text.splitlines()[start - 1 :], start):
        if line.lstrip().removeprefix("[[").lstrip().strip("\"'").startswith(key):
            return number
    return start


def _fail(source: str, line: int, what: str) -> NoReturn:
    raise GazetteerError(f"{source}, line {line}: {what}")
