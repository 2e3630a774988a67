"""Two at once: "both sides", "the two leaders", "the pair"."""

from __future__ import annotations

from itertools import pairwise

from briefing.parties.discourse import RECENT, Discourse, Referent, Resolution
from briefing.parties.groups import Groups
from briefing.parties.people import of_person
from briefing.parties.phrases import Phrase
from briefing.parties.pronouns import Pronouns

_PEOPLE = frozenset({"leaders", "men", "women", "ministers", "diplomats", "presidents", "officials"})
_STATES = frozenset({"countries", "nations", "governments", "states", "allies"})
_COMPANIES = frozenset({"companies", "firms", "groups", "clubs", "teams"})
PLURALS = _STATES | _COMPANIES
"""Plural nouns that say what kind of bodies they mean."""


class Pairs:
    """Resolves phrases for two parties."""

    def __init__(self, discourse: Discourse, pronouns: Pronouns, groups: Groups) -> None:
        self.discourse = discourse
        self.pronouns = pronouns
        self.groups = groups

    def resolve(self, phrase: Phrase) -> Resolution:
        """The two named in the phrase, else the two who most stood together, else the two named last."""
        inner = dict.fromkeys(s.draft for s in phrase.names if s.first < phrase.after)
        if len(inner) > 1:
            return Resolution(tuple(Referent(draft) for draft in inner), "name")
        together = self._together(phrase)
        if together:
            return Resolution(together, "description")
        last = self._last_two(phrase)
        return Resolution(last, "description") if last else self.groups.group(phrase)

    def _together(self, phrase: Phrase) -> tuple[Referent, ...]:
        """The two who stood together most often so far, as holders or joined by "and", the last such two on a tie."""
        pairs = self._spoke(phrase) + self._joined(phrase)
        pairs.sort(key=lambda pair: pair[0])
        counts: dict[frozenset[int], int] = {}
        for _, pair in pairs:
            parties = frozenset(referent.party for referent in pair)
            counts[parties] = counts.get(parties, 0) + 1
        most = max(counts.values(), default=0)
        fitting = (pair for _, pair in reversed(pairs) if counts[frozenset(r.party for r in pair)] == most)
        return next(fitting, ())

    def _spoke(self, phrase: Phrase) -> list[tuple[int, tuple[Referent, ...]]]:
        events = self.discourse.history[-RECENT:]
        return [
            (event.token, event.referents)
            for event in events
            if len(event.referents) == 2
            and all(self._fits(phrase.head, referent.party) for referent in event.referents)
        ]

    def _joined(self, phrase: Phrase) -> list[tuple[int, tuple[Referent, ...]]]:
        joined = joined_before(self.discourse, phrase.first)
        return [(token, pair) for token, pair in joined if all(self._fits(phrase.head, r.party) for r in pair)]

    def _fits(self, head: str, party: int) -> bool:
        return can_be(self.discourse.drafts[party].type, head)

    def _last_two(self, phrase: Phrase) -> tuple[Referent, ...]:
        people = phrase.head in _PEOPLE
        named = self.discourse.people_before(phrase.first) if people else self.discourse.bodies_before(phrase.first)
        recent: dict[int, None] = {}
        for sighting in named:
            recent.setdefault(sighting.draft)
            if len(recent) == 2:
                return tuple(of_person(self.pronouns, d) if people else Referent(d) for d in reversed(recent))
        return ()


def joined_before(discourse: Discourse, token: int) -> list[tuple[int, tuple[Referent, Referent]]]:
    """The bodies that the text joins by "and" before a token ("Chile and Peru"), the last first."""
    found: list[tuple[int, tuple[Referent, Referent]]] = []
    for second, first in pairwise(discourse.bodies_before(token)):
        between = discourse.lower[first.end : second.first]
        known = all(discourse.drafts[s.draft].type != "unknown" for s in (first, second))
        if known and first.draft != second.draft and between in (["and"], ["and", "the"]):
            found.append((first.first, (Referent(first.draft), Referent(second.draft))))
    return found


def can_be(type_: str, noun: str) -> bool:
    """Whether a plural noun ("countries", "companies") can mean a body of a type."""
    if noun in _STATES:
        return type_ in ("state", "international")
    return noun not in _COMPANIES or type_ not in ("state", "international", "person")
