"""A turn is one named party taking back what it said, on another day, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.digest import digest_briefs
from briefing.model import Brief

PLAN = "that it planned to end the night ferry between Larkhaven and the island of Tarn"
WILL = "that it would end the night ferry between Larkhaven and the island of Tarn"
TEXT = "Brightwater Lines and its night ferry between Larkhaven and the island of Tarn. "


@pytest.mark.parametrize(
    ("before", "after", "party", "day", "turns"),
    [
        (("deny", "denied"), ("state", "confirmed"), "Brightwater Lines", "2025-03-05", [("deny", "state")]),
        (("deny", "denied"), ("state", "confirmed"), "Dock Union", "2025-03-05", []),
        (("deny", "denied"), ("state", "confirmed"), "Brightwater Lines", "2025-03-01", []),
        (("deny", "denied"), ("state", "said"), "Brightwater Lines", "2025-03-05", []),
        (("oppose", "opposed"), ("pledge", "promised"), "Brightwater Lines", "2025-03-05", [("oppose", "pledge")]),
    ],
)
def test_turns(
    make: Callable[..., Brief],
    said: Callable[..., object],
    before: tuple[str, str],
    after: tuple[str, str],
    party: str,
    day: str,
    turns: list[tuple[str, str]],
) -> None:
    first = make("a", "2025-03-01", [said("Brightwater Lines", PLAN, before[0], cue=before[1])], text=TEXT)
    second = make("b", day, [said(party, WILL, after[0], cue=after[1])], text=TEXT + "More.")
    assert [each.stances for each in digest_briefs([first, second]).turns] == turns
