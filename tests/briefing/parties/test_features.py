"""What speaks for and against a candidate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.parties.features import describe
from briefing.parties.holder_candidates import holder_candidates
from briefing.parties.model import SpeakerTurn
from tests.briefing.parties.conftest import Asked


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
