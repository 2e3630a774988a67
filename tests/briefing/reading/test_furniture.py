"""Page furniture and captions are recognised, and prose that resembles them is kept."""

import pytest

from briefing.reading.furniture import classify, inside, running

FURNITURE = [
    "Advertisement",
    "ADVERTISEMENT",
    "Share",
    "Share this article",
    "Scroll down for video",
    "Media playback is not supported on this device",
    "Read more: What we know about the dam",
    "Read more about the dam",
    "READ MORE >>",
    "Related:",
    "Related topics",
    "See also: The long road to Merrow",
    "Sign up for our newsletter",
    "CLICK HERE to see the pictures",
    "Subscribe now",
    "Follow Jane Roe on Twitter",
    "Follow us on Facebook",
    "© 2024 Northern Courier. All rights reserved.",
    "Copyright 2011 Northern Courier",
    "(Reporting by Jane Roe; Editing by Paul Drayton)",
    "Contributing: Jane Roe and Paul Drayton",
    "Jane Roe contributed to this report.",
    "CNN's Jane Roe and Paul Drayton contributed to this report.",
    "Paul Drayton contributed.",
    "http://example.org/some/page",
    "@janeroe",
    "<tweet id='1'><tweet/>",
    "___",
    "* * *",
    "—",
    "2 of 7",
    "+12",
    "32 comments",
    "5 min read",
    "h/t The Daily Merrow",
    "Source: Northern Courier",
]
CAPTIONS = [
    "Image: Jane Roe",
    "Ann Pell in Harwell on Monday. Image: Jane Roe.",
    "Ann Pell (left) and Jo Hale at the pool. Photo: Jane Roe/Northern Courier",
    "Photo by Jane Roe",
    "Image caption The pool in winter",
    "FILE PHOTO: The pool in winter",
    "A swimmer leaves the pool. REUTERS/Jane Roe",
    "Jane Roe via Getty Images",
]
PROSE = [
    "Share prices fell on Monday.",
    "Sharing the pool was never a problem, she said.",
    "Print sales of the newspaper have halved.",
    "Readers wanted more of it.",
    "Related families live on both banks of the river.",
    "Seeing also means believing, he said.",
    "Signing up for the army was his father's idea.",
    "The photographs: there were nine of them.",
    "“We contributed to this report,” the minister said.",
    "The donors she named had all contributed.",
    "Source after source denied it.",
    "Images of the pool were everywhere.",
    "Copyrighted songs were played at the rally.",
    "She clicked here and there.",
    "Videos of the fight were shown in court.",
    "Followers of the sect met on Facebook.",
    "We use force only where we must, said the sheriff.",
    "Advertisements for the pool have been taken down.",
    "12",
]


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture(text: str) -> None:
    assert classify(text, 0, len(text)) == "furniture"


@pytest.mark.parametrize("text", CAPTIONS)
def test_captions(text: str) -> None:
    assert classify(text, 0, len(text)) == "caption"


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_kept(text: str) -> None:
    assert classify(text, 0, len(text)) is None


def test_a_long_paragraph_is_never_furniture() -> None:
    text = "Read more: " + "the council met again and again. " * 20

    assert classify(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. Scroll down for video . She stayed.", ["Scroll down for video ."]),
        ("He left. SCROLL DOWN FOR VIDEO She stayed.", ["SCROLL DOWN FOR VIDEO "]),
        ("He told her to scroll down for video clips.", []),
        (
            "She stayed. CNN's Jane E. Roe contributed to this report.",
            ["CNN's Jane E. Roe contributed to this report."],
        ),
        (
            "She stayed. CNN's Jane Roe reported from Oslo. Paul Drayton wrote from London.",
            ["CNN's Jane Roe reported from Oslo. Paul Drayton wrote from London."],
        ),
        ("She stayed. ©2015 Northern Courier. All rights reserved.", ["©2015 Northern Courier. All rights reserved."]),
        ("She stayed. The bank's lawyers, he said, had contributed to this report.", []),
        ("All of the staff contributed to this report, and then they left.", []),
        ("She stayed.", []),
    ],
)
def test_furniture_within_a_paragraph(text: str, expected: list[str]) -> None:
    spans = inside(text, 0, len(text), running(text))

    assert [text[start:end].strip() for start, end in spans] == [part.strip() for part in expected]


def test_lower_case_of_another_length_moves_no_offset() -> None:
    text = "İstanbul is large. Scroll down for video. She stayed."

    assert [text[start:end].strip() for start, end in inside(text, 0, len(text), running(text))] == [
        "Scroll down for video."
    ]
