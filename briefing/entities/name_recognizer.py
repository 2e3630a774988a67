"""Finds the proper names of an article.

One pass from left to right over each sentence. A run of capitalised words (with the small words that names hold: "of",
"de", "van") is cut into the names that it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.entities.capitals import LINKS, Capitals, places_within
from briefing.entities.cutting import Cutter
from briefing.entities.gazetteer import Gazetteer
from briefing.entities.known_names import KnownNames
from briefing.entities.model import PLACES, Name
from briefing.entities.word_classes import grammar
from briefing.model import Document, Sentence

_OPENING = frozenset({",", "-", "(", "’", "'"})
"""Punctuation after which a capital marks a name, as it does inside a sentence."""
_POSSESSIVES = frozenset({"'", "’", "'s", "’s"})


class NameRecognizer:
    """Finds the names of one document."""

    def __init__(self, document: Document, gazetteers: Sequence[Gazetteer]) -> None:
        self.words = Capitals(document)
        self.texts, self.keys = self.words.texts, self.words.keys
        self.known = KnownNames(self.keys, gazetteers)
        self._cutter = Cutter(self.words, self.known)
        known = (at for at, word in enumerate(self.keys) if word in self.known.first_words)
        self._starts = sorted({*self.words.capitalised, *known})

    def find(self, sentence: Sentence) -> Iterator[Name]:
        """The names of one sentence, in order, none within another."""
        self.words.title_case = sentence.index in self.words.headlines
        end = sentence.first_token
        for at in places_within(self._starts, sentence.first_token, sentence.end_token):
            if at < end:
                continue
            for name in self._names_at(at, sentence):
                end = max(end, name.end)
                yield name

    def _names_at(self, at: int, sentence: Sentence) -> Iterator[Name]:
        hit = self.known.hit(at, sentence.end_token)
        if hit is None and not self._begins_name(at, sentence):
            return
        end = self._run_end(at, sentence.end_token)
        if hit and hit.end >= end:
            yield hit
        elif end > at:
            yield from self._cutter.cut(at, end)

    def _begins_name(self, at: int, sentence: Sentence) -> bool:
        if not self.words.capital(at) or self._asks(at, sentence):
            return False
        before = self.texts[at - 1] if at > sentence.first_token else ""
        if before and (before[-1].isalnum() or (before in _OPENING and self.words.lower[at] != "the")):
            return True
        if self._cutter.is_surname(at):
            return True
        follows = at + 1 + (self.texts[at + 1 : at + 2] == ["&"])
        nexts = follows < sentence.end_token and self.words.capital(follows)
        if not nexts and self.words.stands_small(at):
            return False
        if (not self.words.is_ordinary(at) and not (self.words.derived(at) and not nexts)) or self.texts[
            at
        ] in self.words.inside:
            return True
        return (nexts and self.words.may_lead(at)) or self._over_of(at, sentence.end_token) > at

    def _asks(self, at: int, sentence: Sentence) -> bool:
        """Whether a verb that is a given name, too, opens a question ("Will Quill resign?")."""
        opens = at == sentence.first_token and self.words.lower[at] in grammar("asking")
        return opens and self.texts[sentence.end_token - 1] == "?"

    def _run_end(self, at: int, end: int) -> int:
        """The end (exclusive) of the run of capitalised words that begins at a token."""
        stop = at
        while stop < end:
            hit = self.known.hit(stop, end)
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
        """The token at which a name goes on after the lower-case word or mark at ``stop``; ``stop`` if it does not."""
        word = self.texts[stop]
        after = stop + 1
        if word in grammar("particle") and after < end and self.words.capital(after):
            return after
        if stop == at + 1 and (over := self._over_of(at, end)) > at:
            return over
        if word == "of" and stop == at + 2 and self.texts[at] in grammar("peer"):
            return after if after < end and self.words.capital(after) else stop
        if (word == "on" and self.texts[stop - 1] in grammar("scoped")) or self._is_campus(at, stop):
            return after if after < end and self.words.capital(after) else stop
        if word in LINKS and (self.words.holds_body(at, stop) or self._has_members(at, stop)):
            after += after < end and self.texts[after] in {"the", "The"}
            return after if after < end and self.words.capital(after) else stop
        if after >= end or not self.words.capital(after):
            return stop
        joined = (word in {"and", "&"} and self._joins(at, stop, after, end)) or self.words.joins_duties(stop)
        if joined or (word in _POSSESSIVES and self._owns_body(at, stop, after, end)):
            return after
        return self._over_list(at, stop, end) if word == "," else stop

    def _is_campus(self, at: int, stop: int) -> bool:
        """Whether "at" stands before the place of a university ("University of Orr at Quill")."""
        return self.texts[stop] == "at" and self.texts[at : at + 2] == ["University", "of"]

    def _has_members(self, at: int, stop: int) -> bool:
        """Whether a name ends with a plural role, as those of societies do before "of" ("Girl Scouts of Orr")."""
        role = self.words.roles.get(self.words.lower[stop - 1])
        named = role is not None and role.plural and role.kind not in ("office", "officer", "politician")
        return named and stop - at > 1 and self.known.hit(at, stop) is None and not self.words.title_case

    def _over_list(self, at: int, stop: int, end: int) -> int:
        """The token after a list of a body's duties ("Committee on Science, Space and Technology"), or ``stop``."""
        headed = any(self.keys[i] in self.words.bodies for i in range(at, stop))
        if not headed or grammar("scope").isdisjoint(self.texts[at:stop]):
            return stop
        listed, last, closed = [stop - 1], stop, False
        while not closed and last + 1 < end and self.texts[last] in {",", "and", "&"}:
            closed = self.texts[last] != "," or self.texts[last + 1] in {"and", "&"}
            first = last + 1 + (self.texts[last] == "," and closed)
            last = self._capitals_end(first, end)
            if last == first:
                return stop
            listed += range(first, last)
        named = any(self.words.first_name(i) or self.known.hit(i, i + 1) for i in listed)
        plain = sum(self.words.is_ordinary(i) or self.words.derived(i) for i in listed)
        return last if closed and not named and 2 * plain >= len(listed) else stop

    def _capitals_end(self, at: int, end: int) -> int:
        """The end (exclusive) of the capitalised words from a token on."""
        return next((stop for stop in range(at, end) if not self.words.capital(stop)), max(at, end))

    def _over_of(self, at: int, end: int) -> int:
        """The token after "of" or "to" in a name of ordinary words ("Doctors of the Road", "Right to Play"), or ``at``
        where there is none."""
        after = at + 2 + (self.texts[at + 2 : at + 3] == ["the"])
        if after >= end or self.texts[at + 1] not in {"of", "to"} or not self.words.capital(after):
            return at
        if self.texts[at + 1] == "to" and (at in self.words.openings or not self.words.is_ordinary(at)):
            return at
        role = self.words.roles.get(self.words.lower[at])
        small = self.words.lower[at] in grammar("determiner", "quantifier", "quantity")
        if small or self.keys[at] in self.words.titles or (role is not None and not role.plural):
            return at
        plain = self.words.is_ordinary(after) and not self.words.first_name(after)
        return after if plain and self.known.hit(after, end) is None else at

    def _owns_body(self, at: int, stop: int, after: int, end: int) -> bool:
        """Whether a possessive stands within the name of a body ("Dockers’ Union", "Orr County Sheriff's Office")."""
        last = self._capitals_end(after, end)
        if self.words.lower[stop - 1] in self.words.roles and self.texts[last - 1] in grammar("bureau"):
            return True
        plural = self.texts[stop - 1].endswith("s") or self.words.is_ordinary(stop - 1)
        known = self.known.hit(stop - 1, stop)
        return known is None and plural and not self.words.first_name(at) and self.keys[last - 1] in self.words.bodies

    def _joins(self, at: int, stop: int, after: int, end: int) -> bool:
        """Whether "and" stands within one name: ordinary words on both sides, and a body or an office at the end."""
        if self.texts[stop] == "&":
            return True
        if self.keys[after] in self.words.bodies and self.texts[after + 1 : after + 2] in (["of"], ["for"]):
            return False
        last = self._capitals_end(after, end)
        closes = self.keys[last - 1].lower() in self.words.roles or any(
            self._closes(i, last) for i in range(after, last)
        )
        opened = any(self.texts[i] in LINKS for i in range(at, stop))
        headed = any(self.keys[i] in self.words.bodies for i in range(at, stop))
        if headed and self.texts[last - 1] in grammar("campus"):
            return False
        if not closes or headed or opened:
            return opened
        return self._never_apart(at, stop, after)

    def _closes(self, at: int, end: int) -> bool:
        """Whether a word ends the name of a body: the run ends after it, or the office of its leader follows."""
        after = self.keys[at + 1] if at + 1 < end else ""
        leader = after in self.words.titles or after in grammar("office") or after.lower() in self.words.roles
        return self.keys[at] in self.words.bodies and (at + 1 == end or leader)

    def _never_apart(self, at: int, stop: int, after: int) -> bool:
        """Whether the words before "and" are a place or unknown, and always stand before "and" and the next word."""
        hit = self.known.hit(at, stop)
        unlike = any(self.words.first_name(i) or self.texts[i].isupper() for i in range(at, stop))
        if any(each.entry.type not in PLACES for each in hit.senses) if hit else unlike:
            return False
        places = self.words.places.get(self.texts[stop - 1], ())
        return bool(places) and all(self.texts[i + 1 : i + 3] == self.texts[stop : after + 1] for i in places)
