"""What a result is made by is in the fingerprint of its run: every field, also one that is added later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from briefing.parties import load_parties
from briefing.pipeline import Options
from briefing.reading import Reading
from briefing.reading.raw import MAX_BYTES
from briefing.rendering import Layout
from cli import constants
from cli.batch.settings import Settings, canonical

SETTINGS = Settings("json", Layout(), Options(), Reading(), whole=True)
PARTIES = '[[party]]\nname = "Harbour Board"\nkind = "organization"\naliases = ["the board"]\n'
GIVEN = {"words": 70, "gazetteer": load_parties(PARTIES, "a.toml")}
NO_MATTER = {"clock"}


def others(value: Any) -> Iterator[tuple[str, Any]]:
    """The value with each of its fields changed, one at a time, down to the last."""
    for each in fields(value):
        held = getattr(value, each.name)
        if is_dataclass(held):
            yield from ((f"{each.name}.{name}", replace(value, **{each.name: inner})) for name, inner in others(held))
        else:
            yield each.name, replace(value, **{each.name: changed(each.name, held)})


def changed(name: str, held: Any) -> Any:
    """Another value that the setting may have."""
    if name in GIVEN:
        return GIVEN[name]
    if isinstance(held, bool):
        return not held
    if isinstance(held, float):
        return (held + 1) / 2
    if isinstance(held, int):
        return held + 1
    return "other" if held != "other" else "another"


OTHERS = dict(others(SETTINGS))


@pytest.mark.parametrize("name", OTHERS)
def test_every_setting_is_in_the_fingerprint(name: str) -> None:
    same = SETTINGS.fingerprint("1") == OTHERS[name].fingerprint("1")

    assert same is (name in NO_MATTER)


def test_the_options_are_met() -> None:
    assert {"options.min_confidence", "options.gazetteer", "reading.max_bytes", "layout.positions"} <= OTHERS.keys()


def test_the_version_and_the_users_names_are_in_the_fingerprint() -> None:
    one = load_parties(PARTIES, "a.toml")
    other = load_parties(PARTIES.replace("the board", "the Board"), "a.toml")

    assert SETTINGS.fingerprint("1") != SETTINGS.fingerprint("2")
    assert canonical(Options(gazetteer=one)) == canonical(Options(gazetteer=load_parties(PARTIES, "a.toml")))
    assert canonical(Options(gazetteer=one)) != canonical(Options(gazetteer=other))


def test_sets_and_mappings_have_one_order() -> None:
    assert canonical(frozenset("abc")) == canonical(frozenset("cba"))
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})


def test_the_command_and_the_library_have_one_limit() -> None:
    assert constants.MAX_BYTES == MAX_BYTES
