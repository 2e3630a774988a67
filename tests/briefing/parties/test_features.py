"""What speaks for and against a candidate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.parties.features import describe
from briefing.parties.holder_candidates import holder_candidates
from briefing.parties.model import SpeakerTurn
from tests.briefing.marked import Asked


def told(asked: Asked, name: str, turns: tuple[SpeakerTurn, ...] = ()) -> set[str]:
    """The features of the candidate with a name."""
    scene, players, question = asked
    found = holder_candidates(scene, players, question, turns)
    made = describe(scene, players, question, found, turns)
    place = next(i for i, each in enumerate(found) if [players.draft(m).name for m in each.members] == [name])
    return set(made[place])


@pytest.mark.parametrize(
    ("paragraphs", "name", "features"),
    [
        (
            ("Ann Pike met Ada Lamb.", "[s:She] [c:said] [t:so]."),
            "Ann Pike",
            {"use open", "away 1 before", "last 1 True"},
        ),
        (("Ann Pike met Ada Lamb.", "[s:She] [c:said] [t:so]."), "Ada Lamb", {"use mid", "last 0 True", "gender ff"}),
        (("Ann Pike’s boat met Ada Lamb.", "[s:She] [c:said] [t:so]."), "Ann Pike", {"use own"}),
        (("The Danish boat met the Harbour Trust.", "[s:It] [c:said] [t:so]."), "Denmark", {"as adjective"}),
        (
            ("The Harbour Trust met Quill.", "[s:The trust] [c:said] [t:so]."),
            "Harbour Trust",
            {"noun in name collective"},
        ),
        (("Judge Ada Lamb met Ann Pike.", "[s:The judge] [c:said] [t:so]."), "Ada Lamb", {"same role exactly"}),
        (("A skipper, Ada Lamb, met Ann Pike.", "[s:The skipper] [c:said] [t:so]."), "Ada Lamb", {"tied"}),
        (
            ("Ann Pike met Ada Lamb.", "[s:She] [c:said] [t:Ms Lamb had won]."),
            "Ada Lamb",
            {"told of", "told of person"},
        ),
    ],
)
def test_use_distance_order_gender_and_what_somebody_is_called_are_told(
    asked: Callable[..., Asked], paragraphs: tuple[str, ...], name: str, features: set[str]
) -> None:
    assert features <= told(asked(*paragraphs), name)


def test_words_that_count_make_a_description_no_longer(asked: Callable[..., Asked]) -> None:
    scene, players, question = asked("[s:Two of the harbour skippers] [c:said] [t:so].")
    found = holder_candidates(scene, players, question, ())
    (features,) = describe(scene, players, question, found, ())
    assert "head long 2" in features


def test_only_whom_the_content_names_is_told_of(asked: Callable[..., Asked]) -> None:
    assert "told of" not in told(asked("Ann Pike met Ada Lamb.", "[s:She] [c:said] [t:Ms Lamb had won]."), "Ann Pike")


def test_who_spoke_last_is_told(asked: Callable[..., Asked]) -> None:
    found = asked("Ann Pike met Ada Lamb.", "[s:She] [c:said] [t:so].")
    lamb = next(i for i, draft in enumerate(found.players.register.drafts) if draft.name == "Ada Lamb")
    turns = (SpeakerTurn(0, 0, (lamb,), "name", "lamb"),)
    assert {"turn 0", "turn as name", "spoke 1", "prominent 0"} <= told(found, "Ada Lamb", turns)
    assert {"spoke not, others did"} <= told(found, "Ann Pike", turns)


def test_each_name_of_a_source_tells_where_in_it_it_stands(asked: Callable[..., Asked]) -> None:
    found = asked("[s:A post by the Harbour Trust about Quill Lines] [c:said] [t:so].")
    assert "stop by" not in told(found, "Quill Lines")
    assert "at after by" in told(found, "Harbour Trust")
    assert "at after about" in told(found, "Quill Lines")


@pytest.mark.parametrize(
    ("first", "features"),
    [
        ("Quill Ozu met her deputy.", {"gender u", "leans True", "leans True own here"}),
        ("Quill Ozu slept. He woke.", {"gender u", "leans False", "leans False subject next"}),
        ("Quill Ozu slept. He woke. Ozu met her deputy.", {"gender u", "leans True own here torn"}),
        ("Quill Ozu slept.", {"gender u"}),
    ],
)
def test_a_pronoun_near_a_name_leans_to_a_gender(asked: Callable[..., Asked], first: str, features: set[str]) -> None:
    made = told(asked(first, "Rain fell.", "[s:She] [c:said] [t:so]."), "Quill Ozu")
    assert features <= made
    assert any(each.startswith("leans") for each in made) == (len(features) > 1)


@pytest.mark.parametrize(("pronoun", "same"), [("he", False), ("she", True)])
def test_a_pronoun_that_meant_somebody_before_tells_their_gender(
    asked: Callable[..., Asked], pronoun: str, same: bool
) -> None:
    found = asked("Quill Ozu met Ada Lamb.", "[s:She] [c:said] [t:so].")
    ozu = next(i for i, draft in enumerate(found.players.register.drafts) if draft.name == "Quill Ozu")
    turns = (SpeakerTurn(0, 0, (ozu,), "he", pronoun), SpeakerTurn(0, 0, (ozu,), "name", "ozu"))
    assert f"called {same}" in told(found, "Quill Ozu", turns)
    assert not any(each.startswith("called") for each in told(found, "Ada Lamb", turns))


@pytest.mark.parametrize(("noun", "told"), [("The trio", False), ("The couple", True), ("The judges", None)])
def test_it_is_told_whether_there_are_as_many_as_a_word_says(
    asked: Callable[..., Asked], noun: str, told: bool | None
) -> None:
    scene, players, question = asked("Judge Ada Lamb and Judge Bill Pike sat.", f"[s:{noun}] [c:said] [t:so].")
    found = holder_candidates(scene, players, question, ())
    made = describe(scene, players, question, found, ())
    counts = [features for each, features in zip(found, made, strict=True) if len(each.members) == 2]
    assert counts
    for features in counts:
        assert [each for each in features if "count" in each] == ([] if told is None else [f"several count {told}"])


@pytest.mark.parametrize(
    ("first", "features"),
    [
        ("Ada Lamb and Bill Pike agreed.", {"list use open people", "list speaks False"}),
        ("Ada Lamb and Bill Pike [c:said] [t:so].", {"list use open people", "list speaks True"}),
        ("It hid Ada Lamb and Bill Pike.", {"list use mid people", "several away 1 before"}),
        ("[s:It] [c:said] [t:Ada Lamb and Bill Pike sat].", {"list use prep people", "list named in content"}),
    ],
)
def test_of_several_it_is_told_in_which_use_they_are_named(
    asked: Callable[..., Asked], first: str, features: set[str]
) -> None:
    scene, players, question = asked(first, "[s:They] [c:wrote] [t:so].")
    found = holder_candidates(scene, players, question, ())
    made = dict(zip(found, describe(scene, players, question, found, ()), strict=True))
    (several,) = (each for each in found if each.how == "set")
    assert features <= set(made[several])
    assert all("listed they" in made[each] for each in found if len(each.members) == 1)
