"""Descriptions of bodies: "the firm", "the Israeli government", "his party", "the two companies"."""

from __future__ import annotations

from briefing.parties.collectives import body_like
from briefing.parties.discourse import Discourse, Referent, Resolution
from briefing.parties.drafts import Draft, Sighting
from briefing.parties.filing import is_body
from briefing.parties.groups import Groups
from briefing.parties.lists import collective_nouns
from briefing.parties.pairs import PLURALS, can_be, joined_before
from briefing.parties.phrases import Phrase
from briefing.parties.pronouns import Pronouns


class Bodies:
    """Finds the bodies that descriptions stand for."""

    def __init__(self, discourse: Discourse, pronouns: Pronouns, groups: Groups) -> None:
        self.discourse = discourse
        self.register = discourse.register
        self.pronouns = pronouns
        self.groups = groups

    def collective(self, phrase: Phrase) -> Resolution:
        """Whom a phrase stands for whose head is a noun for a body."""
        apposed = self._apposed(phrase)
        if apposed is not None:
            return Resolution((Referent(apposed),), "name")
        noun = collective_nouns()[phrase.head]
        if phrase.head.endswith("s") and noun not in ("military", "police"):
            return self._several(phrase)
        inner = [s for s in phrase.names if s.first < phrase.after]
        if inner:
            return self._named(phrase, inner[-1], noun)
        if phrase.owner is not None:
            owner = self.pronouns.antecedent(self.discourse.lower[phrase.owner], phrase.owner)
            if owner:
                return self._owned(owner[0], noun, phrase)
        if self._is_owned_office(phrase):
            return self.groups.group(phrase)
        if phrase.definite or noun in ("government", "ministry", "police"):
            body = body_like(self.discourse, phrase.head, phrase.first)
            if body is not None:
                return Resolution((Referent(body),), "description")
        return self.groups.group(phrase)

    def _apposed(self, phrase: Phrase) -> int | None:
        """The body named after a comma: "the largest carrier, Ruritania Air"."""
        if phrase.after < len(self.discourse.texts) and self.discourse.texts[phrase.after] == ",":
            for name in phrase.names:
                if name.first == phrase.after + 1 and is_body(self.discourse.drafts[name.draft]):
                    return name.draft
        return None

    def _is_owned_office(self, phrase: Phrase) -> bool:
        """Whether a phrase means those who work for somebody ("the mayor's office")."""
        owned = phrase.after - 2 > phrase.first and self.discourse.lower[phrase.after - 2] in {"'s", "'"}
        return owned and phrase.head == "office"

    def _several(self, phrase: Phrase) -> Resolution:
        """ "the companies": those that just spoke together, or else the group by its description."""
        if phrase.definite and not any(s.first < phrase.after for s in phrase.names):
            joined = self._joined(phrase) if phrase.after - phrase.first <= 2 else ()
            if joined:
                return Resolution(joined, "description")
            for event in self.discourse.recent(phrase.first, 6):
                drafts = [self.discourse.drafts[r.party] for r in event.referents]
                several = len(drafts) > 1 and not any(r.human for r in event.referents)
                several = several and all(can_be(draft.type, phrase.head) for draft in drafts)
                if several or (len(event.referents) == 1 and self._same_group(event.referents[0], phrase.head)):
                    return Resolution(event.referents, "description")
        return self.groups.group(phrase)

    def _joined(self, phrase: Phrase) -> tuple[Referent, ...]:
        """The companies or countries that the last sentences join by "and"."""
        here = self.discourse.sentence(phrase.first)
        for token, pair in joined_before(self.discourse, phrase.first)[:6]:
            if here - self.discourse.sentence(token) > 3:
                break
            types = [self.discourse.drafts[referent.party].type for referent in pair]
            if phrase.head in PLURALS and all(can_be(type_, phrase.head) for type_ in types):
                return pair
        return ()

    def _same_group(self, referent: Referent, head: str) -> bool:
        draft = self.discourse.drafts[referent.party]
        last = draft.name.split()[-1].lower() if draft.name else ""
        nouns = collective_nouns()
        return draft.kind == "group" and (last == head or (last in nouns and nouns[last] == nouns.get(head)))

    def _named(self, phrase: Phrase, name: Sighting, noun: str) -> Resolution:
        """ "the Israeli government", "Ada Quill's campaign", "the Turkish company", "Labour's front bench"."""
        draft = self.discourse.drafts[name.draft]
        compound = self._compound(phrase, name, draft)
        if compound is not None:
            return Resolution((Referent(compound),), "name")
        public = noun in ("government", "ministry", "military") or self._is_owned_office(phrase)
        if draft.type == "state" and public:
            return Resolution((Referent(name.draft),), "name")
        if draft.type in ("state", "place"):
            told = phrase.definite and noun not in ("police", "media")
            body = body_like(self.discourse, phrase.head, phrase.first) if told else None
            return self.groups.group(phrase) if body is None else Resolution((Referent(body),), "description")
        if draft.kind == "organization" and noun != "family":
            return Resolution((Referent(name.draft),), "name")
        text = self.discourse.roles.shown(phrase.first, phrase.after)
        return Resolution((Referent(self.register.group(text, phrase.first, plural=noun == "family")),), "name")

    def _compound(self, phrase: Phrase, name: Sighting, draft: Draft) -> int | None:
        if draft.kind != "person":
            return None
        shown = self.register.text(name.name.core, name.end)
        return self.register.compound(name.draft, phrase.head, shown, phrase.first)

    def _owned(self, owner: Referent, noun: str, phrase: Phrase) -> Resolution:
        """ "his party", "its board", "her family"."""
        drafts, filer = self.discourse.drafts, self.discourse.filer
        found: int | None = None
        if owner.voice is None and noun in ("party", "government", "company", "organization"):
            return Resolution((owner,), "description")
        if owner.voice is not None and noun == "party":
            found = filer.affiliation(owner.voice)
        elif owner.voice is not None and noun == "government":
            found = filer.home_draft(phrase.first)
        if noun == "family":
            name = drafts[owner.party if owner.voice is None else owner.voice].name
            found = self.register.group(f"{name}'s {phrase.head}", phrase.first)
        if found is None:
            found = body_like(self.discourse, phrase.head, phrase.first)
        return self.groups.group(phrase) if found is None else Resolution((Referent(found),), "description")
