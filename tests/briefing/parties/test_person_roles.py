"""What people are called beside their names."""

from __future__ import annotations

import pytest

from briefing.parties.cast import gather
from tests.briefing.parties.conftest import read

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
    ("The Mary Lamb lawyer Bill Pike sat.", "Bill Pike", ("Mary Lamb lawyer", "lawyer", "lawyer")),
]


@pytest.mark.parametrize(("sentence", "name", "role"), TOLD)
def test_short_titles_are_roles_and_no_other_person_is_part_of_one(
    sentence: str, name: str, role: tuple[str, str, str] | None
) -> None:
    _, players, _ = gather(*read(sentence), None)
    told = {
        players.draft(person).name: [(role.text, role.head, role.kind) for role in roles]
        for person, roles in players.roles.items()
    }
    assert told.get(name, []) == ([] if role is None else [role])


@pytest.mark.parametrize(
    ("name", "kind"), [("Quarn Lisbon", "organization"), ("Mary Lisbon", "person"), ("Sen. Quarn Lisbon", "person")]
)
def test_who_is_called_by_a_place_has_a_given_name_or_a_title(name: str, kind: str) -> None:
    _, players, _ = gather(*read(f"He saw {name} there."), None)
    assert [draft.kind for draft in players.register.drafts] == [kind]
