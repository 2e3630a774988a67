"""Finds quotations that one report gives shorter than another."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.digest.model import Cut, Telling
from briefing.digest.terms import is_run_of, lower_words

_CUT = 3  # words by which a quotation is shorter, at least
_LEAST = 3  # words of a quotation that is compared


def cuts_of(matter: int, tellings: Sequence[Telling]) -> list[Cut]:
    """For each telling whose quotation another report gives at greater length: the longest such quotation."""
    if len(tellings) < 2:
        return []
    quoted = [(place, quote, lower_words(quote)) for place, each in enumerate(tellings) for quote in each.quotes]
    found: dict[tuple[int, str], Cut] = {}
    for place, quote, words in quoted:
        if len(words) < _LEAST or _has_longer(tellings[place], words):
            continue
        fuller = [
            (len(others), -other, full)
            for other, full, others in quoted
            if tellings[other].report != tellings[place].report
            and len(others) >= len(words) + _CUT
            and is_run_of(words, others)
        ]
        if fuller:
            _, other, full = max(fuller)
            found[place, quote] = Cut(matter, -other, place, full, quote)
    return list(found.values())


def _has_longer(telling: Telling, words: Sequence[str]) -> bool:
    return any(len(others) > len(words) and is_run_of(words, others) for others in map(lower_words, telling.quotes))
