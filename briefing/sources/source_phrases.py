"""The questions of an attribution: one for each noun phrase of its source, without time expressions and asides."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.entities.word_classes import grammar
from briefing.model import Attribution
from briefing.sources.coordination import cut_phrases
from briefing.sources.hidden import blames, hides
from briefing.sources.model import Phrase, Question
from briefing.sources.person_roles import RoleFinder
from briefing.sources.phrases import read_phrase
from briefing.sources.question import ask, place_of
from briefing.sources.scene import Scene
from briefing.sources.source_runs import main_run

_REACH = 10
"""The most words of the antecedent of a relative pronoun."""


def questions_of(scene: Scene, finder: RoleFinder, attribution: Attribution) -> list[Question]:
    """The questions of an attribution, one per noun phrase, or one without a phrase; none if the holder is hidden."""
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
    """The noun phrases of a source (its tokens), each of one party or group."""
    first, end = _widened(finder, *main_run(finder, source))
    spans = [_before(finder, *s) if _stands_for_phrase(finder, s[0]) else s for s in cut_phrases(finder, first, end)]
    return [read_phrase(finder, start, stop) for start, stop in spans]


def _widened(finder: RoleFinder, first: int, end: int) -> tuple[int, int]:
    """The span of a source, extended where it cuts a name, or lacks the possessive or the name before its noun."""
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
    """Whether a token is a relative pronoun, and not a name that looks like one ("WHO")."""
    return finder.lower[token] in grammar("relative") and token not in finder.register.by_token


def _before(finder: RoleFinder, token: int, end: int) -> tuple[int, int]:
    """The span of the antecedent of the relative pronoun at ``token``; ``token`` up to ``end`` if there is none."""
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
