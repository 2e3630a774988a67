"""A position as a digest compares it: its sentences, its holders' last names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.digest import saying
from briefing.digest.terms import Wording
from briefing.model import Brief


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The quay was shut on Monday. Boats will be dear.", ["The quay was shut on Monday.", "Boats will be dear."]),
        ("It rained. The quay was shut on Monday.", ["It rained. The quay was shut on Monday."]),
        ("The quay was shut on Monday. It rained.", ["The quay was shut on Monday. It rained."]),
        ("The quay was shut by Capt. Holm on Monday.", ["The quay was shut by Capt. Holm on Monday."]),
        ("The quay was shut by A. Holm on Monday.", ["The quay was shut by A. Holm on Monday."]),
        ("“Who shut the quay?” Nobody in Tarn will say.", ["“Who shut the quay?”", "Nobody in Tarn will say."]),
    ],
)
def test_a_short_sentence_is_read_with_its_neighbour(
    make: Callable[..., Brief], said: Callable[..., object], text: str, units: list[str]
) -> None:
    (found,) = saying.said(make("a", None, [said("Oslo", text)]), 0)
    ends = "”.? "
    assert [text[each.start : each.end].strip(ends) for each in found.units()] == [unit.strip(ends) for unit in units]


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Ada Quill", "quill"),
        ("Tom Wray Jr.", "wray"),
        ("Oslo", "oslo"),
        ("Jr", "jr"),
        ("John Holm III", "holm"),
        ("", ""),
    ],
)
def test_the_last_name_is_no_suffix(name: str, last: str) -> None:
    assert saying.last_name(name) == last


def test_what_is_around_a_position_is_the_same_however_it_is_read(
    make: Callable[..., Brief], said: Callable[..., object]
) -> None:
    text = " ".join(f"harbour{number} boats" for number in range(90)) + "\nTarn sleeps.\n" + "Ferries sail. " * 40
    brief = make("a", None, [said("Oslo", text[900:950]), said("Oslo", text[950:990])], text=text)
    alone = saying.said(brief, 0)
    assert [each.context for each in alone] == [each.context for each in saying.said(brief, 0, Wording(text))]
    assert all(term.isalnum() for each in alone for term in each.context)
