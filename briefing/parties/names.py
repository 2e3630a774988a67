"""Finds the proper names of an article and cuts them into titles, people, bodies and places.

One pass from left to right over each sentence. A run of capitalised words (with the small words that names hold: "of",
"de", "van") is cut where a title or an office ends and a person's name begins; what is left is told apart by the words
in it (first names, words of bodies, words of places) and by what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model import Document, Sentence
from briefing.parties.capitals import LINKS, Capitals, NameKind, within
from briefing.parties.gazetteer import Entry, Gazetteer, Sense
from briefing.parties.lists import collective_nouns, grammar

_POSSESSIVES = frozenset({"'", "’", "'s", "’s"})


class Name(NamedTuple):
    """A proper name: tokens ``first`` up to ``end``, of which those before ``core`` are titles and offices."""

    first: int
    core: int
    end: int
    kind: NameKind
    senses: tuple[Sense, ...]

    @property
    def entry(self) -> Entry | None:
        """What the gazetteer takes it for, if it knows it."""
        return self.senses[0].entry if self.senses else None


class Finder:
    """Finds the names of one document."""

    def __init__(self, document: Document, gazetteers: Sequence[Gazetteer]) -> None:
        self.words = Capitals(document)
        self.texts, self.keys = self.words.texts, self.words.keys
        self.gazetteers = gazetteers
        self._starts = self._possible_starts()

    def _possible_starts(self) -> Sequence[int]:
        """The words with which a name may begin: those with a capital, and those that begin a known name."""
        words = set(self.keys)
        self._known = frozenset().union(*(words & gazetteer.first_words for gazetteer in self.gazetteers))
        return sorted({*self.words.capitalised, *(at for at, word in enumerate(self.keys) if word in self._known)})

    def find(self, sentence: Sentence) -> Iterator[Name]:
        """The names of one sentence, in order, none within another."""
        self.words.title_case = sentence.index in self.words.headlines
        end = sentence.first_token
        for at in within(self._starts, sentence.first_token, sentence.end_token):
            if at < end:
                continue
            for name in self._names_at(at, sentence):
                end = max(end, name.end)
                yield name

    def _names_at(self, at: int, sentence: Sentence) -> Iterator[Name]:
        hit = self.hit(at, sentence.end_token)
        if hit is None and not self._begins_name(at, sentence):
            return
        end = self._run_end(at, sentence.end_token)
        if hit and hit.end >= end:
            yield hit
        elif end > at:
            yield from self._cut(at, end)

    def hit(self, at: int, end: int) -> Name | None:
        """The longest name of the gazetteers that begins at a token."""
        best: Name | None = None
        if self.keys[at] not in self._known:
            return best
        for gazetteer in self.gazetteers:
            found = gazetteer.longest(self.keys, at, end)
            if found and (best is None or found.length > best.end - at):
                best = Name(at, at, at + found.length, _kind_of(found.senses), found.senses)
        return best

    def _begins_name(self, at: int, sentence: Sentence) -> bool:
        if not self.words.capital(at):
            return False
        before = self.texts[at - 1] if at > sentence.first_token else ""
        if before and (before[-1].isalnum() or before in {",", "-", "(", "’", "'"}):
            return True
        nexts = at + 1 < sentence.end_token and self.words.capital(at + 1)
        if (not self.words.is_ordinary(at) and not (self.words.derived(at) and not nexts)) or self.texts[
            at
        ] in self.words.inside:
            return True
        return nexts and self.words.may_lead(at)

    def _run_end(self, at: int, end: int) -> int:
        """Where the run of capitalised words that begins at a token ends."""
        stop = at
        while stop < end:
            hit = self.hit(stop, end)
            if hit and (stop == at or self.words.capital(stop)):
                stop = hit.end
            elif (self.words.capital(stop) and self.texts[stop][0] not in "#@") or self.words.month_surname(stop, at):
                stop += 1
            else:
                longer = self._over_link(at, stop, end) if stop > at else stop
                if longer == stop:
                    break
                stop = longer
        return stop

    def _over_link(self, at: int, stop: int, end: int) -> int:
        """The token after a small word that goes on with the name, or ``stop``."""
        word = self.texts[stop]
        after = stop + 1
        if word in grammar("particle") and after < end and self.words.capital(after):
            return after
        if word in LINKS and self.words.holds_body(at, stop):
            after += after < end and self.texts[after] in {"the", "The"}
            return after if after < end and self.words.capital(after) else stop
        if after >= end or not self.words.capital(after):
            return stop
        joined = (word in {"and", "&"} and self._joins(at, stop, after, end)) or self.words.joins_duties(stop)
        return after if joined or (word in _POSSESSIVES and self._owns_body(at, stop, after, end)) else stop

    def _owns_body(self, at: int, stop: int, after: int, end: int) -> bool:
        """Whether a possessive stands within the name of a body ("Dockers’ Union", "Women's Institute")."""
        last = after
        while last < end and self.words.capital(last):
            last += 1
        plural = self.texts[stop - 1].endswith("s") or self.words.is_ordinary(stop - 1)
        known = self.hit(stop - 1, stop)
        return known is None and plural and not self.words.first_name(at) and self.keys[last - 1] in self.words.bodies

    def _joins(self, at: int, stop: int, after: int, end: int) -> bool:
        """Whether "and" stands within one name: ordinary words on both sides, and a body or an office at the end."""
        if self.texts[stop] == "&":
            return True
        last = after
        while last < end and self.words.capital(last):
            last += 1
        closes = self.keys[last - 1] in self.words.bodies or self.keys[last - 1].lower() in self.words.roles
        inside = [*range(at, stop), *range(after, last)]
        opened = any(self.texts[i] in LINKS for i in range(at, stop))
        headed = any(self.keys[i] in self.words.bodies for i in range(at, stop))
        return opened or (closes and not headed and self._are_duties(at, inside))

    def _are_duties(self, at: int, inside: Sequence[int]) -> bool:
        """Whether some words on both sides of "and" say what a body does: ordinary ones, or unknown after "the"."""
        if at and self.words.lower[at - 1] == "the" and not any(self.keys[i] in self._known for i in inside):
            return not any(self.words.first_name(i) for i in inside)
        return all(self.words.is_ordinary(i) or self.texts[i] in grammar("portfolio") for i in inside)

    def _cut(self, at: int, end: int) -> Iterator[Name]:
        """Cut a run of capitalised words into names; an office or its duties alone are none."""
        if grammar("office", "portfolio").issuperset(self.texts[at:end]) or self._role_length(at, end) == end - at > 1:
            return
        at = self._after_office(at, end)
        core = self._person_start(at, end)
        if core is not None:
            yield from self._within(at, core)
            yield Name(self._first_title(at, core), core, end, "person", ())
            return
        if self._is_office(end - 1, at) and self.keys[end - 1] not in self.words.bodies:
            yield from [Name(at, at, end, "organization", ())] if self._serves(at, end) else self._within(at, end)
            return
        yield from self._plain(at, end)

    def _serves(self, at: int, end: int) -> bool:
        """Whether a body is named after an office ("Office of the Prime Minister")."""
        offices = (start for start in range(at + 2, end) if self._role_length(start, end) == end - start)
        start = next(offices, at)
        return self.keys[at] in self.words.bodies and self.texts[start - 1] in {"of", "the"}

    def _after_office(self, at: int, end: int) -> int:
        """Where a name begins after the rest of an office ("Minister of | Education Ada Quill")."""
        if at < 2 or self.texts[at - 1] not in LINKS or not self._is_office(at - 2, at - 2):
            return at
        return next((start for start in range(at, end - 1) if self.words.first_name(start)), at)

    def _person_start(self, at: int, end: int) -> int | None:
        """Where the person's name begins after titles and offices, if the run ends with one."""
        for last in range(end - 2, at - 1, -1):
            if self._is_office(last, at):
                start = self._past_duties(last + 1, end)
                return start if self._names_person(start, end) else None
        return None

    def _past_duties(self, at: int, end: int) -> int:
        """Where a name may begin after an office: at its given name, if "of" or "for" tells the duties first."""
        if self.texts[at] not in LINKS:
            return at
        return next((start for start in range(at + 1, end - 1) if self.words.first_name(start)), at)

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
            return end - at == 1 and self.keys[at - 1] in self.words.titles
        hit = self.hit(at, end)
        if self._role_length(at, end) == end - at:
            return False
        return not (hit and hit.end == end and end - at > 1 and hit.kind in {"organization", "state", "adjective"})

    def _first_title(self, at: int, core: int) -> int:
        first = core
        while first > at and self._is_office(first - 1, at):
            first -= 3 if self.keys[first - 1] == "State" else 1
        return max(first, at)

    def _within(self, at: int, end: int) -> Iterator[Name]:
        """The bodies named within a title or an office ("NYPD Commissioner")."""
        while at < end:
            hit = self.hit(at, end)
            body = self._body_end(at, end)
            if body > at + 1 and (hit is None or hit.end < body):
                yield Name(at, at, body, "organization", ())
                at = body
                continue
            if hit:
                yield hit
                at = hit.end
                continue
            word = self.keys[at]
            role = self._role_length(at, end)
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
                yield Name(at, at, stop, self.words.kind(at, stop), ())
            at = stop

    def _body_end(self, at: int, end: int) -> int:
        """Where a body's name that begins here ends, before the office of its leader; ``at`` if there is none."""
        for stop in range(end, at, -1):
            if (
                self.keys[stop - 1] in self.words.bodies
                and not self._role_length(stop - 1, end)
                and not self._state_at(at)
            ):
                return stop
        return at

    def _state_at(self, at: int) -> bool:
        return any(
            (hit := g.longest(self.keys, at, at + 1)) and hit.senses[0].entry.type == "state" for g in self.gazetteers
        )

    def _role_length(self, at: int, end: int) -> int:
        """How many words from here on are what a person is called."""
        for length in range(min(4, end - at), 0, -1):
            if " ".join(self.keys[at : at + length]).lower() in self.words.roles:
                return length
        return 0

    def _plain(self, at: int, end: int) -> Iterator[Name]:
        """A run without titles: one name, unless it begins or ends with a known one; a kind of body alone is none."""
        hit = self.hit(at, end)
        if hit is None and end - at == 1 and self.keys[at] in self.words.bodies and self._is_collective(at):
            return
        if hit is None or hit.end >= end:
            yield hit or Name(at, at, end, self.words.kind(at, end), ())
            return
        next_hit = self.hit(hit.end, end)
        if next_hit and next_hit.end == end and next_hit.kind != "place":
            yield hit
            yield next_hit
            return
        rest = self.words.kind(hit.end, end)
        body = any(self.keys[i] in self.words.bodies for i in range(hit.end, end))
        if body or (hit.end - at == 1 and self.words.first_name(at) and rest != "organization"):
            yield Name(at, at, end, "organization" if body else "person", ())
        elif hit.kind == "adjective" and all(self._is_common(i) for i in range(hit.end, end)):
            yield Name(at, at, end, "unknown", ())
        elif hit.kind == "organization" and rest in {"unknown", "place", "thing"}:
            yield Name(at, at, end, "organization", ())
        else:
            yield hit
            yield from self._plain(hit.end, end)

    def _is_common(self, at: int) -> bool:
        return self.words.is_ordinary(at) or self.texts[at].endswith("ing")

    def _is_collective(self, at: int) -> bool:
        return self.texts[at].lower() in collective_nouns()


def _kind_of(senses: Sequence[Sense]) -> NameKind:
    use, entry = senses[0].use, senses[0].entry
    if entry.type == "place":
        return "place"
    if use in ("adjective", "people"):
        return use
    if entry.kind == "person" or use == "spokesperson":
        return "person"
    return "state" if entry.type == "state" else "organization"
