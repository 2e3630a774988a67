"""Pronouns: who or what "he", "she", "they", "it", "we" and "I" stand for.

Candidates are the people and bodies named so far and those who spoke; each is weighed by how many sentences ago it
stood, whether it was a subject, whether it stood in somebody's words, and whether it spoke last (see
``Discourse.prominence``); number rules out, and gender where the text or a first name tells it.
"""

from __future__ import annotations

from briefing.parties.discourse import Discourse, Referent
from briefing.parties.filing import is_body
from briefing.parties.lists import grammar
from briefing.parties.people import of_person

_SPOKE = 1.0
"""What somebody who spoke has before somebody who was only named."""
_TOGETHER = 0.8
"""What is lost by having spoken together with others."""
_FAR = 12


class Pronouns:
    """Resolves the pronouns of one document."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.described: dict[tuple[int, int], int] = {}
        """The parties of people whose body is only described, by draft and role."""

    def antecedent(self, word: str, token: int, gender: str | None = None) -> list[Referent]:
        """What a pronoun stands for (``gender`` instead of its own where the word says more)."""
        if word in grammar("he") or word in grammar("she"):
            return self.person(token, gender if gender is not None else ("f" if word in grammar("she") else "m"))
        if word in grammar("they"):
            return self._several(token)
        if word in grammar("it"):
            return self._thing(token)
        return self._speaking(token)

    def _speaking(self, token: int) -> list[Referent]:
        """Who says "I" or "we": in words that are told, whoever spoke last; else the writer, whom the text omits."""
        told = self.discourse.quoted[token] or self.discourse.content[token]
        return list(self.discourse.history[-1].referents) if told and self.discourse.history else []

    def person(self, token: int, gender: str) -> list[Referent]:
        """The person meant at a token: the likeliest before, or else the one whom the article names most after."""
        ranked = self.ranked(token, gender)
        return [ranked[0]] if ranked else self.person_after(token, gender)

    def ranked(self, token: int, gender: str) -> list[Referent]:
        """The people whom a pronoun at a token can mean, the likeliest first."""
        here = self.discourse.sentence(token)
        found = self._named(token, gender, here) + self._speakers(gender, here)
        found.sort(key=lambda item: (-item[0], -item[1]))
        return [referent for _, _, referent in found]

    def _named(self, token: int, gender: str, here: int) -> list[tuple[float, int, Referent]]:
        found = []
        for sighting in self.discourse.people_before(token):
            draft = self.discourse.drafts[sighting.draft]
            away = here - self.discourse.sentence(sighting.first)
            if away > _FAR:
                break
            if gender == "u" or draft.gender in ("u", gender):
                score = self.discourse.prominence(sighting, away, token) + (0.3 if draft.gender == gender else 0.0)
                found.append((score, sighting.first, of_person(self, sighting.draft)))
        return found

    def _speakers(self, gender: str, here: int) -> list[tuple[float, int, Referent]]:
        found = []
        for event in self.discourse.history[-_FAR:]:
            for referent in event.referents:
                if referent.human and not referent.plural and (gender == "u" or referent.gender in ("u", gender)):
                    alone = 0.0 if len(event.referents) == 1 else _TOGETHER
                    found.append((_SPOKE - (here - event.sentence) - alone, event.token, referent))
        return found

    def person_after(self, token: int, gender: str) -> list[Referent]:
        """A person meant before any is named: the one whom the article names most."""
        weights: dict[int, int] = {}
        for sighting in self.discourse.people_after(token):
            if gender == "u" or self.discourse.drafts[sighting.draft].gender in ("u", gender):
                weights[sighting.draft] = weights.get(sighting.draft, 0) + 1
        if not weights:
            return []
        return [of_person(self, max(weights, key=lambda draft: weights[draft]))]

    def _several(self, token: int) -> list[Referent]:
        here = self.discourse.sentence(token)
        near = list(self.discourse.recent(token, 4))
        for event in near:
            if len(event.referents) > 1 or any(r.plural for r in event.referents) or event.sentence == here:
                return list(event.referents)
        for event in near:
            if any(not referent.human for referent in event.referents):
                return list(event.referents)
        return self._thing(token) or (list(near[0].referents) if near else [])

    def _thing(self, token: int) -> list[Referent]:
        found = self._bodies(token) + self._spoke(token)
        return [max(found, key=lambda item: item[:2])[2]] if found else []

    def _bodies(self, token: int) -> list[tuple[float, int, Referent]]:
        found = []
        here = self.discourse.sentence(token)
        for sighting in self.discourse.bodies_before(token):
            away = here - self.discourse.sentence(sighting.first)
            if away > 4:
                break
            only_adjective = sighting.name.kind == "adjective" or self.discourse.roles.noun_at(
                sighting.end, sighting.end + 3
            )
            if not only_adjective and self.discourse.drafts[sighting.draft].type != "unknown":
                score = self.discourse.prominence(sighting, away, token)
                found.append((score, sighting.first, Referent(sighting.draft)))
        return found

    def _spoke(self, token: int) -> list[tuple[float, int, Referent]]:
        found = []
        here = self.discourse.sentence(token)
        for event in self.discourse.history[-6:]:
            for referent in event.referents:
                draft = self.discourse.drafts[referent.party]
                if is_body(draft) or draft.kind == "group":
                    found.append((_SPOKE - (here - event.sentence), event.token, referent))
        return found
