"""Who is who: gives each name of an article to the person, body or state that it stands for.

Full names come first; then a surname alone, a title with a surname, a first name or an abbreviation is given to the
full name that holds it. A surname that several people share belongs to the one who was introduced first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.model import Document, PartyKind
from briefing.parties.capitals import LINKS, without_particle
from briefing.parties.definitions import Definition, definitions, with_definitions
from briefing.parties.gazetteer import Gazetteer
from briefing.parties.model import Draft, Name, Sighting
from briefing.parties.name_recognizer import NameRecognizer
from briefing.parties.name_signs import (
    body_type,
    is_called_body,
    is_called_person,
    is_family_first,
    is_spelling,
    keeps_title,
    surname_of,
    told_gender,
)
from briefing.parties.namesakes import Namesakes
from briefing.parties.register import Register
from briefing.parties.word_classes import collective_nouns, first_names, grammar, well_known

_INITIALS = 3
"""How many letters initials have at least that may stand for somebody else than in a gazetteer."""
_VOICES = frozenset({"government", "ministry", "military"})


def name_entities(document: Document, finder: NameRecognizer, gazetteers: Sequence[Gazetteer]) -> Register:
    """The drafts of all names of a document."""
    register = Register(document, finder.words, gazetteers)
    namer = _Namer(finder, register)
    defined = definitions(finder.texts)
    found = [name for sentence in document.sentences for name in finder.find(sentence)]
    names = with_definitions(found, defined)
    namer.define(names, defined)
    given = namer.with_couples(names, [namer.full(name) for name in names])
    for name, draft in zip(names, given, strict=True):
        namer.sight(name, namer.short(name) if draft is None else namer.own(name, draft))
    return register


class _Namer:
    """Which names of one document were met before."""

    def __init__(self, finder: NameRecognizer, register: Register) -> None:
        self.finder, self.register, self.drafts = finder, register, register.drafts
        self._by_key: dict[str, int] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._defined: dict[str, int] = {}
        self._namesakes = Namesakes(register, self._by_word)

    def define(self, names: Sequence[Name], defined: Sequence[Definition]) -> None:
        """Learn what the short forms of an article stand for."""
        bodies = {name.end: name for name in names if name.kind == "organization"}
        for each in defined:
            draft = self.full(bodies[each.end]) if each.end in bodies else None
            if draft is not None:
                self._defined.setdefault(self.finder.keys[each.short], draft)

    def full(self, name: Name) -> int | None:
        """The draft of a name that needs no other name to be understood."""
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
        if name.kind == "unknown" and is_called_person(self.finder.texts, name):
            name = name._replace(kind="person")
            if len(words) == 1 and self._surname(name, words) is None:
                return self._person(name, words)
        if name.kind == "person" and len(words) > 1:
            known = self._by_last.get(" ".join(words).lower()) if words[0] not in first_names() else None
            return known[0] if known else self._person(name, words)
        if name.kind in ("organization", "unknown", "place", "thing") and len(words) > 1:
            return self._body(name, words)
        return None

    def with_couples(self, names: Sequence[Name], given: Sequence[int | None]) -> list[int | None]:
        """The same drafts with those of given names before another's full one ("Jean and Robert Quill")."""
        found = list(given)
        for at, (name, other) in enumerate(pairwise(names)):
            draft, first, second = found[at + 1], self.finder.keys[name.core], self.finder.keys[other.core]
            joined = self.finder.texts[name.end : other.first] in (["and"], ["&"])
            if found[at] is not None or draft is None or not joined or name.end - name.first > 1:
                continue
            known = self.drafts[draft].name.split()
            if {first, second} <= first_names().keys() and known[0] == second and len(known) > 1:
                found[at] = self._person(name, [first, known[-1]])
        return found

    def own(self, name: Name, draft: int) -> int:
        """What the article itself calls by the initials for which a gazetteer knows somebody else."""
        word = self.finder.keys[name.first]
        initials = name.entry is not None and name.end - name.first == 1 and word.isupper() and len(word) >= _INITIALS
        known = self.drafts[draft]
        if not initials or known.kind == "country" or known.name == word:
            return draft
        return self._by_key.get("short " + word, draft)

    def _known_name(self, name: Name) -> int | None:
        assert name.entry is not None
        surname = self.finder.keys[name.core].lower() if name.end - name.core == 1 else ""
        place = name.entry.type == "place" or name.senses[0].use in ("capital", "name")
        if name.entry.type == "place" or len(name.senses) > 1 or (place and surname in self._by_last):
            return None
        draft = self._spelled(self.register.entry(name.entry, name.first), name)
        if name.end - name.core >= _INITIALS:
            self._shorten(self.finder.keys[name.core : name.end], draft)
        return draft

    def _spelled(self, draft: int, name: Name) -> int:
        """Call what a gazetteer knows as the article spells it ("Labour Organisation" for "Labor Organization")."""
        found, shown = self.drafts[draft], self.register.text(name.core, name.end)
        ours, theirs = found.name.split(), shown.split()
        if len(ours) == len(theirs) > 1 and all(map(is_spelling, ours, theirs)):
            found.name = shown
        return draft

    def _person(self, name: Name, words: Sequence[str]) -> int:
        key = "person " + " ".join(words)
        found = self._by_key.get(key)
        if found is None:
            alone = name.end - name.core == 1
            shown = " ".join(words) if alone else self.register.text(name.core, name.end)
            found = self.register.add(
                Draft(shown, "person", "person", name.first, gender=told_gender(self._titled(name), words[0]))
            )
            self._by_key[key] = found
            surname = surname_of(words)
            for last in dict.fromkeys((words[-1], surname, without_particle(surname))):
                self._by_last.setdefault(last.lower(), []).append(found)
            self._by_word.setdefault(words[0], []).append(found)
            if len(words) > 2:
                self._by_last.setdefault(" ".join(words[1:]).lower(), []).append(found)
        return found

    def _titled(self, name: Name) -> Sequence[str]:
        """The titles and offices before a name."""
        return self.finder.keys[name.first : name.core]

    def _body(self, name: Name, words: Sequence[str]) -> int:
        state = self._voice_of(name)
        if state is not None:
            return state
        key = "body " + " ".join(words)
        found = self._by_key.get(key)
        if found is None and name.kind == "organization":
            found = self._longer_body(words)
        if found is None:
            shown = self.register.text(name.core, name.end)
            found = self.register.add(Draft(shown, "organization", body_type(name.kind, words), name.first))
            self._by_key[key] = found
            self._by_word.setdefault(words[0], []).append(found)
            self._by_last.setdefault("body " + words[-1], []).append(found)
            self._shorten(words, found)
        return found

    def _shorten(self, words: Sequence[str], draft: int) -> None:
        """Let the initials of a name stand for its bearer."""
        initials = "".join(word[0] for word in words if word[0].isupper())
        if len(initials) > 1:
            self._by_key.setdefault("short " + initials, draft)

    def _longer_body(self, words: Sequence[str]) -> int | None:
        """A body named before whose name ends with these words, or has "of" after them ("the Supreme Court")."""
        size = len(words)
        for found in [*self._by_word.get(words[0], []), *self._by_last.get("body " + words[-1], [])]:
            known = self.drafts[found].name.split()
            begins = known[:size] == list(words) and known[size : size + 1] and known[size] in LINKS
            if len(known) > size > 1 and (begins or known[-size:] == list(words)):
                return found
        return None

    def _voice_of(self, name: Name) -> int | None:
        """The state for which a ministry or an embassy speaks ("Japanese Foreign Ministry")."""
        first = name.core
        if first > 1 and self.finder.keys[first - 1] == "'s":
            first -= 2
        hit = self.finder.known.hit(first, name.end)
        if hit is None or hit.end >= name.end or hit.entry is None or hit.entry.type != "state":
            return None
        last = self.finder.keys[name.end - 1].lower()
        rest = " ".join(self.finder.keys[max(hit.end, name.core) : name.end]).lower()
        speaks = collective_nouns().get(rest) or collective_nouns().get(last)
        if speaks in _VOICES or "ministry" in rest or "foreign office" in rest:
            return self.register.entry(hit.entry, name.first)
        return None

    def short(self, name: Name) -> int | None:
        """The draft of a part of a name: a surname, an abbreviation, a place that is also a person."""
        words = self.finder.keys[name.core : name.end]
        titled = name.core > name.first
        if name.entry is not None:
            return self._ambiguous(name, words, titled)
        person = self._surname(name, words)
        if person is not None:
            return person
        if titled:
            return self._lone_person(name, words)
        short = self._abbreviation(words)
        return self._lone(name, words) if short is None else short

    def _ambiguous(self, name: Name, words: Sequence[str], titled: bool) -> int | None:
        before = self.finder.texts[name.first - 1].lower() if name.first else ""
        if before not in grammar("locative") and (person := self._surname(name, words)) is not None:
            return person
        assert name.entry is not None
        entry = next((s.entry for s in name.senses if s.entry.type != "place"), name.entry)
        return self.register.entry(entry, name.first)

    def _surname(self, name: Name, words: Sequence[str]) -> int | None:
        candidates = self._by_last.get(" ".join(words).lower(), [])
        gender = told_gender(self._titled(name))
        fitting = [c for c in candidates if "u" in (gender, self.drafts[c].gender) or self.drafts[c].gender == gender]
        earlier = [c for c in fitting if self.drafts[c].first <= name.first]
        if earlier or fitting:
            found = (earlier or fitting)[0]
            if gender != "u":
                self.drafts[found].gender = gender
            return found
        if len(words) == 1 and (name.core == name.first or keeps_title(self._titled(name))):
            people = [c for c in self._by_word.get(words[0], []) if self.drafts[c].kind == "person"]
            if len(people) == 1 or (people and all(is_family_first(self.drafts[each].name) for each in people)):
                return people[0]
        return None

    def _lone_person(self, name: Name, words: Sequence[str]) -> int | None:
        if len(words) == 1 and words[0] in well_known():
            return self._lone(name, words)
        found = self._person(name, words)
        if keeps_title(self._titled(name)) and self.drafts[found].name == self.register.text(name.core, name.end):
            self.drafts[found].name = self.register.text(name.core - 1, name.end)
        return found

    def _abbreviation(self, words: Sequence[str]) -> int | None:
        if len(words) != 1:
            return None
        found = self._by_key.get("short " + words[0])
        if found is not None:
            return found
        bodies = [c for c in self._by_word.get(words[0], []) if self.drafts[c].kind == "organization"]
        bodies = [c for c in bodies if self.drafts[c].type in ("body", "media")]
        bodies = bodies or self._by_word.get("first " + words[0], [])
        return bodies[0] if bodies else None

    def _lone(self, name: Name, words: Sequence[str]) -> int | None:
        if len(words) == 1 and len(words[0]) == 1:
            return None
        land = self._land(words[0]) if len(words) == 1 else None
        key = "lone " + (land or " ".join(words))
        found = self._by_key.get(key)
        if found is None:
            if land is not None:
                return self._foreign(key, land, name.first)
            if len(words) == 1 and words[0] in well_known():
                return self._well_known(key, words[0], name.first)
            type_ = {"organization": "body", "place": "place", "person": "person"}.get(name.kind, "unknown")
            type_ = "person" if type_ == "unknown" and self._is_given_name(name, words) else type_
            kind: PartyKind = "person" if type_ == "person" else "organization"
            found = self.register.add(Draft(self.register.text(name.core, name.end), kind, type_, name.first))
            self._by_key[key] = found
        return found

    def _is_given_name(self, name: Name, words: Sequence[str]) -> bool:
        """Whether a lone word is somebody's given name, and nothing else that it may mean ("her son, Allen")."""
        before = self.finder.words.lower[name.first - 1] if name.first else ""
        known = len(words) == 1 and words[0] in first_names() and before not in grammar("determiner")
        return known and not self.finder.words.is_ordinary(name.first)

    def _land(self, word: str) -> str | None:
        """The land, unknown otherwise, that an adjective or its own name tells of: "Tolvia" where "Tolvian" stands."""
        capitals = self.finder.words.places
        land = word.removesuffix("n")
        other = land if land != word else word + "n"
        if not land.endswith("a") or other not in capitals:
            return None
        names = first_names()
        plain = len(land) > 3 and not {land, land + "n"} & names.keys() and land.lower() not in self._by_last
        return land if plain and self.register.hit([land]) is None else None

    def _foreign(self, key: str, land: str, first: int) -> int:
        """The draft of a land that no gazetteer knows."""
        found = self.register.add(Draft(land, "country", "state", first))
        self._by_key[key] = found
        return found

    def _well_known(self, key: str, surname: str, first: int) -> int:
        """The draft of somebody whom the article never gives a first name."""
        full, gender = well_known()[surname]
        found = self.register.add(Draft(full, "person", "person", first, gender=gender))
        self._by_key[key] = found
        return found

    def _first_word(self, name: Name, draft: int) -> None:
        """Let the first word of a body's name, after its state, stand for it alone ("Justice" for the department)."""
        hit = self.finder.known.hit(name.core, name.end)
        first = hit.end if hit and hit.end < name.end else name.core
        word = self.finder.keys[first]
        if first < name.end - 1 and draft not in self._by_word.setdefault("first " + word, []):
            self._by_word["first " + word].append(draft)

    def sight(self, name: Name, draft: int | None) -> None:
        if draft is None:
            return
        compound = self._namesakes.named_after(name, draft)
        if compound is not None:
            self.drafts[draft].weight += 1.0
            name = name._replace(end=name.end + 1, kind="organization")
            draft = compound
        self.register.see(Sighting(name.first, name.end, draft, name))
        found = self.drafts[draft]
        if found.type not in ("place", "thing", "person", "unknown") and found.kind == "organization":
            self._first_word(name, draft)
        found.weight += 1.0
        if name.kind not in ("adjective", "people") and (not name.entry or name.entry.type != "place"):
            found.forms.setdefault(self.register.text(name.core, name.end))
