"""Finding and cutting proper names, and who is who among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.entities.gazetteer import standard
from briefing.entities.name_recognizer import NameRecognizer
from briefing.language import analyse
from briefing.model import Cast
from briefing.reading import parse_article


def _names(text: str) -> list[tuple[str, str]]:
    document = analyse(parse_article(text))
    finder = NameRecognizer(document, [standard()])
    found = [name for sentence in document.sentences for name in finder.find(sentence)]
    return [(" ".join(finder.texts[name.core : name.end]), name.kind) for name in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met Mrs Mary Lamb there.", [("Mary Lamb", "person")]),
        ("He met Bill de Wit there.", [("Bill de Wit", "person")]),
        ("He met Dr. J. K. Pike there.", [("J. K. Pike", "person")]),
        ("He met Mary O'Dell-Pike there.", [("Mary O'Dell-Pike", "person")]),
        ("He met Abu bin Khalid there.", [("Abu bin Khalid", "person")]),
        ("He met the Dockers’ Union there.", [("Dockers ’ Union", "organization")]),
        ("He joined the Reindeer Herders' Association.", [("Reindeer Herders ' Association", "organization")]),
        ("He joined the Women's Institute.", [("Women 's Institute", "organization")]),
        ("Mary Lamb's Harbour Trust met.", [("Mary Lamb", "person"), ("Harbour Trust", "organization")]),
        ("He left the Orr Department of Justice.", [("Orr Department of Justice", "organization")]),
        (
            "It was late there when she left them for the House Committee on Space, Health and Defence.",
            [("House Committee on Space , Health and Defence", "organization")],
        ),
        (
            "It was late there when they left the Ministry of Health, Mary Lamb and some others.",
            [("Ministry of Health", "organization"), ("Mary Lamb", "person")],
        ),
        (
            "It was late there when they left the Institute of Alcohol, Firearms and Explosives at last.",
            [("Institute of Alcohol , Firearms and Explosives", "organization")],
        ),
        ("It was late there when he left Quarn & Daughters.", [("Quarn & Daughters", "organization")]),
        ("Harbour & Daughters left.", [("Harbour & Daughters", "organization")]),
        ("He joined Quarn Advisers.", [("Quarn Advisers", "organization")]),
        ("Bristol Lamb met Mary Lamb.", [("Bristol Lamb", "person"), ("Mary Lamb", "person")]),
        ("Will Tarven resign?", [("Tarven", "unknown")]),
        ("The Scottish SPCA met.", [("Scottish SPCA", "organization")]),
        ("Norway's Foreign Ministry met.", [("Norway", "state"), ("Foreign Ministry", "organization")]),
        ("He met Mary Hill there.", [("Mary Hill", "person")]),
        ("He met Ann May there.", [("Ann May", "person")]),
        ("Yesterday it rained on Monday.", []),
        ("Fishing is dear.", []),
        ("The Fraternal Order of Netmakers met.", [("Fraternal Order of Netmakers", "organization")]),
        ("He joined the Harbour Trust of Norway.", [("Harbour Trust of Norway", "organization")]),
        ("He met L.L. Lamb and Per E. Pike.", [("L.L. Lamb", "person"), ("Per E. Pike", "person")]),
        ("He runs Chile Quarn there.", [("Chile Quarn", "organization")]),
        ("He reads The Times of London.", [("The Times of London", "organization")]),
        ("He joined the Department for Nets and Boats.", [("Department for Nets and Boats", "organization")]),
        (
            "The Scottish National Party MSP Mary Lamb rose.",
            [("Scottish National Party", "organization"), ("Mary Lamb", "person")],
        ),
        ("He read about Jordan Pike in Jordan.", [("Jordan Pike", "person"), ("Jordan", "state")]),
        ("He left the Harbour Hotel for Pike Street.", [("Harbour Hotel", "place"), ("Pike Street", "place")]),
        ("UK-based firms met U.S. envoys.", [("U.S.", "state")]),
        ("He met Mary King there. He likes King.", [("Mary King", "person"), ("King", "person")]),
        ("He met Mary King. He likes the King Mary.", [("Mary King", "person"), ("Mary", "person")]),
        ("He met the Mary Captain there.", [("Mary", "unknown")]),
        ("He met the Paris Mayor there.", [("Paris", "state")]),
        ("He met Maj-Gen Mary Lamb and Det Ch Insp Bill Pike.", [("Mary Lamb", "person"), ("Bill Pike", "person")]),
        ("Baker Mary Lamb slept.", [("Mary Lamb", "person")]),
        ("Baker Quill slept.", [("Baker Quill", "person")]),
        ("Insurer Quill Ware slept.", [("Quill Ware", "person")]),
        ("Netmaker Quill slept.", [("Quill", "unknown")]),
        ("He met Baker Mary Lamb.", [("Baker Mary Lamb", "person")]),
        ("He met Ada al-Quill and Bill d’Orr.", [("Ada al-Quill", "person"), ("Bill d’Orr", "person")]),
        ("He sat at-ease as-is.", []),
        ("He met Quill Min-seok there.", [("Quill Min-seok", "person")]),
        ("He met a Quill Orr-based firm.", [("Quill", "unknown")]),
        ("He met a Quill Min-seok-based firm.", [("Quill", "unknown")]),
        ("He met Jan Orring on a Jan 5.", [("Jan Orring", "person")]),
        ("He joined the Board of Orr Users there.", [("Board of Orr Users", "organization")]),
        ("He met Mary Islam there.", [("Mary Islam", "person")]),
        ("The head of the Orr Board Mary Quill met.", [("Orr Board", "organization"), ("Mary Quill", "person")]),
        ("The head of the Orr Mary Hall met.", [("Orr Mary Hall", "place")]),
        ("He left Quorn & Tarven there.", [("Quorn & Tarven", "organization")]),
        ("He slept in West Tarven there.", [("West Tarven", "place")]),
        ("He met West Tarven Orr there.", [("West Tarven Orr", "person")]),
        ("He bought NTT Tarven there.", [("NTT Tarven", "unknown")]),
        ("He bought Tarven Orr V3 there.", [("Tarven Orr V3", "unknown")]),
        ("He saw Tarven B there.", [("Tarven B", "unknown")]),
        ("He met JJ Tarven and Orr Tarven III.", [("JJ Tarven", "person"), ("Orr Tarven III", "person")]),
        ("He met Lord Lamb of Orring there.", [("Lamb of Orring", "person")]),
        ("Rain fell\n\nBaker Mary Lamb slept.", [("Mary Lamb", "person")]),
        ("He left the Maryland Department of Health.", [("Maryland Department of Health", "organization")]),
        ("He met Dean Quarn there.", [("Dean Quarn", "person")]),
        ("He met Dean Mary Quarn there.", [("Mary Quarn", "person")]),
        ("He met Billie Jean King there.", [("Billie Jean King", "person")]),
        ("He met Mary English there.", [("Mary English", "person")]),
        ("He spoke English there.", []),
        ("He slept, He sat.", []),
        ("He left the We Company.", [("We Company", "organization")]),
        ("It rained on Nov. 18 in Quarn, Fla., too.", [("Quarn", "unknown")]),
        ("Netmakers slept.", []),
        ("He met Judicial Watch there.", [("Judicial Watch", "organization")]),
        ("Watch Mary Lamb there.", [("Mary Lamb", "person")]),
        ("He joined the Orr Commission on Human Rights.", [("Orr Commission on Human Rights", "organization")]),
        ("He joined the Orr Museum on Quarn Hill.", [("Orr Museum", "organization"), ("Quarn Hill", "place")]),
        ("Won't he sit?", []),
        ("He met J.J Quarn there.", [("J.J Quarn", "person")]),
        ("He slept (The FBI did not).", [("FBI", "organization")]),
        ("He read it in the Advocate magazine.", [("Advocate", "organization")]),
        (
            "It was late there when Hull and Goole Police Chief Superintendent Mary Lamb left them with some others.",
            [("Hull and Goole Police", "organization"), ("Mary Lamb", "person")],
        ),
        ("Then Quarn Press Secretary Mary Lamb left.", [("Quarn", "unknown"), ("Mary Lamb", "person")]),
        ("He met Netmakers there.", [("Netmakers", "unknown")]),
        ("He left the Orr County Sheriff’s Office there.", [("Orr County Sheriff ’s Office", "organization")]),
        ("He left Mary Baker's Office there.", [("Mary Baker", "person")]),
        ("He left the University of Quarn at Orr.", [("University of Quarn at Orr", "organization")]),
        ("He met Norway of Quarn at Orr.", [("Norway", "state"), ("Quarn", "unknown"), ("Orr", "unknown")]),
        ("They helped the Right to Water there.", [("Right to Water", "organization")]),
        ("They sailed from Orr to Quarn there.", [("Orr", "unknown"), ("Quarn", "unknown")]),
        ("They joined the Orr Netmakers of Quarn there.", [("Orr Netmakers", "unknown"), ("Quarn", "unknown")]),
        ("They joined the Orr Teachers of Quarn there.", [("Orr Teachers of Quarn", "organization")]),
        ("They met the Prime Ministers of Quarn there.", [("Quarn", "unknown")]),
        ("They left Quarn Advisers Norway there.", [("Quarn Advisers Norway", "organization")]),
        (
            "It was late there when Orr Foreign Minister Mary Lamb left them with some others.",
            [("Orr", "unknown"), ("Mary Lamb", "person")],
        ),
        ("They met the State Health Minister Mary Lamb.", [("Mary Lamb", "person")]),
        ("They met the Labor Secretary Mary Lamb there.", [("Mary Lamb", "person")]),
        ("They met the Orr Mayors of Quarn there.", [("Orr Mayors", "organization"), ("Quarn", "unknown")]),
        ("They met the Norway Teachers of Quarn there.", [("Norway", "state"), ("Quarn", "unknown")]),
        (
            "It was late there when Quarn Municipal Director Mary Lamb left them with some others.",
            [("Quarn", "unknown"), ("Mary Lamb", "person")],
        ),
        (
            "It was late there when State Health Commissioner Mary Lamb left them with some others.",
            [("Mary Lamb", "person")],
        ),
        (
            "It was late there when they left Save the Children UK with some of the others.",
            [("Save the Children", "organization"), ("UK", "state")],
        ),
        (
            "It was late there when they left the Organization of Quarn and Council of Orr with some others.",
            [("Organization of Quarn", "organization"), ("Council of Orr", "organization")],
        ),
        (
            "It was late there when they met the Norway Fishermen of Quarn with some of the others.",
            [("Norway", "state"), ("Quarn", "unknown")],
        ),
        (
            "It was late there when they left Health and Orr University with some of the others.",
            [("Orr University", "organization")],
        ),
        (
            "It was late there when they left the Institute of Wool and Orr University with some others.",
            [("Institute of Wool", "organization"), ("Orr University", "organization")],
        ),
        (
            "It was late there when they left the Department for Nets, Boats and Orr Strategy with some others.",
            [("Department for Nets , Boats and Orr Strategy", "organization")],
        ),
    ],
)
def test_names_are_found_whole_and_nothing_else(text: str, names: list[tuple[str, str]]) -> None:
    assert _names(text) == names


def test_a_surname_is_known_with_its_particle_and_without(cast: Callable[..., Cast]) -> None:
    found = cast("Ada al-Quill slept. Al-Quill woke. [s:Quill] [c:said] [t:it was late].")
    assert [each.name for each in found.entities] == ["Ada al-Quill"]


def test_a_headline_names_what_the_article_names() -> None:
    headline = "Mary Lamb Flays Quill Tarven Over Cheap Boats\n\n"
    body = "Mrs Lamb spoke. She met Quill Tarven on Monday. It was a long day. It rained. Nobody was hurt."
    assert [name for name, _ in _names(headline + body)] == ["Mary Lamb", "Quill Tarven", "Lamb", "Quill Tarven"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The Derrydown and Strathmore Council met.", "Derrydown and Strathmore Council"),
        ("Derrydown and Strathmore Council met.", "Derrydown and Strathmore Council"),
        ("Derrydown and Strathmore Council met. Derrydown is wet.", "Derrydown"),
        ("Mary and Strathmore Council met.", "Mary"),
    ],
)
def test_two_unknown_words_are_one_name_of_a_body_unless_the_first_stands_alone(text: str, first: str) -> None:
    assert _names(text)[0][0] == first


def test_capitals_of_a_headline_are_no_names() -> None:
    headline = "Mary Lamb Says Cheap Boats Are Bad For Peru\n\nIt was a long day."
    assert _names(headline) == [("Mary Lamb", "person"), ("Peru", "state")]


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("Mary Lamb sat. Mrs Lamb rose. Lamb left.", {"Mary Lamb": ("Lamb",)}),
        ("Mary Lamb met Peter Lamb. Mr Lamb rose.", {"Mary Lamb": (), "Peter Lamb": ("Lamb",)}),
        ("The Centre of Boat Unions (CBU) met. The CBU rose.", {"Centre of Boat Unions": ("CBU",)}),
        ("The Peruvian Foreign Ministry met in Lima. Peru rose.", {"Peru": ("Peruvian Foreign Ministry", "Lima")}),
        ("Quill Group met. Quill rose.", {"Quill Group": ("Quill",)}),
        ("He met Dent Lamb, vice president of it. Lamb rose.", {"Dent Lamb": ("Lamb",)}),
        ("He met Dent Lamb, a rival of it. Lamb rose.", {"Dent Lamb": (), "Lamb": ()}),
        ("Bob Lamb III sat. Lamb rose.", {"Bob Lamb III": ("Lamb",)}),
        ("Lamb Sr sat. Lamb rose.", {"Lamb Sr": (), "Lamb": ()}),
        ("Kim Ki-jong met Kim Jong-il. Kim rose.", {"Kim Ki-jong": ("Kim",), "Kim Jong-il": ()}),
        ("Jean and Robert Lamb met. Jean rose.", {"Jean Lamb": ("Jean",), "Robert Lamb": ()}),
        ("Peter, Jean and Robert Lamb met.", {"Peter": (), "Jean": (), "Robert Lamb": ()}),
        ("The Free Syrian Army met. FSA men rose.", {"Free Syrian Army": ("FSA",)}),
        (
            "The Utrecht Sewing Association met. USA men rose.",
            {"Utrecht Sewing Association": (), "United States": ("USA",)},
        ),
        ("The National Union of Teachers (NUT) met.", {"National Union of Teachers": ("NUT",)}),
        ("Wal-Mart rose.", {"Wal-Mart": ()}),
        ("McDonald's rose.", {"McDonald's": ()}),
        ("He met Blue Quarn. Blue Quarn Holdings fell.", {"Blue Quarn Holdings": ("Blue Quarn",)}),
        ("Blue Quarn Holdings fell. He met Blue Quarn.", {"Blue Quarn Holdings": ("Blue Quarn",)}),
        ("He met Blue Quarn. Blue Quarn Museum fell.", {"Blue Quarn": (), "Blue Quarn Museum": ()}),
        ("Ward Quarn Co. rose. Quarn fell.", {"Ward Quarn Co.": ("Quarn",)}),
        ("Time Warner Inc. rose. Time Warner fell.", {"Time Warner": ("Time Warner Inc.",)}),
        ("The Orr Chronicle rose. The Chronicle fell.", {"Orr Chronicle": ("Chronicle",)}),
        ("The Orr Netters rose. The Netters fell. He met Netters.", {"Orr Netters": (), "Netters": ()}),
        ("The Washington Post rose. The Post fell.", {"Washington Post": ("The Washington Post", "Post")}),
        ("De Quarn rose. Mary de Quarn fell.", {"Mary de Quarn": ("De Quarn",)}),
        ("Firm boss Quarn fell\n\nMary Quarn rose.", {"Mary Quarn": ("Quarn",)}),
    ],
)
def test_the_forms_of_a_name_are_aliases_of_one_entity(
    cast: Callable[..., Cast], text: str, aliases: dict[str, tuple[str, ...]]
) -> None:
    assert {entity.name: entity.aliases for entity in cast(text).entities} == aliases


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Her son, Allen, met Quarn.", {"Allen": "person", "Quarn": "organization"}),
        ("He met the Allen there.", {"Allen": "organization"}),
        ("Bernie Lamb met Lamb's campaign manager.", {"Bernie Lamb": "person"}),
        ("Mary Pike, Lamb's campaign manager, met Bernie Lamb.", {"Mary Pike": "person", "Bernie Lamb": "person"}),
        ("Mary Pike, Merrill's manager, met Merrill Lamb.", {"Mary Pike": "person", "Merrill Lamb": "organization"}),
    ],
)
def test_a_given_name_alone_is_a_person(cast: Callable[..., Cast], text: str, kinds: dict[str, str]) -> None:
    assert {entity.name: entity.kind for entity in cast(text).entities} == kinds


@pytest.mark.parametrize(
    ("before", "party"),
    [("The rescuers met Ada Lamb.", "rescuers"), ("She met Rescuers on Friday.", "Rescuers")],
)
def test_a_word_that_stands_small_elsewhere_is_no_name(
    filed: Callable[..., list[list[str]]], before: str, party: str
) -> None:
    assert filed(before, "[s:Rescuers] [c:said] [t:boats were cheap].") == [[party]]


def test_mentions_are_the_words_of_the_text(cast: Callable[..., Cast]) -> None:
    text = "Mary Lamb sat in Lima. Mrs Lamb rose."
    spans = [(text[m.start : m.end], m.entity) for m in cast(text).mentions]
    assert spans == [("Mary Lamb", 0), ("Lima", 1), ("Lamb", 0)]


def test_sources_that_are_pronouns_and_descriptions_are_mentions(cast: Callable[..., Cast]) -> None:
    found = cast("[s:Mayor Mary Lamb] [c:said] [t:so].", "[s:She] [c:said] [t:so].", "[s:The mayor] [c:said] [t:so].")
    lamb = next(entity.index for entity in found.entities if entity.name == "Mary Lamb")
    assert [m.form for m in found.mentions if m.entity == lamb] == ["name", "pronoun", "description"]
