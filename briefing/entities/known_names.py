"""Finds the names of gazetteers in an article."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.entities.gazetteer import Gazetteer
from briefing.entities.model import Name, NameKind, Sense


class KnownNames:
    """Finds the names of the gazetteers among the words of one document; ``keys`` are normalised as in a gazetteer."""

    def __init__(self, keys: Sequence[str], gazetteers: Sequence[Gazetteer]) -> None:
        self.keys, self.gazetteers = keys, gazetteers
        words = set(keys)
        self.first_words = frozenset().union(*(words & gazetteer.first_words for gazetteer in gazetteers))
        """The words with which a known name may begin."""

    def hit(self, at: int, end: int) -> Name | None:
        """The longest known name that begins at a token and ends by ``end``; of equals, that of the first gazetteer."""
        best: Name | None = None
        if self.keys[at] not in self.first_words:
            return best
        for gazetteer in self.gazetteers:
            found = gazetteer.longest(self.keys, at, end)
            if found and (best is None or found.length > best.end - at):
                best = Name(at, at, at + found.length, _kind_of(found.senses), found.senses)
        return best


def _kind_of(senses: Sequence[Sense]) -> NameKind:
    use, entry = senses[0].use, senses[0].entry
    if use in ("place", "adjective", "people"):
        return use
    if entry.kind == "person" or use == "spokesperson":
        return "person"
    return "state" if entry.type == "state" else "organization"
