"""Texts that speak: "the ministry's statement", "a government report", and joint statements of several signatories."""

from __future__ import annotations

from itertools import pairwise

from briefing.parties.collectives import body_like
from briefing.parties.discourse import Discourse, Referent, Resolution
from briefing.parties.filing import is_body
from briefing.parties.groups import Groups
from briefing.parties.lists import collective_nouns, documents
from briefing.parties.people import of_person
from briefing.parties.phrases import Phrase
from briefing.parties.pronouns import Pronouns

_FIGURES = frozenset({"figures", "statistics", "data", "numbers", "records", "estimates", "documents", "findings"})
_JOINT_REACH = 25
_REACH = 80


class Documents:
    """Finds who issued a text, and who signed it together."""

    def __init__(self, discourse: Discourse, pronouns: Pronouns, groups: Groups) -> None:
        self.discourse = discourse
        self.pronouns = pronouns
        self.groups = groups
        self._joint: tuple[Referent, ...] = ()

    def resolve(self, phrase: Phrase) -> Resolution:
        """Who issued the text that a phrase names."""
        shown = self.discourse.roles.shown(phrase.first, phrase.after)
        issuers = self._named(phrase) or self._owned(phrase) or self._described(phrase) or self._last(phrase)
        if not issuers:
            return self.groups.group(phrase)
        return Resolution(tuple(_spoken(issuer, shown) for issuer in issuers), "document")

    def _named(self, phrase: Phrase) -> tuple[Referent, ...]:
        for name in phrase.names:
            draft = self.discourse.drafts[name.draft]
            if draft.kind == "person":
                return (of_person(self.pronouns, name.draft),)
            if is_body(draft) or (phrase.head == "statement" and name.end + 1 == phrase.after):
                return (Referent(name.draft),)
        return ()

    def _owned(self, phrase: Phrase) -> tuple[Referent, ...]:
        if phrase.owner is None:
            return ()
        return tuple(self.pronouns.antecedent(self.discourse.lower[phrase.owner], phrase.owner))

    def _described(self, phrase: Phrase) -> tuple[Referent, ...]:
        lower, texts = self.discourse.lower, self.discourse.texts
        if {"federal", "official"} & set(lower[phrase.first : phrase.after]) and phrase.head in _FIGURES:
            home = self.discourse.filer.home_draft(phrase.first)
            return () if home is None else (Referent(home),)
        for token in range(phrase.first, phrase.after):
            body: int | None = None
            if texts[token][0].isupper():
                body = self.discourse.register.short_form(self.discourse.roles.keys[token])
            if body is None and lower[token] in collective_nouns() and lower[token] != phrase.head:
                body = body_like(self.discourse, lower[token], token)
            if body is not None:
                return (Referent(body),)
        return ()

    def _last(self, phrase: Phrase) -> tuple[Referent, ...]:
        """ "the statement": of those whose statement it was before, or who spoke last."""
        if not phrase.definite or phrase.head in _FIGURES:
            return ()
        for event in self.discourse.recent(phrase.first, 12):
            text = event.referents[0].document
            if text and text.split()[-1].lower() == phrase.head:
                return event.referents
        introduced = self._introduced(phrase)
        if introduced is not None:
            return (introduced,)
        return self.discourse.history[-1].referents if self.discourse.history else ()

    def _introduced(self, phrase: Phrase) -> Referent | None:
        """Who issued a text where it was first told of ("the union released a statement")."""
        lower = self.discourse.lower
        for token in range(phrase.first - 1, max(0, phrase.first - _REACH), -1):
            if lower[token] == phrase.head and lower[token - 1] in {"a", "an"}:
                first = self.discourse.sentence_of(token).first_token
                for name in self.discourse.register.within(first, token):
                    draft = self.discourse.drafts[name.draft]
                    if draft.kind == "person":
                        return of_person(self.pronouns, name.draft)
                    if is_body(draft):
                        return Referent(name.draft)
        return None

    def joined(self, found: Resolution, place: int) -> Resolution:
        """All signatories, where one of them speaks in a joint statement or through one told of before."""
        if not found.referents:
            return found
        parties = {referent.party for referent in found.referents}
        if self._tells_joint(place):
            if len(found.referents) == 1:
                found = self._with(found, self._together(parties))
            self._joint = found.referents
        elif len(found.referents) == 1 and found.referents[0].document and self._signed(parties):
            found = self._with(found, self._joint)
        return found

    def _signed(self, parties: set[int]) -> bool:
        return bool(parties & {referent.party for referent in self._joint})

    def _tells_joint(self, place: int) -> bool:
        end = min(place + _JOINT_REACH, self.discourse.sentence_of(place).end_token)
        words = self.discourse.lower[place:end]
        return any(a == "joint" and b in documents() for a, b in pairwise(words))

    def _together(self, parties: set[int]) -> tuple[Referent, ...]:
        """Those who last stood together with one of these parties."""
        for event in reversed(self.discourse.history[-40:]):
            if len(event.referents) > 1 and parties & {referent.party for referent in event.referents}:
                return event.referents
        return ()

    def _with(self, found: Resolution, others: tuple[Referent, ...]) -> Resolution:
        known = {referent.party for referent in found.referents}
        more = tuple(Referent(referent.party) for referent in others if referent.party not in known)
        return Resolution(found.referents + more, "joint statement") if more else found


def _spoken(issuer: Referent, shown: str) -> Referent:
    return Referent(issuer.party, issuer.voice, issuer.role, issuer.gender, issuer.human, issuer.plural, shown)
