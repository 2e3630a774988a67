"""The months and days of the week, and that no other list of this package holds them."""

from __future__ import annotations

import pytest

from briefing.calendar import calendar_names, english_month_forms, month_names, month_numbers, weekday_names
from briefing.reading.dates import parse_date
from briefing.reading.wordlists import name_words


def test_every_name_is_there_once() -> None:
    assert len(month_names()) == len(set(month_names())) == 12
    assert len(weekday_names()) == len(set(weekday_names())) == 7
    assert calendar_names() == {*month_names(), *weekday_names()}


def test_each_month_has_its_number_by_every_english_form() -> None:
    for number, name in enumerate(month_names(), start=1):
        own = [form for form in english_month_forms() if name.lower().startswith(form)]
        assert name.lower() in own
        assert {month_numbers()[form] for form in own} == {number}


def test_a_longer_form_is_tried_before_one_that_begins_it() -> None:
    forms = english_month_forms()
    for place, form in enumerate(forms):
        assert not any(later.startswith(form) for later in forms[place + 1 :])


@pytest.mark.parametrize("form", ["sep", "sept", "Sept.", "september", "SEPTEMBER"])
def test_dates_are_read_in_every_form(form: str) -> None:
    assert parse_date(f"4 {form} 2021") == "2021-09-04"


def test_the_words_that_open_a_line_do_not_hold_them_again() -> None:
    assert name_words("opener").isdisjoint(calendar_names())
