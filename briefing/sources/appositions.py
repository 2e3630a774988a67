"""Roles stated beside a name: "Labour MP Ada Quill", "Ada Quill, a doctor at Y,", "Ada Quill, who chairs Z"."""

from __future__ import annotations

from briefing.calendar import weekday_names
from briefing.entities.model import GOVERNED, LANDS
from briefing.entities.word_classes import collective_nouns, grammar, is_form_of_address
from briefing.sources.model import Role
from briefing.sources.person_roles import RoleFinder

_IS = frozenset({"is", "was"})
_WORKS = frozenset({"works", "worked"})
_OF = frozenset({"of", "from", "with", "at", "for"})
_LONGEST = 26
"""The most words before or after a name that are searched for a role."""


class Appositions:
    """Finds the roles stated beside the names of people in one document."""

    def __init__(self, roles: RoleFinder) -> None:
        self.roles = roles
        self.register = roles.register
        self.texts, self.lower, self.keys = roles.texts, roles.lower, roles.keys
        self.cues = roles.cues
        self._stop = grammar("stop", "relative")

    def of_person(self, first: int, core: int, end: int) -> list[Role]:
        """The roles beside a person's name (its titles from ``first``, itself from ``core`` to ``end``, exclusive)."""
        sentence_first, sentence_end = self._bounds(first)
        found = [self._before(sentence_first, core), self._after(end, sentence_end)]
        return [role for role in found if role is not None]

    def _bounds(self, token: int) -> tuple[int, int]:
        sentence = self.register.sentence_of(token)
        return sentence.first_token, sentence.end_token

    def _before(self, start: int, core: int) -> Role | None:
        """The role before a name: "Labour MP", "the Afghan team's coach,", "A spokesman for the firm,"."""
        comma = core - 1 >= start and self.texts[core - 1] == ","
        last = core - 1 if comma else core
        while last > start and is_form_of_address(self.keys[last - 1]):
            last -= 1
        if not comma and last - 1 > start and self.texts[last - 1] == ",":
            comma, last = True, last - 1
        first = self._reach_back(start, last, over=comma)
        if first is None:
            return None
        role = self.roles.parse(first, last)
        if role is None or role.head in collective_nouns() or self._of_another(role, last):
            return None
        return role if not comma or self._apposes(first, start, core) else None

    def _of_another(self, role: Role, last: int) -> bool:
        """Whether another person is named between the head noun of a role and the name: then the role is theirs."""
        between = self.register.within(role.token + 1, last)
        return any(self.register.drafts[sighting.draft].kind == "person" for sighting in between)

    def _reach_back(self, start: int, last: int, over: bool) -> int | None:
        """The first token of the noun phrase that ends before ``last``, or None; ``over``: it may hold prepositions."""
        token, floor = last, max(start, last - _LONGEST)
        prepositions, titled = 0, self.texts[last - 1][-1] == "."
        while token > floor:
            named = self.register.by_token.get(token - 1)
            if self._ends_another(token, last):
                while token < last and self._is_no_part_of_title(token):
                    token += 1
                break
            if named and floor <= named.first < token - 1 and named.name.entry:
                token = named.first
                continue
            word = self.lower[token - 1]
            if word == "of" and token - 2 >= floor and self.roles.noun_at(token - 2, token + 1) == 3:
                token -= 1
                continue
            if word in {"of", "for"} and self._goes_on(token) and self.roles.noun_at(token - 2, token - 1):
                token -= 1
                continue
            if word in grammar("post") or word == "to":
                prepositions += 1
                if not over and not (
                    word == "to" and self._state_next(token) and self.roles.noun_at(token - 2, token - 1)
                ):
                    break
            elif self._breaks(token - 1, over) or (titled and self._is_no_part_of_title(token - 1)):
                break
            token -= 1
            if word in grammar("determiner") or word in grammar("possessive"):
                before = self.lower[token - 1] if token > floor else ""
                if before == "to" or ((over or prepositions) and before in grammar("post")):
                    continue
                break
        token += self.lower[token] in grammar("joiner")
        while self.texts[last - 1][0].isupper() and token < last - 1 and self._is_no_part_of_title(token):
            token += 1
        return token if token < last else None

    def _ends_another(self, token: int, last: int) -> bool:
        """Whether another person's name ends before ``token`` and a verb follows it ("Ada Quill met | Mayor …")."""
        named = self.register.by_token.get(token - 1)
        if named is None or token >= last or self.register.drafts[named.draft].kind != "person":
            return False
        return self._is_no_part_of_title(token)

    def _goes_on(self, token: int) -> bool:
        """Whether a name, or one common noun before a name, follows "of" or "for" ("head of research | Ada Quill")."""
        return self.texts[token][0].isupper() or self.texts[token + 1][0].isupper()

    def _breaks(self, token: int, over: bool) -> bool:
        """Whether a token cannot be part of the noun phrase that ends after it, so that the phrase begins later."""
        word = self.lower[token]
        if word in self._stop or word in grammar("preposition", "subject") or token in self.cues:
            return True
        if self.texts[token] in weekday_names():
            return True
        if self.register.words.joins_duties(token):
            return False
        if word == "and":
            return self._joins_people(token) or (not self.texts[token + 1][0].isupper() and not over)
        return self._is_mark(token)

    def _is_no_part_of_title(self, token: int) -> bool:
        """Whether a word in small letters does not belong to a short title after it ("met | Sgt. Ada Quill")."""
        if not self.texts[token].islower() or token in self.register.by_token:
            return False
        word, owns = self.lower[token], {"'s", "'"} & {self.lower[token], self.lower[token + 1]}
        known = word in collective_nouns() or word in grammar("former", "shadow", "determiner", "possessive")
        return not (known or owns or self.roles.noun_at(token, token + 1))

    def _joins_people(self, token: int) -> bool:
        """Whether "and" joins two people, not two parts of one role ("President Ada Quill and Minister …"); a body and
        a land after it are not of one role either ("Quill Ware and Orr mayor …")."""
        before = self.register.by_token.get(token - 1)
        if before is None:
            return False
        after = self.register.by_token.get(token + 1)
        lands = [self.register.drafts[each.draft].type in LANDS for each in (before, after) if each]
        named = self.register.drafts[before.draft].kind == "person"
        return named or lands == [False, True] or self.roles.noun_at(token + 1, len(self.texts)) > 0

    def _state_next(self, token: int) -> bool:
        if self.lower[token] == "the":
            token += 1
        sighting = self.register.by_token.get(token)
        return sighting is not None and self.register.drafts[sighting.draft].type in GOVERNED | {"international"}

    def _apposes(self, first: int, start: int, core: int) -> bool:
        """Whether the phrase from ``first`` is in apposition to the person who is named at ``core``."""
        sighting = self.register.by_token.get(core)
        end = sighting.end if sighting else core + 1
        closed = end >= len(self.texts) or not self.texts[end][0].isalnum() or end in self.cues
        if self.lower[first] in {"a", "an"} and first > start and self.texts[first - 1][-1].isalnum():
            return False
        word = self.lower[first]
        opens = word in grammar("determiner", "possessive") or self.texts[first][0].isupper()
        opened = first - 1 == start and self.lower[start] in grammar("opener")
        return (opens or opened) and (closed or self.lower[end] in self._stop)

    def _after(self, end: int, stop: int) -> Role | None:
        """The role after a name: ", a professor at Y,", ", 34, who chairs Z", " of the ACLU"."""
        token = end
        if token + 1 < stop and self.texts[token] == "(":
            label = self._party_label(token + 1)
            if label is not None:
                return label
            token = self._past_bracket(token, stop)
        if token + 2 < stop and self.texts[token] == "," and self.texts[token + 1].isdigit():
            token += 2
        if token >= stop or token in self.cues:
            return None
        if self.texts[token] in {",", "-", "–", "—"} and token + 1 < stop:
            if self.lower[token + 1] == "who":
                return self._who(token + 2, stop)
            if self.lower[token + 1] in _OF:
                return self._bare(token + 1, stop)
            return self._apposition(token + 1, stop)
        if self.lower[token] in _OF:
            return self._bare(token, stop)
        if self.lower[token] in _IS and token + 1 < stop and self.lower[token + 1] in grammar("determiner"):
            return self._apposition(token + 1, stop)
        return None

    def _past_bracket(self, token: int, stop: int) -> int:
        for closing in range(token + 1, min(token + 8, stop)):
            if self.texts[closing] == ")":
                return closing + 1
        return token

    def _apposition(self, first: int, stop: int) -> Role | None:
        if first >= stop:
            return None
        last = first
        while last < min(stop, first + _LONGEST) and last not in self.cues:
            word = self.lower[last]
            if word in self._stop or word in {".", ";", ":", "(", '"', "“", "”"}:
                break
            if word == "," and not (last + 1 < stop and self.lower[last + 1] in {"of", "at", "for"}):
                break
            last += 1
        label = self._party_label(first)
        if label is not None:
            return label
        if last >= stop or last == first or self.lower[first] in grammar("preposition", "joiner"):
            return None
        role = self.roles.parse(first, last)
        closed = self.texts[last] in {",", ".", ";", ":", ")", "(", "-", "–"} or self.lower[last] in grammar("relative")
        told = role is not None and role.bodies and (last - first > 3 or last in self.cues)
        return role if closed or told else None

    def _party_label(self, token: int) -> Role | None:
        """The role in the party label of an American legislator ("R-Ky."), with the party as its body; else None."""
        word = self.texts[token]
        if len(word) > 2 and word[1] == "-" and word[0] in "RDI" and word[2].isupper():
            name = {"R": "Republican Party", "D": "Democratic Party"}.get(word[0])
            entry = self.register.known(name) if name else None
            bodies = (self.register.entry(entry, token),) if entry else ()
            return Role("", "lawmaker", "politician", "u", False, bodies, None, None, False, False, False, token)
        return None

    def _who(self, first: int, stop: int) -> Role | None:
        """A role stated by a verb: "who chairs the committee", "who is its chairman", "who works for X"."""
        working = first + 1 < stop and self.lower[first] in _IS and self.lower[first + 1] == "working"
        if working or (first < stop and self.lower[first] in _WORKS):
            served = first + 1 + working
            return self._bare(served, stop) if served < stop and self.lower[served] in _OF else None
        if first < stop and self.lower[first] in _IS:
            return self._apposition(first + 1, stop)
        if first < stop and self.lower[first] in grammar("leads"):
            end = self._clause_end(first + 1, min(first + 12, stop))
            led = self._object_end(first + 1, end)
            bodies = self.roles.bodies(first + 1, led)
            kind = "lawyer" if self.lower[first].startswith("represent") else "officer"
            if bodies:
                text = self.register.shown(first, end)
                return Role(text, "head", kind, "u", False, bodies, None, None, False, False, False, first)
        return None

    def _clause_end(self, first: int, stop: int) -> int:
        """The end (exclusive) of a short clause: punctuation, a cue or the beginning of another clause."""
        ends = (t for t in range(first, stop) if t in self.cues or self.lower[t] in self._stop or self._is_mark(t))
        return next(ends, stop)

    def _object_end(self, first: int, stop: int) -> int:
        """The end of the object of a verb like "led", where the clause goes on ("led his side | to the final")."""
        others = grammar("preposition") - {"of", "for"}
        return next((token for token in range(first, stop) if self.lower[token] in others), stop)

    def _is_mark(self, token: int) -> bool:
        return not self.texts[token][0].isalnum() and self.lower[token] not in {"'s", "'", "&"}

    def _bare(self, first: int, stop: int) -> Role | None:
        """Membership in a body that a bare preposition states (" of the ACLU"), as a role of kind "bare"; else None."""
        last = min(first + 8, stop)
        for token in range(first + 1, last):
            if self.texts[token] in {",", "."} or token in self.cues:
                last = token
                break
        bodies = tuple(b for b in self.roles.bodies(first + 1, last) if self._is_body(b))
        if not bodies:
            return None
        return Role("", self.lower[first], "bare", "u", False, bodies[:1], None, None, False, False, False, first)

    def _is_body(self, draft: int) -> bool:
        found = self.register.drafts[draft]
        return found.kind == "organization" and found.type not in ("place", "unknown", "thing")
