"""The gender of people is told by the pronouns that follow their names."""

from __future__ import annotations

import pytest

from briefing.parties.cast import gather
from tests.briefing.marked import read

TOLD = [
    ("Quill Ozu slept. She woke.\n\nOzu ate. She fell.", "f"),
    ("Quill Ozu slept and lost his hat.\n\nOzu ate. He fell.", "m"),
    ("Quill Ozu slept. She woke.", "u"),
    ("Quill Ozu slept. She woke.\n\nOzu ate. Rain fell. She slept.", "u"),
    ("Quill Ozu slept. She woke.\n\nOzu met Mara Holm. She kept the pond.", "u"),
    ("Quill Ozu slept. She woke.\n\nOzu said: “She kept the pond.”", "u"),
    ("Quill Ozu slept. She woke.\n\nOzu's brother sold her mill.", "u"),
    ("Quill Ozu slept. He woke.\n\nOzu ate. She fell.\n\nOzu left. She won.", "u"),
    ("Quill Ozu slept. He woke.\n\nOzu ate. She fell.\n\nOzu left. She won.\n\nOzu sat. She ran.", "f"),
    ("Mr Quill Ozu slept. She woke.\n\nOzu ate. She fell.", "m"),
    ("Rain fell.", None),
]


@pytest.mark.parametrize(("text", "gender"), TOLD)
def test_the_first_pronouns_after_a_name(text: str, gender: str | None) -> None:
    _, players, _ = gather(*read(text), None)
    drafts = {draft.name: draft.gender for draft in players.register.drafts}
    assert drafts.get("Quill Ozu") == gender
