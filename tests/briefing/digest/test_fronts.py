"""Who is judged: the party, or its deed, with which a content opens; who is named further on counts where it recurs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing.digest import digest_briefs
from briefing.digest.fronts import ActorNames, Voices
from briefing.digest.saying import said as positions_of
from briefing.model import Brief, Speaker

TRUMP, KHAN, WOODS = 0, 1, 2


@pytest.fixture
def names() -> ActorNames:
    forms = {
        TRUMP: ("Donald Quill", "Quill"),
        KHAN: ("Ada Holt", "Holt", "Holts"),
        WOODS: ("Dora Backs Quill", "Quill"),
    }
    return ActorNames(forms, {TRUMP: 9, KHAN: 2, WOODS: 1})


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


def test_a_name_within_a_name_is_no_other(names: ActorNames) -> None:
    assert list(names.named("a plan that Dora Backs Quill and Ada Holt's sister made")) == [WOODS]


def test_several_warnings_that_name_somebody_show_a_front(
    make: Callable[..., Brief], said: Callable[..., object]
) -> None:
    own = [
        said("Quill Lines", "tickets will be cheaper"),
        said("Dock Union", "a strike if the owners of Quill Lines sell the boats", "warn"),
        said("Dock Union", "accidents on ferries by crews of Quill Lines", "warn"),
        said("Dock Union", "higher prices of fish once Quill Lines owns the quay", "warn"),
    ]
    assert digest_briefs([make("a", None, own[:3])]).fronts == ()
    (front,) = digest_briefs([make("a", None, own)]).fronts
    assert (front.kind, len(front.matters)) == ("against", 3)


def test_who_never_speaks_alone_is_no_ally() -> None:
    assert not Voices([(0, 1), (0, 1), (0,)]).are_two(0, 1)
    assert Voices([(0, 1), (0,), (1,)]).are_two(0, 1)
