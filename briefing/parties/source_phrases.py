"""What an attribution asks: the noun phrases of its source without times and asides, each of one party or group."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Attribution
from briefing.parties.coordination import cut_phrases
from briefing.parties.hidden import blames, hides
from briefing.parties.model import Phrase, Question
from briefing.parties.person_roles import RoleFinder
from briefing.parties.phrases import read_phrase
from briefing.parties.question import ask, place_of
from briefing.parties.scene import Scene
from briefing.parties.source_runs import main_run
from briefing.parties.word_classes import grammar

_REACH = 10
"""How many words before a relative pronoun the phrase may hold for which it stands."""


def questions_of(scene: Scene, finder: RoleFinder, attribution: Attribution) -> list[Question]:
    """What an attribution asks: nothing where the article hides its holder, else of each noun phrase or a silence."""
    source, cue = scene.tokens_of(attribution.source), scene.tokens_of(attribution.cue)
    content = tuple((scene.token_at(span.start), scene.token_at(span.end - 1) + 1) for span in attribution.content)
    phrases: Sequence[Phrase | None] = (None,)
    if source and not blames(scene, source, cue):
        phrases = phrases_of(finder, source) or phrases
    elif hides(scene, cue, content):
        return []
    token, direct = scene.token_at(place_of(attribution)), attribution.mode == "direct"
    return [ask(scene, each, each.first if each else token, cue, direct, content) for each in phrases]


def phrases_of(finder: RoleFinder, source: Sequence[int]) -> list[Phrase]:
    """The noun phrases of a source, each of one party or group."""
    first, end = _widened(finder, *main_run(finder, source))
    spans = [_before(finder, *s) if _stands_for_phrase(finder, s[0]) else s for s in cut_phrases(finder, first, end)]
    return [read_phrase(finder, start, stop) for start, stop in spans]


def _widened(finder: RoleFinder, first: int, end: int) -> tuple[int, int]:
    """The noun phrase of a source whole, if it was cut in a name, after a possessive or an adjective."""
    named = finder.register.by_token
    if first in named and finder.texts[first][0].isupper():
        first = named[first].first
    if end - 1 in named and finder.texts[end - 1][0].isupper():
        end = named[end - 1].end
    floor = finder.register.sentence_of(first).first_token
    alone = end - first == 1 and finder.lower[first] in grammar("subject", "you")
    while not alone and finder.texts[end - 1][0].islower() and first > floor:
        before = named.get(first - 1)
        opened = finder.lower[first] in grammar("determiner")
        if (before is None or opened) and finder.lower[first - 1] not in {"'s", "'"}:
            break
        first = max(before.first, floor) if before else first - 1
    return first, end


def _stands_for_phrase(finder: RoleFinder, token: int) -> bool:
    """Whether a relative pronoun stands at a token, and no name that looks like one ("WHO")."""
    return finder.lower[token] in grammar("relative") and token not in finder.register.by_token


def _before(finder: RoleFinder, token: int, end: int) -> tuple[int, int]:
    """The phrase before a relative pronoun."""
    last = token
    while last > max(0, token - 4) and not finder.texts[last - 1][0].isalnum():
        last -= 1
    first = last
    while first > max(0, last - _REACH) and finder.texts[first - 1][0].isalnum() and first - 1 not in finder.cues:
        first -= 1
        if finder.lower[first] in grammar("determiner", "preposition", "stop"):
            break
    while first < last and finder.lower[first] in grammar("preposition", "stop", "joiner"):
        first += 1
    return (first, last) if first < last else (token, end)
