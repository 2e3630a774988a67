"""The months, from one table in the languages that dates are read in."""

from __future__ import annotations

from functools import cache

from briefing.resources import read_rows


@cache
def month_names() -> tuple[str, ...]:
    """The English names, January first.

    >>> month_names()[:2]
    ('January', 'February')
    """
    return tuple(names.split()[0].capitalize() for _, names in read_rows("reading/months.tsv"))


@cache
def month_numbers() -> dict[str, int]:
    """The number (1 to 12) of each month by its names and usual short forms, in small letters without accents.

    >>> month_numbers()["sep"], month_numbers()["marz"]
    (9, 3)
    """
    return {name: int(number) for number, names in read_rows("reading/months.tsv") for name in names.split()}
