"""Finds the same saying in several articles: the same quotation, or nearly the same words by the same holder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from briefing.digest.model import Cut, Telling
from briefing.digest.words import shingles, within, words_of
from briefing.model import Position

ALIKE = 0.6
"""Share of the shorter wording's shingles that the longer one has too, from which both are one saying."""

_LOOKED_AT = 8  # sayings with the same shingle that are compared
_CUT = 3  # words by which a quotation is shorter, at least
_LEAST = 3  # words of a quotation that is compared


@dataclass(slots=True)
class Saying:
    """What was said, as far as collected: ``positions`` run parallel to ``tellings``."""

    holders: set[Hashable]
    tellings: list[Telling]
    positions: list[Position]
    sizes: list[int] = field(default_factory=list)


class Sayings:
    """Takes positions one by one and joins those that say the same; the cost of each is bounded."""

    def __init__(self) -> None:
        self.all: list[Saying] = []
        self._having: dict[int, list[int]] = defaultdict(list)

    def add(self, position: Position, telling: Telling, holders: Sequence[Hashable]) -> int:
        """The number of the saying that a position of a report tells; ``holders`` are parties and speakers."""
        report = telling.report
        own = set(shingles(words_of(telling.text)))
        number = self._known(own, report, set(holders))
        if number is None:
            number = len(self.all)
            self.all.append(Saying(set(), [], []))
        saying = self.all[number]
        saying.holders.update(holders)
        saying.tellings.append(telling)
        saying.positions.append(position)
        saying.sizes.append(len(own))
        for shingle in own:
            having = self._having[shingle]
            if len(having) < _LOOKED_AT and number not in having:
                having.append(number)
        return number

    def _known(self, own: set[int], report: int, holders: set[Hashable]) -> int | None:
        shared = Counter(number for shingle in own for number in self._having.get(shingle, ()))
        for number, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
            saying = self.all[number]
            if count < ALIKE * min(len(own), min(saying.sizes)):
                break
            if saying.tellings[-1].report != report and saying.holders & holders:
                return number
        return None


def telling_of(position: Position, report: int) -> Telling:
    """A position as a report tells it."""
    text = " … ".join(piece.shown for piece in position.content)
    quotes = tuple(" ".join(quote.shown.split()) for quote in position.quotes)
    start, end = (position.content[0].start, position.content[-1].end) if position.content else (0, 0)
    return Telling(report, position.id, start, end, " ".join(text.split()), quotes)


def cuts_of(entry: int, tellings: Sequence[Telling]) -> list[Cut]:
    """For each telling whose quotation is shorter than another's, the longest that has it whole."""
    quoted = [(place, quote, words_of(quote)) for place, each in enumerate(tellings) for quote in each.quotes]
    found: dict[tuple[int, str], Cut] = {}
    for place, quote, words in quoted:
        if len(words) < _LEAST or _has_longer(tellings[place], words):
            continue
        fuller = [
            (len(others), -other, full)
            for other, full, others in quoted
            if other != place and len(others) >= len(words) + _CUT and within(words, others)
        ]
        if fuller:
            _, other, full = max(fuller)
            found[place, quote] = Cut(entry, -other, place, full, quote)
    return list(found.values())


def _has_longer(telling: Telling, words: Sequence[str]) -> bool:
    return any(len(others) > len(words) and within(words, others) for others in map(words_of, telling.quotes))
