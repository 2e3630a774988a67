"""Dates and times as news headers write them, and their ISO form."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

from briefing.calendar import english_month_forms, month_numbers

_MONTH = rf"(?:{'|'.join(english_month_forms())})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_ISO = r"(?P<iso>(?P<iy>[12]\d{3})[-/.](?P<im>\d{1,2})[-/.](?P<id>\d{1,2}))(?!\d)"
_DMY = rf"(?P<dmy>(?P<dd>{_DAY})(?:\s+of)?[\s-]{{1,3}}(?P<dm>{_MONTH}),?[\s-]{{1,3}}(?P<dy>[12]\d{{3}})\b)"
_MDY = rf"(?P<mdy>(?P<mm>{_MONTH})\s{{1,3}}(?P<md>{_DAY}),?\s{{1,3}}(?P<my>[12]\d{{3}})\b)"
_NUM = r"(?P<num>(?P<n1>\d{1,2})(?P<ns>[/.-])(?P<n2>\d{1,2})(?P=ns)(?P<ny>[12]\d{3}))\b"
_YEARLESS = rf"(?P<short>{_DAY}\s{{1,3}}{_MONTH}|{_MONTH}\s{{1,3}}{_DAY}\b)"
_ZONE = r"(?:GMT|UTC|BST|CET|CEST|MSK|IST|JST|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|AE[SD]?T|local time|Z|[+-]\d\d:?\d\d)"
_TIME = (
    r"(?:\d{4} (?:GMT|UTC)(?: \(\d{4} [A-Z]{3,4}\))?|\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:\s?[ap]\.?m\b\.?)?"
    rf"|\d{{1,2}}\s?[ap]\.?m\b\.?)(?:\s?{_ZONE}\b)?"
)
_LABEL = (
    r"(?:(?:first |originally |last )?(?:published|updated|posted|modified|created|issued)(?: (?:on|at))?"
    r"|publication date|pub ?date|published date|last update|date|dated|on)\b"
)
_GLUE = r"[\s,.|•·T@()–—-]{0,6}"
_CALENDAR = rf"(?:(?P<weekday>{_WEEKDAY}),?\s{{1,3}})?(?:(?:on )?the )?(?:{_ISO}|{_DMY}|{_MDY}|{_NUM}|{_YEARLESS})"
_AGO = r"\d{1,2} (?:second|sec|minute|min|hour|hr|day|week)s? ago"
_DIGIT = re.compile(r"\d")
_BEFORE_DIGIT = 80  # characters that may stand in a date before its first digit: label, weekday and month
_PERHAPS = re.compile(
    r"\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|first|orig|last|pub|up|post|mod|cre|iss"
    r"|dat|on\b|the\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s.,;|•·/()–—-]*")
_REACH = 160  # characters that a header's date line may take

_MAX_STAMPS = 4
_PARTING = re.compile(r"(?:[|•·(—–]|\s-|[.!?][\"'”’]?)\s?(?=\w)")
_TAIL = 60  # characters that a date at the end of a line may take


class Stamp(NamedTuple):
    """A date as it stands in the text: its offsets with label and time, and the ISO form if it names a year."""

    start: int
    end: int
    iso: str | None
    labelled: bool
    firm: bool


@cache
def _stamp() -> re.Pattern[str]:
    """The pattern of a date; it is large, and compiled only when something looks like a date."""
    return re.compile(
        rf"(?P<label>{_LABEL}[\s:.]{{0,4}})?(?:{_TIME}{_GLUE}(?:on )?)?(?P<day>{_CALENDAR})(?:{_GLUE}(?:at )?{_TIME})?",
        re.IGNORECASE,
    )


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(rf"(?:{_LABEL}[\s:.]{{0,4}})?(?:{_TIME}|{_AGO}):?$", re.IGNORECASE)


def stamp_at(text: str, start: int, end: int) -> Stamp | None:
    """The date, with its label ("Published:") and time of day, that begins at ``start``.

    ``firm`` tells that the form is one of a header, not of running prose: labelled, ISO, or with weekday and year.
    """
    if not _PERHAPS.match(text, start, end) or not _DIGIT.search(text, start, min(end, start + _BEFORE_DIGIT)):
        return None
    match = _stamp().match(text, start, min(end, start + _REACH))
    if match is None:
        return None
    labelled = match["label"] is not None and match["label"].strip(" :.").lower() != "on"
    iso = _iso_of(match)
    firm = labelled or match["iso"] is not None or (match["weekday"] is not None and iso is not None)
    return Stamp(match.start(), match.end(), iso, labelled, firm)


def stamps_at(text: str, start: int, end: int) -> tuple[Stamp, ...]:
    """All dates that follow one another from ``start``, parted by no more than marks ("Published: … | Updated: …")."""
    found: list[Stamp] = []
    while len(found) < _MAX_STAMPS and (stamp := stamp_at(text, start, end)):
        found.append(stamp)
        start = _after_marks(text, stamp.end, end)
    return tuple(found)


def is_date_line(text: str, start: int, end: int) -> bool:
    """Whether the stretch holds dates (or one time of day) and nothing else."""
    if end - start > _REACH or not _DIGIT.search(text, start, end):
        return False
    if _clock().match(text[start:end].rstrip(".")):
        return True
    stamps = stamps_at(text, start, end)
    return bool(stamps) and _after_marks(text, stamps[-1].end, end) == end


def closing_stamp(text: str, start: int, end: int) -> Stamp | None:
    """The date that a line ends with, parted from its words by a mark: ``Pool closes - 3 March 2014``."""
    for mark in _PARTING.finditer(text, max(start, end - _TAIL), end):
        stamp = stamp_at(text, mark.end(), end)
        if stamp and stamp.iso and _after_marks(text, stamp.end, end) == end:
            return stamp
    return None


def parse_date(text: str) -> str | None:
    """The first date in a header value such as ``"Fri, 11 Feb 2022 10:00"``, as ``YYYY-MM-DD``."""
    start = len(text) - len(text.lstrip())
    stamp = stamp_at(text, start, len(text))
    return stamp.iso if stamp else None


def _after_marks(text: str, start: int, end: int) -> int:
    match = _BETWEEN.match(text, start, end)
    return match.end() if match else start


def _iso_of(match: re.Match[str]) -> str | None:
    if match["iso"]:
        return _iso(match["iy"], match["im"], match["id"])
    if match["dmy"]:
        return _iso(match["dy"], match["dm"], match["dd"])
    if match["mdy"]:
        return _iso(match["my"], match["mm"], match["md"])
    if match["num"]:
        return _numeric(match["ny"], int(match["n1"]), int(match["n2"]), match["ns"])
    return None


def _numeric(year: str, first: int, second: int, mark: str) -> str | None:
    """The ISO date of numbers, None where day and month cannot be told apart.

    ``25/10/2013`` and ``10/25/2013`` are clear, ``03/04/2013`` is not; with full stops the day comes first.
    """
    if first > 12 or first == second or mark == ".":
        return _iso(year, str(second), str(first))
    return _iso(year, str(first), str(second)) if second > 12 else None


def _iso(year: str, month: str, day: str) -> str | None:
    digits = "".join(char for char in day if char.isdecimal())
    try:
        number = int(month) if month.isdecimal() else month_numbers()[month[:3].casefold()]
        return datetime.date(int(year), number, int(digits)).isoformat()
    except ValueError:
        return None
