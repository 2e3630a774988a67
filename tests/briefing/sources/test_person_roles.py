"""What people are called beside their names."""

from __future__ import annotations

import pytest

from briefing.parties.cast import gather
from tests.briefing.marked import read

TOLD = [
    ("Gov. Mary Lamb met Sgt. Bill Pike.", "Mary Lamb", ("Gov.", "governor", "politician")),
    ("Gov. Mary Lamb met Sgt. Bill Pike.", "Bill Pike", ("Sgt.", "sergeant", "uniform")),
    ("Goole police Lt. Bill Pike sat.", "Bill Pike", ("Goole police Lt.", "lieutenant", "uniform")),
    ("A town's Capt. Mary Lamb sat.", "Mary Lamb", ("town's Capt.", "captain", "uniform")),
    ("The retired Gen. Mary Lamb sat.", "Mary Lamb", ("retired Gen.", "general", "uniform")),
    ("The police spokesman Lt. Bill Pike sat.", "Bill Pike", ("police spokesman Lt.", "spokesman", "spokes")),
    ("Det Ch Insp Mary Lamb sat.", "Mary Lamb", ("Det Ch Insp", "chief inspector", "uniform")),
    (
        "He sat, and Harbour Trust Chairman Bill Pike rose.",
        "Bill Pike",
        ("Harbour Trust Chairman", "chairman", "officer"),
    ),
    ("Hull's rep Mary Lamb sat.", "Mary Lamb", None),
    ("Mary Lamb met former Mayor Bill Pike.", "Bill Pike", ("former Mayor", "mayor", "politician")),
    ("On Monday mayor Mary Lamb sat.", "Mary Lamb", ("mayor", "mayor", "politician")),
    ("They let Prime Minister Mary Lamb sit.", "Mary Lamb", ("Prime Minister", "prime minister", "office")),
    ("The shadow Home Secretary Mary Lamb sat.", "Mary Lamb", ("shadow Home Secretary", "home secretary", "office")),
    ("He met shadow Home Secretary Mary Lamb.", "Mary Lamb", ("shadow Home Secretary", "home secretary", "office")),
    ("Mr Pike, a close friend of, sat.", "Pike", ("close friend", "friend", "kin")),
    ("The Mary Lamb lawyer Bill Pike sat.", "Bill Pike", ("Mary Lamb lawyer", "lawyer", "lawyer")),
]


@pytest.mark.parametrize(("sentence", "name", "role"), TOLD)
def test_short_titles_are_roles_and_no_other_person_is_part_of_one(
    sentence: str, name: str, role: tuple[str, str, str] | None
) -> None:
    assert _told(sentence).get(name, []) == ([] if role is None else [role])


IN_SOURCES = [
    ("The school's second master Bill Pike", "Bill Pike", [("school's second master", "master", "other")]),
    ("Lead distiller Mr. Bill Pike", "Bill Pike", [("Lead distiller", "distiller", "other")]),
    ("CEO of the Harbour Trust Bill Pike", "Bill Pike", [("CEO of the Harbour Trust", "ceo", "officer")]),
    ("Quill executives Bill Pike and Mary Lamb", "Mary Lamb", [("Quill executives", "executives", "officer")]),
    ("Quill executives Ann May, Bill Pike and Mary Lamb", "Mary Lamb", [("Quill executives", "executives", "officer")]),
    ("Quill executives Ann May, the baker Bill Pike and Mary Lamb", "Mary Lamb", []),
    ("a distiller, Bill Pike, and Mary Lamb", "Mary Lamb", []),
    ("The crane operator who left on Monday, Bill Pike", "Bill Pike", [("crane operator", "operator", "other")]),
    ("Bill Pike, buyer of wool, who sat", "Bill Pike", [("buyer of wool", "buyer", "other")]),
    ("Bill Pike (wool buyer)", "Bill Pike", [("wool buyer", "buyer", "other")]),
    ("The buyer of wool, Bill Pike", "Bill Pike", [("buyer of wool", "buyer", "other")]),
    ("The family of baker Bill Pike", "Bill Pike", []),
    ("The castle's owner, Lord Pike", "Lord Pike", [("castle's owner", "owner", "self")]),
    ("Bill Pike, and a hall", "Bill Pike", []),
    ("Bill Pike, buyer of wool (of Hull),", "Bill Pike", [("buyer of wool", "buyer", "other")]),
    ("Bill Pike in a letter", "Bill Pike", []),
    ("Bill Pike, of late", "Bill Pike", []),
    ("Bill Pike, reached by phone", "Bill Pike", []),
    ("Sadly Bill Pike", "Bill Pike", []),
    ("Bill Pike, sadly", "Bill Pike", []),
    ("Bill Pike, who sat with a buyer,", "Bill Pike", []),
]


@pytest.mark.parametrize(("source", "name", "roles"), IN_SOURCES)
def test_a_source_tells_what_somebody_is_by_any_noun(source: str, name: str, roles: list[tuple[str, str, str]]) -> None:
    told = _told(f"[s:{source}] [c:said] [t:boats were cheap].")
    assert told.get(name, []) == roles


def test_a_role_told_beside_a_name_and_in_its_source_is_one() -> None:
    assert _told("[s:Mayor Mary Lamb] [c:said] [t:boats were cheap].") == {
        "Mary Lamb": [("Mayor", "mayor", "politician")]
    }


def test_the_body_of_any_role_in_a_source_is_known() -> None:
    _, players, _ = gather(*read("[s:Quill Trust's chief clinician, Dr. Bill Pike] [c:said] [t:boats sink]."), None)
    (roles,) = players.roles.values()
    assert [players.draft(body).name for role in roles for body in role.bodies] == ["Quill Trust"]


def _told(sentence: str) -> dict[str, list[tuple[str, str, str]]]:
    """What the people of a marked text are called: the text, the head and the class of each role."""
    _, players, _ = gather(*read(sentence), None)
    return {
        players.draft(person).name: [(role.text, role.head, role.kind) for role in roles]
        for person, roles in players.roles.items()
    }


@pytest.mark.parametrize(
    ("clause", "bodies"),
    [
        ("who works for the Harbour Trust", ["Harbour Trust"]),
        ("who is working with the Harbour Trust as a baker", ["Harbour Trust"]),
        ("who works hard, as the Harbour Trust sees it", []),
        ("who is working", []),
        ("who works", []),
    ],
)
def test_for_whom_somebody_works_is_told_by_a_verb(clause: str, bodies: list[str]) -> None:
    _, players, _ = gather(*read(f"Mary Lamb, {clause}, sat there."), None)
    roles = [role for each in players.roles.values() for role in each]
    assert [players.draft(body).name for role in roles for body in role.bodies] == bodies


@pytest.mark.parametrize(
    ("name", "kind"), [("Quarn Lisbon", "organization"), ("Mary Lisbon", "person"), ("Sen. Quarn Lisbon", "person")]
)
def test_who_is_called_by_a_place_has_a_given_name_or_a_title(name: str, kind: str) -> None:
    _, players, _ = gather(*read(f"He saw {name} there."), None)
    assert [draft.kind for draft in players.register.drafts] == [kind]
