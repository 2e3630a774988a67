"""Which names of different articles are one party, and which only look alike."""

from __future__ import annotations

import pytest

from briefing.digest.identities import PartyIdentities
from briefing.model import Party, PartyKind
from briefing.parties import load_parties

SAME: list[tuple[tuple[str, PartyKind, tuple[str, ...]], tuple[str, PartyKind, tuple[str, ...]]]] = [
    (("United States", "country", ()), ("U.S.", "country", ())),
    (("Dockers’ Union", "organization", ()), ("the Dockers' Union", "organization", ())),
    (("Harbour Workers Union", "organization", ("HWU",)), ("HWU", "organization", ())),
    (("Ada Quill", "person", ()), ("Ada Quill", "person", ())),
]
DIFFERENT: list[tuple[tuple[str, PartyKind, tuple[str, ...]], tuple[str, PartyKind, tuple[str, ...]]]] = [
    (("Quill", "person", ()), ("Quill", "person", ())),
    (("Quill", "person", ()), ("Ada Quill", "person", ("Quill",))),
    (("Ada Quill", "person", ()), ("Owen Quill", "person", ())),
    (("analysts", "group", ()), ("analysts", "group", ())),
    (("Association", "organization", ()), ("Association", "organization", ())),
    (("Research", "organization", ()), ("Research", "organization", ())),
    (("Harbour chief", "group", ()), ("Harbour chief", "group", ())),
    (("Harbour Trust", "organization", ("the trust",)), ("Lake Trust", "organization", ("the trust",))),
]


def identities(
    one: tuple[str, PartyKind, tuple[str, ...]], other: tuple[str, PartyKind, tuple[str, ...]]
) -> tuple[object, object]:
    names = PartyIdentities()
    for report, (name, kind, aliases) in enumerate((one, other)):
        names.note(Party(name, kind, aliases, (), 1, ()), report)
    names.settle()
    return names.identity(one[0], one[1], 0), names.identity(other[0], other[1], 1)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_party(one: tuple[str, PartyKind, tuple[str, ...]], other: tuple[str, PartyKind, tuple[str, ...]]) -> None:
    first, second = identities(one, other)
    assert first == second


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_parties(
    one: tuple[str, PartyKind, tuple[str, ...]], other: tuple[str, PartyKind, tuple[str, ...]]
) -> None:
    first, second = identities(one, other)
    assert first != second


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Patrick W. Quill", "Patrick Quill", True),
        ("Patrick W. Quill Jr.", "Patrick Quill, Jr.", True),
        ("Patrick Quill Jr.", "Patrick Quill Sr.", False),
        ("Ada Quill", "Quill", True),
        ("Ada Quill", "Holt", False),
    ],
)
def test_people_of_one_story(one: str, other: str, same: bool) -> None:
    names = PartyIdentities()
    for report, name in enumerate((one, other)):
        names.note(Party(name, "person", (), (), 1, ()), report)
    names.settle([0, 0])
    assert (names.identity(one, "person", 0) == names.identity(other, "person", 1)) is same


def test_a_surname_of_two_in_a_story_joins_neither() -> None:
    names = PartyIdentities()
    for report, name in enumerate(("Ada Quill", "Owen Quill", "Quill")):
        names.note(Party(name, "person", (), (), 1, ()), report)
    names.settle([0, 0, 0])
    assert names.identity("Quill", "person", 2) == ("quill", 2)


def test_a_campaign_in_any_letters_is_one() -> None:
    names = PartyIdentities()
    assert names.identity("Quill campaign", "group", 0) == names.identity("Quill Campaign", "organization", 1)


def test_an_abbreviation_of_two_names_joins_neither() -> None:
    names = PartyIdentities()
    for report, name in enumerate(("Harbour Workers Union", "Hill Walkers Union")):
        names.note(Party(name, "organization", ("HWU",), (), 1, ()), report)
    names.note(Party("HWU", "organization", (), (), 1, ()), 2)
    names.settle()
    assert names.name(names.identity("HWU", "organization", 2)) == "HWU"


def test_the_users_own_names_come_first() -> None:
    extra = load_parties('[[party]]\nname = "Harbour Council"\naliases = ["the regional government"]\n', "x.toml")
    names = PartyIdentities(extra)
    assert names.identity("the regional government", "group", 3) == ("Harbour Council", None)


def test_the_form_that_most_articles_use_is_shown() -> None:
    names = PartyIdentities()
    for report, name in enumerate(("the Tarn Council", "Tarn Council", "Tarn Council")):
        names.note(Party(name, "organization", (), (), 1, ()), report)
    names.settle()
    identity = names.identity("the Tarn Council", "organization", 0)
    assert names.name(identity) == "Tarn Council"
    assert names.aliases(identity) == ("the Tarn Council",)
