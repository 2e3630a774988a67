"""Dates of fields and of file names are ISO, or none with a remark."""

from __future__ import annotations

import datetime

import pytest

from briefing.reading.datevalues import date_line, date_of_name, date_value


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("May 17, 2015 Sunday", "2015-05-17"),
        ("May 17, 2015 Sunday 8:31 PM GMT", "2015-05-17"),
        ("20240308", "2024-03-08"),
        ("20260311T081500+0000", "2026-03-11"),
        ("8-Mar-24", "2024-03-08"),
        ("25/12/2024", "2024-12-25"),
        ("11.03.2026", "2026-03-11"),
        ("Wed, 11 Mar 2026 09:30:00 +0000", "2026-03-11"),
        ("2026-03-11T23:30:00-05:00", "2026-03-11"),
        ("mercredi 11 mars 2026", "2026-03-11"),
        ("14 de marzo de 2026", "2026-03-14"),
        ("12. März 2026", "2026-03-12"),
        ("2026年3月11日", "2026-03-11"),
        (1773316800, "2026-03-12"),
        (1773316800000, "2026-03-12"),
        ("1773316800", "2026-03-12"),
        (datetime.datetime(2026, 3, 11, 9), "2026-03-11"),
        (datetime.date(2026, 3, 11), "2026-03-11"),
    ],
)
def test_a_clear_date_is_iso(value: object, iso: str) -> None:
    assert date_value(value) == (iso, None)


@pytest.mark.parametrize("value", ["08/03/2024", "March 2026", "2026", "soon", 7, "31 February 2024", "2024-13-45"])
def test_what_is_not_clear_is_left_out_with_a_remark(value: object) -> None:
    iso, note = date_value(value)

    assert iso is None
    assert note
    assert "left out" in note


@pytest.mark.parametrize("value", [None, "", "  ", "null", "None", "0000-00-00", True, [], {}])
def test_nothing_is_no_date_and_no_remark(value: object) -> None:
    assert date_value(value) == (None, None)


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("2016-07-05-title.txt", "2016-07-05"),
        ("20160705_title.txt", "2016-07-05"),
        ("NYT_2016.07.05_a", "2016-07-05"),
        ("a-12345678.txt", None),
        ("2016-13-05.txt", None),
        ("article.txt", None),
    ],
)
def test_the_date_of_a_name(name: str, iso: str | None) -> None:
    assert date_of_name(name) == iso


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("12. März 2026", "2026-03-12"),
        ("Mittwoch, 12. März 2026", "2026-03-12"),
        ("13 mars 2026", "2026-03-13"),
        ("12. The council met in 2026", None),
        ("In 2026", None),
    ],
)
def test_a_line_that_is_a_date_in_another_language(line: str, iso: str | None) -> None:
    assert date_line(line) == iso
