"""Takes a noun phrase of a source apart: its head, the names in it, and what kind of thing the head is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.parties.drafts import Sighting
from briefing.parties.lists import collective_nouns, documents, grammar
from briefing.parties.register import Register
from briefing.parties.role import Role
from briefing.parties.roles import RoleFinder

HeadKind = Literal["name", "role", "collective", "document", "pronoun", "pair", "group", "empty"]

MARKS = frozenset({",", '"', "“", "”", "'", "‘", "’", "(", ")", "-", "–", "—", "--", ":", ".", ";"})
_AFTER_HEAD = MARKS | {"'s"}
_PAIRS = frozenset(
    {
        "sides",
        "leaders",
        "countries",
        "nations",
        "companies",
        "firms",
        "men",
        "women",
        "parties",
        "pair",
        "duo",
        "officials",
        "governments",
        "states",
        "groups",
        "teams",
        "allies",
        "ministers",
        "diplomats",
        "presidents",
    }
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One conjunct of a source: tokens ``first`` up to ``end``, its head and what was found in it.

    The words after the head (a preposition, a comma) begin at ``after``; at ``stop`` begins what tells more about it.
    """

    first: int
    end: int
    kind: HeadKind
    head: str
    names: tuple[Sighting, ...]
    person: Sighting | None
    role: Role | None
    definite: bool
    owner: int | None
    after: int
    stop: int


class Phraser:
    """Cuts and classes the noun phrases of one document."""

    def __init__(self, register: Register, roles: RoleFinder) -> None:
        self.register = register
        self.roles = roles
        self.texts = roles.texts
        self.lower = roles.lower

    def phrase(self, first: int, end: int) -> Phrase:
        """The parts of one conjunct."""
        after = self._head_end(first, end)
        stop = self.apposed(first, end)
        names = tuple(self.register.within(first, end))
        inner = [s for s in names if s.first < after]
        last = after
        while last > first and self.texts[last - 1] in _AFTER_HEAD and last - 1 not in self.register.by_token:
            last -= 1
        while last > first + 1 and self.texts[last - 1] in grammar("calendar"):
            last -= 1
        role = self.roles.parse(first, stop)
        head = self.lower[last - 1] if last > first else ""
        return Phrase(
            first=first,
            end=end,
            kind=self._kind(first, last, head, inner, role),
            head=head,
            names=names,
            person=self._person(names, inner, after, stop),
            role=role,
            definite=self.lower[first] in {"the", "this", "that", "these", "those", "both"} if first < end else False,
            owner=next((t for t in range(first, last) if self.lower[t] in grammar("possessive")), None),
            after=after,
            stop=stop,
        )

    def apposed(self, first: int, end: int) -> int:
        """The end of a phrase without what follows its first comma or relative pronoun."""
        for token in range(first + 1, end):
            if self.texts[token] in {",", "(", "-", "–"} or self.lower[token] in grammar("relative"):
                return token
        return end

    def _head_end(self, first: int, end: int) -> int:
        for token in range(first + 1, end):
            word = self.lower[token]
            if word == "of" and self.roles.noun_at(token - 1, token + 2) == 3:
                continue
            inside = self.register.by_token.get(token)
            if inside and inside.first < token:
                continue
            if word in grammar("preposition") and self.lower[token - 1] not in {
                "one",
                "some",
                "many",
                "most",
                "two",
                "several",
                "all",
                "both",
            }:
                return token
            if word in grammar("relative", "stop") or self.texts[token] in {",", "(", "-", "–", "—", "--"}:
                return token
            if (
                token not in self.register.by_token
                and word.endswith(("ing", "ed"))
                and token > first
                and not self._nominal(token, end)
            ):
                return token
        return end

    def _nominal(self, token: int, end: int) -> bool:
        """Whether a word like "leading" or "united" stands before a noun of the same phrase."""
        return token + 1 < end and self.lower[token + 1] not in grammar("preposition", "determiner", "stop")

    def _person(self, names: tuple[Sighting, ...], inner: list[Sighting], after: int, stop: int) -> Sighting | None:
        """The person named as the one that the phrase is about."""
        drafts = self.register.drafts
        heads = [s for s in inner if drafts[s.draft].kind == "person" and s.end >= after and not owns(self.lower, s)]
        if heads:
            return heads[-1]
        people = [s for s in names if s.first > after and drafts[s.draft].kind == "person" and not owns(self.lower, s)]
        for sighting in people:
            ends = sighting is names[-1] and sighting.end == stop and self._follows_office(sighting)
            if ends or self._after_comma(sighting, after):
                return sighting
        return None

    def _after_comma(self, sighting: Sighting, after: int) -> bool:
        """Whether only an office stands between a comma and a name (", Labour MP Ada Quill")."""
        token = sighting.first - 1
        while token > max(after, sighting.first - 6) and self.texts[token] != ",":
            if token not in self.register.by_token and not self.roles.noun_at(token, token + 1):
                return False
            token -= 1
        return self.texts[token] == ","

    def _follows_office(self, sighting: Sighting) -> bool:
        """Whether a person's name follows an office without a preposition ("Minister of Education Ada Quill")."""
        before = self.lower[sighting.first - 1]
        small = grammar("preposition", "determiner", "joiner", "stop")
        if not before[:1].isalpha() or before in small:
            return False
        first = max(0, sighting.first - 6)
        return any(self.roles.noun_at(token, sighting.first) for token in range(first, sighting.first))

    def _kind(self, first: int, last: int, head: str, inner: list[Sighting], role: Role | None) -> HeadKind:
        if last <= first:
            return "empty"
        if first not in self.register.by_token and self._opens_with_pronoun(first, last):
            return "pronoun"
        if last - first == 1 and first not in self.register.by_token and self._is_pronoun(head):
            return "pronoun"
        opening = self.lower[first:last]
        if (
            head == "both"
            or self.lower[first] == "neither"
            or (head in _PAIRS | {"two", "pair"} and ("two" in opening or "both" in opening or head in {"pair", "duo"}))
        ):
            return "pair"
        if inner and inner[-1].end == last and not (role and role.token >= inner[-1].first):
            return "name"
        unnamed = role is not None and role.kind == "office" and not role.bodies and head in collective_nouns()
        if role and role.token < last and role.token + len(role.head.split()) >= last and not unnamed:
            return "role"
        if head in documents() and head not in {"person"}:
            return "document"
        if head in collective_nouns():
            return "collective"
        return "role" if role and role.token < last else "group"

    def _opens_with_pronoun(self, first: int, last: int) -> bool:
        if self.lower[first] in grammar("quantifier") and self.lower[first + 1 : first + 3] in (
            ["of", "whom"],
            ["of", "which"],
            ["of", "them"],
        ):
            return True
        return self.lower[first] in grammar("subject") and last > first + 1

    def _is_pronoun(self, word: str) -> bool:
        return word in grammar("he", "she", "they", "it", "we", "i", "relative")


def owns(lower: Sequence[str], sighting: Sighting) -> bool:
    """Whether a possessive follows a name."""
    return sighting.end < len(lower) and lower[sighting.end] in {"'s", "'"}
