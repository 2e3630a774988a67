"""The side that a party takes: from the cue where that says it, from the content where it does not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple, cast

from briefing.model import Attribution, Stance
from briefing.positions.contents import read_content
from briefing.positions.cues import SILENCE, CueReading, read_cue
from briefing.positions.lexicon import tables
from briefing.positions.words import Words
from briefing.resources import read_json

STANCES: tuple[Stance, ...] = (
    "support", "oppose", "pledge", "demand", "accuse", "deny", "warn", "concern", "predict", "state",
)  # fmt: skip


_AHEAD = ("own will", "we will", "other will", "other might", "has will", "has hope")

_JUDGED = ("good", "bad", "wrong", "danger", "worry")


class Side(NamedTuple):
    """A stance with its PLOVER class, where there is one."""

    stance: Stance
    plover: str | None


class Weights(NamedTuple):
    """A logistic model per stance: a bias each, and for every feature a weight each, in the order of STANCES."""

    bias: tuple[float, ...]
    features: dict[str, tuple[float, ...]]


def take_side(words: Words, attribution: Attribution, own: Collection[str] = ()) -> Side | None:
    """The stance of an attribution; None where it reports a silence ("declined to comment") and so no position.

    ``own`` are lower-case words that name the holder: what they will do is a pledge, what others will do a forecast.
    """
    cue = read_cue(words, attribution)
    if cue.sense == SILENCE:
        return None
    stance = said_by_cue(cue) or choose(stance_features(words, attribution, cue, own), weights())
    return Side(stance, cue.plover if cue.plover and not cue.negated else tables().plover[stance])


def said_by_cue(cue: CueReading) -> Stance | None:
    """The stance that the cue alone shows, if it does."""
    if cue.weak:
        return None
    return cast(Stance, tables().negated[cue.sense] if cue.negated else cue.sense)


def stance_features(words: Words, attribution: Attribution, cue: CueReading, own: Collection[str] = ()) -> list[str]:
    """The features of the model of stances: the cue's reading and what the content shows."""
    content = read_content(words, attribution, own)
    thinks = cue.sense == "think" or "we think" in content
    found = [f"cue {cue}", *content]
    if thinks and any(name in content for name in _AHEAD):
        found.append("thinks ahead")
    if cue.sense == "try":
        found.append("tries to" if _infinitive(words, attribution) else "wants")
    if cue.sense == "feel":
        found += [f"feels {name}" for name in _JUDGED if f"has {name}" in content]
        if "has good" not in content:
            found.append("feels no good")
    return found


def _infinitive(words: Words, attribution: Attribution) -> bool:
    """Whether what is wanted is to do something: "to" ends the cue or begins the content."""
    return "to" in (*words.within(attribution.cue)[-1:], *words.within(attribution.content, 1))


def choose(features: Sequence[str], model: Weights) -> Stance:
    """The stance with the highest score; the first in the order of STANCES among equals."""
    rows = [row for feature in features if (row := model.features.get(feature))]
    scores = list(map(sum, zip(model.bias, *rows, strict=True)))
    return STANCES[scores.index(max(scores))]


@cache
def weights() -> Weights:
    """The weights that ship with the package."""
    record = read_json("positions/stance.json")
    return Weights(tuple(record["bias"]), {name: tuple(row) for name, row in record["features"].items()})
