"""Whom a named person speaks for: the rules of filing, one sentence each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Cast
from briefing.parties.affiliation import by_policy, options
from briefing.parties.cast import gather
from tests.briefing.marked import read

SPEAKING_FOR_A_BODY = [
    ("[s:Japanese Foreign Minister Kenji Moro] [c:said] [t:the talks would go on].", ["Japan"]),
    ("[s:Peru's Interior Minister, Ana Quill], [c:called for] [t:an inquiry].", ["Peru"]),
    ("[s:Kenya's trade minister Amina Odo] [c:said] [t:tariffs would fall].", ["Kenya"]),
    ("[s:Norwegian Ambassador to the United States Lars Brekk] [c:said] [t:fish was not the issue].", ["Norway"]),
    ("[s:Nils Brekk, a spokesman for the Norwegian foreign ministry,] [c:said] [t:talks would go on].", ["Norway"]),
    ("[s:EU Trade Commissioner Greta Holm] [c:said] [t:steel was safe].", ["European Union"]),
    ("[s:A spokesman for Quill Holdings, Peter Lamb], [c:said] [t:sales were slow].", ["Quill Holdings"]),
    ("[s:Tesco chief executive Peter Lamb] [c:said] [t:sales were slow].", ["Tesco"]),
    ("[s:The head of the Harbour Trust, Owen Pike,] [c:said] [t:boats were cheap].", ["Harbour Trust"]),
    ("But [s:director of the Harbour Trust, Owen Pike,] [c:said] [t:boats were cheap].", ["Harbour Trust"]),
    ("[s:Owen Pike, Tesco director], who was asked, [c:said] [t:boats were cheap].", ["Tesco"]),
    ("[s:Owen Pike, Tesco director] who is new, [c:said] [t:boats were cheap].", ["Tesco"]),
    ("[s:Labour's Mary Lamb] [c:said] [t:boats were cheap].", ["Mary Lamb"]),
    ("[s:Labour work and pensions spokesman Owen Pike] [c:said] [t:the bus was late].", ["Labour Party"]),
    ("[s:The Work and Pensions Committee] [c:said] [t:the bus was late].", ["Work and Pensions Committee"]),
    ("[s:Bristol police spokesman Owen Pike] [c:said] [t:it was calm].", ["Bristol police"]),
    ("[s:Quarn police spokesman Owen Pike] [c:said] [t:it was calm].", ["Quarn police"]),
    ("[s:Tesco co-chairman Owen Pike] [c:said] [t:it was calm].", ["Tesco"]),
    ("[s:Tesco's head of research Owen Pike] [c:said] [t:it was calm].", ["Tesco"]),
    ("[s:Owen Pike, a Quill Holdings spokesman] [c:told] us [t:it was calm].", ["Quill Holdings"]),
    ("[s:Owen Pike, who is the Tesco chief executive,] [c:said] [t:it was calm].", ["Tesco"]),
    ("Tesco had slow sales, [s:its chief executive officer Owen Pike] [c:said] [t:so].", ["Tesco"]),
    ("Tesco sued the Orr Council, [s:Owen Pike, a spokesman for the firm,] [c:said] [t:so].", ["Tesco"]),
    ("The Dockers’ Union accused Tesco. [s:Owen Pike, its general secretary,] [c:said] [t:so].", ["Dockers’ Union"]),
    ("[s:Lamb campaign spokesman Owen Pike] [c:said] [t:the bus was late].", ["Lamb campaign"]),
]

SPEAKING_FOR_THEMSELVES = [
    ("[s:Labour MP Mary Lamb] [c:said] [t:boats were cheap].", ["Mary Lamb"]),
    ("Quill Holdings sued the harbour, whose [s:chief executive, Owen Pike,] [c:said] [t:so].", ["Owen Pike"]),
    ("[s:Rep. Mary Lamb (D-Ohio)] [c:said] [t:boats were cheap].", ["Mary Lamb"]),
    ("[s:Sen. Mary Lamb, R-Utah,] [c:said] [t:boats were cheap].", ["Mary Lamb"]),
    ("[s:Mayor Mary Lamb] [c:said] [t:boats were cheap].", ["Mary Lamb"]),
    ("[s:Former Japanese Foreign Minister Kenji Moro] [c:said] [t:the talks would go on].", ["Kenji Moro"]),
    ("[s:Tory shadow home secretary Peter Lamb] [c:said] [t:boats were cheap].", ["Peter Lamb"]),
    ("[s:Conservative leader Peter Lamb] [c:said] [t:boats were cheap].", ["Peter Lamb"]),
    ("[s:Hugh Hill, a doctor at Harbour Hospital,] [c:said] [t:wards were full].", ["Hugh Hill"]),
    ("[s:Hugh Hill, an analyst at the liberal Harbour Institute,] [c:said] [t:rates would rise].", ["Hugh Hill"]),
    ("[s:U.S. District Judge Peter B. Lamb] [c:ruled] [t:that boats were cheap].", ["Peter B. Lamb"]),
    ("[s:Prof Hugh Hill, from Yale University], [c:said] [t:wards were full].", ["Hugh Hill"]),
    ("[s:His neighbour, Hugh Hill], [c:said] [t:the house was empty].", ["Hugh Hill"]),
    ("[s:President Peter Lamb] [c:said] [t:boats were cheap] in Ohio.", ["Peter Lamb"]),
    ("[s:Tourism Minister Peter Lamb] [c:said] [t:boats were cheap] in Peru, Chile, Cuba and Spain.", ["Peter Lamb"]),
    ("[s:President Mary Lamb and Prime Minister Owen Pike] [c:said] [t:boats were cheap].", ["Mary Lamb", "Owen Pike"]),
    ("[s:Mayor Mary Lamb of Crake and Mayor Owen Pike] [c:said] [t:so].", ["Mary Lamb", "Owen Pike"]),
]


@pytest.mark.parametrize(("sentence", "parties"), SPEAKING_FOR_A_BODY + SPEAKING_FOR_THEMSELVES)
def test_a_person_is_filed_under_the_party_they_speak_for(
    filed: Callable[..., list[list[str]]], sentence: str, parties: list[str]
) -> None:
    assert filed(sentence) == [parties]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("[s:The Israeli government] [c:said] [t:it was calm].", ["Israel"]),
        ("[s:The Kremlin] [c:said] [t:it was calm].", ["Russia"]),
        ("[s:Beijing] [c:said] [t:it was calm].", ["China"]),
        ("[s:The US State Department] [c:said] [t:it was calm].", ["United States"]),
        ("[s:The Ohio Home Guard] [c:said] [t:it was calm].", ["Ohio Home Guard"]),
        ("[s:The Greek Foreign Ministry] [c:said] [t:it was calm].", ["Greece"]),
        ("[s:Downing Street] [c:said] [t:it was calm].", ["United Kingdom"]),
        ("[s:A Labour spokesman] [c:said] [t:it was calm].", ["Labour Party"]),
        ("[s:The Obama administration] [c:said] [t:it was calm].", ["Obama administration"]),
        ("[s:The Quill family] [c:said] [t:it was calm].", ["Quill family"]),
        ("[s:The Harbour Trust (HT)] [c:said] [t:it was calm].", ["Harbour Trust"]),
        ("[s:Some labour-market experts] [c:said] [t:it was calm].", ["some labour-market experts"]),
        ("[s:A person familiar with the matter] [c:said] [t:it was calm].", ["person familiar with the matter"]),
        ("[s:The justice department's report] [c:said] [t:it was calm] in Ohio.", ["justice department's report"]),
        ("[s:The Greek embassy's statement] [c:said] [t:it was calm].", ["Greece"]),
        ("[s:Nobody] [c:said] [t:it was calm].", []),
    ],
)
def test_bodies_and_unnamed_sources_have_the_name_they_are_filed_under(
    filed: Callable[..., list[list[str]]], sentence: str, parties: list[str]
) -> None:
    assert filed(sentence) == [parties]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("[s:Peter Lamb, a spokesman for Quill Holdings,] [c:said] [t:so].", "Quill Holdings"),
        ("[s:French Fish Minister Ann Pike] [c:said] [t:so].", "France"),
        ("[s:Tesco chief executive Ann Pike] [c:said] [t:so].", "Tesco"),
        ("[s:Peter Lamb, a former spokesman for Quill Holdings,] [c:said] [t:so].", None),
        ("[s:Labour MP Ann Pike] [c:said] [t:so].", None),
    ],
)
def test_spokespeople_and_office_holders_abroad_always_speak_for_their_body(sentence: str, body: str | None) -> None:
    document, attributions = read(sentence)
    _, players, _ = gather(document, attributions, None)
    roles = next(roles for roles in players.roles.values())
    found = by_policy(players.register, roles, ())
    assert (found if found is None else players.draft(found).name) == body


def test_oneself_the_bodies_named_and_the_state_of_an_office_are_options() -> None:
    document, attributions = read("Nepal sat. Nepal slept.", "[s:Hari Rana, Roads Minister,] [c:said] [t:so].")
    _, players, _ = gather(document, attributions, None)
    person = next(iter(players.roles))
    found = options(players.register, person, players.roles[person], players.homes)
    assert [players.draft(each.party).name for each in found] == ["Hari Rana", "Nepal"]
    assert "home office" in found[1].features


def test_a_state_and_the_province_of_it_that_an_article_is_about_are_both_options() -> None:
    document, attributions = read("Wales sat. Welsh rain fell.", "[s:Huw Rees, Roads Minister,] [c:said] [t:so].")
    _, players, _ = gather(document, attributions, None)
    assert [players.draft(home).name for home in players.homes] == ["United Kingdom", "Wales"]
    person = next(iter(players.roles))
    found = options(players.register, person, players.roles[person], players.homes)
    assert [players.draft(each.party).name for each in found] == ["Huw Rees", "United Kingdom", "Wales"]
    assert "home province office" in found[2].features


def test_the_state_of_a_minister_is_the_province_where_provinces_are_called_so() -> None:
    found = _options("Tasmania sat. Tasmanian rain fell.", "[s:The state's fish minister, Ann Pike,] [c:said] [t:so].")
    assert [name for name, _ in found] == ["Ann Pike", "Tasmania"]


def test_of_an_office_without_a_noun_both_the_state_and_its_province_are_options() -> None:
    found = _options("Texas sat. Texan rain fell.", "[s:Ann Pike, Roads Minister,] [c:said] [t:so].")
    assert [name for name, _ in found] == ["Ann Pike", "United States", "Texas"]


def test_a_province_named_in_passing_is_not_what_an_article_is_about() -> None:
    document, attributions = read("France sat. France slept. French rain fell. Wales won.", "[s:She] [c:said] [t:so].")
    _, players, _ = gather(document, attributions, None)
    assert [players.draft(home).name for home in players.homes] == ["France"]


def _options(*sentences: str) -> list[tuple[str, list[str]]]:
    document, attributions = read(*sentences)
    _, players, _ = gather(document, attributions, None)
    person, roles = next(iter(players.roles.items()))
    return [
        (players.draft(each.party).name, each.features)
        for each in options(players.register, person, roles, players.homes)
    ]


def test_who_is_told_a_role_alone_may_speak_for_the_bodies_named_before() -> None:
    before = ("The Harbour Trust met.", "It rained.", "Quill Holdings slept in Hull.")
    (_, alone), (near, told), (far, other) = _options(*before, "[s:Spokeswoman Ann Pike] [c:said] [t:so].")
    assert (near, far) == ("Quill Holdings", "Harbour Trust")
    assert {"around spokes 0", "around away 1"} <= set(told)
    assert {"around spokes 1", "around away 3"} <= set(other)
    assert "self bare away 1" in alone


def test_a_role_with_its_body_may_be_of_no_other() -> None:
    before = ("The Harbour Trust met.", "It rained.")
    names = [name for name, _ in _options(*before, "[s:The airport's chief executive, Ann Pike,] [c:said] [t:so].")]
    assert names == ["Ann Pike"]


def test_who_is_said_to_be_something_is_it() -> None:
    found = _options("Owen Pike is the head of Tesco.", "[s:Pike] [c:said] [t:it was calm].")
    assert [name for name, _ in found] == ["Owen Pike", "Tesco"]


def test_speakers_and_affiliation_are_kept(cast: Callable[..., Cast]) -> None:
    found = cast("[s:Hugh Hill, a doctor at Harbour Hospital,] [c:said] [t:wards were full].")
    assert [(s.name, s.role) for s in found.holdings[0].speakers] == [("Hugh Hill", "doctor at Harbour Hospital")]
    hill = next(entity for entity in found.entities if entity.name == "Hugh Hill")
    assert hill.affiliation is not None
    assert found.entities[hill.affiliation].name == "Harbour Hospital"
    assert hill.speaks_for is None
