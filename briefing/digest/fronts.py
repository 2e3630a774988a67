"""Fronts: which parties of a story stand together or against each other, with the words that show it.

Only what is said outright counts: a judgement whose object, the party or its deed, opens the content, several that name
it further on, a position that two hold jointly who also speak for themselves, or a lawyer and the client. What several
positions or reports show comes before what one does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from briefing.digest.model import Front, Passage
from briefing.digest.saying import Said
from briefing.language import norm
from briefing.model import RelationKind
from briefing.parties.word_classes import role_nouns
from briefing.positions.stance_lexicon import class_bit, classes_of
from briefing.resources import read_words

MOST = 8
"""Fronts of a story."""

_AGAINST = frozenset({"accuse", "oppose"})
_WARY = _AGAINST | {"warn"}
_DEED = class_bit("deed")
_DEED_REACH = 3  # words after "Oslo's" among which its deed is named
_AGENT = 9  # words from the beginning among which "by Oslo" names the doer
_FAR_MORE = 3
_JOINTLY = frozenset({"joint", "jointl", "togeth", "agreed", "agreem"})
_SEVERAL, _REPORTS = 3, 2  # things said, or independent reports, that show together what one alone does not
_SPEECH = frozenset(
    {"said", "say", "says", "saying", "told", "tells", "wrote", "writes", "added", "adds", "noted", "notes"}
)
_OPENING = 3  # words before the name of the party that is judged
_OBJECT = 5  # the same where a verb that judges comes before
_JOINT = 4
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*(?:(?<=s)['’](?!\w))?")
_POSSESSIVE = re.compile(r"['’]s?$")

Actors = Callable[[Said], Sequence[int]]


@dataclass(slots=True)
class _Shown:
    actors: tuple[int, int]
    matters: dict[int, None] = field(default_factory=dict)
    reports: set[int] = field(default_factory=set)
    sure: bool = False
    shown: tuple[bool, bool, float] = (False, False, 0.0)
    by: Said | None = None


class _Named(NamedTuple):
    """An actor found in a text, or his deed, and how many words name him."""

    actor: int
    deed: bool
    words: int


class ActorNames:
    """Finds the parties of a story in a text by their names.

    A name that several parties share belongs to the one that holds far more positions than the others (``weights``),
    else to none of them.
    """

    def __init__(self, names: Mapping[int, Iterable[str]], weights: Mapping[int, int]) -> None:
        bearers: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
        for actor, forms in names.items():
            for form in forms:
                words = tuple(_WORD.findall(form))
                if words and words[0][0].isupper():
                    bearers[words][actor] = None
        self._actor = {words: _bearer(list(actors), weights) for words, actors in bearers.items()}
        self._longest = max(map(len, self._actor), default=0)

    def judged(self, text: str, *, accused: bool = False, object: bool = False) -> tuple[int, bool] | None:
        """The actor with whose name, or with a deed of whom or by whom, a text opens, and whether it is a deed.

        ``accused`` says that all of the text speaks of somebody's wrong: whoever opens it need do no named deed;
        ``object`` that the text is what a verb that judges is about, so that words before the name describe its bearer.
        """
        words = _WORD.findall(text)
        for at in range(min(len(words), (_OBJECT if object else _OPENING) + 1)):
            found = self._at(words, at, anything=accused)
            if found is not None:
                return found.actor, found.deed
            described = object and not _POSSESSIVE.search(words[at])
            if not described and words[at].casefold().strip(".") not in read_words("positions/before_names.txt"):
                break
        for at in range(1, min(len(words), _AGENT)):
            if words[at - 1] == "by" and (found := self._at(words, at, anything=True)) is not None:
                return found.actor, True
        return None

    def clients(self, each: Said) -> dict[int, None]:
        """The actors for whom speakers are lawyers, by their roles ("Quill's attorney", "a lawyer for Ada Holt").

        What a lawyer said is not always filed under his own name: nobody is his own client.
        """
        actors: dict[int, None] = {}
        for words in (_WORD.findall(speaker.role) for speaker in each.speakers if speaker.role):
            if not set(each.holders).isdisjoint(_POSSESSIVE.sub("", word).casefold() for word in words):
                continue
            for at in (place for place, word in enumerate(words) if _is_lawyer(word)):
                before = (self._at(words, start, anything=True) for start in range(at))
                actors |= {each.actor: None for each in before if each is not None and each.deed}
                after = self._at(words, at + 2) if words[at + 1 : at + 2] == ["for"] else None
                actors |= {} if after is None else {after.actor: None}
        return actors

    def named(self, text: str) -> dict[int, None]:
        """The parties that a text names, themselves or by something that they did, in the order of the text."""
        words, at = _WORD.findall(text), 0
        actors: dict[int, None] = {}
        while at < len(words):
            found = self._at(words, at)
            if found is not None:
                actors[found.actor] = None
            at += 1 if found is None else found.words
        return actors

    def _at(self, words: Sequence[str], at: int, *, anything: bool = False) -> _Named | None:
        """The actor named at a place, or a deed of his, any or one of the words for deeds."""
        for size in range(min(self._longest, len(words) - at), 0, -1):
            own = words[at : at + size]
            bare = _POSSESSIVE.sub("", own[-1])
            actor = self._actor.get((*own[:-1], bare))
            after = words[at + size : at + size + _DEED_REACH]
            if actor is not None and (anything or bare == own[-1] or _is_deed(after)):
                return _Named(actor, bare != own[-1], size)
        return None


def _bearer(actors: Sequence[int], weights: Mapping[int, int]) -> int | None:
    ranked = sorted(actors, key=lambda actor: (-weights[actor], actor))
    others = sum(weights[actor] for actor in ranked[1:])
    return ranked[0] if weights[ranked[0]] >= _FAR_MORE * others else None


def _is_lawyer(word: str) -> bool:
    noun = role_nouns().get(norm(word))
    return noun is not None and noun.kind == "lawyer"


def _is_deed(words: Iterable[str]) -> bool:
    return any(classes_of(norm(word)) & _DEED for word in words)


def find_fronts(
    story: int, said: Sequence[tuple[Said, int]], actors: Actors, names: ActorNames, source: Mapping[int, int]
) -> list[Front]:
    """Which parties of a story stand together or against each other, the best supported first.

    Args:
        story: the story's number.
        said: its positions, each with the number of its matter.
        actors: gives the named holders of a position.
        names: finds parties in a text.
        source: for a report that is a copy, the report that it copies.
    """
    shown: dict[tuple[RelationKind, frozenset[int]], _Shown] = {}
    voices = Voices(actors(each) for each, _ in said)
    for each, matter in said:
        for kind, one, other, sure in _ties(each, actors(each), names, voices):
            tie = shown.setdefault((kind, frozenset((one, other))), _Shown((one, other)))
            tie.matters.setdefault(matter)
            tie.reports.add(source.get(each.report, each.report))
            tie.sure = tie.sure or sure or len(tie.matters) >= _SEVERAL or len(tie.reports) >= _REPORTS
            if tie.by is None or (sure, each.key, each.score) > tie.shown:
                tie.by, tie.shown = each, (sure, each.key, each.score)
    ranked = sorted(shown.items(), key=lambda item: (-len(item[1].reports), -len(item[1].matters), item[1].actors))
    return [
        Front(story, kind, tie.actors, tuple(tie.matters), len(tie.reports), _passage(tie.by))
        for (kind, _), tie in [each for each in ranked if each[1].sure][:MOST]
        if tie.by is not None
    ]


class Voices:
    """Tells two parties that always speak jointly, and so count as one voice, from two that also speak alone."""

    def __init__(self, held: Iterable[Sequence[int]]) -> None:
        self._held: dict[int, set[int]] = defaultdict(set)
        for place, holders in enumerate(held):
            for holder in holders:
                self._held[holder].add(place)

    def are_two(self, one: int, other: int) -> bool:
        """Whether each of two parties holds something that the other does not."""
        ours, theirs = self._held[one], self._held[other]
        return not ours <= theirs and not theirs <= ours


def _ties(
    each: Said, holders: Sequence[int], names: ActorNames, voices: Voices
) -> Iterator[tuple[RelationKind, int, int, bool]]:
    """The ties that a position shows, each with whether it does so by itself."""
    for one, other in combinations(holders[:_JOINT], 2):
        if voices.are_two(one, other):
            yield "together", one, other, not _JOINTLY.isdisjoint(each.context)
    for client in (actor for actor in names.clients(each) if actor not in holders):
        for holder in holders[:_JOINT]:
            yield "together", holder, client, True
    found = _judged(each, names) if each.stance in _AGAINST | {"support"} else None
    if found is None and each.stance in _WARY:
        for other in (actor for actor in names.named(each.pieces[0].shown) if actor not in holders):
            for holder in holders[:_JOINT]:
                yield "against", holder, other, False
    praised = each.stance != "support" or (found is not None and not found[1] and not _is_plain(each))
    if found is not None and found[0] not in holders and praised:
        for holder in holders[:_JOINT]:
            yield ("together" if each.stance == "support" else "against"), holder, found[0], True


def _judged(each: Said, names: ActorNames) -> tuple[int, bool] | None:
    """Who is judged where a position, or a later piece of it, begins."""
    accused, object = each.stance == "accuse", each.stance in _AGAINST and not _is_plain(each)
    pieces = each.pieces if each.stance in _AGAINST else each.pieces[:1]
    found = (names.judged(piece.shown, accused=accused, object=object) for piece in pieces)
    return next((one for one in found if one is not None), None)


def _is_plain(each: Said) -> bool:
    """Whether it is only said, so that whoever opens it may do anything in it."""
    return each.mode == "direct" or not _SPEECH.isdisjoint(each.cue.casefold().split())


def _passage(each: Said) -> Passage:
    return Passage(each.report, each.start, each.end, each.text)
