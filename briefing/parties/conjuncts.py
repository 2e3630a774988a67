"""Cuts a source into the noun phrases that "and" or commas join: "NATO and the EU", "A, B and C"."""

from __future__ import annotations

from briefing.parties.lists import collective_nouns, grammar
from briefing.parties.phrases import MARKS, owns
from briefing.parties.register import Register
from briefing.parties.roles import RoleFinder


class Conjuncts:
    """Cuts the noun phrases of one document where they join several parties."""

    def __init__(self, register: Register, roles: RoleFinder) -> None:
        self.register = register
        self.roles = roles
        self.texts = roles.texts
        self.lower = roles.lower
        self._apposed_from: int | None = None

    def cut(self, first: int, end: int) -> list[tuple[int, int]]:
        """The parts of a phrase that "and" or commas join, where each is a noun phrase of its own."""
        parts: list[tuple[int, int]] = []
        start = first
        token = first
        self._apposed_from = None
        while token < end:
            sighting = self.register.by_token.get(token)
            if sighting and sighting.end > token + 1 and sighting.first <= token:
                token = sighting.end
                continue
            if self._is_cut(start, token, end):
                parts.append((start, token))
                start = token + 1
                self._apposed_from = None
            elif self.texts[token] == "," and token > start:
                self._apposed_from = token
                if self._ends_phrase(token, start, end):
                    parts.append((start, token))
                    return self._trimmed(parts)
            token += 1
        parts.append((start, end))
        return self._trimmed(parts)

    def _trimmed(self, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        made = []
        leads = {"and", "or", "but", "by", *(("both",) if len(parts) > 1 else ())}
        for first, end in parts:
            while first < end and (self.texts[first] in MARKS or self.lower[first] in leads):
                first += 1
            while end > first and self.texts[end - 1] in MARKS and self.texts[end - 1] != ")":
                end -= 1
            if first < end:
                made.append((first, end))
        return made

    def _is_cut(self, start: int, token: int, end: int) -> bool:
        word = self.lower[token]
        if word not in {"and", ",", "&"} or token <= start or token + 1 >= end:
            return False
        after = token + 1
        if word == "," and self.lower[after] == "and":
            after += 1
        if after >= end:
            return False
        if word != "," and self._one_bearer(start, token, after, end):
            return False
        return self._stands_alone(start, token) and self._opens(after, end, comma=word == ",")

    def _one_bearer(self, start: int, token: int, after: int, end: int) -> bool:
        """Whether "and" joins what one person is: within an apposition, or between two roles before one name."""
        people = [
            s
            for s in self.register.within(after, end)
            if self.register.drafts[s.draft].kind == "person" and not owns(self.lower, s)
        ]
        if self._apposed_from is not None:
            return not (people and people[0].first <= after + 4)
        told = next(iter(self.register.within(start, token)), None)
        opened = self.lower[start] in grammar("determiner") or self.lower[start] in grammar("possessive")
        singular = self.roles.noun_at(token - 1, token) and not self.lower[token - 1].endswith("s")
        return bool(people and not opened and told is None and singular)

    def _stands_alone(self, start: int, token: int) -> bool:
        """Whether the words before a joiner are a noun phrase of their own."""
        names = list(self.register.within(start, token))
        if names and names[-1].end == token:
            drafts = self.register.drafts
            name = names[-1]
            return name.name.kind != "adjective" or drafts[name.draft].type not in ("state", "party")
        if self.lower[token - 1] in {"'s", "'"}:
            return bool(names)
        if self.roles.noun_at(token - 1, token) or self.lower[token - 1] in collective_nouns():
            return True
        return bool(names) and self.lower[token - 1] not in grammar("determiner")

    def _opens(self, token: int, end: int, comma: bool) -> bool:
        """Whether a noun phrase of its own opens after a joiner (after a comma: only the next name of a list)."""
        sighting = self.register.by_token.get(token)
        word = self.lower[token]
        if comma:
            if sighting is None and word == "the":
                sighting = self.register.by_token.get(token + 1)
            if sighting is None or sighting.name.kind == "adjective":
                return False
            return self._list_goes_on(sighting.end, end)
        return (
            sighting is not None
            or word in grammar("determiner")
            or word in grammar("possessive")
            or self._plain(token, end)
        )

    def _plain(self, token: int, end: int) -> bool:
        return self.lower[token].endswith("s") and token + 1 >= end

    def _list_goes_on(self, token: int, end: int) -> bool:
        if token >= end:
            return False
        return self.texts[token] == "," or self.lower[token] == "and"

    def _ends_phrase(self, token: int, start: int, end: int) -> bool:
        """Whether a comma opens something that says no more who it is ("sitting with", "which own it")."""
        if self.texts[token] != "," or token + 1 >= end or token == start:
            return False
        word = self.lower[token + 1]
        if word in grammar("preposition") and word not in {"of", "from", "for", "at"}:
            return True
        return (
            word.endswith("ing") and token + 1 not in self.register.by_token and not self.roles.noun_at(token + 1, end)
        )
