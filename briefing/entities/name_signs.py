"""Evidence about the bearer of a name, from its words and those around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from briefing.entities.model import Name
from briefing.entities.word_classes import collective_nouns, first_names, grammar, role_nouns, title_kind, titles

_KEPT_TITLES = frozenset({"noble", "clergy"})
_CALLED = frozenset({"company", "organization", "union", "media"})
_CHAMBERS = frozenset({"House", "Senate", "Commons", "Congressional", "Select"})
_FULL, _APPOSED = 2, 6
"""The fewest words of a full name, and within how many words after it its bearer's role is searched."""
_ALIKE = 4
"""How many first letters two spellings of one word share."""


def is_called_body(texts: Sequence[str], name: Name) -> bool:
    """Whether a noun for a body stands before a name ("electronics firm Quill", "a charity, Quill Ware,")."""
    at = name.first - 1
    if at > 0 and texts[at] == ",":
        at -= 1
        after = texts[name.end] if name.end < len(texts) else "."
        if after[0].isalnum():
            return False
    word = texts[at] if at >= 0 else ""
    return collective_nouns().get(word) in _CALLED and word not in role_nouns() and word in grammar("called")


def is_called_person(texts: Sequence[str], name: Name) -> bool:
    """Whether a role noun stands before a name, or after a full name ("defender Vale", "Dent Vale, chef")."""
    if name.first and _is_personal(texts[name.first - 1]):
        return True
    if name.end - name.first < _FULL or texts[name.end : name.end + 1] != [","]:
        return False
    after = takewhile(
        lambda word: word[0].isalpha() and word not in grammar("preposition", "relative"),
        texts[name.end + 1 : name.end + _APPOSED],
    )
    return any(map(_is_personal, after))


def _is_personal(word: str) -> bool:
    """Whether a word is a role noun for one person, and never a noun for a body."""
    role = role_nouns().get(word)
    return role is not None and not role.plural and word not in collective_nouns() and word not in grammar("either")


def told_gender(titled: Sequence[str], first_name: str = "") -> str:
    """The gender by the titles before a name, or else by the first name; "u" if neither tells it."""
    told = (title.gender for each in titled if (title := titles().get(each)) is not None)
    return next((gender for gender in told if gender != "u"), first_names().get(first_name, "u"))


def keeps_title(titled: Sequence[str]) -> bool:
    """Whether a title before a name is part of it, and may stand before a given name ("Sir Cliff")."""
    return any(title_kind(each) in _KEPT_TITLES for each in titled)


def surname_of(words: Sequence[str]) -> str:
    """The last word of a person's name, without "Jr." or "III" after a longer one."""
    return words[-2] if len(words) > 2 and words[-1].lower() in grammar("suffix") else words[-1]


def is_family_first(name: str) -> bool:
    """Whether a name begins with that of the family ("Kim Ki-jong")."""
    words = name.split()
    return len(words) == 2 and "-" in words[1]


def is_family_name(name: Name, words: Sequence[str]) -> bool:
    """Whether a name of unknown kind is a surname that begins with a large particle ("Van Dorn")."""
    return name.kind == "unknown" and len(words) == 2 and words[0] in grammar("family")


def is_spelling(one: str, other: str) -> bool:
    """Whether two words begin and end alike, as spellings of one word do ("Labour" and "Labor") and plurals do not."""
    return one[:_ALIKE] == other[:_ALIKE] and one[-1:] == other[-1:]


def is_written_alike(one: str, other: str) -> bool:
    """Whether two names differ in hyphens and the case of their letters only ("Wal-Mart" and "Walmart")."""
    return one.replace("-", "").lower() == other.replace("-", "").lower()


def is_spelled_by(initials: str, name: str) -> bool:
    """Whether initials stand for a name of several words ("UKIP" for "UK Independence Party")."""
    words = name.replace("-", " ").split()
    letters = (word if word.isupper() else word[0] for word in words if word[0].isupper())
    return len(words) > 1 and initials.replace(".", "") == "".join(letters)


def body_type(kind: str, words: Sequence[str]) -> str:
    """The type of a body by the kind and the words of its name ("Harbour Gazette", "House Budget Committee")."""
    if "Committee" in words and not _CHAMBERS.isdisjoint(words):
        return "parliament"
    if kind != "organization":
        return kind
    return "media" if len(words) > 1 and words[-1] in grammar("outlet") else "body"
