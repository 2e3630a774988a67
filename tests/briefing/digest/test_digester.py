"""The digest as a whole: everything links back, and the order of the inputs changes nothing that is said."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from briefing.digest import Digester, DigestFilter, digest_briefs, filter_digest
from briefing.model import Brief

EVENT = "Quill Lines and the Dock Union of Tarn quarrel over mussels, crews and the ferry quay. "
WIRE = EVENT + " ".join(f"word{number}" for number in range(30))


@pytest.fixture
def story(make: Callable[..., Brief], said: Callable[..., object]) -> list[Brief]:
    poor = said("Quill Lines", "the harvest of mussels at Tarn is poor this year")
    theft = said("Dock Union", "Quill Lines of theft from crews", "accuse")
    lying = said("Dock Union", "Quill Lines of lying about the quay", "accuse")
    return [
        make("a", "2025-03-01", [lying], text=EVENT + "It was Monday."),
        make("b", "2025-03-03", [theft, poor], text=EVENT + "It was Wednesday."),
        make("c", "2025-03-02", [poor], text=WIRE),
        make("d", "2025-03-02", [poor], text=WIRE),
        make("e", None, []),
    ]


def test_every_position_is_told_with_its_place(story: list[Brief]) -> None:
    digest = digest_briefs(story)
    told = {(telling.report, telling.position) for matter in digest.matters for telling in matter.tellings}

    assert told == {(number, each.id) for number, brief in enumerate(story) for each in brief.positions}
    for matter in digest.matters:
        for telling in matter.tellings:
            content = story[telling.report].positions[telling.position].content
            assert (telling.start, telling.end) == (content[0].start, content[-1].end)


def test_references_hold_both_ways(story: list[Brief]) -> None:
    digest = digest_briefs(story)
    for number, matter in enumerate(digest.matters):
        assert all(number in digest.actors[actor].matters for actor in matter.actors)
        assert number in digest.stories[matter.story].matters
    assert sorted(report for each in digest.stories for report in each.reports) == list(range(len(story)))


def test_copies_count_once(story: list[Brief]) -> None:
    digest = digest_briefs(story)
    poor = next(matter for matter in digest.matters if matter.text.startswith("the harvest"))

    assert len(poor.tellings) == 3
    assert poor.outlets == 2
    assert [report.copy_of for report in digest.reports] == [None, None, None, 2, None]


def test_fronts_gather_what_all_reports_show(story: list[Brief]) -> None:
    digest = digest_briefs(story)
    (front,) = digest.fronts
    assert [digest.actors[actor].name for actor in front.actors] == ["Dock Union", "Quill Lines"]
    assert (front.kind, front.reports) == ("against", 2)
    assert front.shown_by.text in {"Quill Lines of theft from crews", "Quill Lines of lying about the quay"}


def test_the_order_of_the_inputs_changes_nothing_that_is_said(story: list[Brief]) -> None:
    def said(briefs: list[Brief]) -> set[tuple[str, str | None, int]]:
        return {(matter.text, matter.date, matter.outlets) for matter in digest_briefs(briefs).matters}

    chance = random.Random(1)
    for order in chance.sample(list(permutations(story)), 6):
        assert said(list(order)) == said(story)


def test_no_briefs_give_an_empty_digest() -> None:
    digest = digest_briefs([])
    assert (digest.matters, digest.actors, digest.stories, digest.turns, digest.heard) == ((), (), (), (), ())


def test_all_can_be_told_to_be_one_story(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    briefs = [make("a", None, [said("Dock Union", "one thing")]), make("b", None, [said("Quill", "another matter")])]
    digester = Digester(one_story=True)
    for brief in briefs:
        digester.add(brief)
    assert len(digester.digest().stories) == 1
    assert len(digest_briefs(briefs).stories) == 2


def test_a_party_alone(story: list[Brief]) -> None:
    found = filter_digest(digest_briefs(story), DigestFilter(party="dock union"))
    texts = [found.matters[number].text for each in found.stories for number in each.matters]

    assert sorted(texts) == ["Quill Lines of lying about the quay", "Quill Lines of theft from crews"]
    assert {found.actors[each.actor].name for each in found.heard} == {"Dock Union"}


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (DigestFilter(story=9), "there is no story 9"),
        (DigestFilter(party="Nobody"), "no party goes by Nobody"),
        (DigestFilter(party="…"), "no party goes by …"),
    ],
)
def test_what_is_not_there_cannot_be_selected(story: list[Brief], selection: DigestFilter, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        filter_digest(digest_briefs(story), selection)


def test_the_outlets_name_other_holders(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    quote = "The mussels of the eastern quay will be gone by autumn"
    reports = [
        make(name, None, [said(party, quote, quote=quote)], text=EVENT)
        for name, party in (("a", "Dock Union"), ("b", "Dock Union"), ("c", "Quill Lines"))
    ]
    digest = digest_briefs(reports)
    (matter,) = digest.matters

    assert matter.kind == "quotation"
    assert [digest.actors[actor].name for actor in matter.actors] == ["Dock Union"]
    assert [digest.actors[actor].name for actor in matter.conflict] == ["Dock Union", "Quill Lines"]


def test_a_title_is_no_telling_where_its_article_tells_it_again(
    make: Callable[..., Brief], said: Callable[..., object]
) -> None:
    words = "the night ferry to Tarn ends on June 14"
    brief = make("a", None, [said("Quill Lines", words, same_as=None), said("Quill Lines", words, same_as=0)])
    other = make("b", None, [said("Quill Lines", words)])
    titled = replace(brief, article=replace(brief.article, title=words))
    digester = Digester(one_story=True)
    for each in (titled, replace(other, article=replace(other.article, title=words))):
        digester.add(each)
    (matter,) = digester.digest().matters
    assert [(telling.report, telling.position) for telling in matter.tellings] == [(0, 1), (1, 0)]


def test_the_same_last_name_is_no_conflict(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    words = "the harvest of mussels at Tarn is poor this year"
    kinds = {"Quill": "person", "Ada B. Quill Jr.": "person"}
    briefs = [make(name[0], None, [said(name, words)], kinds=kinds, text=EVENT) for name in kinds]
    (matter,) = digest_briefs(briefs).matters

    assert (matter.outlets, matter.conflict) == (2, ())
