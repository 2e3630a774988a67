"""Evidence for names in the words of an article: capitals, ordinary words, first names, words of bodies and places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from briefing.entities.model import NameKind
from briefing.entities.word_classes import first_names, grammar, is_honorific, role_nouns, titles, word_set
from briefing.language.morphology import plain_bases
from briefing.model import Document, Sentence

_PRONOUNS = ("he", "she", "they", "it", "we", "you", "possessive")
_NEVER_INSIDE = (*_PRONOUNS, "i", "determiner", "relative", "stop")
_HEADLINE = 5
"""The fewest words of more than three letters in a headline."""
_SYLLABLE = 6
"""The most characters of a syllable with its hyphen ("Seok-")."""
_TOLD = 4
"""The fewest sentences of an article in which the names of its headlines are expected to occur, too."""
_PARTICLE = re.compile("(?:(?:ad|al|an|ar|as|ash|at|az|bin|el|ibn|ul)-|[dl]['’])(?=[A-ZÀ-Þ])")
"""What a name may begin with in small letters ("Nuri al-Maliki", "Ada d’Orr")."""
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.){1,3}[A-ZÀ-Þ]?")
_PEOPLE = ("ists", "makers", "workers", "growers", "holders", "keepers", "goers", "owners", "izens")
"""Endings of plurals for people by what they do."""
_LABEL = 3
"""A first word of at least so many capitals is not the initials of a person's given names (as "JJ" is)."""
_LONG = 5
"""A name with initials and at least so many words is not taken for a person's."""
LINKS = frozenset({"of", "for"})
"""Lower-case words within the names of bodies ("Bank of Orr")."""


class Capitals:
    """Judges the words of one document: whether a capital marks a name, and what kind of name a run of words is."""

    def __init__(self, document: Document) -> None:
        self.texts = [token.text for token in document.tokens]
        self.keys = list(map(_key, self.texts))
        self.lower = list(map(_lower, self.texts))
        self.capitalised = [at for at, text in enumerate(self.texts) if _begins_large(text)]
        """The words that begin with a capital letter."""
        self.headlines = frozenset(each.index for each in document.sentences if self._is_headline(each))
        """The sentences with capitals on most words."""
        self.openings = frozenset(each.first_token for each in document.sentences)
        """The tokens with which sentences begin."""
        self.title_case = False
        """Whether the sentence that is being read is a headline with capitals on most words."""
        self._ordinary = word_set("ordinary_words.txt")
        self.never = word_set("never_names.txt")
        self.bodies = word_set("organization_words.txt")
        self._places = word_set("place_words.txt")
        self._first_names = first_names()
        self.roles = role_nouns()
        self.titles = titles()
        self._words = frozenset(self.texts)
        self._inside = self._capitals_inside(document)
        self._document = document
        self.inside = frozenset(word for word in self._inside if word not in self.titles and not self._is_small(word))
        """The words that are capitalised inside a sentence and never small: names even where a sentence begins."""

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The tokens at which each word stands that begins with a capital letter."""
        found: dict[str, list[int]] = {}
        for at in self.capitalised:
            found.setdefault(self.texts[at], []).append(at)
        return found

    @cached_property
    def articled(self) -> frozenset[str]:
        """The words that begin with a capital letter and stand after "the" somewhere."""
        return frozenset(self.texts[at] for at in self.capitalised if at and self.lower[at - 1] == "the")

    def _capitals_inside(self, document: Document) -> frozenset[str]:
        """The words that are capitalised inside a sentence."""
        found: set[str] = set()
        for sentence in document.sentences:
            if sentence.index not in self.headlines:
                inside = places_within(self.capitalised, sentence.first_token + 1, sentence.end_token)
                found.update(self.texts[at] for at in inside if self.texts[at - 1][-1].isalnum())
        return frozenset(found)

    @cached_property
    def _told(self) -> frozenset[str]:
        """The words that are capitalised in the text below its headlines; none if there is little of it."""
        told = [each for each in self._document.sentences if each.index not in self.headlines]
        found: set[str] = set()
        for sentence in told if len(told) >= _TOLD else ():
            found.update(
                self.keys[at] for at in places_within(self.capitalised, sentence.first_token, sentence.end_token)
            )
        return frozenset(found)

    def _is_small(self, word: str) -> bool:
        """Whether a word also occurs in lower case in the article, or is a pronoun or another function word."""
        lower = word.lower()
        return lower in grammar(*_NEVER_INSIDE) or (lower in self._words and lower[0].islower())

    def _is_headline(self, sentence: Sentence) -> bool:
        if len(places_within(self.capitalised, sentence.first_token, sentence.end_token)) < _HEADLINE - 1:
            return False
        words = self.texts[sentence.first_token : sentence.end_token]
        long = [word[0] for word in words if len(word) > 3 and word[0].isalpha()]
        return len(long) >= _HEADLINE and sum(map(str.isupper, long)) >= 0.8 * len(long)

    def capital(self, at: int) -> bool:
        word = self.texts[at]
        if self.lower[at] in grammar(*_PRONOUNS) and word[1:].islower() and not self._stands_in_name(at):
            return False
        if word in self.never or self.keys[at] in self.never:
            named = word in grammar("adjectival", "given") and self._leads(at + 1)
            within = at > 0 and at not in self.openings and self.texts[at - 1][0].isupper()
            return named or (within and (word in self.bodies or self._is_surname(at)))
        if not _begins_large(word) or (word[1:2] == "-" and word[0] in "RDI"):
            return False
        tail = word.rpartition("-")[2] if "-" in word else ""
        if tail[:1].islower() and not self._is_second_syllable(at, tail):
            return False
        return not (self.title_case and self._by_headline(at))

    def _is_second_syllable(self, at: int, tail: str) -> bool:
        """Whether a hyphenated word is a given name beside a surname, by its tail ("Kim Min-seok"; not "Orr-based")."""
        word = self.texts[at]
        short = len(word) - len(tail) <= _SYLLABLE and len(tail) <= _SYLLABLE and word.count("-") == 1
        known = tail in self._ordinary or self._is_form(tail)
        return short and not known and (self._is_named(at - 1) or self._is_named(at + 1))

    def _is_named(self, at: int) -> bool:
        """Whether a word is capitalised and is not an ordinary word."""
        return 0 <= at < len(self.texts) and self.texts[at][0].isupper() and not self.is_ordinary(at)

    def _by_headline(self, at: int) -> bool:
        """Whether a word is capitalised only as headlines are: it is ordinary, or not capitalised in the body."""
        if not self._told or self.first_name(at):
            return self.is_ordinary(at)
        return self.keys[at] not in self._told or self.is_ordinary(at)

    def _is_surname(self, at: int) -> bool:
        """Whether an adjective of faith or land is a surname here ("Ada English")."""
        return self.texts[at] in grammar("adjectival") and self.first_name(at - 1)

    def _stands_in_name(self, at: int) -> bool:
        """Whether a capitalised word stands beside another one."""
        return self._leads(at + 1) or (at > 0 and self.texts[at - 1][0].isupper())

    def _leads(self, at: int) -> bool:
        """Whether a capitalised word follows that can go on with a name."""
        return at < len(self.texts) and self.texts[at][0].isupper() and self.texts[at] not in self.never

    def is_ordinary(self, at: int) -> bool:
        return self.lower[at] in self._ordinary

    def stands_small(self, at: int) -> bool:
        """Whether a sentence's first word occurs elsewhere in lower case, and never capitalised inside a sentence."""
        return self.texts[at].lower() in self._words and self.texts[at] not in self._inside

    def derived(self, at: int) -> bool:
        """Whether a word at the beginning of a sentence looks like a form of an ordinary word."""
        word = self.texts[at].lower()
        head, hyphen, tail = self.texts[at].rpartition("-")
        if hyphen and head and tail[:1].islower():
            return True
        return word.endswith(("ly", *_PEOPLE)) or self._is_form(word)

    def _is_form(self, word: str) -> bool:
        """Whether a word is a form of an ordinary one."""
        return any(base in self._ordinary for base in plain_bases(word))

    def month_surname(self, stop: int, at: int) -> bool:
        """Whether a word like "May" ends a person's name here."""
        if self.texts[stop] not in grammar("month_surname") or stop == at:
            return False
        before = self.keys[stop - 1]
        return before in self._first_names or is_honorific(before)

    def joins_duties(self, at: int) -> bool:
        """Whether a comma or "and" stands between the duties of an office ("Culture, Media and Sport Secretary")."""
        around = {word.capitalize() for word in self.texts[max(at - 1, 0) : at + 2 : 2]}
        return self.texts[at] in {",", "and"} and len(around) == 2 and around <= grammar("portfolio")

    def holds_body(self, at: int, stop: int) -> bool:
        last = self.keys[stop - 1]
        if last in {"Police", "Executive", "Times"}:
            return stop - at > 1
        return last in self.bodies or last in {"Secretary", "Chiefs", "Court", "Order"} or self._has_link(at, stop)

    def _has_link(self, at: int, stop: int) -> bool:
        bodies = any(self.keys[i] in self.bodies for i in range(at, stop))
        return bodies and any(self.texts[i] in LINKS for i in range(at, stop))

    def is_plural_role(self, at: int) -> bool:
        """Whether a word is a role noun in the plural ("Advisers")."""
        role = self.roles.get(self.keys[at].lower())
        return role is not None and role.plural

    def first_name(self, at: int) -> bool:
        return self.keys[at] in self._first_names

    def kind(self, at: int, end: int) -> NameKind:
        """The kind of a name in no gazetteer, tokens ``at`` up to ``end`` (exclusive), by its words."""
        words = self.keys[at:end]
        if len(words) == 2 and words[0] in self._first_names and words[1] in grammar("surname"):
            return "person"
        if len(words) > 1 and words[0] in self.bodies and self.texts[at + 1] in LINKS:
            return "organization"
        if words[-1] in self._places:
            return "place" if words[-1] not in {"Bill", "Act"} or len(words) > 1 else "thing"
        if any(word in self.bodies or word in {"&", "to"} or word in LINKS for word in words):
            return "organization"
        if len(words) == 2 and words[0] in grammar("landform"):
            return "place"
        if len(words) == 1:
            return self._kind_of_one(at)
        if any(map(self.is_plural_role, range(at + 1, end - 1))):
            return "organization"
        if len(words) < _LONG and any(map(_INITIALS.fullmatch, self.texts[at : end - 1])):
            return "person"
        faith = words[0] in grammar("adjectival") and words[0] not in self._first_names
        if faith or "." in self.texts[at].partition("-")[0][1:-1]:
            return "unknown"
        if words[0] in self._first_names or (len(words[0]) == 1 and len(words) > 2):
            return "person"
        if all(word.isupper() and len(word) > 1 for word in words):
            return "organization"
        articled = at > 0 and self.texts[at - 1].lower() in {"the", "a", "an", "this"}
        plain = any(self.is_ordinary(i) for i in range(at, end))
        fits = len(words) in (2, 3, 4) and not (articled or plain or _is_label(words))
        return "person" if fits else "unknown"

    def _kind_of_one(self, at: int) -> NameKind:
        word = self.texts[at]
        if word.isupper() and 1 < len(word) < 8:
            return "organization"
        return "unknown"

    def may_lead(self, at: int) -> bool:
        word = self.keys[at]
        return (
            word in self._first_names
            or word in self.titles
            or word in self.bodies
            or word.lower() in self.roles
            or word.lower() in grammar("particle")
        )


@lru_cache(maxsize=1 << 13)
def _begins_large(word: str) -> bool:
    """Whether a word has the capital of a name, at its beginning or after a particle."""
    return word[0].isupper() or _PARTICLE.match(word) is not None


def _is_label(words: Sequence[str]) -> bool:
    """Whether capitals or a digit show that a name is not a person's ("NTT Quill", "Quill V3")."""
    last = words[-1]
    labelled = last.isupper() and last.lower() not in grammar("suffix")
    return labelled or (words[0].isupper() and len(words[0]) >= _LABEL) or any(map(str.isdigit, "".join(words)))


def without_particle(word: str) -> str:
    """A name without its particle ("Maliki" of "al-Maliki"); any other name as it is."""
    found = _PARTICLE.match(word)
    return word[found.end() :] if found else word


def places_within(places: Sequence[int], first: int, end: int) -> Sequence[int]:
    """The part of the sorted ``places`` from ``first`` up to ``end`` (exclusive)."""
    return places[bisect_left(places, first) : bisect_left(places, end)]


@lru_cache(maxsize=1 << 13)
def _key(text: str) -> str:
    plain = text.replace("’", "'")
    return plain.replace(".", "") or plain


@lru_cache(maxsize=1 << 13)
def _lower(text: str) -> str:
    return text.lower().replace("’", "'")
