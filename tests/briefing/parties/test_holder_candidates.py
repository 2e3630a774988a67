"""Who may hold an attribution."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.parties.features import describe
from briefing.parties.holder_candidates import holder_candidates
from briefing.parties.model import SpeakerTurn
from briefing.parties.standing import tied
from briefing.sources.phrases import pronoun
from briefing.sources.question import ask
from tests.briefing.marked import Asked

Named = list[tuple[str, list[str]]]


def named(asked: Asked, turns: tuple[SpeakerTurn, ...] = ()) -> Named:
    """How each candidate came up, with the names of its members or its own words."""
    scene, players, question = asked
    return [
        (each.how, [players.draft(m).name for m in each.members] or [players.register.text(*each.words)])
        for each in holder_candidates(scene, players, question, turns)
    ]


HELD = [
    (("[s:Mary Lamb] [c:said] [t:so].",), ("name", ["Mary Lamb"])),
    (("Mary Lamb sat.", "[s:She] [c:said] [t:so]."), ("near", ["Mary Lamb"])),
    (("[s:The singer] [c:said] [t:so].", "Mary Lamb sat."), ("near", ["Mary Lamb"])),
    (("Chile, Cuba and Peru met.", "[s:They] [c:said] [t:so]."), ("set", ["Chile", "Cuba", "Peru"])),
    (("Ada Lamb met Bill Pike.", "[s:Both] [c:said] [t:so]."), ("two", ["Ada Lamb", "Bill Pike"])),
    (("Ada Lamb met Bill Pike.", "[s:The latter] [c:said] [t:so]."), ("two", ["Bill Pike"])),
    (
        ("Prime Minister Ada Lamb sat." + " It rained." * 90, "[s:The premier] [c:said] [t:so]."),
        ("near", ["Ada Lamb"]),
    ),
    (("Ships left Chile for Chile.", "[s:The minister] [c:said] [t:so]."), ("near", ["Chile"])),
    (("Ada Lamb met Bill Pike.", "[s:The couple] [c:said] [t:so]."), ("two", ["Ada Lamb", "Bill Pike"])),
    (("Ada Lamb and first mate Bill Pike sat.", "[s:They] [c:said] [t:so]."), ("set", ["Ada Lamb", "Bill Pike"])),
    (("Scottish boxer Ada Lamb met Danish boxer Bo Pike.", "[s:The Scot] [c:said] [t:so]."), ("near", ["Ada Lamb"])),
    (("[s:A letter issued by the Harbour Trust] [c:said] [t:so].",), ("name", ["Harbour Trust"])),
    (("Boats left Ontario. Ontario slept.", "[s:The province] [c:said] [t:so]."), ("near", ["Ontario"])),
    (("Boats left Wales. Wales slept.", "[s:The state] [c:said] [t:so]."), ("home", ["United Kingdom"])),
    (("[s:Two skippers] [c:said] [t:so].", "Ada Lamb and Bill Pike sat."), ("later", ["Ada Lamb", "Bill Pike"])),
    (("Ada Lamb and the first mate, Bill Pike, sat.", "[s:They] [c:said] [t:so]."), ("set", ["Ada Lamb", "Bill Pike"])),
    (("Ada Lamb and her mate Bill Pike sat.", "[s:They] [c:said] [t:so]."), ("set", ["Ada Lamb", "Bill Pike"])),
    (("NATO and the EU met.", "[s:The two sides] [c:said] [t:so]."), ("set", ["NATO", "European Union"])),
    (("Chile and Peru met.", "[s:The two officials] [c:said] [t:so]."), ("set", ["Chile", "Peru"])),
    (("[s:EU-Japan] [c:said] [t:so].",), ("set", ["European Union", "Japan"])),
    (("[s:Officials from Chile and Peru] [c:said] [t:so].",), ("set", ["Chile", "Peru"])),
    (("[s:The governments of Chile, Cuba and Peru] [c:said] [t:so].",), ("set", ["Chile", "Cuba", "Peru"])),
    (("[s:The mayors of Quarn and Tarven alike] [c:said] [t:so].",), ("set", ["Quarn", "Tarven"])),
    (("[s:One of the “skippers”] [c:said] [t:so].",), ("head", ["One of the “skippers"])),
    (("[s:Many of those questioned] [c:said] [t:so].",), ("head", ["Many of those questioned"])),
    (("[s:Some skippers from Hull] [c:said] [t:so].",), ("head", ["Some skippers"])),
    (("[s:Some skippers from Hull] [c:said] [t:so].",), ("words", ["Some skippers from Hull"])),
    (("[s:A number of skippers] [c:said] [t:so].",), ("part", ["skippers"])),
]


@pytest.mark.parametrize(("paragraphs", "one"), HELD)
def test_those_named_near_and_the_own_words_are_candidates(
    asked: Callable[..., Asked], paragraphs: tuple[str, ...], one: tuple[str, list[str]]
) -> None:
    assert one in named(asked(*paragraphs))


NOT_HELD = [
    (("Boats left Ontario. Ontario slept.", "[s:The province] [c:said] [t:so]."), ["Canada"]),
    (("[s:A letter seen by the Harbour Trust] [c:said] [t:so].",), ["Harbour Trust"]),
    (("[s:A letter sent to Ada Lamb in Goole] [c:said] [t:so].",), ["Ada Lamb"]),
    (("Judge Ada Lamb met Judge Bill Pike.", "[s:The three judges] [c:said] [t:so]."), ["Ada Lamb", "Bill Pike"]),
    (("NATO and the EU met.", "[s:The two officials] [c:said] [t:so]."), ["NATO", "European Union"]),
    (("Ada Lamb met Bill Pike.", "[s:The latter, who won the Quarn Prize,] [c:said] [t:so]."), ["Quarn Prize"]),
    (("[s:Officials from Chile and Ada Lamb] [c:said] [t:so].",), ["Chile", "Ada Lamb"]),
    (("[s:Dockers from Chile and Peru] [c:said] [t:so].",), ["Chile", "Peru"]),
    (("Peter Pike sat.", "[s:She] [c:said] [t:so]."), ["Peter Pike"]),
    (("Mary Lamb sat.", "[s:It] [c:said] [t:so]."), ["Mary Lamb"]),
    (("[s:Mary Lamb] [c:said] [t:so].",), ["Lamb"]),
    (("[s:Nobody] [c:said] [t:so].",), ["Nobody"]),
    (("Hull sank. [s:Of] [c:said] [t:so].",), ["Of"]),
    (("Prime Minister Ada Lamb sat." + " It rained." * 110, "[s:The premier] [c:said] [t:so]."), ["Ada Lamb"]),
    (("Mary Lamb sat." + " It rained." * 20, "[s:She] [c:said] [t:so]."), ["Mary Lamb"]),
]


@pytest.mark.parametrize(("paragraphs", "nobody"), NOT_HELD)
def test_gender_number_and_distance_rule_out(
    asked: Callable[..., Asked], paragraphs: tuple[str, ...], nobody: list[str]
) -> None:
    assert nobody not in [names for _, names in named(asked(*paragraphs))]


def test_who_spoke_before_is_a_candidate_once(asked: Callable[..., Asked]) -> None:
    found = asked("Mary Lamb sat.", "[s:She] [c:said] [t:so].")
    lamb = next(i for i, draft in enumerate(found.players.register.drafts) if draft.name == "Mary Lamb")
    assert named(found, (SpeakerTurn(0, 0, (lamb,), "name", ""),)) == [("turn", ["Mary Lamb"])]


@pytest.mark.parametrize(
    ("before", "how"),
    [
        ("The skipper Mary Lamb sat.", "after"),
        ("Mary Lamb, a skipper, sat.", "before ,"),
        ("A skipper of the Harbour Trust sat.", "after of"),
    ],
)
def test_a_noun_told_beside_a_name_ties_it(asked: Callable[..., Asked], before: str, how: str) -> None:
    scene, players, question = asked(before, "[s:The skipper] [c:said] [t:so].")
    assert how in tied(scene, players, question).values()


def test_a_pair_that_spoke_before_stands_where_it_was_listed_last(asked: Callable[..., Asked]) -> None:
    found = asked("Ada Lamb and Bill Pike met.", "Lamb and Pike are in Goole.", "[s:The two sides] [c:said] [t:so].")
    lamb, pike = (
        next(at for at, draft in enumerate(found.players.register.drafts) if draft.name == name)
        for name in ("Ada Lamb", "Bill Pike")
    )
    turns = [SpeakerTurn(0, 0, (lamb, pike), "name", "")]
    first, *others = holder_candidates(found.scene, found.players, found.question, turns)
    assert (first.how, first.members) == ("turn", (lamb, pike))
    assert first.at is not None
    assert found.scene.sentence[first.at.first] == 1
    assert first.members not in [each.members for each in others]


def test_a_pronoun_that_begins_a_name_does_not_name_its_bearer(asked: Callable[..., Asked]) -> None:
    scene, players, _ = asked("Ada Lamb met Her Majesty in Goole.", "[s:She] [c:said] [t:so].")
    her = scene.lower.index("her")
    assert any(sighting.first == her for sighting in players.register.sightings)
    alone = ask(scene, pronoun("her", her), her, (), False, ())
    found = holder_candidates(scene, players, alone, ())
    assert found
    assert "name" not in {each.how for each in found}
    assert len(describe(scene, players, alone, found, ())) == len(found)
