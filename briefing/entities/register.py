"""The entities of an article while they are gathered ("drafts"), and their mentions; later steps add unnamed groups."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from briefing.entities.capitals import Capitals
from briefing.entities.gazetteer import VOICE, Gazetteer, Hit
from briefing.entities.model import Draft, Entry, Sighting
from briefing.entities.word_classes import grammar
from briefing.model import Document, PartyKind, Sentence

_HIGHEST = 6
"""The most parents that are followed from an entry; a user's file may contain a cycle."""


class Register:
    """The drafts of one document and their mentions (sightings); a draft is known by its index."""

    def __init__(self, document: Document, words: Capitals, gazetteers: Sequence[Gazetteer]) -> None:
        self.document = document
        self.words = words
        self.gazetteers = gazetteers
        self.drafts: list[Draft] = []
        self.sightings: list[Sighting] = []
        self.places: list[int] = []
        """The first token of each mention, in the order of ``sightings``."""
        self.by_token: dict[int, Sighting] = {}
        self._of: dict[int, list[Sighting]] = {}
        self._opening = [sentence.first_token for sentence in document.sentences]
        self._by_key: dict[str, int] = {}
        self._by_head: dict[str, list[int]] = {}

    def see(self, sighting: Sighting) -> None:
        """Record a mention of a draft; mentions come in the order of the text."""
        self.sightings.append(sighting)
        self.places.append(sighting.first)
        self._of.setdefault(sighting.draft, []).append(sighting)
        self.by_token.update(dict.fromkeys(range(sighting.first, sighting.end), sighting))

    def of(self, draft: int) -> Sequence[Sighting]:
        """The mentions of a draft, in text order."""
        return self._of.get(draft, ())

    @cached_property
    def most_named_body(self) -> int | None:
        """The body or state that the article names most; None where it names none."""
        named = [draft for draft in self._of if self.drafts[draft].may_be_served]
        return max(named, key=lambda draft: self.drafts[draft].weight, default=None)

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that holds a token."""
        return self.document.sentences[max(bisect_right(self._opening, token) - 1, 0)]

    def text(self, first: int, end: int) -> str:
        """The article's text of tokens ``first`` up to ``end`` (exclusive), with single spaces."""
        tokens = self.document.tokens
        if end <= first:
            return ""
        return " ".join(self.document.article.masked[tokens[first].start : tokens[end - 1].end].split())

    def shown(self, first: int, end: int) -> str:
        """The text of a phrase without opening determiners and possessives, and final punctuation and prepositions."""
        opening, closing = grammar("determiner", "possessive") | {"of"}, grammar("joiner", "preposition", "article")
        while first < end and self.words.lower[first] in opening:
            first += 1
        while end > first and (not self.words.texts[end - 1][0].isalnum() or self.words.lower[end - 1] in closing):
            end -= 1
        return self.text(first, end)

    def add(self, draft: Draft) -> int:
        """Enter a draft and return its index."""
        self.drafts.append(draft)
        return len(self.drafts) - 1

    def group(self, name: str, first: int, plural: bool, again: bool) -> int:
        """The draft of an unnamed group by its description, entered if new.

        With ``again``, a single word ("scientists") may mean the only group so far that ends with it.
        """
        found = self._by_key.get("group " + name.lower())
        if found is None and again and " " not in name:
            fuller = self._by_head.get(name.lower(), [])
            found = fuller[0] if len(fuller) == 1 else None
        if found is None:
            found = self.add(Draft(name, "group", "group", first, plural=plural, forms={name: None}))
            self._by_key["group " + name.lower()] = found
            self._by_head.setdefault(name.lower().split()[-1], []).append(found)
        return found

    def entry(self, entry: Entry, first: int) -> int:
        """The draft of a gazetteer entry, entered if new; an entry of type "voice" stands for its parent."""
        if entry.type == VOICE and entry.parent:
            parent = self.known(entry.parent)
            entry = parent or entry
        found = self._by_key.get("entry " + entry.name)
        if found is None:
            kind: PartyKind = entry.kind
            found = self.add(Draft(entry.name, kind, entry.type, first, entry=entry, plural=entry.type == "group"))
            self._by_key["entry " + entry.name] = found
        return found

    def known(self, name: str) -> Entry | None:
        """The entry of the first gazetteer that has one of this name, or None."""
        for gazetteer in self.gazetteers:
            if name in gazetteer.entries:
                return gazetteer.entries[name]
        return None

    def hit(self, words: Sequence[str], at: int = 0) -> Hit | None:
        """The longest known name that begins at ``words[at]``, in the first gazetteer that has one, or None."""
        return next((hit for each in self.gazetteers if (hit := each.longest(words, at, len(words)))), None)

    def chain(self, entry: Entry | None) -> Iterator[Entry]:
        """An entry and what stands above it, the nearest first, as far as the gazetteers know it."""
        for _ in range(_HIGHEST):
            if entry is None:
                return
            yield entry
            entry = self.known(entry.parent) if entry.parent else None

    def within(self, first: int, end: int) -> Iterator[Sighting]:
        """The mentions among the tokens ``first`` up to ``end`` (a mention may end one token later), in order."""
        token = first
        while token < end:
            sighting = self.by_token.get(token)
            if sighting and sighting.end <= end + 1 and sighting.first >= first:
                yield sighting
                token = max(sighting.end, token + 1)
            else:
                token += 1

    def named_within(self, first: int, end: int) -> list[int]:
        """The drafts with a mention that begins at ``first`` or later and before ``end``, sorted."""
        low, high = bisect_left(self.places, first), bisect_left(self.places, end)
        return sorted({sighting.draft for sighting in self.sightings[low:high]})
