"""The gazetteer: its data are sound, and every way to call a state is known."""

from __future__ import annotations

import pytest

from briefing.entities.gazetteer import Gazetteer, key, standard
from briefing.entities.model import Sense


def _sense(text: str) -> Sense:
    words = key(text.split())
    hit = standard().longest(words, 0, len(words))
    assert hit is not None
    assert hit.length == len(words)
    return hit.senses[0]


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("U.S.", "United States", "name"),
        ("Kyiv", "Ukraine", "capital"),
        ("Élysée Palace", "France", "seat"),
        ("Filipinos", "Philippines", "people"),
        ("South Korean", "South Korea", "adjective"),
        ("Quai d'Orsay", "France", "seat"),
        ("International Monetary Fund", "International Monetary Fund", "name"),
        ("People’s Bank of China", "People's Bank of China", "name"),
        ("Washington, D.C.", "United States", "capital"),
    ],
)
def test_every_way_to_call_it_is_known(text: str, name: str, use: str) -> None:
    sense = _sense(text)
    assert (sense.entry.name, sense.use) == (name, use)


def test_there_are_all_states_and_no_name_twice() -> None:
    states = [entry for entry in standard().entries.values() if entry.type == "state"]
    assert len(states) >= 190
    assert all(entry.kind == "country" for entry in states)


def test_every_parent_is_an_entry() -> None:
    entries = standard().entries
    assert {e.parent for e in entries.values() if e.parent} <= set(entries)


def test_the_longest_name_wins() -> None:
    words = key(["New", "York", "Times", "said"])
    hit = standard().longest(words, 0, len(words))
    assert hit is not None
    assert hit.senses[0].entry.name == "New York Times"


def test_an_empty_gazetteer_knows_nothing() -> None:
    assert Gazetteer([], []).longest(["Peru"], 0, 1) is None
