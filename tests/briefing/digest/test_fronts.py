"""What shows a front, which fronts are chosen, and the words that they are shown by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.digest import digest_briefs
from briefing.digest.actors import ActorRegister
from briefing.digest.evidence import Evidence, Voices, gather
from briefing.digest.fronts import MOST, candidates, choose
from briefing.digest.identities import PartyIdentities
from briefing.digest.logistic import LogisticWeights
from briefing.digest.model import Digest
from briefing.digest.saying import said as positions_of
from briefing.digest.sides import FEATURES, KINDS, shows
from briefing.model import Brief

Make = Callable[..., Brief]
Say = Callable[..., object]
Reading = tuple[list[Evidence], ActorRegister]


@pytest.fixture
def read(make: Make) -> Callable[[Sequence[object]], Reading]:
    """All evidence in what is said in a report."""

    def read(told: Sequence[object]) -> Reading:
        identities = PartyIdentities()
        register, brief = ActorRegister(identities), make("a", None, told, kinds={"Iceland": "country"})
        register.note(brief, 0)
        identities.settle([0])
        numbered = [(each, number) for number, each in enumerate(positions_of(brief, 0))]
        return list(chain.from_iterable(gather(numbered, register).pairs.values())), register

    return read


@pytest.mark.parametrize(
    ("text", "stance", "cue", "kind"),
    [
        ("Quill Lines of theft", "accuse", "accused", "against"),
        ("Quill Lines’ sale of the quay", "oppose", "slammed", "against"),
        ("the sale as a gift to Quill Lines", "oppose", "slammed", "against"),
        ("the sale of the old quay by night as a gift to Quill Lines", "oppose", "slammed", None),
        ("Quill Lines to stay away", "warn", "warned", "against"),
        ("an inquiry into the sale by Quill Lines", "demand", "called for", "against"),
        ("Quill Lines’ claim that the quay is sound", "deny", "denied", "against"),
        ("Quill Lines", "support", "backed", "together"),
        ("Quill Lines is the best of owners", "support", "said", "together"),
        ("Quill Lines to pay for the quay", "demand", "asked", None),
        ("more money for the coast guard of Iceland", "demand", "asked", None),
        ("a storm that may reach the boats of Quill Lines", "warn", "warned", None),
        ("that the quay is sound and Quill Lines safe", "deny", "denied", None),
        ("the best of owners is Quill Lines", "support", "said", None),
        ("Quill Lines is an owner of boats", "state", "said", None),
        ("rain of lying", "accuse", "accused", None),
    ],
)
def test_what_shows_a_front(
    read: Callable[..., Reading], said: Say, text: str, stance: str, cue: str, kind: str | None
) -> None:
    found, _ = read(
        [said("Quill Lines", "it rains"), said("Iceland", "it rains"), said("Dock Union", text, stance, cue=cue)]
    )
    assert {own for own in KINDS if any(shows(own, each) for each in found)} == ({kind} if kind else set())


def test_who_is_named_beside_the_one_that_is_judged_is_not_judged(read: Callable[..., Reading], said: Say) -> None:
    found, register = read(
        [
            said("Quill Lines", "tickets will be cheaper"),
            said("Ada Holt", "it will rain"),
            said("Dock Union", "Quill Lines of lying about Ada Holt", "accuse", cue="accused"),
        ]
    )
    names = [actor.name for actor in register.actors({})]
    assert [names[each.other] for each in found if shows("against", each)] == ["Quill Lines"]
    assert [names[each.other] for each in found if each.beside] == ["Ada Holt"]


def _sides(digest: Digest) -> list[tuple[str, list[str]]]:
    return [(front.kind, [digest.actors[actor].name for actor in front.actors]) for front in digest.fronts]


PERSONS = dict.fromkeys(("Ada Holt", "Joe Holt", "Joseph Holt"), "person")
STORIES = [
    (
        [
            ("Quill Lines", "tickets will be cheaper", "pledge"),
            ("Dock Union", "Quill Lines of theft from crews", "accuse"),
            ("Dock Union", "Quill Lines of lying about the quay", "accuse"),
        ],
        [("against", ["Dock Union", "Quill Lines"])],
    ),
    (
        [
            ("Quill Lines", "Dock Union’s attack on the sale", "oppose"),
            ("Dock Union", "Quill Lines of lying about the quay", "accuse"),
        ],
        [("against", ["Quill Lines", "Dock Union"])],
    ),
    ([("Quill Lines", "tickets will be cheaper", "pledge"), ("Dock Union", "it will rain", "accuse")], []),
    ([("Ada Holt", "it will rain", "state"), ("Holt Campaign", "Ada Holt of lying", "accuse")], []),
    ([("Joe Holt", "it will rain", "state"), ("Joseph Holt", "Joe Holt of lying", "accuse")], []),
]


@pytest.mark.parametrize(("told", "expected"), STORIES)
def test_the_fronts_of_a_story(
    make: Make, said: Say, told: Sequence[tuple[str, str, str]], expected: list[tuple[str, list[str]]]
) -> None:
    briefs = [make("a", None, [said(*each, cue="accused") for each in told], kinds=PERSONS)]
    assert _sides(digest_briefs(briefs)) == expected


def test_an_outright_judgement_is_shown_first(make: Make, said: Say) -> None:
    told = [
        said("Quill Lines", "tickets will be cheaper"),
        said("Dock Union", "a sale that gives it all to Quill Lines", "oppose", cue="opposed"),
        said("Dock Union", "Quill Lines of lying about crews", "accuse", cue="accused"),
    ]
    (front,) = digest_briefs([make("a", None, told)]).fronts
    assert front.shown_by.text == "Quill Lines of lying about crews"
    assert len(front.matters) == 2


def test_several_that_name_somebody_further_on_show_a_front(make: Make, said: Say) -> None:
    told = [
        said("Quill Lines", "tickets will be cheaper"),
        said("Dock Union", "the strike of the crane drivers that was broken for Quill Lines", "oppose", cue="slammed"),
        said("Dock Union", "a town hall in which nobody ever asks the owners of Quill Lines", "oppose", cue="slammed"),
        said(
            "Dock Union", "higher prices of cod and mussels since the arrival of Quill Lines", "oppose", cue="slammed"
        ),
    ]
    assert digest_briefs([make("a", None, told[:3])]).fronts == ()
    (front,) = digest_briefs([make("a", None, told)]).fronts
    assert (front.kind, len(front.matters)) == ("against", 3)


def test_who_never_speaks_alone_is_no_ally() -> None:
    assert not Voices([(0, 1), (0, 1), (0,)]).are_two(0, 1)
    assert Voices([(0, 1), (0,), (1,)]).are_two(0, 1)


PARTIES = ("Dock Union", "Quill Lines", "Ada Holt", "Holt Campaign", "Iceland", "Tarn Council")
SAYINGS = st.tuples(
    st.sampled_from(PARTIES),
    st.tuples(st.sampled_from(PARTIES), st.sampled_from(["of lying", "’s plan", "", "to pay", "and the others"])),
    st.sampled_from(["accuse", "oppose", "support", "demand", "warn", "deny", "state"]),
    st.sampled_from(["said", "accused", "backed"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(SAYINGS, max_size=6), min_size=1, max_size=3))
def test_fronts_are_of_two_that_one_names(
    make: Make, said: Say, reports: list[list[tuple[str, tuple[str, str], str, str]]]
) -> None:
    briefs = [
        make(
            f"a{number}",
            None,
            [said(party, " ".join(text), stance, cue=cue) for party, text, stance, cue in own],
            kinds=PERSONS,
        )
        for number, own in enumerate(reports)
    ]
    digest = digest_briefs(briefs)
    for story in digest.stories:
        fronts = [digest.fronts[number] for number in story.fronts]
        assert len(fronts) <= MOST
        assert len({frozenset(front.actors) for front in fronts}) == len(fronts)
        assert [-front.reports for front in fronts] == sorted(-front.reports for front in fronts)
        for front in fronts:
            one, other = (digest.actors[actor].name for actor in front.actors)
            assert one != other
            shown = next(
                each
                for each in briefs[front.shown_by.report].positions
                if each.content[0].start == front.shown_by.start
            )
            assert one in shown.parties
            assert other in front.shown_by.text


def test_only_the_likeliest_are_chosen(read: Callable[..., Reading], make: Make, said: Say) -> None:
    identities = PartyIdentities()
    parties = [f"Union {letter}" for letter in "ABCDEFGHIJKL"]
    told = [said(party, "it will rain") for party in parties]
    told += [said("Dock Board", f"{party} of theft", "accuse", cue="accused") for party in parties]
    register, brief = ActorRegister(identities), make("a", None, told)
    register.note(brief, 0)
    identities.settle([0])
    found = list(candidates([(each, 0) for each in positions_of(brief, 0)], register, {}))
    assert len(found) == len(parties)
    for bias, count in ((9.0, MOST), (-9.0, 0)):
        weights = LogisticWeights(bias, dict.fromkeys(FEATURES, 0.0))
        assert len(list(choose(found, register, weights))) == count
