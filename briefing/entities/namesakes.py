"""Bodies that are named after others: "the Obama administration", "the Mahmood family", "Orr police"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.entities.model import PLACES, Draft, Name
from briefing.entities.register import Register
from briefing.model import PartyKind

_NOUNS = {
    "family": "family",
    "campaign": "campaign",
    "team": "campaign",
    "camp": "campaign",
    "administration": "administration",
}
_POLICE = "police"


class Namesakes:
    """The bodies of one document that are named after a person or a place."""

    def __init__(self, register: Register, by_word: Mapping[str, Sequence[int]]) -> None:
        """``by_word`` gives the drafts by the first word of their name; a live view that grows as names are entered."""
        self._register, self._by_word = register, by_word
        self._texts, self._drafts = register.words.texts, register.drafts
        self._found: dict[tuple[int, str], int] = {}

    def named_after(self, name: Name, draft: int) -> int | None:
        """The body that a name and a noun denote ("the Quill campaign"); ``draft`` is what the name alone means."""
        noun = self._texts[name.end] if name.end < len(self._texts) else ""
        owner = self._drafts[draft]
        if owner.type in PLACES | {"unknown"} and noun == _POLICE:
            return self._police(draft, name)
        word = _NOUNS.get(noun.lower())
        if word is None or (owner.kind != "person" and owner.type != "unknown"):
            return None
        kind: PartyKind = "group" if word == "family" else "organization"
        shown = self._register.text(name.core, name.end)
        body = Draft(f"{shown} {word}", kind, word, name.first, plural=word == "family", members=(draft,))
        return self._draft(word, body)

    def _police(self, place: int, name: Name) -> int:
        """The draft of the police of a place: the force that the article names in full, or "Orr police"."""
        shown = self._register.text(name.core, name.end)
        full = f"{shown} {_POLICE.title()}"
        for force in self._by_word.get(self._register.words.keys[name.core], ()):
            if self._drafts[force].name.startswith(full):
                return force
        return self._draft(_POLICE, Draft(f"{shown} {_POLICE}", "organization", "body", name.first, members=(place,)))

    def _draft(self, noun: str, body: Draft) -> int:
        """The draft of the body named by its only member and ``noun``, entered if it is new."""
        key = body.members[0], noun
        if key not in self._found:
            self._found[key] = self._register.add(body)
        return self._found[key]
