"""How near briefs come to the editors' gold: the figures that the quality gate keeps watch over.

A predicted content meets a gold content when at least half of the words in either are in both, each at most once; a
position is met when its parties are the same as well. Figures are micro-averaged over the articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.goldfiles import Gold, Span

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s\b")
_ENOUGH = 0.5  # intersection over union of the words of two contents
_MOST_KEYS = 7
_SYNONYMS = {
    name: names[0]
    for names in (
        ("united states", "us", "u s", "usa", "america", "united states of america", "us government"),
        ("united kingdom", "uk", "britain", "great britain", "uk government", "british government"),
        ("european union", "eu"),
        ("united nations", "un"),
        ("united arab emirates", "uae"),
    )
    for name in names
}


@dataclass(slots=True)
class Tally:
    """How many were predicted, how many there are, and how many of them were met."""

    met: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, met: int, predicted: int, gold: int) -> None:
        self.met += met
        self.predicted += predicted
        self.gold += gold

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is met."""
        return 2 * self.met / (self.predicted + self.gold) if self.met else 0.0


@dataclass(slots=True)
class Scores:
    """The figures over all articles scored so far; ``stances`` is counted among the contents that were met."""

    content: Tally = field(default_factory=Tally)
    position: Tally = field(default_factory=Tally)
    key: Tally = field(default_factory=Tally)
    stances: int = 0

    @property
    def stance(self) -> float:
        """The share of the contents met whose stance is one that the editor accepts."""
        return self.stances / self.content.met if self.content.met else 0.0


@dataclass(frozen=True, slots=True)
class _Claim:
    """A position on either side: its words, the accepted names of each party, its accepted stances, its mark."""

    words: frozenset[int]
    parties: tuple[tuple[str, ...], ...]
    stances: tuple[str, ...]
    key: bool


def score(articles: Iterable[tuple[Gold, Mapping[str, Any], str]]) -> Scores:
    """The figures of briefs (as JSON records) against gold, each with the text that the offsets of both count in."""
    scores = Scores()
    for gold, record, text in articles:
        _score_article(scores, _gold_claims(gold, text), _predicted_claims(record, text))
    return scores


def same_name(one: str, other: str) -> bool:
    """Whether two names mean one party: the same words, or the shorter ends as the longer does and adds nothing."""
    first, second = _plain(one).split(), _plain(other).split()
    short, long = sorted((first, second), key=len)
    if not short or first == second:
        return bool(short)
    return short[-1] == long[-1] and len(short[-1]) > 2 and set(short) <= set(long)


def _score_article(scores: Scores, golds: Sequence[_Claim], predicted: Sequence[_Claim]) -> None:
    pairs = _pairs(golds, predicted)
    scores.content.add(len(pairs), len(predicted), len(golds))
    scores.position.add(sum(_same_parties(*pair) for pair in pairs), len(predicted), len(golds))
    scores.stances += sum(claim.stances[0] in gold.stances for gold, claim in pairs)
    key_golds = [gold for gold in golds if gold.key]
    key_claims = [claim for claim in predicted if claim.key][:_MOST_KEYS]
    key_pairs = _pairs(key_golds, key_claims)
    scores.key.add(sum(_share_a_party(*pair) for pair in key_pairs), len(key_claims), len(key_golds))


def _pairs(golds: Sequence[_Claim], predicted: Sequence[_Claim]) -> list[tuple[_Claim, _Claim]]:
    """Gold and predicted claims whose contents meet, one to one: the greatest overlap first, then a shared party."""
    meeting = [
        (overlap, _share_a_party(gold, claim), g, p)
        for g, gold in enumerate(golds)
        for p, claim in enumerate(predicted)
        if (overlap := _overlap(gold.words, claim.words)) >= _ENOUGH
    ]
    taken: dict[int, int] = {}
    for _, _, g, p in sorted(meeting, reverse=True):
        if g not in taken and p not in taken.values():
            taken[g] = p
    return [(golds[g], predicted[p]) for g, p in taken.items()]


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _same_parties(gold: _Claim, claim: _Claim) -> bool:
    """Every gold party is met, and no predicted party is another one."""
    met = all(any(_same_party(party, other) for other in claim.parties) for party in gold.parties)
    return met and all(any(_same_party(party, other) for party in gold.parties) for other in claim.parties)


def _share_a_party(gold: _Claim, claim: _Claim) -> bool:
    return any(_same_party(party, other) for party in gold.parties for other in claim.parties)


def _same_party(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(same_name(a, b) for a in one for b in other)


def _plain(name: str) -> str:
    """A name without case, marks, article and possessive; one name for a state of several."""
    words = _WORD.findall(_POSSESSIVE.sub("", name.casefold()))
    plain = " ".join(words[1:] if words[:1] == ["the"] else words)
    return _SYNONYMS.get(plain, plain)


def _gold_claims(gold: Gold, text: str) -> list[_Claim]:
    return [
        _Claim(
            words=_words(text, position["content"]),
            parties=tuple(map(tuple, position["parties"])),
            stances=tuple(position["stance"]),
            key=position["key"],
        )
        for position in gold["positions"]
    ]


def _predicted_claims(record: Mapping[str, Any], text: str) -> list[_Claim]:
    return [
        _Claim(
            words=_words(text, [(piece["start"], piece["end"]) for piece in position["content"]]),
            parties=tuple((name,) for name in position["parties"]),
            stances=(position["stance"],),
            key=position["key"],
        )
        for position in record["positions"]
    ]


def _words(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the words of some spans begin, which tells one occurrence of a word from another."""
    return frozenset(match.start() for start, end in spans for match in _WORD.finditer(text, start, end))
