"""What the resolution of sources remembers: where names stand, what is quoted, and who spoke before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Attribution, Sentence, Span
from briefing.parties.drafts import Draft, Sighting
from briefing.parties.filing import Filer, is_body
from briefing.parties.lists import grammar
from briefing.parties.register import Register
from briefing.parties.role import Role
from briefing.parties.roles import RoleFinder

LOOKBACK = 300
"""How many names are looked back over at most, so that a book costs no more for each attribution than an article."""
RECENT = 40
"""How many events are looked back over at most."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a source stands for: the draft of the party, and of the person (or the document) that gives it voice."""

    party: int
    voice: int | None = None
    role: Role | None = None
    gender: str = "u"
    human: bool = False
    plural: bool = False
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Referents that were resolved, with the token and the sentence where their source stands."""

    token: int
    sentence: int
    referents: tuple[Referent, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The referents of a source, the rule that found them (or why nothing was found), and whether nobody is meant."""

    referents: tuple[Referent, ...]
    reason: str
    hidden: bool = False


class Discourse:
    """The article as far as it has been read, and what stands where in it."""

    def __init__(
        self, register: Register, roles: RoleFinder, filer: Filer, attributions: Sequence[Attribution]
    ) -> None:
        self.register = register
        self.drafts = register.drafts
        self.roles = roles
        self.filer = filer
        self.texts, self.lower = roles.texts, roles.lower
        self.history: list[Event] = []
        self._starts = [token.start for token in register.document.tokens]
        self.sort_names()
        self.quoted = self._marked(
            Span(q.start, q.end) for q in register.document.quotations if q.kind == "speech" and q.level == 0
        )
        self.content = self._marked(span for attribution in attributions for span in attribution.content)

    def sort_names(self) -> None:
        """Sort the names into people and bodies (again, when it has become clearer what they are)."""
        self._people = [s for s in self.register.sightings if self.drafts[s.draft].kind == "person"]
        self._bodies = [s for s in self.register.sightings if is_body(self.drafts[s.draft])]
        self._people_at = [s.first for s in self._people]
        self._bodies_at = [s.first for s in self._bodies]

    def token_at(self, offset: int) -> int:
        """The first token that ends after a character."""
        tokens = self.register.document.tokens
        index = max(bisect_right(self._starts, offset) - 1, 0)
        return min(index + (tokens[index].end <= offset), len(tokens) - 1)

    def tokens_of(self, spans: Sequence[Span]) -> list[int]:
        """The tokens that spans cover."""
        found: list[int] = []
        for span in spans:
            first = self.token_at(span.start)
            found += range(first, max(bisect_left(self._starts, span.end), first))
        return found

    def _marked(self, spans: Iterator[Span]) -> list[bool]:
        made = [False] * len(self.texts)
        for token in self.tokens_of(list(spans)):
            made[token] = True
        return made

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that holds a token."""
        return self.roles.sentence_of(token)

    def sentence(self, token: int) -> int:
        """The index of the sentence that holds a token."""
        return self.roles.sentence_of(token).index

    def people_before(self, token: int) -> Iterator[Sighting]:
        """The people named before a token, the nearest first."""
        end = bisect_left(self._people_at, token)
        return reversed(self._people[max(0, end - LOOKBACK) : end])

    def people_after(self, token: int) -> list[Sighting]:
        """The people named from a token on, in order."""
        start = bisect_left(self._people_at, token)
        return self._people[start : start + LOOKBACK]

    def bodies_before(self, token: int) -> Iterator[Sighting]:
        """The bodies and states named before a token, the nearest first."""
        end = bisect_left(self._bodies_at, token)
        return reversed(self._bodies[max(0, end - LOOKBACK) : end])

    def bodies_after(self, token: int) -> list[Sighting]:
        """The bodies and states named from a token on, in order."""
        start = bisect_left(self._bodies_at, token)
        return self._bodies[start : start + LOOKBACK]

    def recent(self, token: int, sentences: int) -> Iterator[Event]:
        """The events of the last sentences before a token, the last first."""
        here = self.sentence(token)
        for event in reversed(self.history[-RECENT:]):
            if here - event.sentence > sentences:
                return
            yield event

    def enter(self, token: int, referents: tuple[Referent, ...]) -> None:
        """Remember who spoke at a token."""
        if referents:
            self.history.append(Event(token, self.sentence(token), referents))

    def prominence(self, sighting: Sighting, away: int, token: int) -> float:
        """How likely something named at one place is meant by a pronoun ``away`` sentences later, at ``token``."""
        score = -1.0 * away
        if self.quoted[sighting.first] and not self.quoted[token]:
            score -= 2.0
        elif self.content[sighting.first] and not self.content[token]:
            score -= 0.5
        before = self.lower[sighting.first - 1] if sighting.first else ""
        after = self.lower[sighting.end] if sighting.end < len(self.lower) else ""
        if after in {"'s", "'"}:
            return score - 0.6
        if before in grammar("preposition") or sighting.first - 1 in self.roles.cues:
            return score - 0.5
        opens = sighting.first == self.sentence_of(sighting.first).first_token or not before[-1:].isalnum()
        return score + 0.4 * opens

    def body(self, token: int, fits: Callable[[Draft], bool], nearest: bool = False) -> int | None:
        """The body that is meant at a token: one that just spoke, or else the one named last (or next)."""
        for event in () if nearest else self.recent(token, 2):
            for referent in event.referents:
                if is_body(self.drafts[referent.party]) and fits(self.drafts[referent.party]):
                    return referent.party
        before = self.body_before(token, fits)
        if before is not None:
            return before
        return next((s.draft for s in self.bodies_after(token) if fits(self.drafts[s.draft])), None)

    def body_before(self, token: int, fits: Callable[[Draft], bool]) -> int | None:
        """The body named last before a token."""
        return next((s.draft for s in self.bodies_before(token) if fits(self.drafts[s.draft])), None)
