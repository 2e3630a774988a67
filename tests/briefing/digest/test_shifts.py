"""A party that says the opposite later; and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.digest import digest_briefs
from briefing.model import Brief

ONE, OTHER = "it planned to end the night ferry", "the night ferry would end in June"


@pytest.mark.parametrize(
    ("before", "cue", "after", "later", "turn"),
    [
        ("deny", "denied", "state", "confirmed", "denied, then confirmed"),
        ("deny", "denied", "pledge", "promised", "denied, then confirmed"),
        ("state", "confirmed", "deny", "denied", "stated, then denied"),
        ("oppose", "rejected", "support", "welcomed", "opposed, then supported"),
        ("support", "backed", "oppose", "rejected", "supported, then opposed"),
    ],
)
def test_shifts(
    make: Callable[..., Brief], said: Callable[..., object], before: str, cue: str, after: str, later: str, turn: str
) -> None:
    briefs = [
        make("b", "2025-03-02", [said("Quill Lines", OTHER, after, cue=later)]),
        make("a", "2025-03-01", [said("Quill Lines", ONE, before, cue=cue)]),
    ]
    digest = digest_briefs(briefs)

    assert [(digest.actors[shift.actor].name, shift.turn) for shift in digest.shifts] == [("Quill Lines", turn)]
    assert set(digest.shifts[0].about) >= {"night", "ferry"}


@pytest.mark.parametrize(
    ("party", "text", "stance", "day"),
    [
        ("Tarn Union", OTHER, "pledge", "2025-03-02"),
        ("Quill Lines", "wages would rise in May", "pledge", "2025-03-02"),
        ("Quill Lines", OTHER, "state", "2025-03-02"),
        ("Quill Lines", OTHER, "pledge", "2025-03-01"),
        ("Quill Lines", OTHER, "pledge", None),
    ],
    ids=["another party", "another matter", "a plain statement", "the same day", "no day"],
)
def test_no_shift(
    make: Callable[..., Brief], said: Callable[..., object], party: str, text: str, stance: str, day: str | None
) -> None:
    briefs = [
        make("a", "2025-03-01", [said("Quill Lines", ONE, "deny")]),
        make("b", day, [said(party, text, stance)]),
    ]
    assert digest_briefs(briefs).shifts == ()


def test_a_title_and_its_article_tell_of_one_shift(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    briefs = [
        make("a", "2025-03-01", [said("Quill Lines", ONE, "deny")]),
        make(
            "b",
            "2025-03-02",
            [said("Quill Lines", "plans for the night ferry", "pledge"), said("Quill Lines", OTHER, "pledge")],
        ),
    ]
    digest = digest_briefs(briefs)
    (shift,) = digest.shifts
    assert digest.entries[shift.after].text == OTHER
