"""Cuts a digest down to one story, or to what one party says over all stories; numbers stay those of the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.digest.model import Digest, Story
from briefing.digest.terms import lower_words


@dataclass(frozen=True, slots=True)
class DigestFilter:
    """Which part of a digest is wanted: ``story`` is a story's number, ``party`` a name or alias of a party."""

    story: int | None = None
    party: str | None = None


def filter_digest(digest: Digest, selection: DigestFilter) -> Digest:
    """The part of a digest that a filter asks for; stories and matters keep their numbers.

    Raises:
        ValueError: there is no such story, or no such party.
    """
    if selection.story is not None:
        if not 0 <= selection.story < len(digest.stories):
            raise ValueError(f"there is no story {selection.story}; they are 0 to {len(digest.stories) - 1}")
        digest = _kept(digest, (digest.stories[selection.story],))
    if selection.party is not None:
        actors = _named(digest, selection.party)
        if not actors:
            raise ValueError(f"no party goes by {selection.party}; see brief sources for all that are heard")
        kept = (_of_party(digest, story, actors) for story in digest.stories)
        digest = _kept(digest, tuple(story for story in kept if story.matters))
        digest = replace(
            digest,
            turns=tuple(turn for turn in digest.turns if turn.actor in actors),
            heard=tuple(each for each in digest.heard if each.actor in actors),
        )
    return digest


def _named(digest: Digest, name: str) -> frozenset[int]:
    """The numbers of the parties with this name or alias, else of those that have all its words in one of theirs."""
    wanted = lower_words(name)
    forms = {
        number: [lower_words(form) for form in (actor.name, *actor.aliases)]
        for number, actor in enumerate(digest.actors)
        if actor.matters
    }
    exact = frozenset(number for number, found in forms.items() if wanted in found)
    within = frozenset(number for number, found in forms.items() if any(set(wanted) <= set(each) for each in found))
    return exact or (within if wanted else frozenset())


def _of_party(digest: Digest, story: Story, actors: frozenset[int]) -> Story:
    def held(matters: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(each for each in matters if not actors.isdisjoint(digest.matters[each].actors))

    return replace(
        story,
        matters=held(story.matters),
        shared=held(story.shared),
        alone=held(story.alone),
        fronts=tuple(each for each in story.fronts if not actors.isdisjoint(digest.fronts[each].actors)),
        differences=tuple(each for each in story.differences if held((digest.differences[each].matter,))),
    )


def _kept(digest: Digest, stories: tuple[Story, ...]) -> Digest:
    matters = {each for story in stories for each in story.matters}
    return replace(
        digest,
        stories=stories,
        turns=tuple(turn for turn in digest.turns if turn.matter in matters),
        cuts=tuple(cut for cut in digest.cuts if cut.matter in matters),
    )
