"""Which words of a source say who it is: without times, openers and asides, and whole where a name was cut."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.parties.discourse import Discourse
from briefing.parties.lists import grammar


class Extent:
    """Finds the words of the sources of one document that stand for somebody."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.register = discourse.register
        self.texts, self.lower = discourse.texts, discourse.lower

    def main_run(self, tokens: Sequence[int], cue: Sequence[int]) -> tuple[int, int]:
        """The stretch of a source in several pieces that stands nearest to the cue, without what opens its clause."""
        runs = self._bridged(tokens)
        if cue:
            first, end = min(runs, key=lambda run: (self._vagueness(run), max(run[0] - cue[-1], cue[0] - run[1], 0)))
        else:
            first, end = max(runs, key=lambda run: run[1] - run[0])
        first, end = self._without_times(first, end)
        opening = self.lower[first]
        if opening.endswith("ing") or opening in grammar("preposition"):
            comma = next((t for t in range(first, end) if self.texts[t] == ","), None)
            people = list(self.register.within(comma or first, end))
            if comma is not None and people:
                first = comma + 1
        return (end - 1, end) if self._is_subject(first, end - 1) else (first, end)

    def _without_times(self, first: int, end: int) -> tuple[int, int]:
        """A stretch without the openers and times at its ends."""
        while first < end - 1 and (self.lower[first] in grammar("opener") or self._is_time(first)):
            first += 1
        end = next((t for t in range(first + 1, end) if self._tells_when(t, end)), end)
        while end - 1 > first and (self.lower[end - 1] in grammar("joiner") or not self.texts[end - 1][0].isalnum()):
            end -= 1
        return first, end

    def widened(self, first: int, end: int) -> tuple[int, int]:
        """The noun phrase of a source whole, if it was cut in a name, after a possessive or an adjective."""
        first, end = self._untorn(first, end)
        if not self.texts[end - 1][0].islower():
            return first, end
        floor = self.discourse.sentence_of(first).first_token
        while first > floor:
            named = self.register.by_token.get(first - 1)
            before = self.lower[first - 1]
            if named is not None and named.first >= floor:
                first = named.first
            elif before in {"'s", "'"} or self._joins_back(first):
                first -= 1
            else:
                break
        return first, end

    def _untorn(self, first: int, end: int) -> tuple[int, int]:
        """A stretch with all of the names in which it begins and ends."""
        begun, ended = self.register.by_token.get(first), self.register.by_token.get(end - 1)
        if begun is not None and self.texts[first][0].isupper():
            first = begun.first
        if ended is not None and self.texts[end - 1][0].isupper():
            end = ended.end
        return first, end

    def _bridged(self, tokens: Sequence[int]) -> list[tuple[int, int]]:
        """The stretches of consecutive tokens of a source, over a joiner that was left out."""
        runs: list[tuple[int, int]] = []
        for token in tokens:
            end = runs[-1][1] if runs else None
            if end is not None and (token == end or (token == end + 1 and self._joins(end))):
                runs[-1] = (runs[-1][0], token + 1)
            else:
                runs.append((token, token + 1))
        return runs

    def _joins(self, token: int) -> bool:
        """Whether a token between two pieces joins them: two names, or the duties of an office."""
        named = token - 1 in self.register.by_token and token + 1 in self.register.by_token
        return self.register.finder.words.joins_duties(token) or (self.lower[token] in {"and", "&"} and named)

    def _is_time(self, first: int) -> bool:
        """Whether a time opens a source that is named after it ("In January the members", "Earlier the bishop")."""
        moment = self.texts[first] in grammar("calendar", "month") or self.lower[first] in grammar("moment")
        return moment and self.lower[first + 1] in grammar("determiner")

    def _tells_when(self, token: int, end: int) -> bool:
        """Whether a source is over, as a time follows ("Mr Quill last week", "Lamb ahead of the match")."""
        word, after = self.texts[token], self.lower[token + 1] if token + 1 < end else ""
        if word in {"this", "last", "next"}:
            return not after or after in grammar("period")
        return word in grammar("moment") and (not after or after in grammar("preposition"))

    def _is_subject(self, first: int, last: int) -> bool:
        """Whether a source ends with a subject that only follows what stands before ("the answers they want")."""
        if first == last or self.lower[last] not in grammar("subject", "you"):
            return False
        return self.lower[last - 1] not in grammar("joiner", "preposition")

    def _vagueness(self, run: tuple[int, int]) -> int:
        """Whether a piece of a source opens with a name or a pronoun (0), another word (1) or a preposition (2)."""
        opening = self.lower[run[0]]
        named = run[0] in self.register.by_token or (run[0] + 1 < run[1] and run[0] + 1 in self.register.by_token)
        if named or opening in grammar("subject"):
            return 0
        return 2 if opening in grammar("preposition") else 1

    def _joins_back(self, first: int) -> bool:
        """Whether "and" joins what begins at a token to a name, an adjective or a possessive before."""
        joiner = first - 2 if self.lower[first - 1] == "the" else first - 1
        named = first in self.register.by_token or self.lower[first] == "the" or joiner < first - 1
        if joiner < 1 or self.lower[joiner] != "and" or not named:
            return False
        return joiner - 1 in self.register.by_token or self.lower[joiner - 1] in {"'s", "'"}
