"""Datelines in front of a paragraph or alone on a line are told from prose that looks like them."""

import pytest

from briefing.reading.dateline import dateline_at, is_place_line, place_line

OPENINGS = [
    ("LONDON (Reuters) - |The bank", "LONDON", None),
    ("WASHINGTON, March 3 (AP) — |The bank", "WASHINGTON", None),
    ("GENEVA, March 3, 2025 (AP) — |A vaccine", "GENEVA", "2025-03-03"),
    ("Tokyo (CNN)|A week after", "Tokyo", None),
    ("(CNN)|A week", None, None),
    ("(CNN) -- |A week", None, None),
    ('(CNN)|"A mess."', None, None),
    ("PORT ELLA, Philippines (CNN)  -- |At 16", "PORT ELLA, Philippines", None),
    ("Port Maarten, Netherlands (CNN)|Dock workers", "Port Maarten, Netherlands", None),
    ("MOSCOW, February 11. /TASS/. |The ministry", "MOSCOW", None),
    ("DES MOINES — |She came", "DES MOINES", None),
    ("MILLBROOK, Vt. — |She came", "MILLBROOK, Vt.", None),
    ("TRENTON, N.J. (AP) — |Was that", "TRENTON, N.J.", None),
    ("NEW DELHI: |The ministry", "NEW DELHI", None),
    ("Brussels, 3 March – |The ministry", "Brussels", None),
    ("Taipei, Taiwan — |The festival", "Taipei, Taiwan", None),
    ("LOS ANGELES --  |''The stories", "LOS ANGELES", None),
    ("NEW YORK, Dec. 11 (UPI) — |A crew", "NEW YORK", None),
    ("BRUSSELS/PARIS (Reuters) - |The union", "BRUSSELS/PARIS", None),
    ("ST. LOUIS —|The river", "ST. LOUIS", None),
    ("TARN, March 4, 2025 (Northern Wire) — |The council", "TARN", "2025-03-04"),
    ("PARIS\u00a0(AFP)\u00a0–\u00a0|The union", "PARIS", None),
]


@pytest.mark.parametrize(("text", "place", "iso"), OPENINGS)
def test_datelines_end_where_the_prose_begins(text: str, place: str | None, iso: str | None) -> None:
    end = text.index("|")
    text = text.replace("|", "")

    assert dateline_at(text, 0, len(text), first=True) == (0, end, place, iso)


@pytest.mark.parametrize(
    "text",
    [
        "Associated Press (AP) President Jo Hale said",
        "London (AP) said nothing",
        "Merrow — who had come late — left",
        "Donald Merrow — The man who",
        "BREAKING — The council has",
        "EXCLUSIVE: The council has",
        "The company said — And then",
        "EARLY POLLS NOT NECESSARILY WRONG — Pollsters say",
        "SIEGEL--And what then",
        "President Hale: The man who",
        "He went (Reuters photo) home",
        "U.S. — The country",
        "",
    ],
)
def test_prose_is_no_dateline(text: str) -> None:
    assert dateline_at(text, 0, len(text), first=True) is None


@pytest.mark.parametrize(("text", "found"), [("WASHINGTON (AP) — The", True), ("WASHINGTON — The", False)])
def test_below_the_first_paragraph_only_an_agency_proves_a_dateline(text: str, found: bool) -> None:
    assert (dateline_at(text, 0, len(text), first=False) is not None) is found


@pytest.mark.parametrize(
    "text",
    ["ANKARA", "Ankara", "Oslo, 3 March", "PARIS (AFP)", "Ankara, Turkey", "Berlin —", "JERUSALEM, 12 May 2021 -"],
)
def test_known_places_are_believed_alone_on_a_line(text: str) -> None:
    assert is_place_line(text, 0, len(text))


@pytest.mark.parametrize("text", ["REGIONAL WORRIES", "PORT HARROW", "The strike", "Paris agreement", "Who is London?"])
def test_other_words_are_not(text: str) -> None:
    assert not is_place_line(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "found"), [("PORT HARROW", True), ("ABSTRACT", False), ("Port Harrow", False), ("WHY?", False)]
)
def test_words_in_capitals_could_be_a_place(text: str, found: bool) -> None:
    assert (place_line(text, 0, len(text)) is not None) is found
