"""How likely two parties of a story stand against each other or together: a logistic model for both kinds.

Its features are the kinds of positions that tie the two and how much both are heard in the story; no feature is a word.
The weights are learned (``data/digest/fronts.md``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import sqrt

from briefing.digest.actors import ActorRegister
from briefing.digest.evidence import JUDGING, Evidence, StoryEvidence
from briefing.digest.logistic import Features, LogisticWeights, read_logistic
from briefing.model import RelationKind

KINDS: tuple[RelationKind, ...] = ("against", "together")
_WARY = frozenset({"warn", "concern"})
_NO_SIDE = frozenset({"state", "predict"})
_JOINTLY = frozenset({"joint", "jointl", "togeth", "agreed", "agreem"})  # terms, without their endings
_OPENING = 3  # most words before a name that counts as standing first
_SEVERAL = 3  # negative positions on so many matters are evidence together where one alone is not
_CLAUSE = 7  # most words before a name that a negative position is still about
_MOST, _MOST_MATTERS = 4, 6  # caps of counts

FEATURES = (
    "judged",
    "named first",
    "outright",
    "key",
    "matters",
    "reports",
    "both ways",
    "joint",
    "client",
    "least held",
    "least share",
    "countries",
    "pairs",
)
"""The names of the features of two parties, in the order in which ``features`` gives them."""


@cache
def read_side_weights() -> LogisticWeights:
    """The weights that ship with the package."""
    return read_logistic("digest/fronts.json")


def showing(kind: RelationKind, found: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that may show the relation ``kind``: positions that do so by themselves, and for "against", if they
    are on several matters, also negative positions that name the other further on."""
    if kind == "against":
        ill = [each for each in found if shows(kind, each) or _is_ill(each)]
        if len({each.matter for each in ill}) >= _SEVERAL:
            return ill
    return [each for each in found if shows(kind, each)]


def shows(kind: RelationKind, each: Evidence) -> bool:
    """Whether a position may show the relation ``kind`` by itself.

    Against: it accuses or opposes the other, or nobody in particular and names the other soon; it denies a deed of the
    other; it is a warning that opens with the other; or it is a demand that names the other further on, and not a
    country. Together: it praises the other; both hold it and it takes a side or is a joint statement; or the speaker is
    the other's lawyer.
    """
    stance = each.said.stance
    if kind == "together":
        return _shows_together(each)
    if each.way not in {"names", "cue"}:
        return False
    if stance in JUDGING:
        return each.judged or (_is_ill(each) and each.before <= _CLAUSE)
    if stance in _WARY:
        return each.before <= _OPENING
    about = each.before > _OPENING and not each.country
    return (stance == "demand" and about) or (stance == "deny" and each.judged)


def _is_ill(each: Evidence) -> bool:
    """Whether a position that names the other is negative (accuses or opposes) and judges no third party."""
    return each.way in {"names", "cue"} and each.said.stance in JUDGING and not each.beside


def _shows_together(each: Evidence) -> bool:
    if each.way == "joint":
        return each.said.stance not in _NO_SIDE or not _JOINTLY.isdisjoint(each.said.context)
    praised = each.judged or (each.way == "names" and not each.beside and not each.before)
    return each.way == "client" or (each.said.stance == "support" and praised)


def features(
    shown: Sequence[Evidence],
    pair: tuple[int, int],
    story: StoryEvidence,
    register: ActorRegister,
    source: Mapping[int, int],
) -> Features:
    """The values of ``FEATURES`` for two parties.

    Args:
        shown: the evidence that ``showing`` gives for one kind of relation.
        pair: the numbers of the parties.
        story: all evidence of the story.
        register: tells countries from other parties.
        source: for a report that is a copy, the report that it copies.
    """
    naming = [each for each in shown if each.way == "names"]
    heard = [story.held[actor] + story.named[actor] for actor in pair]
    return (
        _count(each.judged for each in shown),
        _count(each.before <= _OPENING for each in naming),
        _count(each.said.stance in JUDGING or each.said.stance == "support" for each in naming),
        _count(each.said.key for each in shown),
        sqrt(min(len({each.matter for each in shown}), _MOST_MATTERS)),
        sqrt(min(len({source.get(each.said.report, each.said.report) for each in shown}), _MOST)),
        float(len({each.holder for each in naming}) > 1),
        _count(each.way == "joint" for each in shown),
        _count(each.way == "client" for each in shown),
        sqrt(min(*(story.held[actor] for actor in pair), _MOST_MATTERS)),
        min(heard) / max(story.held[actor] + story.named[actor] for actor in story.held),
        float(sum(map(register.is_country, pair))),
        1 / sqrt(len(story.pairs)),
    )


def _count(found: Iterable[bool]) -> float:
    """The square root of a count, capped: the first ones count most."""
    return sqrt(min(sum(found), _MOST))
