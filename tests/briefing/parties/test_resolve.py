"""Whom a source refers to: pronouns, descriptions, pairs, joint statements, and attributions without a source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Cast

Parties = Callable[..., list[list[str]]]
LAMB = "[s:Mary Lamb] [c:said] [t:boats were cheap]."

CHAINS = [
    ((LAMB, "[s:She] [c:added] [t:that nets were not]."), [["Mary Lamb"], ["Mary Lamb"]]),
    (("Peter Pike met Mary Lamb.", "[s:He] [c:said] [t:boats were cheap]."), [["Peter Pike"]]),
    (("Peter Pike met Mary Lamb.", "[s:She] [c:said] [t:boats were cheap]."), [["Mary Lamb"]]),
    ((LAMB, "[s:Ms Lamb] [c:added] [t:that nets were not]."), [["Mary Lamb"], ["Mary Lamb"]]),
    ((LAMB, "[t:“Nets are not.”]"), [["Mary Lamb"], ["Mary Lamb"]]),
    (
        (
            LAMB,
            "[s:Ann Pike] [c:said]: “[t:Nets are not cheap at all in this small town.]",
            "“[t:Ann Pike and Mr Pike know it.]”",
        ),
        [["Mary Lamb"], ["Ann Pike"], ["Ann Pike"]],
    ),
    (
        ("[s:A Labour spokesman] [c:said] [t:boats were cheap].", "[s:He] [c:added] [t:that nets were not]."),
        [["Labour Party"], ["Labour Party"]],
    ),
    (
        (
            "[s:Quill Holdings] [c:said] [t:sales fell].",
            "[s:The company] [c:expects] [t:a loss].",
            "[s:It] [c:plans] [t:cuts].",
        ),
        [["Quill Holdings"], ["Quill Holdings"], ["Quill Holdings"]],
    ),
    (
        (
            "[s:Chile and Peru] [c:agreed] [t:to talk].",
            "[s:Both sides] [c:hope] [t:for peace].",
            "[s:Neither side] [c:wants] [t:war].",
            "[s:The two countries] [c:want] [t:fish].",
        ),
        [["Chile", "Peru"], ["Chile", "Peru"], ["Chile", "Peru"], ["Chile", "Peru"]],
    ),
    (("[s:So Norway and] [c:said] [t:boats were cheap].",), [["Norway"]]),
    (("[s:The Major General] [c:said] [t:boats were cheap].",), [["Major General"]]),
    (("[s:Mr. Bishop] [c:said] [t:boats were cheap].",), [["Mr. Bishop"]]),
    (("[s:Local traders] [c:said] [t:boats were cheap].",), [["local traders"]]),
    (
        ("Major General Ada Quill rose.", "[s:The retired Major General] [c:said] [t:boats were cheap]."),
        [["Ada Quill"]],
    ),
    (("[s:although traders] [c:said] [t:boats were cheap].",), [["traders"]]),
    (
        (
            "Gov. Mary Lamb met Sgt. Bill Pike.",
            "[s:The sergeant] [c:said] [t:so].",
            "[s:The governor] [c:said] [t:no].",
        ),
        [["Bill Pike"], ["Mary Lamb"]],
    ),
    (
        ("Judge Mary Lamb sat on Friday.", "[s:The judge] [c:ruled] [t:that boats were cheap]."),
        [["Mary Lamb"]],
    ),
    (
        ("Mayor Mary Lamb rose. Peter Pike, a baker, sat.", "[s:The mayor] [c:said] [t:boats were cheap]."),
        [["Mary Lamb"]],
    ),
    (
        ("Mary Lamb, 47, was cleared.", "[s:The 47-year-old] [c:said] [t:boats were cheap]."),
        [["Mary Lamb"]],
    ),
    (
        ("[s:A senior official] [c:said] [t:boats were cheap].", "[s:The official] [c:said] [t:nets were not]."),
        [["senior official"], ["senior official"]],
    ),
    (
        ("[s:The European Union] [c:urged] [t:calm].", "[s:The statement] [c:said] [t:boats were cheap]."),
        [["European Union"], ["European Union"]],
    ),
    (
        (
            "[s:Chile and Peru] [c:agreed] [t:to talk].",
            "[s:Chile] [c:said in] a joint statement [t:that fish was safe].",
            "[s:The statement] [c:urged] [t:calm].",
        ),
        [["Chile", "Peru"], ["Chile", "Peru"], ["Chile", "Peru"]],
    ),
    ((LAMB, "Rain is [c:expected] [t:to fall]."), [["Mary Lamb"], []]),
    ((LAMB, "Boats [c:are widely seen as] [t:cheap]."), [["Mary Lamb"], []]),
    ((LAMB, "Amid [c:worries about] [t:cheap boats] Hull slept."), [["Mary Lamb"], []]),
    ((LAMB, "[t:The boat] [c:reported] [t:to have sunk] was old."), [["Mary Lamb"], []]),
    ((LAMB, "Peter Pike [c:was not convinced by] [t:cheap boats]."), [["Mary Lamb"], ["Peter Pike"]]),
    (("[s:She] [c:said] [t:boats were cheap].", "Ms Lamb spoke in Hull."), [["Lamb"]]),
    (
        ("[s:The Harbour Gazette] [c:reported] [t:it].", "[s:The trade newspaper] [c:said] [t:boats were cheap]."),
        [["Harbour Gazette"], ["Harbour Gazette"]],
    ),
    (("Mary Lamb was cleared.", "[s:Her family] [c:said] [t:she was glad]."), [["Mary Lamb's family"]]),
]

HIDDEN = [
    ("Rain is [c:expected] [t:to fall].", True),
    ("Amid [c:worries about] [t:cheap boats] Hull slept.", True),
    ("[s:She] [c:said] [t:boats were cheap].", False),
    ("[s:Mary Lamb] [c:expects] [t:rain].", False),
]

TOLD_APART = [
    ("Ada Lamb sat.", "[s:Quill Lines this week] [c:said] [t:boats were cheap].", ["Quill Lines"]),
    ("Ada Lamb sat.", "[s:Ms Lamb last] week [c:said] [t:boats were cheap].", ["Ada Lamb"]),
    ("It rained.", "[s:Microsoft and Texas attorney general Ada Lamb] [c:said] [t:so].", ["Microsoft", "Ada Lamb"]),
    ("Ada Lamb sat.", "[t:“Boats are cheap,”] [c:said] [s:Lamb ahead of the race].", ["Ada Lamb"]),
    ("Ada Lamb sat.", "[s:The gathering] [c:said] [t:boats were cheap].", ["gathering"]),
    ("It rained.", "[s:A reading of that book] [c:holds] [t:boats were cheap].", ["reading of that book"]),
    ("It rained.", "[s:Many] reportedly [c:feared] [t:boats were cheap].", ["many"]),
    ("It rained.", "[s:MPs in Goole] [c:said] [t:boats were cheap].", ["MPs"]),
    ("It rained.", "He slept, [s:citing dockers] [c:said] [t:boats were cheap].", ["dockers"]),
    ("It must use them.", "[s:WHO] [c:said] [t:boats were cheap].", ["World Health Organization"]),
    ("Ada Lamb sat.", "[s:The French] [c:said] [t:boats were cheap].", ["France"]),
    ("Boats left Texas. Texan rain fell on Texas.", "[t:“Boats are cheap,”] [s:the state] [c:said].", ["Texas"]),
    ("Ada Lamb sat.", "[s:The Tasmanian government] [c:said] [t:boats were cheap].", ["Tasmania"]),
    ("Ada Lamb sat.", "[s:The Welsh government] [c:said] [t:boats were cheap].", ["Welsh government"]),
    ("Ada Lamb sat.", "[s:Welsh and Scottish ministers] [c:said] [t:boats were cheap].", ["Wales", "Scotland"]),
    ("It rained.", "[s:A letter handed to the Harbour Gazette] [c:said] [t:boats were cheap].", ["letter"]),
    ("It rained.", "[s:A letter seen by the Harbour Gazette] [c:said] [t:boats were cheap].", ["letter"]),
    ("It rained.", "[s:Papers filed Tuesday in Goole] [c:said] [t:boats were cheap].", ["papers"]),
    ("Ada Lamb sat.", "[s:One man, Bill Pike,] there [s:for four hours] [c:said] [t:so].", ["Bill Pike"]),
    ("The Unity Coalition met.", "[s:The election commission] [c:said] [t:so].", ["election commission"]),
    ("The Harbour Council met.", "[s:A spokesman] [c:said] [t:so].", ["Harbour Council"]),
    ("Ada Lamb sat.", "[s:Bill Pike of the Harbour Gazette] [c:said] [t:so].", ["Bill Pike"]),
    ("Ada Lamb sat.", "[s:Harbour Commissioner for Wales Ann Pike] [c:said] [t:boats were cheap].", ["Ann Pike"]),
    ("Ada Lamb sat.", "[s:A Brighton statement] [c:said] [t:boats were cheap].", ["Brighton"]),
    (
        "Nobody came before Ada Lamb, who led her side to the Harbour Trust final, sat down.",
        "[s:Lamb] [c:said] [t:so].",
        ["Ada Lamb"],
    ),
    ("Ada Lamb sat.", "[s:An ad from Quill Lines] [c:said] [t:boats were cheap].", ["Quill Lines"]),
    ("Ada Lamb sat.", "[s:Norway] and [s:Canada] [c:agreed] [t:to fish less].", ["Norway", "Canada"]),
    ("The Harbour Trust met.", "[s:The Harbour] Trust and [s:its sister group] [c:said] [t:so].", ["Harbour Trust"]),
    ("Ada Lamb sat.", "[s:Nearly two thirds of the skippers] [c:said] [t:boats were cheap].", ["skippers"]),
    ("Peru met.", "[s:the mayor's office] [c:said] [t:boats were cheap].", ["mayor's office"]),
    ("Chile met.", "[s:the US fisheries ministry] [c:said] [t:boats were cheap].", ["United States"]),
    ("Peru met.", "[s:Church ministers] [c:said] [t:boats were cheap].", ["church ministers"]),
    ("Ada Lamb sat.", "[s:Home Affairs spokesman Per Pike] [c:said] [t:boats were cheap].", ["Per Pike"]),
    (
        "Ada Lamb sat.",
        "[s:The Office of the Deputy Prime Minister] [c:said] [t:boats were cheap in spring].",
        ["Office of the Deputy Prime Minister"],
    ),
    ("Ada Lamb sat.", "[s:Many Cubans] [c:said] [t:boats were cheap].", ["many Cubans"]),
    ("Ada Lamb sat.", "[s:Doctors of the Road, a charity,] [c:said] [t:so].", ["Doctors of the Road"]),
    ("It rained on Labor Day.", "[s:The manufacturer] [c:said] [t:so].", ["manufacturer"]),
    ("It rained.", "[s:Mr Day] [c:said] [t:so].", ["Day"]),
    (
        "Ada Lamb sat.",
        "[s:The Orr Department of Justice] [c:said] [t:boats were cheap].",
        ["Orr Department of Justice"],
    ),
    ("Bristol Lamb saw Ada Lamb.", "[s:Bristol Lamb] [c:said] [t:so].", ["Bristol Lamb"]),
    ("Bristol Docks saw Ada Lamb.", "[s:Bristol] [c:said] [t:so].", ["Bristol"]),
    ("Ida Quist Holm sat.", "[s:Quist Holm] [c:said] [t:boats were cheap].", ["Ida Quist Holm"]),
    ("Ada Lamb sat. Bill Lamb slept.", "[s:Bill Lamb] [c:said] [t:so].", ["Bill Lamb"]),
    ("Will Lamb resign? Ada Lamb sat.", "[s:Lamb] [c:said] [t:boats were cheap].", ["Ada Lamb"]),
    ("Will Lamb sat.", "[s:Lamb] [c:said] [t:boats were cheap].", ["Will Lamb"]),
    ("Nets are dear.", "[s:Quarn Advisers] [c:said] [t:boats were cheap].", ["Quarn Advisers"]),
    ("Boats left Hull.", "[s:Labour MPs] [c:said] [t:boats were cheap].", ["Labour MPs"]),
    ("Boats left Bristol.", "[s:Bristol police] [c:said] [t:it was calm].", ["Bristol police"]),
    (
        "The Bristol Police Department was calm.",
        "[s:Bristol police] [c:said] [t:it was over].",
        ["Bristol Police Department"],
    ),
    (
        "The Orr Police Department Boat Unit sailed.",
        "[s:The Orr Police Department] [c:said] [t:so].",
        ["Orr Police Department"],
    ),
    ("The Harbour Trust of Norway met.", "[s:The Harbour Trust] [c:said] [t:so].", ["Harbour Trust of Norway"]),
    ("Boats left Peru.", "[s:Peru's Fisheries Ministry] [c:said] [t:boats were cheap].", ["Peru"]),
    (
        "Ada Lamb sat.",
        "[s:The World Health Organisation] [c:said] [t:boats were safe].",
        ["World Health Organisation"],
    ),
    ("Ada Lamb sat.", "[s:The Liberal Democrat] [c:said] [t:boats were safe].", ["Liberal Democrats"]),
    ("Ada Lamb, born in Hull, sat.", "[s:The 31-year-old] [c:said] [t:boats were cheap].", ["Ada Lamb"]),
    ("Tolvia met.", "[s:Tolvian prime minister Greta Holm] [c:said] [t:boats were cheap].", ["Tolvia"]),
    ("Julia met.", "[s:Julian] [c:said] [t:boats were cheap].", ["Julian"]),
    ("Ada Lamb sat.", "[s:The Dredging and Piloting Authority] [c:said] [t:so].", ["Dredging and Piloting Authority"]),
    ("Ada Lamb sat.", "[s:Some in this trade] [c:said] [t:boats were cheap].", ["some in this trade"]),
    ("Ada Lamb sat.", "[s:British Rowing] [c:said] [t:boats were cheap].", ["British Rowing"]),
    ("Peru met.", "[s:The coroner] [c:said] [t:so].", ["coroner"]),
    ("Ada Lamb sat.", "[s:The Lord Chief Justice, Lord Pike,] [c:ruled] [t:boats were cheap].", ["Lord Pike"]),
    ("Ada Paris met us.", "[s:Paris] [c:said] [t:boats were cheap].", ["Ada Paris"]),
    ("Ada Lamb sat.", "[s:The answers she] [c:wants] [t:are in the books].", ["Ada Lamb"]),
    ("Ada Lamb sat.", "[s:Critics of the dam] [c:said] [t:boats were cheap].", ["critics of the dam"]),
    ("Sir Per Lamb met us.", "[s:Sir Per] [c:said] [t:boats were cheap].", ["Per Lamb"]),
    ("Ada Lamb sat.", "Asked about boats Ms [s:Lamb] [c:said] [t:nets were cheap].", ["Ada Lamb"]),
    ("Ada Lamb flew to Paris.", "[s:Paris] [c:said] [t:boats were cheap].", ["France"]),
    ("Ada Lamb sat.", "[s:The director of public works, Bob Pike,] [c:said] [t:boats were cheap].", ["Bob Pike"]),
    ("Ada Lamb sat.", "[s:electronics firm Quill] [c:said] [t:boats were cheap].", ["Quill"]),
    ("Ada Lamb sat.", "[s:The Muslim Council of Wales] [c:said] [t:boats were cheap].", ["Muslim Council of Wales"]),
    ("Ada Lamb sat.", "[s:Goalkeeper Per Quist] [c:said] [t:boats were cheap].", ["Per Quist"]),
    ("Ada Lamb sat.", "Peru, which has boats, angrily [c:denies] [t:that it fishes].", ["Peru"]),
    ("The union issued a report.", "[s:A number of investors] [c:said] [t:boats were cheap].", ["investors"]),
    ("Ada Lamb sat.", "[s:The 2019 figures] [c:said] [t:boats were cheap].", ["2019 figures"]),
    ("Ada Lamb sat.", "Not [s:all pilots] [c:said] [t:boats were cheap].", ["pilots"]),
    ("Ada Lamb sat.", "[s:Two of the “pilots”] [c:said] [t:boats were cheap].", ["two of the pilots"]),
]

CONJUNCTS = [
    ("[s:NATO and the EU] [c:have both warned] [t:of war].", ["NATO", "European Union"]),
    ("[s:EU-Japan] [c:seek] [t:a deal].", ["European Union", "Japan"]),
    ("[s:The Japanese and American top diplomats] [c:urged] [t:calm].", ["Japan", "United States"]),
    ("[s:Japan’s and the United States’ top diplomats] [c:urged] [t:calm].", ["Japan", "United States"]),
    (
        "[s:Greek Foreign Minister Nikos Vale and his US counterpart Ann Pike] [c:urged] [t:calm].",
        ["Greece", "United States"],
    ),
    ("[s:Mary Lamb, a baker and a former mayor of Hull,] [c:urged] [t:calm].", ["Mary Lamb"]),
    ("[s:baker and strategist Mary Lamb] [c:urged] [t:calm].", ["Mary Lamb"]),
    ("[s:Judge Lord Pike, sitting with Lord Lamb and Lord Vale,] [c:ruled] [t:so].", ["Lord Pike"]),
]


@pytest.mark.parametrize(("paragraphs", "parties"), CHAINS)
def test_a_source_refers_to_whom_a_reader_takes_it_for(
    filed: Parties, paragraphs: tuple[str, ...], parties: list[list[str]]
) -> None:
    assert filed(*paragraphs) == parties


@pytest.mark.parametrize(("sentence", "parties"), CONJUNCTS)
def test_all_who_are_joined_hold_the_position(filed: Parties, sentence: str, parties: list[str]) -> None:
    assert filed(sentence) == [parties]


def test_one_who_is_not_found_is_said_to_be_unknown(cast: Callable[..., object]) -> None:
    holding = cast("[s:He] [c:said] [t:boats were cheap].").holdings[0]  # type: ignore[attr-defined]
    assert (holding.parties, holding.resolved) == ((), "unknown")


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("[s:I] [c:believe] [t:boats are dear].", []),
        ("In my view, [s:we] [c:want] [t:cheap boats].", []),
        ("“[s:We] [c:want] [t:cheap boats].”", ["Ada Lamb"]),
    ],
    ids=["I", "we", "quoted"],
)
def test_outside_quotations_the_writer_is_nobody_whom_the_text_names(
    filed: Parties, sentence: str, parties: list[str]
) -> None:
    assert filed("[s:Ada Lamb] [c:said] [t:boats are cheap].", sentence) == [["Ada Lamb"], parties]


@pytest.mark.parametrize(("sentence", "hidden"), HIDDEN)
def test_only_what_the_article_leaves_open_is_hidden(cast: Callable[..., Cast], sentence: str, hidden: bool) -> None:
    assert cast(sentence).holdings[0].hidden is hidden


@pytest.mark.parametrize(("before", "sentence", "parties"), TOLD_APART)
def test_what_looks_alike_is_told_apart(filed: Parties, before: str, sentence: str, parties: list[str]) -> None:
    assert filed(before, sentence) == [parties]
