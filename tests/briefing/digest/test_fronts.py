"""Who is judged: only the party, or its deed, with which a content opens."""

from __future__ import annotations

import pytest

from briefing.digest.fronts import Names

TRUMP, KHAN, WOODS = 0, 1, 2


@pytest.fixture
def names() -> Names:
    forms = {
        TRUMP: ("Donald Quill", "Quill"),
        KHAN: ("Ada Holt", "Holt"),
        WOODS: ("Dora Backs Quill", "Quill"),
    }
    return Names(forms, {TRUMP: 9, KHAN: 2, WOODS: 1})


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("Mr. Quill of lying", (TRUMP, False)),
        ("that Ada Holt was unfair", (KHAN, False)),
        ("Quill's attack on the union", (TRUMP, True)),
        ("Quill's youngest son as a hero", None),
        ("the harbour that Quill built", None),
        ("the tax breaks used by Quill and others", (TRUMP, True)),
        ("it", None),
        ("", None),
    ],
)
def test_who_is_judged(names: Names, text: str, judged: tuple[int, bool] | None) -> None:
    assert names.judged(text) == judged


def test_an_accusation_needs_no_deed(names: Names) -> None:
    assert names.judged("that Quill’s only plan was a crime", accused=True) == (TRUMP, True)


def test_a_name_of_two_is_nobodys() -> None:
    names = Names({0: ("Ada Holt", "Holt"), 1: ("Ida Holt", "Holt")}, {0: 2, 1: 1})
    assert names.judged("Holt of lying") is None
