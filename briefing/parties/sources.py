"""Finds out whom the source of an attribution stands for, or whom it must be where there is no source.

Attributions are resolved in reading order; each leaves its referents in the discourse, because who spoke last is the
best guess for who is meant next.
"""

from __future__ import annotations

from itertools import pairwise

from briefing.model import Attribution
from briefing.parties.bodies import Bodies
from briefing.parties.conjuncts import Conjuncts
from briefing.parties.descriptions import Descriptions
from briefing.parties.discourse import Discourse, Referent, Resolution
from briefing.parties.documents import Documents
from briefing.parties.drafts import Sighting
from briefing.parties.extent import Extent
from briefing.parties.filing import is_body
from briefing.parties.groups import Groups
from briefing.parties.lists import grammar
from briefing.parties.pairs import Pairs
from briefing.parties.people import by_nation, of_person
from briefing.parties.phrases import Phrase, Phraser
from briefing.parties.pronouns import Pronouns
from briefing.parties.unsaid import Unsaid


class Sources:
    """Resolves the sources of one document in reading order."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.register = discourse.register
        self.texts, self.lower = discourse.texts, discourse.lower
        self.extent = Extent(discourse)
        self.conjuncts = Conjuncts(discourse.register, discourse.roles)
        self.phraser = Phraser(discourse.register, discourse.roles)
        self.pronouns = Pronouns(discourse)
        self.groups = Groups(discourse, self.pronouns)
        self.bodies = Bodies(discourse, self.pronouns, self.groups)
        self.descriptions = Descriptions(discourse, self.pronouns, self.groups)
        self.documents = Documents(discourse, self.pronouns, self.groups)
        self.pairs = Pairs(discourse, self.pronouns, self.groups)
        self.unsaid = Unsaid(discourse, self.pronouns, self._between)

    def resolve(self, attribution: Attribution) -> Resolution:
        """Whom the source of an attribution stands for; it enters the discourse."""
        tokens = self.discourse.tokens_of(attribution.source) or self._in_cue(attribution)
        spans = attribution.cue or attribution.content
        place = tokens[0] if tokens else self.discourse.token_at(spans[0].start) if spans else 0
        cue = self.discourse.tokens_of(attribution.cue)
        found = self.unsaid.blamed(cue, tokens)
        if found is None:
            found = self._source(tokens, cue) if tokens else self.unsaid.resolve(attribution, place)
        found = self.documents.joined(found, place)
        self.discourse.enter(place, found.referents)
        return found

    def _in_cue(self, attribution: Attribution) -> list[int]:
        """The name that a cue begins with, where the source was taken into it ("EU-Japan seek")."""
        tokens = self.discourse.tokens_of(attribution.cue)
        named = [t for t in tokens if self._is_known(t) or self._hyphenated(t, t + 1)]
        return named if named and len(tokens) > len(named) and named[0] == tokens[0] else []

    def _is_known(self, token: int) -> bool:
        sighting = self.register.by_token.get(token)
        return sighting is not None and self.discourse.drafts[sighting.draft].type != "unknown"

    def _source(self, tokens: list[int], cue: list[int]) -> Resolution:
        first, end = self.extent.main_run(tokens, cue)
        first, end = self.extent.widened(first, end)
        told = self._apposed_to(first, end)
        if told is not None:
            return Resolution((told,), "name")
        listed = self._hyphenated(first, end) or self._listed(first, end)
        if listed:
            return Resolution(listed, "name")
        referents: list[Referent] = []
        reasons: list[str] = []
        for start, stop in self.conjuncts.cut(first, end):
            found = self.phrase(self.phraser.phrase(start, stop))
            reasons.append(found.reason)
            known = {referent.party for referent in referents}
            referents += [referent for referent in found.referents if referent.party not in known]
        return Resolution(tuple(referents), reasons[0] if reasons else "the source says nothing")

    def _between(self, first: int, end: int) -> tuple[Referent, ...]:
        """Whom the words between two tokens stand for, if they name or describe somebody."""
        found: list[Referent] = []
        for start, stop in self.conjuncts.cut(first, end):
            phrase = self.phraser.phrase(start, stop)
            whole = phrase.kind in ("role", "collective") and phrase.after >= stop and stop - start <= 5
            if phrase.person is None and phrase.kind != "name" and not whole:
                return ()
            found += self.phrase(phrase).referents
        return tuple(found)

    def phrase(self, phrase: Phrase) -> Resolution:
        """Whom one noun phrase stands for."""
        if phrase.kind == "pronoun":
            return self._pronoun(phrase)
        if phrase.kind == "pair":
            return self.pairs.resolve(phrase)
        if phrase.person is not None:
            return Resolution((of_person(self.pronouns, phrase.person.draft),), "name")
        if phrase.kind == "name":
            return self._name(phrase)
        if phrase.kind == "role" and phrase.role is not None:
            return self.descriptions.resolve(phrase, phrase.role)
        if phrase.kind == "collective":
            return self.bodies.collective(phrase)
        if phrase.kind == "document":
            return self.documents.resolve(phrase)
        if phrase.definite and phrase.head.endswith("-year-old"):
            found = self.pronouns.person(phrase.first, "u")
            return Resolution(tuple(found), "description") if found else self.groups.group(phrase)
        last = phrase.names[-1] if phrase.names else None
        if last is not None and last.end == phrase.end and self.discourse.drafts[last.draft].kind == "person":
            return Resolution((of_person(self.pronouns, last.draft),), "name")
        return self.groups.group(phrase)

    def _apposed_to(self, first: int, end: int) -> Referent | None:
        """The person just named before a comma, where the source is only what they are (", his brother told")."""
        follows = end + 2 < len(self.texts) and self.texts[end] == ","
        after = self.register.by_token.get(end + 1) if follows else None
        if after is not None and self._is_inserted(after, first, end):
            return of_person(self.pronouns, after.draft)
        named = self.register.by_token.get(first - 2) if first > 1 and self.texts[first - 1] == "," else None
        if named is None or self.discourse.drafts[named.draft].kind != "person" or not self._is_owned(first):
            return None
        if any(self.discourse.drafts[s.draft].kind == "person" for s in self.register.within(first, end)):
            return None
        role = self.discourse.roles.parse(first, end)
        return of_person(self.pronouns, named.draft) if role and not role.plural and role.kind == "kin" else None

    def _is_inserted(self, name: Sighting, first: int, end: int) -> bool:
        """Whether a person's name stands between commas after what they are ("the team's coach, Ada Quill,")."""
        closed = name.end < len(self.texts) and self.texts[name.end] == ","
        role = self.discourse.roles.parse(first, end) if closed else None
        return role is not None and not role.plural and self.discourse.drafts[name.draft].kind == "person"

    def _is_owned(self, token: int) -> bool:
        return self.lower[token] in grammar("possessive") or token in self.register.by_token

    def _name(self, phrase: Phrase) -> Resolution:
        last = [s for s in phrase.names if s.first < phrase.after][-1]
        draft = self.discourse.drafts[last.draft]
        if draft.kind == "person":
            return Resolution((of_person(self.pronouns, last.draft),), "name")
        if last.name.kind == "people" and self.texts[last.end - 1].endswith(("s", "men", "women")):
            text = self.register.text(last.first, last.end)
            return Resolution((Referent(self.register.group(text, last.first), plural=True, human=True),), "name")
        one = by_nation(self.pronouns, last) if phrase.definite and last.end == phrase.after else None
        if one is not None:
            return Resolution((one,), "description")
        if draft.type == "unknown":
            draft.type = "body"
        return Resolution((Referent(last.draft),), "name")

    def _pronoun(self, phrase: Phrase) -> Resolution:
        word = self.lower[phrase.first]
        pronoun = self.lower[phrase.first + 1] if phrase.end - phrase.first > 1 else ""
        if word in grammar("relative") and pronoun in grammar("subject"):
            return self._pronoun(self.phraser.phrase(phrase.first + 1, phrase.end))
        if word in grammar("quantifier") and self.lower[phrase.first + 2 : phrase.first + 3] == ["them"]:
            word = "them"
        relative = next((t for t in range(phrase.first, phrase.end) if self.lower[t] in grammar("relative")), None)
        if relative is not None:
            found = self._just_before(phrase.first)
        else:
            found = self.pronouns.antecedent(word, phrase.first)
        if not found:
            return Resolution((), f"nobody before “{self.texts[phrase.first]}” fits")
        return Resolution(tuple(found), "pronoun")

    def _just_before(self, token: int) -> list[Referent]:
        """What a relative pronoun stands for: the phrase before it."""
        last = token
        while last > max(0, token - 4) and not self.texts[last - 1][0].isalnum():
            last -= 1
        first = last
        while (
            first > max(0, last - 10)
            and self.texts[first - 1][0].isalnum()
            and first - 1 not in self.discourse.roles.cues
        ):
            first -= 1
            if self.lower[first] in grammar("determiner", "preposition", "stop"):
                break
        while first < last and self.lower[first] in grammar("preposition", "stop", "joiner"):
            first += 1
        return list(self.phrase(self.phraser.phrase(first, last)).referents) if first < last else []

    def _hyphenated(self, first: int, end: int) -> tuple[Referent, ...]:
        """ "EU-US": two parties in one word."""
        word = self.texts[first]
        known = self.register.by_token.get(first)
        if end - first != 1 or "-" not in word or not word[0].isupper() or (known and known.name.entry):
            return ()
        found: list[Referent] = []
        for part in word.split("-"):
            key = part.replace(".", "")
            hit = self.register.hit([key]) if key else None
            if hit is None:
                return ()
            found.append(Referent(self.register.entry(hit.senses[0].entry, first)))
        return tuple(found)

    def _listed(self, first: int, end: int) -> tuple[Referent, ...]:
        """ "some supporters, such as A and B"; "politicians from the X, the Y and the Z": those who are listed."""
        for token in range(first + 1, end - 1):
            if self.lower[token] == "including" or (self.lower[token], self.lower[token + 1]) == ("such", "as"):
                people = [
                    s for s in self.register.within(token, end) if self.discourse.drafts[s.draft].kind == "person"
                ]
                return tuple(of_person(self.pronouns, s.draft) for s in people)
            if self.lower[token] in {"from", "by"} and token not in self.register.by_token:
                bodies = self._bodies_listed(token, end)
                if bodies and next(self.register.within(first, token), None) is None:
                    return bodies
        return ()

    def _bodies_listed(self, token: int, end: int) -> tuple[Referent, ...]:
        inside = [s for s in self.register.within(token, end) if is_body(self.discourse.drafts[s.draft])]
        if len(inside) < 2 or self.lower[inside[0].first - 1] not in {"from", "by", "the"}:
            return ()
        between = [t for a, b in pairwise(inside) for t in range(a.end, b.first)]
        if not all(self.texts[t] in {",", "(", ")"} or self.lower[t] in {"and", "the"} for t in between):
            return ()
        return tuple(Referent(draft) for draft in dict.fromkeys(s.draft for s in inside))
