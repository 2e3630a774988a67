"""The people of one article by their names: in full, by surname, by given name."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.entities.capitals import without_particle
from briefing.entities.model import Draft, Name
from briefing.entities.name_signs import is_family_first, keeps_title, surname_of, told_gender
from briefing.entities.register import Register
from briefing.entities.word_classes import first_names, grammar, well_known


class PersonNames:
    """The people that one document has named so far, and the names by which they may be mentioned again."""

    def __init__(self, register: Register) -> None:
        self._register, self._drafts = register, register.drafts
        self._by_name: dict[str, int] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}

    def is_surname(self, words: str) -> bool:
        """Whether ``words`` (in lower case) are the surname of somebody named so far."""
        return words in self._by_last

    def full(self, name: Name, words: Sequence[str]) -> int:
        """The draft of a full name, which may be a double surname of somebody named before ("van Dorn")."""
        known = self._by_last.get(" ".join(words).lower()) if words[0] not in first_names() else None
        return known[0] if known else self.add(name, words)

    def add(self, name: Name, words: Sequence[str]) -> int:
        """The draft of the person with exactly this name, entered if there is none."""
        key = " ".join(words)
        found = self._by_name.get(key)
        if found is None:
            shown = key if name.end - name.core == 1 else self._register.text(name.core, name.end)
            gender = told_gender(self._titled(name), words[0])
            found = self._register.add(Draft(shown, "person", "person", name.first, gender=gender))
            self._by_name[key] = found
            surname = surname_of(words)
            for last in dict.fromkeys((words[-1], surname, without_particle(surname))):
                self._by_last.setdefault(last.lower(), []).append(found)
            if words[1:2] == [] or words[1].lower() not in grammar("suffix"):
                self._by_first.setdefault(words[0], []).append(found)
            if len(words) > 2:
                self._by_last.setdefault(" ".join(words[1:]).lower(), []).append(found)
        return found

    def part(self, name: Name, words: Sequence[str]) -> int | None:
        """The draft of somebody named in full elsewhere, by the surname or the given name."""
        candidates = self._by_last.get(" ".join(words).lower(), [])
        gender = told_gender(self._titled(name))
        fitting = [c for c in candidates if "u" in (gender, self._drafts[c].gender) or self._drafts[c].gender == gender]
        earlier = [c for c in fitting if self._drafts[c].first <= name.first]
        if earlier or fitting:
            found = (earlier or fitting)[0]
            if gender != "u":
                self._drafts[found].gender = gender
            return found
        if len(words) == 1 and (name.core == name.first or keeps_title(self._titled(name))):
            people = self._by_first.get(words[0], [])
            if len(people) == 1 or (people and all(is_family_first(self._drafts[each].name) for each in people)):
                return people[0]
        return None

    def titled(self, name: Name, words: Sequence[str]) -> int:
        """The draft of somebody named by a title and one name only ("Sir Cliff")."""
        found = self.add(name, words)
        if keeps_title(self._titled(name)) and self._drafts[found].name == self._register.text(name.core, name.end):
            self._drafts[found].name = self._register.text(name.core - 1, name.end)
        return found

    def well_known(self, surname: str, first: int) -> int:
        """A new draft for somebody well known whom the article names by the surname alone."""
        full, gender = well_known()[surname]
        return self._register.add(Draft(full, "person", "person", first, gender=gender))

    def _titled(self, name: Name) -> Sequence[str]:
        """The titles and offices before a name."""
        return self._register.words.keys[name.first : name.core]
