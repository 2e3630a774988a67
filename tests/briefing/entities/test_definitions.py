"""A short form in brackets stands for the name before it, which it helps to find."""

from __future__ import annotations

import pytest

from briefing.entities.definitions import Definition, definitions, with_definitions
from briefing.entities.model import Name
from briefing.parties.cast import gather
from tests.briefing.marked import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Orr Revenue Service ( ORS ) paid", [Definition(1, 4, 5)]),
        ("the Orr Revenue Service ( Ors ) paid", [Definition(1, 4, 5)]),
        ("Fish , Tides and Boats Orr ( FTBO ) paid", [Definition(0, 6, 7)]),
        ("the Guild for the Boats ( GB ) paid", [Definition(1, 5, 6)]),
        ("the Orr Revenue Service ( TTP ) paid", [Definition(None, 4, 5)]),
        ("the Orr Revenue Service ( Quill ) paid", []),
        ("gross domestic product ( GDP ) fell", [Definition(None, 3, 4)]),
        ("Ada Quill ( R-Utah ) fell", []),
        ("the Orr Service ( OS and others ) paid", []),
        ("( OS )", [Definition(None, 0, 1)]),
        ("the Orr Service ( O ) paid", []),
    ],
)
def test_what_is_defined(text: str, expected: list[Definition]) -> None:
    assert definitions(text.split()) == expected


def name(first: int, end: int) -> Name:
    return Name(first, first, end, "place", ())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], [(2, 6)]),
        ([(2, 4), (5, 6)], [(2, 6)]),
        ([(2, 6)], [(2, 6)]),
        ([(1, 6)], [(1, 6)]),
        ([(1, 3)], [(1, 3)]),
        ([(0, 2), (6, 8)], [(0, 2), (2, 6), (6, 8)]),
    ],
    ids=["none", "its parts", "itself", "a longer one", "one that begins before", "neighbours"],
)
def test_names_give_way_to_what_is_defined(names: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    made = with_definitions([name(*each) for each in names], [Definition(2, 6, 7)])
    assert [(each.first, each.end) for each in made] == expected


def test_without_a_beginning_nothing_gives_way() -> None:
    assert with_definitions([name(2, 4)], [Definition(None, 6, 7)]) == [name(2, 4)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cash went to the Orr Revenue Service (Ors). It went to Ors again.", ["Orr Revenue Service"] * 3),
        ("The Campaign to Save the Tarn (CST) met. CST won.", ["Campaign to Save the Tarn"] * 3),
        ("Orr's Central Bureau of Investigation (CBI) met. The CBI won.", ["Central Bureau of Investigation"] * 3),
        ("They met Quill Holdings (TTP). TTP won.", ["Quill Holdings"] * 3),
        ("They met Ada Quill (TTP). TTP won.", ["Ada Quill", "TTP", "TTP"]),
    ],
)
def test_a_short_form_stands_for_its_name(text: str, expected: list[str]) -> None:
    _, players, _ = gather(*read(text), None)
    found = [players.draft(each.draft).name for each in players.register.sightings]
    assert [each for each in found if each != "Orr"] == expected
