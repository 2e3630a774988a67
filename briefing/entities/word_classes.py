"""The classes of words that tell names and what is said of them, each read once from the package's data."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefing.language.morphology import past_participle, plural
from briefing.resources import read_rows, read_words

Gender = str
"""``f``, ``m``, or ``u`` for unknown or either."""


class Title(NamedTuple):
    """A word before a person's name: its class (see ``titles.tsv``) and the gender it tells."""

    kind: str
    gender: Gender


class RoleNoun(NamedTuple):
    """A noun for a person's role: its class (see ``roles.tsv``), the gender it tells and whether it is a plural."""

    kind: str
    gender: Gender
    plural: bool


def table_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of each line of a table of names or small words."""
    return read_rows(f"entities/{name}")


def values(field: str) -> list[str]:
    """The values of a field, which are separated by semicolons."""
    return [value for value in field.split(";") if value]


@cache
def province_nouns() -> dict[str, str]:
    """The noun for a province in its country ("state", "province"), by its name, for provinces that have one."""
    return {row[0]: row[5] for row in table_rows("provinces.tsv") if row[5]}


@cache
def titles() -> dict[str, Title]:
    """Titles without full stops, capitalised as before a name."""
    return {
        word: Title(kind, gender.replace("-", "u"))
        for kind, gender, words in table_rows("titles.tsv")
        for word in values(words)
    }


def title_kind(word: str) -> str:
    """The class of a title, given without full stops; "" for any other word."""
    title = titles().get(word)
    return title.kind if title is not None else ""


def is_honorific(word: str) -> bool:
    """Whether a word, without full stops, only addresses somebody ("Mr")."""
    return title_kind(word) == "honorific"


def is_form_of_address(word: str) -> bool:
    """Whether a word, without full stops, is an honorific or a title of nobility ("Mr", "Lord")."""
    return title_kind(word) in ("honorific", "noble")


@cache
def role_nouns() -> dict[str, RoleNoun]:
    """Role nouns of one or more words in lower case, in singular and plural."""
    found: dict[str, RoleNoun] = {}
    for kind, gender, words in table_rows("roles.tsv"):
        for word in values(words):
            told = gender.replace("-", "u")
            found.setdefault(word, RoleNoun(kind, told, plural=_looks_plural(word)))
            found.setdefault(plural(word), RoleNoun(kind, told, plural=True))
    return found


@cache
def short_titles() -> dict[str, str]:
    """The role nouns that short forms before a name stand for ("gov": "governor"), in lower case without full stops."""
    return {short: noun for noun, forms in table_rows("short_titles.tsv") for short in values(forms)}


@cache
def collective_nouns() -> dict[str, str]:
    """Nouns for bodies in lower case, singular and plural, with their class (the first class that lists them)."""
    found: dict[str, str] = {}
    for kind, words in table_rows("collectives.tsv"):
        for word in values(words):
            found.setdefault(word, kind)
            found.setdefault(plural(word), kind)
    return found


def class_of_name(name: str) -> str | None:
    """The class of the noun with which the name of a body ends ("Harbour Council"), if it ends with one."""
    *_, last = ["", *name.lower().split()]
    return collective_nouns().get(last)


@cache
def documents() -> frozenset[str]:
    """Nouns for texts that speak for whoever issued them, in singular and plural."""
    single = word_set("documents.txt")
    return single | frozenset(map(plural, single))


@cache
def first_names() -> dict[str, Gender]:
    """First names with the gender that they tell."""
    return {name: gender for gender, names in table_rows("first_names.tsv") for name in names.split()}


@cache
def well_known() -> dict[str, tuple[str, Gender]]:
    """The full names and genders of people whom news calls by a surname alone."""
    return {surname: (name, gender) for surname, name, gender in table_rows("people.tsv")}


def word_set(name: str) -> frozenset[str]:
    """The words of a list of names or small words."""
    return read_words(f"entities/{name}")


def _looks_plural(word: str) -> bool:
    return word.endswith(("men", "people", "persons", "children"))


@cache
def grammar(*kinds: str) -> frozenset[str]:
    """The small words of some classes of ``grammar.tsv``."""
    return frozenset(word for kind in kinds for words in _grammar().get(kind, ()) for word in words.split())


def pronoun_gender(word: str) -> str:
    """The gender of a pronoun, "f" or "m"; "u" for any other word."""
    return "m" if word in grammar("he") else "f" if word in grammar("she") else "u"


@cache
def agentless_participles() -> frozenset[str]:
    """Irregular participles of verbs whose passive hides who says, thinks or sees ("was said to have left")."""
    return frozenset(map(past_participle, grammar("agentless")))


@cache
def _grammar() -> dict[str, list[str]]:
    classes: dict[str, list[str]] = {}
    for name, words in table_rows("grammar.tsv"):
        classes.setdefault(name, []).append(words)
    return classes
