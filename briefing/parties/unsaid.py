"""Attributions without a source: a quotation that goes on, blame by nobody in particular, "is expected"."""

from __future__ import annotations

from collections.abc import Callable

from briefing.model import Attribution
from briefing.parties.discourse import Discourse, Referent, Resolution
from briefing.parties.lists import grammar
from briefing.parties.pronouns import Pronouns

_CRITICISM = frozenset({"criticism", "outcry", "uproar", "condemnation", "backlash"})
_BLAMED = frozenset({"accused", "criticised", "criticized", "condemned", "blamed"})
_BEING = frozenset({"been", "was", "were", "being", "is", "are", "be"})
_JOINERS = frozenset({"and", "but", "or", "that"})


class Unsaid:
    """Finds the holders of attributions that name no source."""

    def __init__(
        self, discourse: Discourse, pronouns: Pronouns, named: Callable[[int, int], tuple[Referent, ...]]
    ) -> None:
        self.discourse = discourse
        self.pronouns = pronouns
        self._named = named

    def resolve(self, attribution: Attribution, place: int) -> Resolution:
        """Who spoke last, or the person in focus; the critics, where somebody is blamed; or nobody."""
        tokens = self.discourse.tokens_of(attribution.cue)
        words = [self.discourse.lower[token] for token in tokens]
        if self._blames(tokens, words):
            return self._critics(place)
        own = set(self.discourse.tokens_of(attribution.content))
        if self._hides(words, bool(tokens) and tokens[0] - 1 in own):
            return Resolution((), "the article does not say who", hidden=True)
        subject = self._subject(tokens) if tokens else ()
        if subject:
            return Resolution(subject, "subject of the cue")
        last = self.discourse.history[-1] if self.discourse.history else None
        if last is not None and self.discourse.sentence(place) - last.sentence <= 1:
            return Resolution(last.referents, "carried on")
        found = tuple(self.pronouns.person(place, "u")) or (last.referents if last else ())
        return Resolution(found, "carried on" if found else "no source is named and nobody spoke before")

    def _subject(self, tokens: list[int]) -> tuple[Referent, ...]:
        """Who does what the cue says: the phrase right before it, or the one that spoke or opens in its sentence."""
        cue, first = tokens[0], self.discourse.sentence_of(tokens[0]).first_token
        end = cue
        while end > first and self._adverb(self.discourse.lower[end - 1]):
            end -= 1
        start = self._phrase_start(first, end)
        if end > start and not self.discourse.quoted[end - 1] and self.discourse.texts[end - 1][0].isalnum():
            found = self._named(start, end)
            if found:
                return found
        inverted = self._after(tokens[-1] + 1)
        if inverted:
            return inverted
        last = self.discourse.history[-1] if self.discourse.history else None
        if last is not None and last.sentence == self.discourse.sentence(cue):
            return last.referents
        opening = self._opening_end(first, cue)
        return self._named(first, opening) if opening > first and not self.discourse.quoted[first] else ()

    def _adverb(self, word: str) -> bool:
        return word in grammar("auxiliary") or word.endswith("ly")

    def _after(self, start: int) -> tuple[Referent, ...]:
        """The phrase right after a cue at the end of its words ("…, said the union")."""
        stop = min(start + 8, self.discourse.sentence_of(start - 1).end_token)
        end = start
        while end < stop and not self.discourse.content[end] and self.discourse.texts[end][0].isalnum():
            end += 1
        closed = end >= stop or self.discourse.texts[end] in {".", ","}
        return self._named(start, end) if end > start and closed else ()

    def _phrase_start(self, first: int, end: int) -> int:
        """Where the noun phrase that ends before a token begins."""
        start = end
        while start > max(first, end - 8):
            word = self.discourse.lower[start - 1]
            over = word == "of" or word not in grammar("preposition")
            breaks = not over or word in grammar("stop", "relative") or word in _JOINERS
            if breaks or not (word[0].isalnum() or word in {"'s", "'"}):
                break
            start -= 1
            if word in grammar("determiner"):
                break
        return start

    def _opening_end(self, first: int, cue: int) -> int:
        """Where the noun phrase that opens a sentence ends."""
        register = self.discourse.register
        named = register.by_token.get(first) or register.by_token.get(first + 1)
        if named is not None and named.end < cue and self.discourse.drafts[named.draft].kind == "person":
            return named.end
        end = first
        for token in range(first, min(first + 5, cue)):
            length = self.discourse.roles.noun_at(token, cue)
            if length and self.discourse.texts[token + length][0].islower():
                return token + length
        while end < min(cue, first + 8) and self.discourse.lower[end] not in grammar("stop", "preposition"):
            if not self.discourse.texts[end][0].isalnum() and self.discourse.lower[end] not in {"'s", "'"}:
                break
            end += 1
        return end

    def blamed(self, cue: list[int], source: list[int]) -> Resolution | None:
        """The critics, where the source is the one who is blamed ("The firm has been accused of")."""
        words = {self.discourse.lower[token] for token in cue}
        passive = bool(_BLAMED & words) and bool(_BEING & words) and "by" not in words
        return self._critics(source[0]) if passive and source and source[-1] < cue[0] else None

    def _critics(self, place: int) -> Resolution:
        group = self.discourse.register.group("critics", place)
        return Resolution((Referent(group, human=True, plural=True),), "unnamed critics")

    def _blames(self, tokens: list[int], words: list[str]) -> bool:
        """Whether the cue tells of blame by nobody in particular ("has been accused of", "drew criticism")."""
        if _CRITICISM & set(words):
            return True
        before = self.discourse.lower[tokens[0] - 1] if tokens and tokens[0] else ""
        return bool(_BLAMED & set(words)) and (before in _BEING or bool(_BEING & set(words)))

    def _hides(self, words: list[str], told_before: bool) -> bool:
        """Whether the cue hides its holder ("is expected", "seems", "reportedly", "was widely seen as", "fears of").

        A content that is ``told_before`` the cue leaves no place for a subject ("the man reported to have left").
        """
        while words and (words[-1] in grammar("preposition", "joiner", "adverb") or words[-1].endswith("ly")):
            words = words[:-1]
        if not words:
            return False
        participle = words[-1] in grammar("participle") or (
            words[-1].endswith("ed") and words[-1] not in grammar("felt")
        )
        passive = participle and (told_before or not _BEING.isdisjoint(words))
        return words[-1] in grammar("hiding", "view") or passive
