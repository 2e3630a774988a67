"""Bylines: who wrote an article, as a line of its own or in front of the first paragraph.

Forms: ``By Jane Roe``; ``By . Associated Press .``; ``By . John Doe . and Jane Roe .``; ``Jane Roe, Reuters``;
``Reuters Staff``; ``Words by JANE ROE in Brussels``; ``Jane Roe, political correspondent``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.calendar import calendar_names
from briefing.reading.wordlists import agencies, name_words

_OPENING = re.compile(
    r"(?:(?:written|words|text|story|posted|report|analysis|reporting|interview|article) by|by|authors?:|byline:)"
    r"[ \t\xa0]*[:.]?[ \t\xa0]+",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(
    r"By[ \xa0](?P<names>[A-Z][\w.'’-]{0,30}(?:[ \xa0](?:and[ \xa0])?[A-Z][\w.'’-]{0,30}){0,6}?),?[ \xa0]{1,3}"
    r"(?=[A-Z]{3,}[A-Z. ,'’-]{0,30}(?:,[ \w.]{1,24})?\([\w .!/-]{2,40}\))"
)
_REACH = 160
_MAX_WORDS = 22


class Byline(NamedTuple):
    """Offsets of a byline, and the names it gives."""

    start: int
    end: int
    names: str


def byline_line(text: str, start: int, end: int) -> Byline | None:
    """The byline of a line that is nothing else: opened by "By", naming an agency, or a name with a reporter's role."""
    if end - start > _REACH:
        return None
    opening = _OPENING.match(text, start, end)
    names = _clean(text[opening.end() if opening else start : end])
    words = names.replace(",", " , ").split()
    if not words or len(words) > _MAX_WORDS:
        return None
    if names.lower().removeprefix("the ") in agencies() or names.lower() in agencies():
        return Byline(start, end, names)
    if opening:
        return Byline(start, end, names) if _all_names(words) else None
    return Byline(start, end, names) if _name_with_role(names) else None


def bare_name(text: str, start: int, end: int) -> bool:
    """Whether a line is nothing but what could be a person's name: two or three capitalised words."""
    words = text[start:end].split() if end - start < 50 else []
    if not 2 <= len(words) <= 3 or _opens_a_sentence(words[0]):
        return False
    letters = [word.strip(".").replace("-", "").replace("'", "").replace("’", "") for word in words]
    return not text[start:end].isupper() and all(word.isalpha() and word[0].isupper() for word in letters)


def is_role(text: str, start: int, end: int) -> bool:
    """Whether a line says what the person named above it is: ``Political correspondent``, ``Editor, Home News``."""
    words = text[start:end].split() if end - start < 70 else []
    return 0 < len(words) <= 6 and words[0][0].isupper() and any(map(_is_role_word, words))


def byline_prefix(text: str, start: int, end: int) -> Byline | None:
    """A byline with spaced full stops in front of running text: ``By . Jane Roe . and John Doe . The council …``."""
    limit = min(end, start + _REACH)
    if text[start : start + 4].lower() not in ("by .", "by\xa0."):
        return None
    at = start + 4
    names: list[str] = []
    while (stop := text.find(" .", at, limit)) >= 0:
        name = text[at:stop].strip()
        if not name or not _all_names(name.replace(",", " , ").split()) or len(name.split()) > 9:
            break
        names.append(name)
        at = stop + 2
        if not text.startswith((" and ", " , "), at):
            break
    return Byline(start, at, " ".join(names).replace(" ,", ",")) if names else None


def byline_before_place(text: str, start: int, end: int) -> Byline | None:
    """``By Jane Roe`` in front of a dateline whose place is in capitals: ``By Jane Roe LONDON (Reuters) - The …``."""
    match = _BEFORE_PLACE.match(text, start, min(end, start + _REACH))
    if match is None or not _all_names(match["names"].split()):
        return None
    return Byline(start, match.end("names"), _clean(match["names"]))


def _clean(names: str) -> str:
    names = " ".join(names.replace(" . ", " ").split())
    stripped = names.strip(" .|•·-–—,:*_")
    return stripped + "." if stripped.endswith((" Jr", " Sr")) else stripped


def _all_names(words: list[str]) -> bool:
    names = [word for word in words if word not in name_words("joiner") and not _is_role_word(word)]
    if not names or _opens_a_sentence(names[0]):
        return False
    return all(_is_capitalised(word) or "@" in word for word in names)


def _opens_a_sentence(word: str) -> bool:
    """Whether a capitalised word begins a line that is no name ("The", "Monday")."""
    return word in name_words("opener") or word in calendar_names()


def _is_capitalised(word: str) -> bool:
    letters = word.lstrip("\"'“‘(")
    return letters[:1].isupper() or letters[:2].lower() in ("d'", "d’", "o'", "o’", "l'", "l’")


def _is_role_word(word: str) -> bool:
    return word.strip(",.()").lower() in name_words("role")


def _name_with_role(names: str) -> bool:
    """``Jane Roe, Reuters`` or ``Jane Roe | Political correspondent``: a name, a mark, and an outlet or role."""
    for mark in (",", "|", " - ", " – ", " — ", "/", " for ", "\n", " in "):
        name, found, role = names.partition(mark)
        if found and 1 < len(name.split()) <= 5 and _all_names(name.split()):
            role = " ".join(role.split())
            words = role.split()
            if role.lower() in agencies() or role.lower().removeprefix("the ") in agencies():
                return True
            return 0 < len(words) <= 6 and (_is_role_word(words[0]) or _is_role_word(words[-1]))
    return False
