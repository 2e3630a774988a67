"""The date that a field of a record, an export or a file's name holds: ISO, or none where the day is not clear."""

from __future__ import annotations

import datetime
import unicodedata
from typing import NamedTuple

from briefing.calendar import month_numbers
from briefing.reading.dates import parse_date
from briefing.reading.patterns import Later

_COMPACT = Later(r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=$|[T\s]|\d{6}(?!\d))")
_SHORT_YEAR = Later(r"(?P<d>\d{1,2})[-\s](?P<m>[A-Za-z]{3,9})\.?[-\s,]{1,2}'?(?P<y>\d\d)(?!\d)")
_ISO = Later(r"(?P<y>[12]\d{3})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)")
_AMBIGUOUS = Later(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?!\d)")
_EAST_ASIAN = Later(r"(?P<y>[12]\d{3})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]")
_NAMED_MONTH = Later(
    r"(?:(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?)\s?(?:de |d')?(?P<m>[^\W\d_]{3,12})\.?,?\s(?:de )?(?P<y>[12]\d{3})"
)
_MONTH_FIRST = Later(r"(?P<m>[^\W\d_]{3,12})\.?\s(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y>[12]\d{3})")
_DATE_LINE = Later(
    r"(?:[^\W\d_]{2,12}\.?,?\s(?:den\s|le\s)?)?(?P<d>\d{1,2})(?:er|º|\.)?\s?(?:de |d')?"
    r"(?P<m>[^\W\d_]{3,12})\.?,?\s(?:de )?(?P<y>[12]\d{3})$"
)
_LONGEST_LINE = 40
_DIGITS = Later(r"-?\d{9,19}(?:\.\d+)?$")
_OF_NAME = Later(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:(?P<s>[-_.])(?P<m>\d\d)(?P=s)(?P<d>\d\d)|(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01]))(?!\d)"
)
_EPOCH_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)
_EARLIEST, _LATEST = 94_694_400, 4_102_444_800  # 1973 to 2100: what is smaller or larger is a number, not a time
_NEVER = ("0000-00-00", "1970-01-01", "none", "null", "nan", "nat", "n/a", "na", "-", "unknown")
_SHOWN = 40


class DateValue(NamedTuple):
    """The date as ``YYYY-MM-DD``, or None; ``note`` says why a value that was there gave no date."""

    iso: str | None
    note: str | None = None


def date_value(value: object) -> DateValue:
    """The date in a value: a ``date``, a text in any usual form, or a Unix time (in seconds, ms, µs or ns)."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return DateValue(value.isoformat()[:10])
    if isinstance(value, bool) or value is None:
        return DateValue(None)
    text = " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""
    if not text or text.lower() in _NEVER or text.startswith(_NEVER[:2]):
        return DateValue(None)
    if iso := _of_text(text):
        return DateValue(iso)
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    unclear = "does not tell day from month" if _AMBIGUOUS.compiled.search(text) else "is not clear"
    return DateValue(None, f"the date {shown!r} {unclear}: left out")


def date_line(text: str) -> str | None:
    """The date of a line that is nothing else, in one of the languages of the table: ``Mittwoch, 12. März 2026``."""
    if len(text) > _LONGEST_LINE or not text[-1:].isdigit():
        return None
    found = _DATE_LINE.compiled.match(text) or _EAST_ASIAN.compiled.fullmatch(text)
    return _iso(found["y"], found["m"], found["d"]) if found else None


def date_of_name(name: str) -> str | None:
    """The date that a file's name holds (``2016-07-05-title.txt``), None where it holds none."""
    found = _OF_NAME.compiled.search(name) if any(map(str.isdecimal, name)) else None
    return _iso(found["y"], found["m"] or found["m2"], found["d"] or found["d2"]) if found else None


def _of_text(text: str) -> str | None:
    if _DIGITS.compiled.match(text) and (moment := _of_epoch(float(text))):
        return moment
    for pattern in (_ISO, _COMPACT, _SHORT_YEAR):
        if (found := pattern.compiled.match(text)) and (iso := _iso(found["y"], found["m"], found["d"])):
            return iso
    if iso := parse_date(text):
        return iso
    for pattern in (_EAST_ASIAN, _NAMED_MONTH, _MONTH_FIRST):
        if (found := pattern.compiled.search(text)) and (iso := _iso(found["y"], found["m"], found["d"])):
            return iso
    return None


def _of_epoch(number: float) -> str | None:
    for unit in _EPOCH_UNITS:
        if _EARLIEST <= number / unit <= _LATEST:
            return datetime.datetime.fromtimestamp(number / unit, datetime.timezone.utc).date().isoformat()
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdecimal() else month_numbers().get(_plain(month), 0)
    century = 0 if len(year) == 4 else 1900 if int(year) > 68 else 2000
    try:
        return datetime.date(century + int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(char))
