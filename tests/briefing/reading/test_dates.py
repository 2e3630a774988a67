"""Dates of news headers are read to ISO, and running prose is not taken for them."""

import pytest

from briefing.reading.dates import is_date_line, parse_date, stamp_at, stamps_at

DATES = [
    ("2022-02-11", "2022-02-11"),
    ("2022-02-11T10:00:00Z", "2022-02-11"),
    ("2022/02/11", "2022-02-11"),
    ("date 2022-02-11", "2022-02-11"),
    ("11 February 2022", "2022-02-11"),
    ("11th of February, 2022", "2022-02-11"),
    ("February 11, 2022", "2022-02-11"),
    ("Feb. 11, 2022, 10:30 a.m. ET", "2022-02-11"),
    ("Fri, 11 Feb 2022 10:00:00 GMT", "2022-02-11"),
    ("Friday, February 11, 2022", "2022-02-11"),
    ("Sept. 3, 2014", "2014-09-03"),
    ("3-Mar-2014", "2014-03-03"),
    ("25/10/2013", "2013-10-25"),
    ("10/25/2013", "2013-10-25"),
    ("11.02.2022", "2022-02-11"),
    ("Published: 3 March 2014 at 10:12 GMT", "2014-03-03"),
    ("PUBLISHED: . 14:11 EST, 25 October 2013 . | . UPDATED: . 15:36 EST, 26 October 2013 .", "2013-10-25"),
    ("Last updated at 2:18 PM on 30th December 2011", "2011-12-30"),
    ("25\u00a0October\u00a02013", "2013-10-25"),
    ("03/04/2013", None),  # 3 April or 4 March
    ("05/05/2013", "2013-05-05"),
    ("03.04.2013", "2013-04-03"),
    ("31 February 2020", None),
    ("Tuesday, 1 March", None),
]


@pytest.mark.parametrize(("text", "iso"), DATES)
def test_dates_are_read_to_iso(text: str, iso: str | None) -> None:
    assert is_date_line(text, 0, len(text))
    assert parse_date(text) == iso


@pytest.mark.parametrize("text", ["9:12 p.m.", "6:00p.m.", "12:15 p.m.:", "14:11 GMT"])
def test_a_time_of_day_alone_is_a_date_line_without_a_date(text: str) -> None:
    assert is_date_line(text, 0, len(text))
    assert not stamps_at(text, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, Japan",
        "May I ask",
        "March on",
        "20 years ago",
        "2004 will be remembered",
        "1500 people",
        "",
        "date",
        "updated",
    ],
)
def test_prose_is_no_date_line(text: str) -> None:
    assert not is_date_line(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("date 2022-02-11 The minister", True),
        ("2022-02-11 The minister", True),
        ("Thursday, May 7, 2015 On Tuesday", True),
        ("May 7, 2015 was a day", False),
        ("On 7 May 2015 the minister", False),
        ("7 May The minister", False),
    ],
)
def test_only_the_forms_of_headers_are_firm(text: str, firm: bool) -> None:
    stamp = stamp_at(text, 0, len(text))

    assert stamp is not None
    assert stamp.firm is firm


def test_dates_in_a_row_are_found_one_by_one() -> None:
    text = "Published: 2 August 2015 | Updated: 3 August 2015 The rest"

    stamps = stamps_at(text, 0, len(text))

    assert [text[stamp.start : stamp.end] for stamp in stamps] == ["Published: 2 August 2015", "Updated: 3 August 2015"]
    assert [stamp.iso for stamp in stamps] == ["2015-08-02", "2015-08-03"]


def test_letters_that_only_look_like_a_month_raise_nothing() -> None:
    assert parse_date("3 \u017fep 2014") == "2014-09-03"
    assert parse_date("٣ March ٢٠١٤") in (None, "2014-03-03")
