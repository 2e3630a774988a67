"""What is shown of a brief: the key positions or the best, by who holds them, and the parties' ties in few lines."""

from __future__ import annotations

import pytest

from briefing.model import Brief, Relation
from briefing.rendering.grouping import (
    RelationGroup,
    grouped,
    grouped_relations,
    held_by,
    shown_positions,
    spoken_quotations,
)


@pytest.mark.parametrize(
    ("limit", "ids"),
    [
        pytest.param(None, [0, 1, 2, 3, 4, 5, 6], id="the key ones"),
        pytest.param(0, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], id="all, repeats too"),
        pytest.param(3, [0, 1, 2], id="the best of the key ones"),
        pytest.param(8, [0, 1, 2, 3, 4, 5, 6, 7], id="the next best after the key ones"),
        pytest.param(99, [0, 1, 2, 3, 4, 5, 6, 7, 8], id="never a repeat"),
    ],
)
def test_positions_are_chosen_by_their_worth_and_shown_in_reading_order(
    ferry: Brief, limit: int | None, ids: list[int]
) -> None:
    assert [position.id for position in shown_positions(ferry.positions, limit)] == ids


def test_positions_of_the_same_holders_stand_together_whatever_their_order(ferry: Brief) -> None:
    groups = [(group.parties, [position.id for position in group.positions]) for group in grouped(ferry.positions)]

    assert groups == [
        (("Norway", "Iceland"), [0, 1]),
        (("Norway",), [2, 9]),
        (("Seafarers’ Union",), [3, 4]),
        (("Northline",), [5]),
        (("Harbour board",), [6, 7]),
        ((), [8]),
    ]


def test_who_stands_together_with_all_the_others_is_one_line() -> None:
    relations = [Relation("together", pair, ()) for pair in (("A", "B"), ("A", "C"), ("B", "C"), ("C", "D"))]

    assert grouped_relations(relations) == (
        RelationGroup("together", ("A", "B", "C"), ()),
        RelationGroup("together", ("C", "D"), ()),
    )


def test_who_faces_several_is_one_line() -> None:
    relations = [Relation("against", pair, ()) for pair in (("A", "X"), ("B", "X"), ("X", "C"), ("A", "B"))]

    assert grouped_relations(relations) == (
        RelationGroup("against", ("X",), ("A", "B", "C")),
        RelationGroup("against", ("A",), ("B",)),
    )


def test_each_quotation_is_listed_once_in_reading_order(ferry: Brief) -> None:
    assert [saying.text for saying in spoken_quotations(ferry)] == [
        "for as long as one passenger needs it.",
        "deep concern",
        "We will not let the line die,",
        "Nor will we raise the fares.",
        "hiding its debts",
    ]


@pytest.mark.parametrize(
    ("name", "parties"),
    [("norway", {"Norway"}), ("OSLO", {"Norway"}), ("Jon Arnarson", {"Iceland"}), ("Denmark", set())],
)
def test_a_party_is_found_by_name_alias_or_speaker(ferry: Brief, name: str, parties: set[str]) -> None:
    assert held_by(ferry, name) == parties
