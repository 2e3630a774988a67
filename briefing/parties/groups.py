"""Unnamed sources: those that can only be called by their description ("analysts", "friends of the suspect")."""

from __future__ import annotations

from briefing.language import stop_words
from briefing.parties.discourse import Discourse, Referent, Resolution
from briefing.parties.lists import documents, grammar
from briefing.parties.phrases import Phrase
from briefing.parties.pronouns import Pronouns
from briefing.parties.role import Role

_PLURALS = frozenset({"people", "police", "public", "children", "men", "women"})
_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "person")
"""Endings of nouns for people."""


class Groups:
    """Makes drafts of unnamed sources."""

    def __init__(self, discourse: Discourse, pronouns: Pronouns) -> None:
        self.discourse = discourse
        self.pronouns = pronouns

    def group(self, phrase: Phrase, role: Role | None = None) -> Resolution:
        """An unnamed source, filed under its own description."""
        first, end = self._bounds(phrase)
        lower = self.discourse.lower
        if end <= first or lower[first] in grammar("nobody") or all(word in stop_words() for word in lower[first:end]):
            return Resolution((), "the source names nobody in particular")
        if phrase.head in grammar("thing"):
            return Resolution((), "a thing holds no position", hidden=True)
        if all(_is_share(word) for word in lower[first:end]):
            return self._asked(first)
        text = self._owner(phrase) + self.discourse.register.text(first, end)
        if first == self.discourse.sentence_of(first).first_token and first not in self.discourse.register.by_token:
            text = text.lower() if text.isupper() else text[0].lower() + text[1:]
        plural = phrase.head.endswith("s") or bool(role and role.plural) or phrase.head in _PLURALS
        draft = self.discourse.register.group(text, phrase.first, plural)
        gender = role.gender if role else "u"
        human = role is not None or (plural and phrase.head not in documents()) or phrase.head.endswith(_AGENTS)
        return Resolution((Referent(draft, None, role, gender, human, plural),), "unnamed source")

    def _bounds(self, phrase: Phrase) -> tuple[int, int]:
        """The words of the description: without determiners, and without what follows the head unless that says who."""
        texts, lower = self.discourse.texts, self.discourse.lower
        small = grammar("determiner", "possessive", "joiner") | {"of", "but"}
        first, end = phrase.first, phrase.after
        if phrase.head in grammar("whole") or (phrase.role is not None and phrase.role.kind == "spokes"):
            end = phrase.stop
        elif end < phrase.stop and lower[end] == "of" and _is_quantity(phrase.head):
            first, end = end + 1, phrase.stop
        while first < end - 1 and (lower[first] in small or lower[first].isdigit()) and not self._is_head(first):
            first += 1
        while end > first and not texts[end - 1][0].isalnum():
            end -= 1
        return first, end

    def _is_head(self, token: int) -> bool:
        """Whether a word like "some" stands for people by itself ("some in the field", "those asked")."""
        word, after = self.discourse.lower[token : token + 2]
        told = after in grammar("preposition") and after != "of"
        return word in grammar("determiner") and (told or (word == "those" and after.endswith("ed")))

    def _asked(self, token: int) -> Resolution:
        """Those of whom a share answers ("Of the 900 drivers asked, 40% agreed … 12% did not"): a group just met."""
        answers = (event.referents for event in self.discourse.recent(token, 2))
        found = next((each for each in answers if all(one.human and one.plural for one in each)), ())
        return Resolution(found, "a share of those who answered" if found else "a share is nobody in particular")

    def _owner(self, phrase: Phrase) -> str:
        """Whose ("her advisers" are "Ada Quill's advisers")."""
        lower = self.discourse.lower
        if phrase.owner is None or phrase.owner >= phrase.after or lower[phrase.owner] not in {"his", "her"}:
            return ""
        owner = self.pronouns.antecedent(lower[phrase.owner], phrase.owner)
        if not owner or owner[0].voice is None:
            return ""
        return self.discourse.drafts[owner[0].voice].name + "'s "


def _is_quantity(word: str) -> bool:
    """Whether a word tells how many of what "of" names ("a number of", "40% of"), and is no mere numeral."""
    return word in grammar("quantity") or (_is_share(word) and not word.isdecimal())


def _is_share(word: str) -> bool:
    """Whether a word belongs to a number or a fraction ("40%", "three-quarters")."""
    return not any(map(str.isalpha, word)) or all(part in grammar("share") for part in word.split("-"))
