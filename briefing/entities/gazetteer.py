"""Gazetteers, the names known beforehand: states, bodies and places, with the forms in which news mentions them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from briefing.entities.model import Entry, Sense, Use
from briefing.entities.word_classes import table_rows, values

STATE, PROVINCE = "state", "province"
VOICE = "voice"
_GROUP_TYPES = frozenset({"group"})


class Hit(NamedTuple):
    """A known name of ``length`` words, with its senses."""

    length: int
    senses: tuple[Sense, ...]


class Gazetteer:
    """Names to look up by their words; the lookup takes time linear in the longest name that begins alike."""

    def __init__(self, entries: Iterable[Entry], names: Iterable[tuple[str, Sense]]) -> None:
        self.entries = {entry.name: entry for entry in entries}
        index: dict[str, dict[tuple[str, ...], list[Sense]]] = {}
        for text, sense in names:
            words = key(text.split())
            if words:
                senses = index.setdefault(words[0], {}).setdefault(words, [])
                if sense not in senses:
                    senses.append(sense)
        self._index = {
            first: [(words, tuple(found)) for words, found in sorted(names_.items(), key=lambda item: -len(item[0]))]
            for first, names_ in index.items()
        }

    @property
    def first_words(self) -> Set[str]:
        """The words with which the names begin, as ``key`` makes them."""
        return self._index.keys()

    def longest(self, words: Sequence[str], at: int, end: int) -> Hit | None:
        """The longest known name that begins at ``words[at]`` and ends by ``end``; ``words`` as ``key`` makes them."""
        for name, senses in self._index.get(words[at], ()):
            stop = at + len(name)
            if stop <= end and (len(name) == 1 or tuple(words[at:stop]) == name):
                return Hit(len(name), senses)
        return None


def key(words: Iterable[str]) -> tuple[str, ...]:
    """Words as the lookup compares them: straight apostrophes, possessives cut off, no stops in abbreviations."""
    made: list[str] = []
    for word in words:
        if word.isalnum():
            made.append(word)
            continue
        plain = word.replace("’", "'")
        if "." in plain:
            plain = plain.replace(".", "")
        comma = plain.endswith(",") and len(plain) > 1
        plain = plain[:-1] if comma else plain
        if plain.endswith("'s") and len(plain) > 2:
            made += [plain[:-2], "'s"]
        elif plain.endswith("s'") and len(plain) > 2:
            made += [plain[:-1], "'"]
        elif plain:
            made.append(plain)
        made += [","] if comma else []
    return tuple(made)


@cache
def standard() -> Gazetteer:
    """The gazetteer that comes with the package."""
    entries: list[Entry] = []
    names: list[tuple[str, Sense]] = []
    for name, others, adjectives, people, capitals, seats in table_rows("states.tsv"):
        state = Entry(name, "country", STATE, None)
        entries.append(state)
        called: dict[Use, list[str]] = {
            "name": [name, *values(others)],
            "adjective": values(adjectives),
            "people": values(people),
            "capital": values(capitals),
            "seat": values(seats),
        }
        names += _senses(state, called)
    for name, others, adjectives, people, parent, _ in table_rows("provinces.tsv"):
        province = Entry(name, "organization", PROVINCE, parent)
        entries.append(province)
        called = {"place": [name, *values(others)], "adjective": values(adjectives), "people": values(people)}
        names += _senses(province, called)
    for name, type_, parent, others in table_rows("bodies.tsv"):
        entry = Entry(name, "group" if type_ in _GROUP_TYPES else "organization", type_, parent or None)
        entries.append(entry)
        names += [(text, Sense(entry, "name")) for text in (name, *values(others))]
    for parent, places in table_rows("places.tsv"):
        for place in values(places):
            names.append((place, Sense(Entry(place, "organization", "place", parent or None), "place")))
    return Gazetteer(entries, names)


def _senses(entry: Entry, uses: Mapping[Use, Iterable[str]]) -> Iterator[tuple[str, Sense]]:
    """The texts that may mean an entry, each with its sense."""
    return ((text, Sense(entry, use)) for use, texts in uses.items() for text in texts)
