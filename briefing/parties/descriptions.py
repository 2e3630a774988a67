"""Sources called by what they do: "A Labour spokesman", "the minister", "Lawmaker" in a headline, "her lawyer"."""

from __future__ import annotations

from briefing.parties.collectives import body_like
from briefing.parties.discourse import Discourse, Referent, Resolution
from briefing.parties.filing import is_body
from briefing.parties.groups import Groups
from briefing.parties.lists import grammar
from briefing.parties.people import of_person
from briefing.parties.phrases import Phrase
from briefing.parties.pronouns import Pronouns
from briefing.parties.role import Role, may_be, same_role

_FOR_BODY = frozenset({"spokes", "office", "officer", "uniform", "lawyer"})
_NO_OFFICE = frozenset({"official", "aide", "adviser", "advisor"})
_PUBLIC = frozenset({"state", "agency", "police", "subnational"})
_HEADLINE_REACH = 5


class Descriptions:
    """Resolves sources whose head is a role noun."""

    def __init__(self, discourse: Discourse, pronouns: Pronouns, groups: Groups) -> None:
        self.discourse = discourse
        self.drafts = discourse.drafts
        self.filer = discourse.filer
        self.pronouns = pronouns
        self.groups = groups

    def resolve(self, phrase: Phrase, role: Role) -> Resolution:
        """Whom a phrase stands for whose head is a role noun."""
        for rule in (
            self._of_body,
            self._known,
            self._owned,
            self._of_collective,
            self._focus,
            self._office,
            self._spokes,
        ):
            found = rule(phrase, role)
            if found is not None:
                return found
        return self.groups.group(phrase, role)

    def _of_body(self, phrase: Phrase, role: Role) -> Resolution | None:
        """The body is named: "the Labour leader", "Israeli officials", "a spokesman for the firm Quill"."""
        if not role.bodies or role.former or role.kind not in _FOR_BODY:
            return None
        body = self.filer.body(role)
        if body is None:
            return None
        if role.kind not in ("spokes", "lawyer") and self.drafts[body].kind == "person":
            return self.groups.group(phrase, role)
        person = self._holder(role, phrase, body)
        if person is not None:
            return Resolution((of_person(self.pronouns, person),), "description")
        states = [b for b in role.bodies if self.drafts[b].type == "state"]
        if role.plural and role.kind == "office" and len(states) > 1:
            return Resolution(tuple(Referent(s, plural=True, human=True) for s in states), "role")
        if self.drafts[body].type == "place":
            return self._local(phrase, role) or self.groups.group(phrase, role)
        return self._voice(self.filer.party(body), role, "role")

    def _local(self, phrase: Phrase, role: Role) -> Resolution | None:
        """Somebody told by a place: who is known so ("the New York businessman"), but no office of another state."""
        if not phrase.definite or role.plural:
            return None
        known = self._known(phrase, role)
        return known if known is not None or role.kind == "office" else self._focus(phrase, role)

    def _voice(self, body: int, role: Role, reason: str) -> Resolution:
        return Resolution((Referent(body, None, role, role.gender, human=True, plural=role.plural),), reason)

    def _known(self, phrase: Phrase, role: Role) -> Resolution | None:
        """The role is known of somebody who is named."""
        if not phrase.definite and role.kind not in ("politician", "judge"):
            return None
        spoke = self._spoke(phrase, role) if phrase.definite else None
        if spoke is not None:
            return Resolution((spoke,), "description")
        person = self._holder(role, phrase)
        return None if person is None else Resolution((of_person(self.pronouns, person),), "description")

    def _spoke(self, phrase: Phrase, role: Role) -> Referent | None:
        """Somebody unnamed who spoke a little before and was called the same ("A senior official … the official")."""
        for event in self.discourse.recent(phrase.first, 8):
            for referent in event.referents:
                if referent.voice is None and referent.role is not None and referent.role.head == role.head:
                    return referent
        return None

    def _owned(self, phrase: Phrase, role: Role) -> Resolution | None:
        if role.owner is None or role.kind not in ("spokes", "lawyer"):
            return None
        owner = self.pronouns.antecedent(self.discourse.lower[role.owner], role.owner)
        return self._voice(owner[0].party, role, "role") if owner else None

    def _of_collective(self, phrase: Phrase, role: Role) -> Resolution | None:
        """The body is only described: "government lawyers", "the company's chairman"."""
        if role.collective is None or role.kind not in _FOR_BODY:
            return None
        body = body_like(self.discourse, self.discourse.lower[role.collective], role.collective)
        return None if body is None else self._voice(body, role, "role")

    def _focus(self, phrase: Phrase, role: Role) -> Resolution | None:
        """The person in focus: named last before a definite description, or first after a headline."""
        headline = self._headline(phrase)
        if role.plural or not (phrase.definite or headline):
            return None
        found = self._last(role) if phrase.definite and not (role.bodies and role.kind == "self") else None
        if found is None and headline:
            found = self._first(phrase)
        opens = next(self.discourse.people_before(phrase.first), None) is None
        if found is None and phrase.definite and opens and role.kind in ("kin", "self", "judge"):
            found = next(iter(self.pronouns.person_after(phrase.first, role.gender)), None)
        return None if found is None else Resolution((found,), "description")

    def _office(self, phrase: Phrase, role: Role) -> Resolution | None:
        """An office without a name: "ministers", "the prime minister", "the investigators"."""
        bare = role.head == "ministers" and phrase.after - phrase.first <= 2 and role.collective is None
        body: int | None = None
        if bare:
            body = self.filer.home_draft(phrase.first)
        elif phrase.definite and role.kind == "office" and role.plural:
            body = self._public_body()
        elif phrase.definite and role.kind == "office" and role.head not in _NO_OFFICE:
            body = self.filer.home_draft(role.token)
        return None if body is None else self._voice(body, role, "description")

    def _spokes(self, phrase: Phrase, role: Role) -> Resolution | None:
        """Somebody who speaks for a body that was just heard ("The council agreed. A spokesman said")."""
        if role.kind != "spokes" or role.bodies or role.former or role.plural:
            return None
        for event in self.discourse.recent(phrase.first, 1):
            for referent in event.referents:
                if referent.voice is None and is_body(self.drafts[referent.party]):
                    return self._voice(referent.party, role, "role")
        return None

    def _public_body(self) -> int | None:
        for event in reversed(self.discourse.history[-2:]):
            for referent in event.referents:
                if self.drafts[referent.party].type in _PUBLIC:
                    return referent.party
        return None

    def _holder(self, role: Role, phrase: Phrase, named: int | None = None) -> int | None:
        """The named person whose role this is: the one last named before, or else the first named after."""
        if role.plural:
            return None
        matching = {
            draft
            for draft, roles in self.filer.roles.items()
            if any(same_role(self.drafts, role, known) and (named is None or named in known.bodies) for known in roles)
        }
        if not matching:
            return None
        before = next((s.draft for s in self.discourse.people_before(phrase.first) if s.draft in matching), None)
        if before is not None:
            return before if phrase.definite else None
        after = next((s for s in self.discourse.people_after(phrase.end) if s.draft in matching), None)
        near = after is not None and self.discourse.sentence(after.first) - self.discourse.sentence(phrase.first) <= 4
        return after.draft if after is not None and near else None

    def _last(self, role: Role) -> Referent | None:
        """The one person whom a definite description without a known role can mean: the likeliest one in focus."""
        for referent in self.pronouns.ranked(role.token, role.gender)[:8]:
            known = referent.role
            if known is not None and (known.head == role.head or may_be(role, known)):
                return referent
            if referent.voice is not None and (known is None or known.kind == "bare"):
                self.filer.roles.setdefault(referent.voice, []).append(role)
                return of_person(self.pronouns, referent.voice)
        return None

    def _headline(self, phrase: Phrase) -> bool:
        """Whether a noun stands bare, as in a headline ("Lawmaker urges")."""
        sentence = self.discourse.sentence_of(phrase.first)
        bare = self.discourse.lower[phrase.first] not in grammar("determiner")
        opens = sentence.first_token == phrase.first or self.discourse.texts[phrase.first - 1] in {";", ":", "-", "–"}
        return bare and opens and sentence.index < 4 and phrase.owner is None

    def _first(self, phrase: Phrase) -> Referent | None:
        """The person whom a headline means: the first one named after it who can be."""
        told = phrase.role.gender if phrase.role else "u"
        here = self.discourse.sentence(phrase.first)
        for sighting in self.discourse.people_after(phrase.end):
            if self.discourse.sentence(sighting.first) - here > _HEADLINE_REACH:
                return None
            gender = self.drafts[sighting.draft].gender
            if sighting.first > phrase.end and ("u" in (gender, told) or gender == told):
                return of_person(self.pronouns, sighting.draft)
        return None
