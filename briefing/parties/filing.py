"""Files people under the party for which they speak, by the rules of the annotation guidelines.

Spokespeople, office-holders and people of a company or an organisation speak for their body; politicians, judges,
experts and private people speak for themselves, with the body as their affiliation; a lawyer speaks for the client.
"""

from __future__ import annotations

from briefing.parties.drafts import Draft
from briefing.parties.gazetteer import Entry, key
from briefing.parties.lists import collective_nouns, grammar
from briefing.parties.register import Register
from briefing.parties.role import Role

_HEADS = frozenset(
    {"president", "prime minister", "chancellor", "vice president", "first minister", "premier", "first lady"}
)
_PUBLIC = ("state", "international", "subnational", "agency", "voice", "military", "police", "court", "bank")
"""Types of public bodies, in the order in which an office-holder speaks for one of those named."""
_UNCLEAR = frozenset(
    {"prosecutor", "official", "adviser", "advisor", "aide", "investigator", "commissioner", "attorney general"}
)
"""Offices of many bodies, of which the article's state is only one."""
_HOME = 1 / 3
"""The share of all that an article says of states from which one of them is what it is about."""
_DATELINE = 2.0
"""How much more than a mention it says of a state that the article is reported from there."""
_OF_STATE = frozenset({None, "government", "ministry", "agency"})
"""What kinds of body an office may be told to be of and still be one of the state."""
_SPEAKS = frozenset({"spokes", "office", "officer", "uniform", "lawyer", "bare"})


class Filer:
    """Decides for whom each person of a document speaks."""

    def __init__(self, register: Register, roles: dict[int, list[Role]]) -> None:
        self.register = register
        self.roles = roles
        self.home = self._home()

    def _home(self) -> str | None:
        """The state that the article is most about, if it is: by its own names, bodies, places and dateline."""
        reported = self._datelined()
        weights = {reported.name: _DATELINE} if reported else {}
        for sighting in self.register.sightings:
            draft, entry = self.register.drafts[sighting.draft], sighting.name.entry
            state = self.register.top(draft.entry or (entry if entry and entry.type == "place" else None))
            if state:
                weights[state.name] = weights.get(state.name, 0.0) + (0.5 if draft.type == "company" else 1.0)
        home = max(weights, key=lambda name: weights[name], default=None)
        return home if home is not None and weights[home] >= _HOME * sum(weights.values()) else None

    def _datelined(self) -> Entry | None:
        """The state from which an article is reported ("PORT MAARTEN, Netherlands")."""
        words = key((self.register.document.article.dateline or "").title().replace(",", " ").split())
        hits = (self.register.hit(words, at) for at in range(len(words)))
        states = (self.register.top(hit.senses[0].entry) for hit in hits if hit)
        return next((state for state in states if state), None)

    def home_draft(self, token: int = 0) -> int | None:
        """The draft of the state that the article is most about."""
        entry = self.register.known(self.home) if self.home else None
        return self.register.entry(entry, token) if entry else None

    def best_role(self, draft: int) -> Role | None:
        """The role that says most about for whom a person speaks."""
        roles = self.roles.get(draft, [])
        if any(role.kind == "politician" and not role.former for role in roles):
            roles = [role for role in roles if role.kind not in ("officer", "bare")]
        speaking = [
            role for role in roles if role.kind in _SPEAKS and not role.former and (role.bodies or role.collective)
        ]
        told = [role for role in roles if role.kind != "bare"]
        for choice in (speaking, told, roles):
            if choice:
                return choice[0]
        return None

    def party(self, draft: int) -> int:
        """The draft under which a draft's positions are filed."""
        found = self.register.drafts[draft]
        if found.kind != "person":
            return draft
        parent = self.register.known(found.entry.parent) if found.entry and found.entry.parent else None
        if parent is not None:
            return self.register.entry(parent, found.first)
        role = self.best_role(draft)
        return draft if role is None else self.by_role(draft, role)

    def by_role(self, draft: int, role: Role) -> int:
        """The party of a person with a role."""
        body = None if role.former else self.body(role, draft)
        if role.head == "governor" and body is not None and self.register.drafts[body].type == "bank":
            return body
        if role.former or role.kind not in _SPEAKS:
            return draft
        if body is None:
            return self._of_office(draft, role)
        found = self.register.drafts[body]
        if found.type == "place":
            return draft if role.kind in ("office", "officer", "bare") else body
        if role.shadow or (found.type == "party" and (role.kind in ("officer", "office") or _has_duties(role))):
            return draft
        learned = found.type in ("state", "media", "parliament") or grammar("learned") & set(found.name.split())
        if role.kind == "bare" and learned:
            return draft
        if role.kind == "office" and found.type == "parliament":
            return draft
        if found.kind == "person" and role.kind not in ("spokes", "lawyer"):
            return draft
        if role.kind == "officer" and found.type == "parliament":
            return draft
        if found.type == "military" and found.entry and found.entry.parent and role.kind == "uniform":
            return body
        return self.party(body) if found.kind == "person" and body != draft else body

    def _of_office(self, draft: int, role: Role) -> int:
        """The party of an office-holder whose state is not named: the article's, but its head speaks for themself."""
        served = collective_nouns().get(self.register.finder.texts[role.collective]) if role.collective else None
        if role.kind != "office" or role.shadow or role.head in _HEADS | _UNCLEAR or served not in _OF_STATE:
            return draft
        home = self.home_draft(role.token)
        return draft if home is None else home

    def body(self, role: Role, draft: int | None = None) -> int | None:
        """The body named with a role for which its bearer speaks."""
        bodies = [body for body in role.bodies if body != draft]
        if not bodies:
            return None
        drafts = self.register.drafts
        if role.kind in ("office", "uniform"):
            bodies = [body for body in bodies if drafts[body].type != "unknown"]
            if not bodies or role.head == "president":
                return next(iter(bodies), None)
            order: tuple[str, ...] = _PUBLIC
        elif role.kind in ("lawyer", "kin"):
            bodies = [body for body in bodies if drafts[body].type != "state"]
            order = ("person", "family")
            if not bodies:
                return None
        else:
            return self._not_place(bodies)
        for type_ in order:
            for body in bodies:
                if drafts[body].type == type_:
                    return body
        return self._not_place(bodies)

    def _not_place(self, bodies: list[int]) -> int:
        drafts = self.register.drafts
        plain = [body for body in bodies if drafts[body].type not in ("place", "thing")]
        organizations = [body for body in plain if drafts[body].kind in ("organization", "group")]
        states = [body for body in plain if drafts[body].type == "state"]
        return (organizations or states or plain or bodies)[0]

    def affiliation(self, draft: int) -> int | None:
        """The body to which a person belongs, if the article names one."""
        for role in self.roles.get(draft, []):
            body = self.body(role, draft)
            if body is not None and self.register.drafts[body].kind != "person":
                return body
        return None


def is_body(draft: Draft) -> bool:
    """Whether a draft can hold a position as a body."""
    return draft.kind in ("organization", "country") and draft.type not in ("place", "thing")


def _has_duties(role: Role) -> bool:
    """Whether somebody speaks on the duties of an office, as politicians do for parties ("justice spokesman")."""
    return not grammar("portfolio").isdisjoint(map(str.capitalize, role.text.split()))
