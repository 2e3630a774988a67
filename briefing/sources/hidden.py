"""Attributions whose holder the article does not name: "is expected to", "was accused of"."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.entities.word_classes import agentless_participles, grammar
from briefing.sources.scene import Scene


def hides(scene: Scene, cue: Sequence[int], content: Sequence[tuple[int, int]]) -> bool:
    """Whether the cue of an attribution without a source hides its holder ("seems", "reportedly", "was seen as").

    A content that ends right before the cue leaves no place for a subject ("the man reported to have left").
    """
    words = [scene.lower[token] for token in cue]
    if blames(scene, (), cue):
        return False
    while words and (words[-1] in grammar("preposition", "joiner", "adverb") or words[-1].endswith("ly")):
        words = words[:-1]
    if not words:
        return False
    told_before = any(end == cue[0] for _, end in content)
    participle = words[-1] in agentless_participles() or (words[-1].endswith("ed") and words[-1] not in grammar("felt"))
    passive = participle and (told_before or not grammar("being").isdisjoint(words))
    return words[-1] in grammar("hiding", "view") or passive


def blames(scene: Scene, source: Sequence[int], cue: Sequence[int]) -> bool:
    """Whether a passive cue only says who is blamed ("The firm has been accused of"), so its subject is no holder."""
    words = {scene.lower[token] for token in cue}
    before = scene.lower[cue[0] - 1] if cue and cue[0] else ""
    passive = not grammar("being").isdisjoint(words) or before in grammar("being")
    return bool(grammar("blamed") & words) and passive and "by" not in words and (not source or source[-1] < cue[0])
