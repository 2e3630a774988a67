"""The features of a candidate of several parties."""

from __future__ import annotations

from briefing.entities.model import Sighting
from briefing.entities.word_classes import collective_nouns, role_nouns
from briefing.parties.model import HolderCandidate, Players
from briefing.parties.several import number_told
from briefing.parties.standing import away, told_in, use_of
from briefing.sources.model import Question
from briefing.sources.scene import Scene

_SORTS = {"person": "people", "group": "people", "country": "states"}
"""The sort of the members of a set by their kind; of any other kind they are "bodies"."""
_SPEAK = 4
"""How many tokens after a list are searched for a cue, which shows that those listed speak."""


def of_several(scene: Scene, players: Players, asked: Question, candidate: HolderCandidate) -> list[str]:
    """What the members have in common, how many they are, and where they are named together."""
    tag, head, drafts = asked.tag, asked.head, [players.draft(member) for member in candidate.members]
    types = {draft.sort for draft in drafts}
    kinds = " ".join(sorted(types)) if len(types) < 3 else "kinds"
    sorts = {_SORTS.get(draft.kind, "bodies") for draft in drafts}
    noun, sort = _noun_kind(head), sorts.pop() if len(sorts) == 1 else "sorts"
    made = [f"several {min(len(drafts), 4)} {tag}", f"several head {head}", f"several {kinds}"]
    made += (f"several {noun} {kinds}", f"several {noun} as {sort}")
    if number := number_told(scene, asked.phrase):
        made.append(f"several count {number == len(drafts)}")
    if candidate.at is not None:
        made.append(f"several away {away(scene, asked, candidate.at)}")
        if candidate.words[1]:
            made += _of_list(scene, asked, candidate, candidate.at, sort)
    return made


def _noun_kind(head: str) -> str:
    """Whether a noun for several means people or bodies ("the two officials", "both firms")."""
    return "people" if head in role_nouns() else "bodies" if head in collective_nouns() else "either"


def _of_list(scene: Scene, asked: Question, several: HolderCandidate, at: Sighting, sort: str) -> list[str]:
    """Features of a list of members of a ``sort``, whose first name is ``at``: its use, and whether they speak."""
    where, use, tag, end = away(scene, asked, at), use_of(scene, at), asked.tag, several.words[1]
    made = [f"list {sort} {tag}", f"list use {use} {sort}", f"list use {use} {where}", f"list use {use} {tag}"]
    made += (f"list {each}" for each in told_in(scene, asked, at))
    last = scene.document.sentences[scene.sentence[at.first]].end_token
    speak = any(scene.cued[end : min(end + _SPEAK, last)])
    same = scene.block(scene.sentence[asked.token]) == scene.block(scene.sentence[at.first])
    return [*made, f"list speaks {speak}", f"list speaks {speak} {where}", f"list {'same' if same else 'other'} block"]
