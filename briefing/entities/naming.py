"""Entity linking within an article: maps each name to the person, body or state that it stands for.

Full names come first; then a surname alone, a title with a surname, a first name or an abbreviation is given to the
full name that holds it. A surname that several people share belongs to the one who was introduced first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.entities.body_names import BodyNames
from briefing.entities.definitions import Definition, definitions, with_definitions
from briefing.entities.gazetteer import Gazetteer, standard
from briefing.entities.model import LANDS, PLACES, Draft, Name, Sighting
from briefing.entities.name_recognizer import NameRecognizer
from briefing.entities.name_signs import (
    is_called_body,
    is_called_person,
    is_family_name,
    is_spelled_by,
    is_spelling,
    is_written_alike,
)
from briefing.entities.namesakes import Namesakes
from briefing.entities.person_names import PersonNames
from briefing.entities.register import Register
from briefing.entities.word_classes import first_names, grammar, well_known
from briefing.model import Document, PartyKind

_INITIALS = 3
"""The fewest letters of initials that may mean another entity here than in the gazetteer."""


def name_entities(document: Document, extra: Gazetteer | None) -> Register:
    """The register of a document, with each of its names linked to a draft; ``extra`` comes before the package's."""
    gazetteers = [standard()] if extra is None else [extra, standard()]
    finder = NameRecognizer(document, gazetteers)
    register = Register(document, finder.words, gazetteers)
    namer = _Namer(finder, register)
    defined = definitions(finder.texts)
    names = with_definitions([name for each in document.sentences for name in finder.find(each)], defined)
    namer.define(names, defined)
    given = namer.with_couples(names, namer.with_called(names, [namer.full(name) for name in names]))
    for name, found in zip(names, given, strict=True):
        namer.sight(name, namer.short(name) if found is None else namer.own(name, found))
    for draft in register.drafts:
        _call_in_full(draft)
    return register


def _call_in_full(draft: Draft) -> None:
    """Rename a body that a gazetteer knows by its initials to the full name that the article gives it."""
    if draft.kind == "organization":
        draft.name = next((form for form in draft.forms if is_spelled_by(draft.name, form)), draft.name)


class _Namer:
    """Maps the names of one document to drafts, by the names that were seen before."""

    def __init__(self, finder: NameRecognizer, register: Register) -> None:
        self.finder, self.register, self.drafts = finder, register, register.drafts
        self._people = PersonNames(register)
        self._bodies = BodyNames(register, finder.known)
        self._alone: dict[str, int] = {}
        self._defined: dict[str, int] = {}
        self._namesakes = Namesakes(register, self._bodies.by_first)

    def define(self, names: Sequence[Name], defined: Sequence[Definition]) -> None:
        """Learn what the short forms of an article stand for."""
        bodies = {name.end: name for name in names if name.kind == "organization"}
        for each in defined:
            draft = self.full(bodies[each.end]) if each.end in bodies else None
            if draft is not None:
                self._defined.setdefault(self.finder.keys[each.short], draft)

    def full(self, name: Name) -> int | None:
        """The draft of a name that is complete by itself; None for one that may be short for another."""
        if name.end - name.first == 1 and self.finder.keys[name.first] in self._defined:
            return self._defined[self.finder.keys[name.first]]
        if name.entry is not None:
            return self._known_name(name)
        if name.kind == "person" and name.end - name.core > 2 and self.finder.keys[name.end - 1] in grammar("letters"):
            name = name._replace(end=name.end - 1)
        words = self.finder.keys[name.core : name.end]
        if name.kind in ("person", "unknown") and name.core == name.first and is_called_body(self.finder.texts, name):
            name = name._replace(kind="organization")
            if len(words) == 1:
                return self._lone(name, words)
        if name.kind == "person" and name.core == name.first and self._is_of_place(words):
            name = name._replace(kind="unknown")
        if name.kind == "unknown" and is_called_person(self.finder.texts, name):
            name = name._replace(kind="person")
        if name.kind == "person" and len(words) > 1:
            return self._people.full(name, words)
        if name.kind in ("organization", "unknown", "place", "thing") and len(words) > 1:
            return None if is_family_name(name, words) else self._bodies.full(name, words)
        return None

    def _is_of_place(self, words: Sequence[str]) -> bool:
        """Whether a name without a given one ends with a known place, as those of clubs do ("Sporting Lisbon")."""
        hit = self.register.hit([words[-1]]) if len(words) > 1 and words[0] not in first_names() else None
        return hit is not None and all(each.entry.type in LANDS for each in hit.senses)

    def with_called(self, names: Sequence[Name], given: Sequence[int | None]) -> list[int | None]:
        """``given`` with drafts for lone surnames that a role or a particle reveals ("defender Vale", "Van Dorn")."""
        found = list(given)
        for at, name in enumerate(names):
            if found[at] is None and name.kind == "unknown" and name.entry is None:
                words = self.finder.keys[name.core : name.end]
                told = is_family_name(name, words) or is_called_person(self.finder.texts, name)
                if told and self._people.part(name, words) is None:
                    found[at] = self._people.add(name, words)
        return found

    def with_couples(self, names: Sequence[Name], given: Sequence[int | None]) -> list[int | None]:
        """``given`` with drafts for given names that share the surname after them ("Jean and Robert Quill")."""
        found = list(given)
        for at, (name, other) in enumerate(pairwise(names)):
            draft, first, second = found[at + 1], self.finder.keys[name.core], self.finder.keys[other.core]
            joined = self.finder.texts[name.end : other.first] in (["and"], ["&"])
            listed = at > 0 and names[at - 1].end == name.first - 1 and self.finder.texts[name.first - 1] == ","
            if found[at] is not None or draft is None or not joined or listed or name.end - name.first > 1:
                continue
            known = self.drafts[draft].name.split()
            if {first, second} <= first_names().keys() and known[0] == second and len(known) > 1:
                found[at] = self._people.add(name, [first, known[-1]])
        return found

    def own(self, name: Name, draft: int) -> int:
        """``draft``, or for initials that a gazetteer knows, the article's own body with the same initials."""
        word = self.finder.keys[name.first]
        initials = name.entry is not None and name.end - name.first == 1 and word.isupper() and len(word) >= _INITIALS
        known = self.drafts[draft]
        other = self._bodies.by_initials(word) if initials else None
        return draft if other is None or known.kind == "country" or known.name == word else other

    def _known_name(self, name: Name) -> int | None:
        assert name.entry is not None
        surname = self.finder.keys[name.core].lower() if name.end - name.core == 1 else ""
        place = name.senses[0].use in ("capital", "name")
        if name.entry.type in PLACES or len(name.senses) > 1 or (place and self._people.is_surname(surname)):
            return None
        draft = self._spelled(self.register.entry(name.entry, name.first), name)
        words = self.finder.keys[name.core : name.end]
        if len(words) >= _INITIALS:
            self._bodies.shorten(words, draft)
        if len(words) > 1:
            self._bodies.see_known(words, draft)
        return draft

    def _spelled(self, draft: int, name: Name) -> int:
        """``draft``, renamed to the spelling of the article ("Labour Organisation" for "Labor Organization")."""
        found, shown = self.drafts[draft], self.register.text(name.core, name.end)
        ours, theirs = found.name.split(), shown.split()
        alike = len(ours) == len(theirs) > 1 and all(map(is_spelling, ours, theirs))
        if alike or (is_written_alike(found.name, shown) and not found.name.isupper()):
            found.name = shown
        return draft

    def short(self, name: Name) -> int | None:
        """The draft of a short or ambiguous name: a surname, an abbreviation, a place that is also a person."""
        words = self.finder.keys[name.core : name.end]
        titled = name.core > name.first
        if name.entry is not None:
            return self._ambiguous(name, words)
        person = self._people.part(name, words)
        if person is not None:
            return person
        if titled:
            known = len(words) == 1 and words[0] in well_known()
            return self._lone(name, words) if known else self._people.titled(name, words)
        body = self._bodies.part(words, self.finder.texts[name.first] in self.finder.words.articled)
        return self._lone(name, words) if body is None else body

    def _ambiguous(self, name: Name, words: Sequence[str]) -> int | None:
        before = self.finder.texts[name.first - 1].lower() if name.first else ""
        if before not in grammar("locative") and (person := self._people.part(name, words)) is not None:
            return person
        assert name.entry is not None
        entry = next((s.entry for s in name.senses if s.entry.type not in PLACES), name.entry)
        return self.register.entry(entry, name.first)

    def _lone(self, name: Name, words: Sequence[str]) -> int | None:
        """The draft of a name that is part of no other: a land, somebody well known, or what its form suggests."""
        if len(words) == 1 and len(words[0]) == 1:
            return None
        land = self._land(words[0]) if len(words) == 1 else None
        key = land or " ".join(words)
        if key not in self._alone:
            self._alone[key] = self._entered(name, words, land)
        return self._alone[key]

    def _entered(self, name: Name, words: Sequence[str], land: str | None) -> int:
        if land is not None:
            return self.register.add(Draft(land, "country", "state", name.first))
        if len(words) == 1 and words[0] in well_known():
            return self._people.well_known(words[0], name.first)
        type_ = {"organization": "body", "place": "place", "person": "person"}.get(name.kind, "unknown")
        type_ = "person" if type_ == "unknown" and self._is_given_name(name, words) else type_
        kind: PartyKind = "person" if type_ == "person" else "organization"
        return self.register.add(Draft(self.register.text(name.core, name.end), kind, type_, name.first))

    def _is_given_name(self, name: Name, words: Sequence[str]) -> bool:
        """Whether a name is a lone given name and no ordinary word ("her son, Allen")."""
        before = self.finder.words.lower[name.first - 1] if name.first else ""
        known = len(words) == 1 and words[0] in first_names() and before not in grammar("determiner")
        return known and not self.finder.words.is_ordinary(name.first)

    def _land(self, word: str) -> str | None:
        """A land in no gazetteer, if both its name and its adjective occur ("Tolvia", "Tolvian"); else None."""
        capitals = self.finder.words.places
        land = word.removesuffix("n")
        other = land if land != word else word + "n"
        if not land.endswith("a") or other not in capitals:
            return None
        names = first_names()
        plain = len(land) > 3 and not {land, land + "n"} & names.keys() and not self._people.is_surname(land.lower())
        return land if plain and self.register.hit([land]) is None else None

    def sight(self, name: Name, draft: int | None) -> None:
        """Record a mention of a draft."""
        if draft is None:
            return
        compound = self._namesakes.named_after(name, draft)
        if compound is not None:
            self.drafts[draft].weight += 1.0
            name = name._replace(end=name.end + 1, kind="organization")
            draft = compound
        self.register.see(Sighting(name.first, name.end, draft, name))
        found = self.drafts[draft]
        if found.type not in PLACES | {"thing", "person", "unknown"} and found.kind == "organization":
            self._bodies.see_first_word(name, draft)
        found.weight += 1.0
        if name.kind not in ("adjective", "people") and (not name.entry or name.entry.type != "place"):
            found.forms.setdefault(self.register.text(name.core, name.end))
