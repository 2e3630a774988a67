"""A user's own parties: what a good file does, and which line a bad one is told by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.errors import GazetteerError
from briefing.parties import load_parties

GOOD = """
[[party]]
name = "Harbour Council"
aliases = ["HC", "the council of the harbour"]
people = ["Ada Quill"]
parent = "Norway"

[[party]]
name = "Old Pier"
kind = "person"
"""


@pytest.mark.parametrize("source", ["HC", "Ada Quill", "The council of the harbour"])
def test_names_aliases_and_people_stand_for_the_party(filed: Callable[..., list[list[str]]], source: str) -> None:
    extra = load_parties(GOOD.replace("the council", "The council"), "mine.toml")
    assert filed(f"[s:{source}] [c:said] [t:boats were cheap].", extra=extra) == [["Harbour Council"]]


def test_the_users_names_come_before_those_of_the_package(filed: Callable[..., list[list[str]]]) -> None:
    extra = load_parties('[[party]]\nname = "Pier Shop"\naliases = ["Amazon"]\n', "mine.toml")
    assert filed("[s:Amazon] [c:said] [t:boats were cheap].", extra=extra) == [["Pier Shop"]]


def test_a_person_of_the_user_is_a_person(cast: Callable[..., object]) -> None:
    found = cast("[s:Old Pier] [c:said] [t:boats were cheap].", extra=load_parties(GOOD, "mine.toml"))
    assert [entity.kind for entity in found.entities] == ["person"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[[party]]\nname = \n", 2, "not valid TOML"),
        ("[[party]]\nkind = 'group'\n", 1, "without a name"),
        ("[[party]]\nname = 'A'\nkind = 'town'\n", 3, "unknown kind"),
        ("[[party]]\nname = 'A'\n[[party]]\nname = 'B'\nalias = ['C']\n", 5, "unknown key “alias”"),
        ("[[party]]\nname = 'A'\naliases = 'B'\n", 3, "must be a list"),
        ("[[party]]\nname = 'A'\naliases = [1]\n", 3, "must be a list"),
        ("[[party]]\nname = ''\n", 2, "not empty"),
        ("\nparties = []\n", 2, "unknown key “parties”"),
        ("party = 3\n", 1, "table of its own"),
        ("[party]\nname = 'A'\n", 1, "table of its own"),
    ],
)
def test_a_bad_file_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(GazetteerError) as caught:
        load_parties(text, "mine.toml")
    assert str(caught.value).startswith(f"mine.toml, line {line}: ")
    assert words in str(caught.value)


@pytest.mark.parametrize("text", ["", "\ufeff[[party]]\nname = 'A'\n", "# nothing\n"])
def test_an_empty_file_or_one_with_a_byte_order_mark_is_fine(text: str) -> None:
    load_parties(text, "mine.toml")
