"""The side that a party takes: what the cue says and what the content shows, weighed together by a learned model.

Where the attribution network has predicted the stance too, its probabilities are combined with those of the model.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from math import log
from typing import Any, NamedTuple

from briefing.model import STANCES, Attribution, Stance
from briefing.positions.contents import read_content
from briefing.positions.cues import SILENCE, CueReading, read_cue
from briefing.positions.stance_lexicon import tables
from briefing.positions.word_features import wording
from briefing.positions.word_index import WordIndex
from briefing.resources import read_json, read_table

_AHEAD = ("own will", "we will", "other will", "other might", "has will", "has hope")

_JUDGED = ("good", "bad", "wrong", "danger", "worry")

SCALE = 100
"""The weights of features are multiplied by this and written as whole numbers."""

_ROWS = "positions/stance.tsv"
_MANY = 5_000  # look-ups, those of about ten articles, after which all rows are parsed at once
_LEAST_CHANCE = 1e-4  # least probability of a stance that is taken from the network


class Side(NamedTuple):
    """A stance with its PLOVER class, where there is one."""

    stance: Stance
    plover: str | None


class StanceWeights(NamedTuple):
    """A log-linear model of stances: a bias, and for every feature a weight, for each stance in the order of STANCES;
    ``network`` is the weight of the network's log probabilities."""

    bias: tuple[float, ...]
    features: Mapping[str, tuple[float, ...]]
    network: float


def take_side(words: WordIndex, attribution: Attribution, own: Collection[str] = ()) -> Side | None:
    """The stance of an attribution; None where it reports a silence ("declined to comment") and so no position.

    ``own`` are lower-case words that name the holder: what they will do is a pledge, what others will do a forecast.
    """
    cue = read_cue(words, attribution)
    if cue.sense == SILENCE:
        return None
    stance = choose_stance(stance_features(words, attribution, cue, own), weights(), attribution.stances)
    says_so = cue.plover and not cue.negated and stance == cue.sense
    return Side(stance, cue.plover if says_so or (cue.sense == "state" and cue.plover) else tables().plover[stance])


def stance_features(
    words: WordIndex, attribution: Attribution, cue: CueReading, own: Collection[str] = ()
) -> list[str]:
    """The features of the stance model: the sense and words of the cue, what the content shows, and its words."""
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
    return [*found, *wording(words, attribution, cue, own)]


def _infinitive(words: WordIndex, attribution: Attribution) -> bool:
    """Whether what is wanted is to do something: "to" ends the cue or begins the content."""
    return "to" in (*words.within(attribution.cue)[-1:], *words.within(attribution.content, 1))


def choose_stance(features: Sequence[str], model: StanceWeights, network: Sequence[float] = ()) -> Stance:
    """The stance with the highest score; the first in the order of STANCES among equals.

    ``network`` are the network's probabilities of STANCES, or empty.
    """
    row_of = model.features.get
    rows = [row for feature in features if (row := row_of(feature))]
    if network:
        rows.append(tuple(model.network * log(max(chance, _LEAST_CHANCE)) for chance in network))
    scores = list(map(sum, zip(model.bias, *rows, strict=True)))
    return STANCES[scores.index(max(scores))]


@cache
def weights() -> StanceWeights:
    """The weights that ship with the package."""
    record = read_json("positions/stance.json")
    return StanceWeights(tuple(record["bias"]), _Rows(), record["network"])


class _Rows(Mapping[str, tuple[float, ...]]):
    """The weights of each feature, as the package ships them: thousands of rows, of which an article needs a few.

    A row is parsed when it is looked up; after ``_MANY`` look-ups all rows are parsed and kept.
    """

    def __init__(self) -> None:
        self._asked = 0
        self._all: dict[str, tuple[float, ...]] | None = None

    def __getitem__(self, name: str) -> tuple[float, ...]:
        row: tuple[float, ...] | None = self.get(name)
        if row is None:
            raise KeyError(name)
        return row

    def get(self, name: str, default: Any = None) -> Any:
        if self._all is not None:
            return self._all.get(name, default)
        self._asked += 1
        if self._asked >= _MANY:
            self._all = {each: _numbers(row) for each, row in read_table(_ROWS).items()}
        row = read_table(_ROWS).get(name)
        return default if row is None else _numbers(row)

    def __iter__(self) -> Iterator[str]:
        return iter(read_table(_ROWS))

    def __len__(self) -> int:
        return len(read_table(_ROWS))


def _numbers(row: str) -> tuple[float, ...]:
    return tuple(map(_number, row.split()))


@cache
def _number(text: str) -> float:
    """The weight for its written form; cached, as there are only a few hundred forms."""
    return int(text) / SCALE
