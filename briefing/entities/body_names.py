"""The bodies of one article by their names: in full, shortened, by initials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.entities.capitals import LINKS
from briefing.entities.gazetteer import PROVINCE, STATE
from briefing.entities.known_names import KnownNames
from briefing.entities.model import Draft, Name
from briefing.entities.name_signs import body_type
from briefing.entities.register import Register
from briefing.entities.word_classes import collective_nouns, grammar

_GOVERNMENTS = frozenset({"government", "ministry"})
_VOICES = {PROVINCE: _GOVERNMENTS, STATE: _GOVERNMENTS | {"military"}}
"""The classes of nouns after the name of a land that mean the land itself ("the Peruvian government")."""


class BodyNames:
    """The bodies that one document has named so far, and the names by which they may be mentioned again."""

    def __init__(self, register: Register, known: KnownNames) -> None:
        self._register, self._known = register, known
        self._keys, self._drafts = register.words.keys, register.drafts
        self._by_name: dict[str, int] = {}
        self._by_first: dict[str, list[int]] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_initials: dict[str, int] = {}
        self._after_state: dict[str, list[int]] = {}

    @property
    def by_first(self) -> Mapping[str, Sequence[int]]:
        """The drafts by the first word of their name; a live view that grows as names are entered."""
        return self._by_first

    def full(self, name: Name, words: Sequence[str]) -> int:
        """The draft of a name of several words: the state whose ministry it names, or the body, entered if new."""
        state = self._voice_of(name)
        if state is not None:
            return state
        key = " ".join(words)
        if key not in self._by_name:
            found = self._longer(words) if name.kind == "organization" else None
            found = self._firm(name.first, words) if found is None else found
            self._by_name[key] = self._entered(name, words) if found is None else found
        return self._by_name[key]

    def _entered(self, name: Name, words: Sequence[str]) -> int:
        shown = self._register.text(name.core, name.end)
        found = self._register.add(Draft(shown, "organization", body_type(name.kind, words), name.first))
        self.shorten(words, found)
        self._by_first.setdefault(words[0], []).append(found)
        for last in dict.fromkeys((words[-1], _without(words, "designator")[-1])):
            self._by_last.setdefault(last, []).append(found)
        return found

    def see_known(self, words: Sequence[str], draft: int) -> None:
        """Let a body that a gazetteer knows be called by the last word of its name, too ("the Post")."""
        if self._drafts[draft].kind == "organization" and draft not in self._by_last.get(words[-1], ()):
            self._by_last.setdefault(words[-1], []).append(draft)

    def shorten(self, words: Sequence[str], draft: int) -> None:
        """Let the initials of a name stand for its body."""
        initials = "".join(word[0] for word in words if word[0].isupper())
        if len(initials) > 1:
            self._by_initials.setdefault(initials, draft)

    def by_initials(self, word: str) -> int | None:
        """The draft of the body with these initials, if any."""
        return self._by_initials.get(word)

    def part(self, words: Sequence[str], articled: bool) -> int | None:
        """The draft of the body that a single word is short for: its initials, or the first word of its name.

        The last word of the name counts, too, if it stands after "the" somewhere (``articled``) or if only a designator
        follows it in the name ("the Chronicle", "Disney" of "Walt Disney Co.").
        """
        if len(words) != 1:
            return None
        word = words[0]
        if word in self._by_initials:
            return self._by_initials[word]
        bodies = [c for c in self._by_first.get(word, []) if self._drafts[c].type in ("body", "media")]
        bodies = bodies or self._after_state.get(word, []) or self._ending(word, articled)
        return bodies[0] if bodies else None

    def _ending(self, word: str, articled: bool) -> list[int]:
        found: list[int] = []
        for draft in self._by_last.get(word, []):
            known = self._drafts[draft].name.split()
            if (articled or known[-1] != word) and (known[0] == "The" or self._drafts[draft].type != "unknown"):
                found.append(draft)
        return found

    def see_first_word(self, name: Name, draft: int) -> None:
        """Let the first word of a body's name, after its state, stand for it alone ("Justice" for the department)."""
        hit = self._known.hit(name.core, name.end)
        first = hit.end if hit and hit.end < name.end else name.core
        word = self._keys[first]
        if first < name.end - 1 and draft not in self._after_state.setdefault(word, []):
            self._after_state[word].append(draft)

    def _longer(self, words: Sequence[str]) -> int | None:
        """A body named before whose name ends with these words, or has "of" after them ("the Supreme Court")."""
        size = len(words)
        for found in [*self._by_first.get(words[0], []), *self._by_last.get(words[-1], [])]:
            known = self._drafts[found].name.split()
            begins = known[:size] == list(words) and known[size : size + 1] and known[size] in LINKS
            if len(known) > size > 1 and (begins or known[-size:] == list(words)):
                return found
        return None

    def _firm(self, first: int, words: Sequence[str]) -> int | None:
        """A firm, known or named before, of the same name but for its legal form ("Quill Ware", "Quill Ware Ltd")."""
        plain = _without(words, "designator")
        hit = self._register.hit(plain) if len(plain) < len(words) else None
        if hit and hit.length == len(plain) and hit.senses[0].entry.type == "company":
            return self._register.entry(hit.senses[0].entry, first)
        plain = _without(words, "designator", "trade")
        if len(plain) < 2:
            return None
        for found in self._by_first.get(words[0], []):
            known = self._register.drafts[found]
            if known.type != "place" and _without(known.name.split(), "designator", "trade") == plain:
                if known.name.split() == plain:
                    known.name, known.type = " ".join(words), "body"
                return found
        return None

    def _voice_of(self, name: Name) -> int | None:
        """The state for which a ministry or an embassy speaks ("Japanese Foreign Ministry")."""
        first = name.core
        if first > 1 and self._keys[first - 1] == "'s":
            first -= 2
        hit = self._known.hit(first, name.end)
        if hit is None or hit.end >= name.end or hit.entry is None or hit.entry.type not in _VOICES:
            return None
        last = self._keys[name.end - 1].lower()
        rest = " ".join(self._keys[max(hit.end, name.core) : name.end]).lower()
        speaks = collective_nouns().get(rest) or collective_nouns().get(last)
        if speaks in _VOICES[hit.entry.type] or "ministry" in rest or "foreign office" in rest:
            return self._register.entry(hit.entry, name.first)
        return None


def _without(words: Sequence[str], *kinds: str) -> list[str]:
    """The words of a name without the legal form or line of trade at its end; the first word always stays."""
    end = len(words)
    while end > 1 and words[end - 1].replace(".", "") in grammar(*kinds):
        end -= 1
    return list(words[:end])
