"""Features of where candidates are named around a source: their distance, use, order and prominence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefing.entities.model import Sighting
from briefing.entities.word_classes import grammar, pronoun_gender
from briefing.parties.model import HolderCandidate, Players, SpeakerTurn
from briefing.sources.model import Question
from briefing.sources.scene import Scene

STEPS = (1, 2, 3, 4, 6, 9)
"""The lower bounds of the classes of distance, in sentences."""
_GAPS = (0.01, 0.5, 1.0, 2.0)
_USES = {"own": -0.6, "prep": -0.5, "open": 0.4, "mid": 0.0}
"""What the use of a name (see ``use_of``) adds to the prominence of its bearer."""
_QUOTED, _TOLD, _SPOKE, _TOGETHER, _LATER, _GENDER = -2.0, -0.5, 1.0, 0.2, -6.0, 0.3
_RECENT, _NOWHERE = 12, -20.0
_TURNS, _RANKS = 40, 5
"""The most turns that are looked back over, and the highest rank of a speaker by the last turn."""
_EARLY, _BESIDE = 4, 3
BEFORE, AFTER = 12, 5
"""How many sentences before and after a source its holder may be named."""
TIED = frozenset({"role", "collective", "document", "group"})
"""The tables of questions whose noun may stand beside the holder's name elsewhere in the article."""
_TIES, _TIE = 3, 5


def step(value: float, steps: Sequence[float]) -> int:
    """The number of bounds in ``steps`` (sorted) that a value reaches: the class of the value."""
    return bisect_right(steps, value)


def away(scene: Scene, asked: Question, at: Sighting) -> str:
    """How many sentences before or after a source a mention stands, as a class for features ("2 before")."""
    far = scene.sentence[asked.token] - scene.sentence[at.first]
    if far == 0:
        return "same before" if at.first < asked.token else "same after"
    return f"{step(far, STEPS)} before" if far > 0 else f"{min(-far, 3)} after"


class Spoken(NamedTuple):
    """Who spoke before: ``last`` gives each set of speakers its rank (how many others spoke since) and last turn.

    ``part`` gives the same for the last turn that somebody took with others; ``often`` counts the turns; ``others`` is
    how many sets of speakers there are; ``called`` is the gender of the last pronoun as which somebody spoke.
    """

    last: dict[tuple[int, ...], tuple[int, SpeakerTurn]]
    part: dict[int, tuple[int, SpeakerTurn]]
    often: Counter[tuple[int, ...]]
    others: int
    called: dict[int, str]


def spoken(turns: Sequence[SpeakerTurn]) -> Spoken:
    """The last turns by their speakers."""
    made = Spoken({}, {}, Counter(turn.members for turn in turns[-_TURNS:]), 0, {})
    for turn in reversed(turns[-_TURNS:]):
        if turn.table == "he" and len(turn.members) == 1:
            made.called.setdefault(turn.members[0], pronoun_gender(turn.head))
        if turn.members not in made.last:
            rank = min(len(made.last), _RANKS)
            if len(turn.members) > 1:
                for member in turn.members:
                    made.part.setdefault(member, (rank, turn))
            made.last[turn.members] = rank, turn
    return made._replace(others=len(made.last))


def use_of(scene: Scene, at: Sighting) -> str:
    """The use of a name: "own" (possessive), "prep" (after a preposition or cue), "open" (opens a clause) or "mid"."""
    if at.first not in scene.uses:
        scene.uses[at.first] = _read_use(scene, at)
    return scene.uses[at.first]


def _read_use(scene: Scene, at: Sighting) -> str:
    after = scene.lower[at.end] if at.end < len(scene.lower) else ""
    before = scene.lower[at.first - 1] if at.first else ""
    if after in ("'s", "'"):
        return "own"
    if before in grammar("preposition") or (at.first and scene.cued[at.first - 1]):
        return "prep"
    return "open" if scene.opens(at.first) else "mid"


def of_place(scene: Scene, asked: Question, at: Sighting, kind: str) -> list[str]:
    """Features of where a candidate is named around the source."""
    where, use, tag, here = away(scene, asked, at), use_of(scene, at), asked.tag, scene.sentence[asked.token]
    made = [f"away {where}", f"away {where} {kind}", f"away {where} {tag}"]
    made += (f"use {use}", f"use {use} {kind}", f"use {use} {where}")
    if at.name.kind in ("adjective", "people"):
        made += (f"as {at.name.kind}", f"as {at.name.kind} {tag}")
    made += told_in(scene, asked, at)
    same = scene.block(here) == scene.block(scene.sentence[at.first])
    made.append(f"{'same' if same else 'other'} block {kind}")
    if where.endswith("after"):
        when = "early" if here < _EARLY else "late"
        made += (f"{where} {when} {tag}", f"{where} {when} {kind}")
    return made + _beside(scene, asked, at, kind)


def told_in(scene: Scene, asked: Question, at: Sighting) -> list[str]:
    """Whether a name stands in a quotation or content, unlike the source, or in the question's own content."""
    made: list[str] = []
    if scene.quoted[at.first] and not scene.quoted[asked.token]:
        made.append("named in quotation")
    elif scene.told[at.first] and not scene.told[asked.token]:
        made.append("named in content")
    if any(first <= at.first < end for first, end in asked.content):
        made.append("named in own content")
    return made


def _beside(scene: Scene, asked: Question, at: Sighting, kind: str) -> list[str]:
    """Whether a name stands right beside the content or the cue."""
    made: list[str] = []
    if asked.phrase is None and asked.content:
        if 0 <= at.first - asked.content[-1][1] <= _BESIDE:
            made += (f"right after content {scene.lower[at.first - 1]}", f"right after content {kind}")
        if 0 <= asked.content[0][0] - at.end < _BESIDE:
            made.append(f"right before content {scene.lower[at.end] if at.end < len(scene.lower) else ''}")
    if asked.cue and 0 <= asked.cue[0] - at.end <= 1:
        made.append("right before cue")
    if asked.cue and at.first == asked.cue[-1] + 1:
        made.append("right after cue")
    return made


def add_order(
    scene: Scene, players: Players, asked: Question, found: Sequence[HolderCandidate], made: Sequence[list[str]]
) -> None:
    """Add the rank of candidates by their last mention, among people and among others, and who opens a sentence."""
    alone = [place for place, each in enumerate(found) if len(each.members) == 1 and each.at is not None]
    near = [place for place in alone if found[place].how in ("near", "turn")]
    near.sort(key=lambda place: -found[place].at.first)  # type: ignore[union-attr]
    rank: dict[bool, int] = {}
    opened: set[tuple[bool, int]] = set()
    for place in near:
        at = found[place].at
        assert at is not None
        if at.first >= asked.token:
            continue
        human = players.draft(found[place].members[0]).kind == "person"
        rank[human] = rank.get(human, -1) + 1
        made[place].append(f"last {min(rank[human], 3)} {human}")
        made[place].append(f"last {min(rank[human], 3)} {use_of(scene, at)} {away(scene, asked, at)}")
    for place in reversed(near):
        at = found[place].at
        assert at is not None
        human = players.draft(found[place].members[0]).kind == "person"
        key = human, scene.sentence[at.first]
        if at.first < asked.token and key not in opened:
            opened.add(key)
            made[place].append(f"first {human} {away(scene, asked, at)}")
    people = sum(players.draft(found[place].members[0]).kind == "person" for place in near)
    for place in near:
        made[place].append(f"among {min(people, 4)} {players.draft(found[place].members[0]).kind}")


def add_prominence(
    scene: Scene,
    players: Players,
    asked: Question,
    found: Sequence[HolderCandidate],
    told: Spoken,
    made: Sequence[list[str]],
) -> None:
    """Add how the prominence of a candidate compares with that of the others."""
    if asked.table == "name":
        return
    near = [place for place, each in enumerate(found) if each.how in ("near", "turn")]
    weights = {place: _prominence(scene, players, asked, found[place].members, told) for place in near}
    order = sorted(set(weights.values()), reverse=True)
    for at, weight in weights.items():
        place = order.index(weight)
        lead = order[0] - order[1] if len(order) > 1 else 9.0
        behind = step(lead if place == 0 else order[0] - weight, _GAPS)
        made[at] += (f"prominent {min(place, 4)}", f"prominent {place == 0} by {behind}")


def _prominence(scene: Scene, players: Players, asked: Question, members: tuple[int, ...], told: Spoken) -> float:
    """The prominence of a candidate at a source: higher if just named, as a subject, unquoted, or a recent speaker."""
    here, best = scene.sentence[asked.token], _NOWHERE
    if members in told.last:
        best = _SPOKE - (here - told.last[members][1].sentence)
    if len(members) > 1:
        return best
    if members[0] in told.part:
        best = max(best, _TOGETHER - (here - told.part[members[0]][1].sentence))
    named = players.register.of(members[0])
    after = bisect_left(named, asked.token, key=token_of)
    if after < len(named):
        best = max(best, _LATER + here - scene.sentence[named[after].first])
    for at in reversed(named[max(0, after - _RECENT) : after]):
        far = here - scene.sentence[at.first]
        if far > BEFORE or best > _SPOKE - far:
            break
        best = max(best, _named_weight(scene, asked, at) - far)
    return best + (_GENDER if asked.gender != "u" and players.draft(members[0]).gender == asked.gender else 0.0)


def _named_weight(scene: Scene, asked: Question, at: Sighting) -> float:
    weight = _USES[use_of(scene, at)]
    if scene.quoted[at.first] and not scene.quoted[asked.token]:
        return weight + _QUOTED
    return weight + _TOLD if scene.told[at.first] and not scene.told[asked.token] else weight


def token_of(sighting: Sighting) -> int:
    """The first token of a name."""
    return sighting.first


def tied(scene: Scene, players: Players, asked: Question) -> dict[Sighting, str]:
    """The names that stand beside the noun of a description elsewhere ("the report": "a report by X"), and how."""
    found: dict[Sighting, str] = {}
    places = scene.words.get(asked.head, ())
    assert asked.phrase is not None
    inside = range(asked.phrase.first, asked.phrase.end)
    at = bisect_left(places, asked.token)
    for token in [*reversed(places[max(0, at - _TIES) : at]), *places[at : at + 2]]:
        if token in inside:
            continue
        sentence = scene.document.sentences[scene.sentence[token]]
        first, end = max(sentence.first_token, token - _TIE), min(sentence.end_token, token + _TIE + 1)
        for sighting in players.register.within(first, end):
            found.setdefault(sighting, _tie(scene, sighting, token))
    return found


def _tie(scene: Scene, sighting: Sighting, token: int) -> str:
    """How a name stands beside a noun ("own", "before", "after by"), as part of a feature."""
    if sighting.first <= token < sighting.end:
        return "in"
    if sighting.end <= token:
        between = scene.lower[sighting.end : token]
        return "own" if between[:1] in (["'s"], ["'"]) else "before" if not between else "before " + between[0][:2]
    between = scene.lower[token + 1 : sighting.first]
    return "after" if not between else "after " + between[0]
