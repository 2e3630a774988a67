"""Datelines: the place, and perhaps the day and the agency, that an article begins with.

Forms: ``ANKARA`` alone on a line; ``LONDON (Reuters) -``; ``WASHINGTON, March 3 (AP) —``; ``Sanaa, Yemen (CNN)The …``;
``MOSCOW, February 11. /TASS/.``; ``DES MOINES —``; ``NEW DELHI: The …``; ``Brussels, 3 March – The …``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.reading.dates import stamp_at
from briefing.reading.wordlists import agencies, name_words, places, sections

_REACH = 100  # characters that a dateline may take
_AGENCY = re.compile(r"\(([^()\n]{2,40})\)|/([A-Z]{3,10})/\.?")
_DASH = re.compile(r"[ \t\xa0\u2009]*(?:—|–|--+(?=[\s\xa0])|(?<=[\s\xa0])-(?=[\s\xa0]))[ \t\xa0\u2009]*")
_LAST_BRACKET = re.compile(r"[ \xa0]\([^()\n]{2,40}\)[ \xa0]*\Z")  # an agency that is not in the list
_COLON = re.compile(r":[ \xa0]")
_AFTER_AGENCY = re.compile(r"[\s\xa0]*(?:(?:—|–|--?|:)[\s\xa0]*)?")
_MAX_WORDS = 7
_OPENERS = "\"'“‘«([*_"


class Dateline(NamedTuple):
    """Offsets of a dateline with its closing dash, the place it names, and its date if that has a year."""

    start: int
    end: int
    place: str | None
    iso: str | None


class _Place(NamedTuple):
    name: str | None
    iso: str | None
    known: bool
    shouted: bool
    parts: int


def dateline_at(text: str, start: int, end: int, first: bool) -> Dateline | None:
    """The dateline that the paragraph from ``start`` to ``end`` begins with.

    One without a known agency is accepted only in the ``first`` paragraph of an article.
    """
    limit = min(end, start + _REACH)
    return _with_agency(text, start, limit) or (_with_dash(text, start, limit) if first else None)


def is_place_line(text: str, start: int, end: int) -> bool:
    """Whether a line is nothing but a dateline with a known place, such as ``ANKARA`` or ``Oslo, 3 March``."""
    if end - start > _REACH:
        return False
    line = place_line(text, start, end)
    return line is not None and _split(line.place or "")[0].upper() in places()


def place_line(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that a whole line could be: a known place, or any words in capitals."""
    stretch = text[start:end]
    agency = _AGENCY.search(stretch)
    if agency and not _is_agency(agency):
        return None
    head = stretch[: agency.start()] if agency else stretch.rstrip(" -–—:")
    tail = stretch[agency.end() :] if agency else ""
    place = _place_of(head)
    if place is None or place.name is None or tail.strip(" -–—:."):
        return None
    if not (place.known or agency or (place.shouted and head.rstrip()[-1:] not in "?!" and not _is_label(place.name))):
        return None
    return Dateline(start, end, place.name, place.iso)


def _is_label(name: str) -> bool:
    """Whether words in capitals are a label such as ``ANALYSIS`` or ``BREAKING NEWS``, not a place."""
    return name.strip("?!. ").lower() in sections() or name.split()[0].lower() in name_words("label")


def _is_agency(match: re.Match[str]) -> bool:
    name = match[1] or match[2]
    known = agencies()
    return all(part.strip().lower() in known for part in name.split("/")) or name.strip().lower() in known


def _with_agency(text: str, start: int, limit: int) -> Dateline | None:
    agency = _AGENCY.search(text, start, limit)
    if agency is None or not _is_agency(agency):
        return None
    head = text[start : agency.start()]
    place = _place_of(head) if head.strip() else _Place(None, None, True, True, 0)
    after = _AFTER_AGENCY.match(text, agency.end())
    if place is None or after is None:
        return None
    marked = len(after.group().strip()) > 0
    if not marked and (not _begins_sentence(text, after.end()) or _abbreviates(agency, head)):
        return None
    return Dateline(start, min(after.end(), len(text)), place.name, place.iso)


def _with_dash(text: str, start: int, limit: int) -> Dateline | None:
    dash = _DASH.search(text, start, limit) or _COLON.search(text, start, limit)
    if dash is None or not _begins_sentence(text, dash.end()):
        return None
    place = _place_of(_LAST_BRACKET.sub("", text[start : dash.start()]))
    if place is None or place.name is None:
        return None
    colon = dash.group().startswith(":")
    named = place.known if colon else place.known or place.parts > 1 or (place.shouted and len(place.name.split()) <= 3)
    return Dateline(start, dash.end(), place.name, place.iso) if named and not _is_label(place.name) else None


def _begins_sentence(text: str, at: int) -> bool:
    opening = text[at : at + 3].lstrip(_OPENERS)[:1]
    return opening.isupper() or opening.isdigit() or text[at : at + 1] in _OPENERS[:7]


def _abbreviates(agency: re.Match[str], head: str) -> bool:
    """Whether the brackets only abbreviate the words before them: ``Associated Press (AP) officials``."""
    initials = "".join(word[0] for word in head.split() if word[0].isupper())
    return (agency[1] or "") in (initials, initials.removeprefix("T"))


def _split(head: str) -> list[str]:
    return [part.strip() for part in head.split(",")]


def _place_of(head: str) -> _Place | None:
    """The place, and perhaps the date, in the text before a dash or agency; None if it is no place."""
    head = head.strip(" \t\xa0\u200b\ufeff")
    if "," not in head:  # "Fla." keeps its full stop
        head = head.rstrip(".")
    if not head or len(head.split()) > _MAX_WORDS:
        return None
    named: list[str] = []
    iso = None
    parts = _split(head) if "," in head else _split(re.sub(r"(?<=[^\W\d_]{3})[.] ", ", ", head, count=1))
    for i, part in enumerate(parts):
        rest = ", ".join(parts[i:])
        if stamp := stamp_at(rest, 0, len(rest)):
            if rest[stamp.end :].strip(" ."):
                return None
            iso = stamp.iso
            break
        named.append(part)
    if not named or not all(_is_name(part) for part in named):
        return None
    first = named[0].upper()
    known = all(piece.strip() in places() for piece in first.split("/"))
    return _Place(
        ", ".join(named), iso, known, named[0].isupper() and "." not in named[0] and len(named[0]) > 2, len(named)
    )


def _is_name(part: str) -> bool:
    words = part.split()
    if not words or not words[0][0].isupper() or len(words) > 5:
        return False
    return all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "").replace("’", "").replace(".", "").replace("/", "")
    return letters.isalpha() and (word[0].isupper() or word in name_words("particle"))
