"""Names of the months in every language in which dates are read, and English names of the days of the week."""

from __future__ import annotations

from functools import cache

from briefing.resources import read_lines, read_rows

_SHORTEST = 3  # letters of a month's short form


@cache
def month_names() -> tuple[str, ...]:
    """The English names, January first.

    >>> month_names()[:2]
    ('January', 'February')
    """
    return tuple(names.split()[0].capitalize() for _, names in read_rows("calendar/months.tsv"))


@cache
def month_numbers() -> dict[str, int]:
    """The number (1 to 12) of each month by its names and abbreviations in all these languages.

    The keys are in lower case without accents.

    >>> month_numbers()["sep"], month_numbers()["marz"]
    (9, 3)
    """
    return {name: int(number) for number, names in read_rows("calendar/months.tsv") for name in names.split()}


def english_month_forms() -> list[str]:
    """The English month names and their abbreviations in lower case, the longest first.

    >>> [form for form in english_month_forms() if form.startswith("s")]
    ['september', 'sept', 'sep']
    """
    found: list[str] = []
    for _, names in read_rows("calendar/months.tsv"):
        full, *others = names.split()
        found += [full, *(each for each in others if len(each) >= _SHORTEST and full.startswith(each))]
    return sorted(found, key=lambda form: -len(form))


def weekday_names() -> tuple[str, ...]:
    """The English names, Monday first.

    >>> weekday_names()[-1]
    'Sunday'
    """
    return read_lines("calendar/weekdays.txt")


@cache
def calendar_names() -> frozenset[str]:
    """The English names of months and days of the week, each with its capital."""
    return frozenset((*month_names(), *weekday_names()))
