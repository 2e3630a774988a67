"""Resolves who holds each attribution, in reading order; earlier answers are features of later questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from briefing.entities.word_classes import grammar, is_honorific
from briefing.model import Attribution, Resolved
from briefing.parties.context import Active
from briefing.parties.features import describe
from briefing.parties.holder_candidates import holder_candidates
from briefing.parties.joint import signed, tells_joint
from briefing.parties.model import OWN, HolderCandidate, Players, SpeakerTurn
from briefing.parties.ranker import Ranker, choose_candidate
from briefing.sources.model import Question
from briefing.sources.phrases import pronoun
from briefing.sources.question import ask, place_of
from briefing.sources.scene import Scene

_MARKS = str.maketrans("", "", '“”"')
"""Deletes quotation marks, of which the name of a group might hold only one of a pair."""

Chooser = Callable[[int, Question, Sequence[HolderCandidate], Sequence[Sequence[str]], Sequence[float]], int]
"""Takes the index of an attribution, a question, its candidates, their features and how well they fit (if that is
known); gives the index of a candidate."""
_RESOLVED: Mapping[str, Resolved] = {
    "he": "pronoun",
    "they": "pronoun",
    "it": "pronoun",
    "we": "pronoun",
    "none": "carried",
}


class Answer(NamedTuple):
    """The entities that hold an attribution, before they are filed under parties, and how they were found.

    ``document``: the source, if it is a text ("report"); ``hidden``: the article does not say who holds it.
    """

    members: tuple[int, ...]
    resolved: Resolved
    document: str | None = None
    hidden: bool = False


class _Case(NamedTuple):
    """What stays the same for all attributions of an article."""

    scene: Scene
    players: Players
    active: Active
    ranker: Ranker
    chooser: Chooser | None

    def fits(self, asked: Question, found: Sequence[HolderCandidate]) -> list[float]:
        """How well each candidate fits the source by what the network knows; none if nothing is learned of that."""
        context = self.ranker.context
        return context.fits(self.active, asked, found, self.players) if context else []


def resolve(
    scene: Scene,
    players: Players,
    attributions: Sequence[Attribution],
    asked: Sequence[Sequence[Question]],
    active: Active,
    ranker: Ranker,
    chooser: Chooser | None = None,
) -> list[Answer]:
    """The answer for each attribution; in training ``chooser`` picks the candidates instead of the ranker."""
    case = _Case(scene, players, active, ranker, chooser)
    case = case._replace(players=players._replace(sources=_sources(asked)))
    turns: list[SpeakerTurn] = []
    answers: dict[int, Answer] = {}
    before: int | None = None
    for number in sorted(range(len(attributions)), key=lambda i: place_of(attributions[i])):
        if asked[number] and before in answers and _carries_on(scene, attributions[before], attributions[number]):
            answers[number] = answers[before]._replace(resolved="carried")
        elif asked[number]:
            answers[number], turn = _answer(case, turns, number, asked[number])
            if turn.members and not answers[number].hidden:
                turns.append(turn)
        before = number
    return [answers.get(number, Answer((), "unknown", hidden=True)) for number in range(len(attributions))]


def _carries_on(scene: Scene, before: Attribution, attribution: Attribution) -> bool:
    """Whether an attribution without source and cue continues the quotation of the one before in a new paragraph.

    The annotators give 193 of 197 such pairs one holder.
    """
    if attribution.source or attribution.cue:
        return False
    last, first = scene.quotation_at(before.content[-1].end - 1), scene.quotation_at(attribution.content[0].start)
    return last is not None and first is not None and last is not first and last.run == first.run


def _sources(asked: Sequence[Sequence[Question]]) -> dict[int, list[int]]:
    """The tokens at which each entity is named as a source."""
    found: dict[int, list[int]] = {}
    for question in sorted((each for questions in asked for each in questions), key=lambda each: each.token):
        if question.table == "name" and question.phrase is not None:
            name = question.phrase.person or question.phrase.names[-1]
            found.setdefault(name.draft, []).append(question.token)
    return found


def _answer(
    case: _Case, turns: Sequence[SpeakerTurn], number: int, questions: Sequence[Question]
) -> tuple[Answer, SpeakerTurn]:
    """Who holds an attribution, and the speaker turn that it makes."""
    members: dict[int, None] = {}
    how: list[Resolved] = []
    document, hidden, first = None, False, questions[0]
    for asked in questions:
        found, resolved = _decide(case, turns, number, asked)
        members.update(dict.fromkeys(found))
        how.append(resolved)
        if asked.table == "document" and asked.phrase is not None:
            document = case.players.register.shown(asked.phrase.first, asked.phrase.after)
        hidden = hidden or (asked.table == "group" and asked.head in grammar("thing"))
    joint = tells_joint(case.scene, first.token)
    holders = signed(case.players, turns, tuple(members), joint, document is not None)
    joint = joint or len(holders) > len(members)
    turn = SpeakerTurn(first.token, case.scene.sentence[first.token], holders, first.table, first.head, joint)
    several = len(holders) > 1 and (joint or len(questions) > 1)
    resolved = "joint" if several else how[0] if holders else "unknown"
    return Answer(holders, resolved, document, hidden), turn


def _decide(
    case: _Case, turns: Sequence[SpeakerTurn], number: int, asked: Question
) -> tuple[tuple[int, ...], Resolved]:
    """The entities that answer a question, and how they were found."""
    found = holder_candidates(case.scene, case.players, asked, turns)
    if not found:
        return (), "unknown"
    picked = 0
    if len(found) > 1:
        told = describe(case.scene, case.players, asked, found, turns)
        fits = case.fits(asked, found)
        picked = case.chooser(number, asked, found, told, fits) if case.chooser else _best(case, asked, told, fits)
    candidate = found[picked]
    if not candidate.members:
        return (_described(case, turns, asked, candidate),), "unnamed" if candidate.how in OWN else "pronoun"
    if candidate.how == "name":
        return candidate.members, "name"
    return candidate.members, "joint" if len(candidate.members) > 1 else _RESOLVED.get(asked.table, "description")


def _best(case: _Case, asked: Question, told: Sequence[Sequence[str]], fits: Sequence[float]) -> int:
    return choose_candidate(case.ranker.weights, asked.table, told, fits)[0]


def _described(case: _Case, turns: Sequence[SpeakerTurn], asked: Question, candidate: HolderCandidate) -> int:
    """The group entity that is named by the source's own words."""
    phrase, register = asked.phrase, case.players.register
    assert phrase is not None
    first, end = candidate.words
    text = register.text(first, end).translate(_MARKS)
    opens = first == case.scene.first_of(first) and first not in register.by_token
    if opens and not is_honorific(register.words.keys[first]):
        text = text.lower() if text.isupper() else text if text[1:2].isupper() else text[0].lower() + text[1:]
    if phrase.owner is not None and phrase.owner == first - 1 and case.scene.lower[phrase.owner] in ("his", "her"):
        text = _owner(case, turns, phrase.owner) + text
    plural = phrase.head.endswith("s") or bool(phrase.role and phrase.role.plural)
    group = register.group(text, phrase.first, plural, again=plural or phrase.definite)
    if phrase.role is not None and phrase.role.gender != "u":
        case.players.draft(group).gender = phrase.role.gender
    return group


def _owner(case: _Case, turns: Sequence[SpeakerTurn], token: int) -> str:
    """The possessor of a described group ("her advisers" are "Ada Quill's advisers"), or ""."""
    asked = ask(case.scene, pronoun(case.scene.lower[token], token), token, (), False, ())
    found = holder_candidates(case.scene, case.players, asked, turns)
    if not found:
        return ""
    told = describe(case.scene, case.players, asked, found, turns)
    members = found[_best(case, asked, told, case.fits(asked, found))].members
    owner = case.players.draft(members[0]) if members else None
    return f"{owner.name}'s " if owner is not None and owner.kind == "person" else ""
