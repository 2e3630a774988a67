"""Roles: what people are or do, as stated beside their names or instead of one, and the bodies named with it.

"Japanese Foreign Minister Yoshimasa Hayashi", "Hugh Hill, a doctor at X", "the bank's chief economist", "a spokeswoman
for the union": a noun phrase whose head is a noun of ``roles.tsv``, with bodies before it (as adjective, possessive or
plain noun) or after a preposition.
"""

from __future__ import annotations

from briefing.entities.register import Register
from briefing.entities.word_classes import RoleNoun, collective_nouns, grammar, role_nouns, short_titles
from briefing.language.morphology import is_participle
from briefing.sources.model import Role

_OTHER = RoleNoun("other", "u", False)
"""The entry of a role noun that is not in ``roles.tsv``."""


class RoleFinder:
    """Finds the roles of one document; ``cues`` are the tokens of attribution cues, where a role ends at the latest."""

    def __init__(self, register: Register, cues: frozenset[int]) -> None:
        self.register = register
        self.texts = register.words.texts
        self.lower = register.words.lower
        self.keys = register.words.keys
        self.cues = cues
        self._nouns = role_nouns()
        self._stop = grammar("stop", "relative")

    def noun_at(self, token: int, end: int) -> int:
        """The number of words from ``token`` on that form a role noun (0 if none)."""
        for length in range(min(4, end - token), 0, -1):
            words = self._words(token, length)
            if self._noun(words) is not None and (self.texts[token][0].isupper() or words not in short_titles()):
                return length
        return 0

    def _words(self, token: int, length: int) -> str:
        """The ``length`` words from a token on, in lower case without full stops."""
        return " ".join(self.lower[token : token + length]).replace(".", "")

    def _noun(self, words: str) -> RoleNoun | None:
        """The entry of a role noun or its short form; prefixes are ignored ("co-chairman")."""
        whole = short_titles().get(words, words)
        prefix, _, rest = whole.partition("-")
        return self._nouns.get(whole) or (self._nouns.get(rest) if prefix in grammar("prefix") else None)

    def parse(self, first: int, end: int) -> Role | None:
        """The role in a noun phrase, ``first`` up to ``end`` (exclusive); None if its head is no role noun."""
        found = self._head(first, end)
        return None if found is None else self._role(first, end, *found)

    def described(self, first: int, end: int) -> Role | None:
        """The role in a phrase that is known to state one, so that its head may be any common noun; or None."""
        if self.lower[first] in grammar("preposition", "joiner"):
            return None
        role = self.parse(first, end)
        if role is not None:
            return role
        small = grammar("preposition") | {","}
        head = next((at for at in range(first + 1, end) if self.lower[at] in small), end) - 1
        common = self.texts[head].islower() and self.texts[head].isalpha() and head not in self.register.by_token
        return self._role(first, end, head, 1) if common and not self._is_no_head(head) else None

    def _is_no_head(self, token: int) -> bool:
        """Whether a word cannot be the head noun of a role."""
        word = self.lower[token]
        small = grammar("determiner", "possessive", "subject", "relative", "joiner", "stop", "former", "moment")
        return word in small or word.endswith("ly") or is_participle(word)

    def _role(self, first: int, end: int, token: int, length: int) -> Role:
        """The role in a phrase whose head noun is the ``length`` words from ``token`` on."""
        called = self._words(token, length)
        head, noun = short_titles().get(called, called), self._noun(called) or _OTHER
        before = self.bodies(first, token)
        after = self._bodies_after(token + length, end)
        words = set(self.lower[first:token])
        return Role(
            text=self.register.shown(first, end),
            head=head,
            kind=noun.kind,
            gender=noun.gender,
            plural=noun.plural,
            bodies=tuple(dict.fromkeys(before + after)),
            collective=self._collective(first, token) or self._collective_after(token + length, end),
            owner=next((t for t in range(first, token) if self.lower[t] in grammar("possessive")), None),
            former=any(word in grammar("former") or word.startswith("ex-") for word in words | {head}),
            shadow=bool(words & grammar("shadow")),
            definite=self.lower[first] in {"the", "this", "that"},
            token=token,
        )

    def _head(self, first: int, end: int) -> tuple[int, int] | None:
        found: tuple[int, int] | None = None
        token = first
        while token < end:
            named = self.register.by_token.get(token)
            if named and named.name.core == named.first == token and named.end - token > 1:
                token = named.end
                continue
            if token > first and self._ends_head(token, found is not None):
                break
            length = self.noun_at(token, end)
            if length and not (found and self._words(token, length) in short_titles()):
                found = (token, length)
            token += max(length, 1)
        if found is None:
            return None
        after = found[0] + found[1]
        if after < end and self.lower[after] in {"'s", "'"}:
            return None
        if after < end and self.lower[after] not in grammar("preposition") and self._more_noun(after, end):
            return None
        return found

    def _ends_head(self, token: int, found: bool) -> bool:
        """Whether the head of a phrase must stand before a token ("one of the directors" goes on)."""
        word = self.lower[token]
        if word == ",":
            return not self.register.words.joins_duties(token)
        if word not in grammar("preposition", "relative"):
            return False
        part = self.lower[token - 1] in {"one", "some", "two", "member", "members"}
        return found or word not in {"of", "for"} or not part

    def _more_noun(self, token: int, end: int) -> bool:
        """Whether the phrase goes on after the role noun with another noun, which is then its head."""
        word = self.lower[token]
        return (
            word.isalpha()
            and word not in grammar("joiner")
            and word not in self._stop
            and not self.texts[token][0].isupper()
        )

    def bodies(self, first: int, end: int) -> tuple[int, ...]:
        found = [s.draft for s in self.register.within(first, end)]
        useful = [d for d in found if self.register.drafts[d].type not in ("place", "thing")]
        return tuple(dict.fromkeys(useful or found))

    def _bodies_after(self, first: int, end: int) -> tuple[int, ...]:
        """The bodies after a preposition; none after "to" (an envoy "to X" does not serve X), but for advisers."""
        start = None
        for token in range(first, end):
            if self.lower[token] == "to" and start is None and not self.lower[token - 1].startswith("advis"):
                return ()
            if self.lower[token] in grammar("post") or self.lower[token] == "to":
                start = token + 1
                break
        if start is None:
            return ()
        return self.bodies(start, end)

    def _collective(self, first: int, end: int) -> int | None:
        """The token of an unnamed body before the head: "the company's", "government"."""
        for token in range(first, end):
            if self.lower[token] in collective_nouns() and token not in self.register.by_token:
                return token
        return None

    def _collective_after(self, first: int, end: int) -> int | None:
        """The token of a definite unnamed body after a preposition ("of the company", not "for a chain")."""
        if first >= end or self.lower[first] not in grammar("post"):
            return None
        found = self._collective(first, end)
        unknown = found is not None and {"a", "an", "one"} & set(self.lower[max(first, found - 3) : found])
        return None if unknown else found
