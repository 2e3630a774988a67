"""Who is named in what others say, and who is judged: the party, or its deed, with which a content opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.digest.actor_names import ActorNames
from briefing.digest.saying import said as positions_of
from briefing.model import Brief, Speaker

TRUMP, KHAN, WOODS = 0, 1, 2
FORMS = {
    TRUMP: ("Donald Quill", "Quill"),
    KHAN: ("Ada Holt", "Holt", "Holts"),
    WOODS: ("Dora Backs Quill", "Quill"),
}


@pytest.fixture
def names() -> ActorNames:
    return ActorNames(FORMS, {TRUMP: 9, KHAN: 2, WOODS: 1})


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("Mr. Quill of lying", (TRUMP, False)),
        ("that Ada Holt was unfair", (KHAN, False)),
        ("Quill's attack on the union", (TRUMP, True)),
        ("Quill's youngest son as a hero", None),
        ("the Holts' youngest son as a hero", None),
        ("the Holts’ attack on the union", (KHAN, True)),
        ("the harbour that Quill built", None),
        ("the tax breaks used by Quill and others", (TRUMP, True)),
        ("the killing of seals by the shipping magnate Quill", (TRUMP, True)),
        ("the killing of seals by night on Quill beaches", None),
        ("it", None),
        ("", None),
    ],
)
def test_who_is_judged(names: ActorNames, text: str, judged: tuple[int, bool] | None) -> None:
    assert names.judged(text) == judged


def test_an_accusation_needs_no_deed(names: ActorNames) -> None:
    assert names.judged("that Quill’s only plan was a crime", accused=True) == (TRUMP, True)


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("a higher offer from Quill", (TRUMP, False)),
        ("national coach Ada Holt over her remarks", (KHAN, False)),
        ("Oslo's complaint to Quill as pathetic", None),
        ("everything that was ever said by anybody of the harbour and Quill", None),
    ],
)
def test_what_a_verb_that_judges_is_about(names: ActorNames, text: str, judged: tuple[int, bool] | None) -> None:
    assert names.judged(text, object=True) == judged


@pytest.mark.parametrize(
    ("name", "role", "clients"),
    [
        ("Ivo Sands", "Quill's attorney", [TRUMP]),
        ("Ivo Sands", "a defence lawyer for Ada Holt", [KHAN]),
        ("Ivo Sands", "neighbour of Quill's attorney friend", [TRUMP]),
        ("Ivo Sands", "Quill's neighbour", []),
        ("Ivo Sands", "attorney for the harbour that Quill built", []),
        ("Ada Holt", "Holt's attorney", []),
    ],
)
def test_a_lawyer_stands_with_the_client(
    names: ActorNames, make: Callable[..., Brief], said: Callable[..., object], name: str, role: str, clients: list[int]
) -> None:
    (own,) = positions_of(make("a", None, [said(name, "it will rain")]), 0)
    assert list(names.clients(replace(own, speakers=(Speaker(name, role),)))) == clients


def test_a_name_of_two_is_nobodys() -> None:
    names = ActorNames({0: ("Ada Holt", "Holt"), 1: ("Ida Holt", "Holt")}, {0: 2, 1: 1})
    assert names.judged("Holt of lying") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a plan that Dora Backs Quill and Ada Holt's sister made", [(WOODS, 3)]),
        ("whether Quill's birth in Tarn matters to Holt", [(TRUMP, 1), (KHAN, 7)]),
        ("what Quill's spokesman told", [(TRUMP, 1)]),
        ("Quill asked whether Quill may", [(TRUMP, 0)]),
        ("what quill and holt are", []),
        ("Larkhaven is far", []),
        ("", []),
    ],
)
def test_who_is_named(names: ActorNames, text: str, named: list[tuple[int, int]]) -> None:
    assert list(names.named(text).items()) == named


@given(st.lists(st.sampled_from(["Quill", "Ada", "Holt's", "the", "by", "harbour", "…", "“Quill”", "l’", "ß"])))
def test_odd_text_names_nobody_else(words: list[str]) -> None:
    text = " ".join(words)
    names = ActorNames(FORMS, {TRUMP: 9, KHAN: 2, WOODS: 1})
    assert set(names.named(text)) <= {TRUMP, KHAN}
    judged = names.judged(text, accused=True)
    assert judged is None or judged[0] in {TRUMP, KHAN}


def test_without_names_nobody_is_found() -> None:
    assert ActorNames({}, {}).named("Quill and Holt") == {}
