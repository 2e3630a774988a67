"""Cuts a run of capitalised words into titles, people, bodies and places.

It is cut where a title or an office ends and a person's name begins; what is left is told apart by the words in it
(first names, words of bodies, words of places).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from briefing.entities.capitals import LINKS, Capitals
from briefing.entities.known_names import KnownNames
from briefing.entities.model import Name, NameKind
from briefing.entities.word_classes import collective_nouns, grammar

_TRADES = ("er", "or", "ist", "ian", "man", "woman")
"""Endings of nouns for people by what they do."""


class Cutter:
    """Cuts the runs of capitalised words of one document into names."""

    def __init__(self, words: Capitals, known: KnownNames) -> None:
        self.words, self.known = words, known
        self.texts, self.keys = words.texts, words.keys

    def cut(self, at: int, end: int) -> Iterator[Name]:
        """Cut a run of capitalised words, ``at`` up to ``end`` (exclusive), into names; an office alone gives none."""
        if grammar("office", "portfolio").issuperset(self.texts[at:end]) or self._role_length(at, end) == end - at > 1:
            return
        if self._is_day(at, end):
            return
        at = self._after_office(self._after_trade(at, end), end)
        if (start := self._after_body(at, end)) > at:
            yield from self._within(at, start)
            yield Name(start, start, end, "person", ())
            return
        core = self._person_start(at, end)
        if core is not None:
            yield from self._within(at, core)
            yield Name(self._first_title(at, core), core, end, "person", ())
            return
        if self.is_surname(end - 1):
            start = max(at, end - 2)
            while start > at and self.words.first_name(start - 1):
                start -= 1
            yield from self._within(at, start)
            yield Name(start, start, end, "person", ())
            return
        if self._is_office(end - 1, at) and self.keys[end - 1] not in self.words.bodies:
            joined = end - at > 2 and self.texts[end - 2] == "&"
            whole = joined or self._serves(at, end) or self._trades(at, end) or self._is_paper(end)
            yield from [Name(at, at, end, "organization", ())] if whole else self._within(at, end)
            return
        yield from self._plain(at, end)

    def is_surname(self, at: int) -> bool:
        """Whether a title or a role noun is the surname of somebody in the article ("Ada King")."""
        return self.texts[at] in self._surnames and not self.words.title_case

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The titles and roles that stand after a given name, with no name after them."""
        return frozenset(self.texts[at] for at in self.words.capitalised if at and self._ends_name(at))

    def _ends_name(self, at: int) -> bool:
        role = self.words.roles.get(self.keys[at].lower())
        called = self.keys[at] in self.words.titles or (role is not None and not role.plural)
        given = (
            self.words.first_name(at - 1) and self.texts[at - 1][0].isupper() and not self._is_office(at - 1, at - 1)
        )
        last = at + 1 == len(self.texts) or not self.texts[at + 1][0].isupper()
        last = last and (at < 2 or self.words.lower[at - 2] not in grammar("determiner"))
        return called and given and last and self.known.hit(at - 1, at) is None

    def _is_day(self, at: int, end: int) -> bool:
        """Whether a run is the name of a day ("Labor Day", "Christmas Eve"), not of a person called Day."""
        if self.keys[end - 1] not in grammar("holiday"):
            return False
        first = at if end - at > 1 else at - 1
        named = self.words.first_name(first) or self.keys[first] in self.words.titles
        return first >= 0 and self.texts[first][0].isupper() and not named

    def _serves(self, at: int, end: int) -> bool:
        """Whether a body is named after an office or a plural role ("Office of the Prime Minister", "Guild of Orr
        Netmakers")."""
        offices = (start for start in range(at + 2, end) if self._role_length(start, end) == end - start)
        after = next((start for start in offices if self.texts[start - 1] in {"of", "the"}), at)
        if after == at and self.words.is_plural_role(end - 1):
            after = next((link for link in range(at + 1, end - 1) if self.texts[link] in LINKS), at)
        return any(self.keys[i] in self.words.bodies for i in range(at, after))

    def _trades(self, at: int, end: int) -> bool:
        """Whether a firm is named by a plural role ("Quill Advisers"), not members of something known."""
        unknown = not any(self.words.is_ordinary(i) or self._role_length(i, end) for i in range(at, end - 1))
        plain = self.texts[end - 1][1:].islower() and not self.words.title_case
        named = self.words.is_plural_role(end - 1)
        return end - at == 2 and plain and named and unknown and not self.known.hit(at, end)

    def _is_paper(self, end: int) -> bool:
        """Whether a noun for media follows a name, which is then that of a body ("the Advocate newspaper")."""
        return end < len(self.texts) and collective_nouns().get(self.texts[end]) == "media"

    def _after_trade(self, at: int, end: int) -> int:
        """Where a name begins after a capitalised occupation that opens a sentence ("Baker | Ada Quill")."""
        opens = at in self.words.openings or not self.texts[at - 1][-1].isalnum()
        word = self.words.lower[at]
        known = self.words.first_name(at) or self._is_office(at, at)
        if end - at < 2 or not opens or known or not word.endswith(_TRADES):
            return at
        made = word.endswith("maker") or word in grammar("called")
        return at + 1 if made or (end - at > 2 and self.words.first_name(at + 1)) else at

    def _after_office(self, at: int, end: int) -> int:
        """Where a name begins after the rest of an office ("Minister of | Education Ada Quill")."""
        if at < 2 or self.texts[at - 1] not in LINKS or not self._is_office(at - 2, at - 2):
            return at
        return self._given_name(at, end)

    def _after_body(self, at: int, end: int) -> int:
        """Where a person's name begins after the name of their body ("chief of the Netmakers Board | Ada Quill")."""
        if at < 3 or self.texts[at - 1] != "the" or self.texts[at - 2] not in LINKS:
            return at
        start = self._given_name(at, end)
        named = start > at and self.words.kind(start, end) == "person" and self.words.kind(at, end) != "place"
        return start if named and self._is_office(at - 3, at - 3) else at

    def _person_start(self, at: int, end: int) -> int | None:
        """Where the person's name begins after titles and offices, if the run ends with one."""
        for last in range(end - 2, at - 1, -1):
            if self._is_office(last, at) and not self._is_given(last, at, end):
                start = self._past_duties(last + 1, end)
                return start if self._names_person(start, end) else None
        return None

    def _is_given(self, last: int, at: int, end: int) -> bool:
        """Whether a word that may be a role is a given name here: it alone stands before a surname ("Dean Quill")."""
        title = self.keys[last] in self.words.titles
        return (
            last == at == end - 2 and self.words.first_name(last) and not title and not self.words.is_ordinary(end - 1)
        )

    def _past_duties(self, at: int, end: int) -> int:
        """Where a name may begin after an office: at its given name, if "of" or "for" tells the duties first."""
        return self._given_name(at, end) if self.texts[at] in LINKS else at

    def _given_name(self, at: int, end: int) -> int:
        """Where a person's name of two words or more begins by its given name, or else ``at``."""
        return next((start for start in range(at, end - 1) if self.words.first_name(start)), at)

    def _is_office(self, last: int, at: int) -> bool:
        """Whether a title or an office ends with this word."""
        word = self.keys[last]
        state = word == "State" and last - 2 >= at and self.keys[last - 2] == "Secretary"
        role = word.lower() in self.words.roles and not (
            word in self.words._first_names and self.words.roles[word.lower()].kind == "self"
        )
        return state or word in self.words.titles or role

    def _names_person(self, at: int, end: int) -> bool:
        rest = range(at, end)
        if any(self.keys[i] in self.words.bodies for i in rest) or self.texts[at] in LINKS or end - at > 5:
            return False
        if all(self.words.is_ordinary(i) for i in rest) and not self.words.first_name(at):
            return end - at == 1 and self.keys[at - 1] in self.words.titles and self._role_length(at - 1, end) < 2
        if self._role_length(at, end) == end - at:
            return False
        hit = self.known.hit(at, end)
        if hit is None or hit.end < end:
            return True
        if end - at == 1:
            return not self.words.is_plural_role(at - 1) or hit.kind not in {"state", "place"}
        return hit.kind not in {"organization", "state", "adjective"}

    def _first_title(self, at: int, core: int) -> int:
        first = core
        while first > at and self._is_office(first - 1, at):
            first -= 3 if self.keys[first - 1] == "State" else 1
        return max(first, at)

    def _within(self, at: int, end: int) -> Iterator[Name]:
        """The bodies named within a title or an office ("NYPD Commissioner")."""
        while at < end:
            hit = self.known.hit(at, end)
            body = self._body_end(at, end)
            if body > at + 1 and (hit is None or hit.end < body):
                yield Name(at, at, body, "organization", ())
                at = body
                continue
            role = self._role_length(at, end)
            if hit and hit.end >= at + role:
                yield hit
                at = hit.end
                continue
            word = self.keys[at]
            stop = at + max(role, 1)
            known = (
                word in self.words.titles
                or word in grammar("office", "portfolio")
                or word in self.words.never
                or self.words.is_ordinary(at)
            )
            known = known or (word in self.words.bodies and (at + 1 == end or self._role_length(at + 1, end) > 0))
            if not role and not known:
                while stop < end and not self._role_length(stop, end) and self.keys[stop] not in self.words.titles:
                    stop += 1
                last = self._before_duties(at, stop)
                yield Name(at, at, last, self.words.kind(at, last), ())
            at = stop

    def _before_duties(self, at: int, end: int) -> int:
        """Where a name before an office ends, without the duties of the office ("Quill | Foreign Minister")."""
        while end > at + 1 and self.keys[end - 1] in grammar("office", "portfolio", "duty"):
            end -= 1
        return end

    def _body_end(self, at: int, end: int) -> int:
        """Where a body's name that begins here ends, before the office of its leader; ``at`` if there is none."""
        for stop in range(end, at, -1):
            opens = self._role_length(stop - 1, end) > self._role_length(stop, end)  # "Press | Secretary"
            duties = grammar("office", "portfolio").issuperset(self.keys[at:stop])
            if self.keys[stop - 1] in self.words.bodies and not (opens or duties):
                return stop
        return at

    def _role_length(self, at: int, end: int) -> int:
        """The number of words from ``at`` on that form a role noun; 0 if none."""
        for length in range(min(4, end - at), 0, -1):
            if " ".join(self.keys[at : at + length]).lower() in self.words.roles:
                return length
        return 0

    def _plain(self, at: int, end: int) -> Iterator[Name]:
        """A run without titles: one name, unless it begins or ends with a known one; "Council" alone gives none."""
        hit = self.known.hit(at, end)
        if hit is None and end - at == 1 and self.keys[at] in self.words.bodies and self._is_collective(at):
            return
        if hit is None or hit.end >= end:
            yield hit or Name(at, at, end, self.words.kind(at, end), ())
            return
        next_hit = self.known.hit(hit.end, end)
        if next_hit and next_hit.end == end and next_hit.kind != "place":
            one = hit.kind == "place" and self.keys[hit.end] in self.words.bodies
            yield from [Name(at, at, end, "organization", ())] if one else (hit, next_hit)
            return
        rest = self.words.kind(hit.end, end)
        body = any(self.keys[i] in self.words.bodies for i in range(hit.end, end))
        linked = self.texts[hit.end] in LINKS
        given = self.words.first_name(at) or (end - hit.end == 1 and self._stands_after_given_name(hit.end))
        if body or (hit.end - at == 1 and given and rest != "organization"):
            yield Name(at, at, end, "organization" if body else "person", ())
        elif hit.kind == "adjective" and all(self._is_common(i) for i in range(hit.end, end)):
            yield Name(at, at, end, "unknown", ())
        elif self._goes_on(hit, rest, end):
            yield Name(at, at, end, "organization", ())
        else:
            yield hit
            yield from self._plain(hit.end + linked, end)

    def _goes_on(self, hit: Name, rest: NameKind, end: int) -> bool:
        """Whether a body's name goes on after something known ("The Times of London", "China Quill", "Scottish
        SPCA")."""
        if hit.kind == "adjective":
            return end - hit.end == 1 and self.texts[hit.end].isupper()
        if hit.kind == "organization":
            return rest in {"unknown", "place", "thing"} or self.texts[hit.end] in LINKS
        return hit.kind in {"state", "place"} and rest == "unknown" and end - hit.end == 1 and not self.words.title_case

    def _stands_after_given_name(self, at: int) -> bool:
        """Whether a word elsewhere follows a given name, so that a place before it is one, too ("Bristol Quill")."""
        before = (other - 1 for other in self.words.places[self.texts[at]] if other)
        return not self.words.is_ordinary(at) and any(map(self.words.first_name, before))

    def _is_common(self, at: int) -> bool:
        return self.words.is_ordinary(at) or self.texts[at].endswith("ing")

    def _is_collective(self, at: int) -> bool:
        return self.texts[at].lower() in collective_nouns()
