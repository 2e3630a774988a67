"""Learns which parties of a story stand against each other or together, from stories that editors and we annotated."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.digest.actors import ActorRegister
from briefing.digest.copies import find_copies
from briefing.digest.fingerprints import fingerprint
from briefing.digest.fronts import Candidate, candidates, choose
from briefing.digest.identities import PartyIdentities
from briefing.digest.logistic import LogisticWeights
from briefing.digest.matters import find_matters
from briefing.digest.saying import said
from briefing.digest.sides import FEATURES, KINDS
from briefing.training import Trained
from briefing.training.accepted import same_name
from briefing.training.logistic import fit_scaled
from briefing.training.stories import AnnotatedStory, annotated_stories

PENALTY = 30.0
"""The L2 penalty of the weights, for features scaled to a standard deviation of 1."""

_DIGITS = 3
_FOLDS = 6


class Labelled(NamedTuple):
    """The candidates of a story, each with the indices of the annotated fronts that it matches; ``fronts`` counts all
    annotated fronts of the story."""

    name: str
    register: ActorRegister
    candidates: Sequence[tuple[Candidate, tuple[int, ...]]]
    fronts: int
    by_editors: bool = True


def train_fronts(shared: Path) -> Trained:
    """Fit on all stories; the figures are cross-validated, each story judged by a model that did not learn from it."""
    stories = [labelled(story) for story in annotated_stories(shared)]
    ours = [story for story in stories if not story.by_editors]
    editors = [story for story in stories if story.by_editors]
    tests: dict[str, list[tuple[Sequence[Labelled], Sequence[Labelled]]]] = {
        "our stories, a sixth left out": [(part, _without(ours, part)) for part in _parts(ours)],
        "editors' stories, learned from ours alone": [(editors, ours)],
        "editors' stories, one left out": [([story], _without(stories, [story])) for story in editors],
    }
    figures = {name: _measured([(left, fit(rest)) for left, rest in test]) for name, test in tests.items()}
    weights = fit(stories)
    record = {
        "provenance": "learned by briefing.training.fronts from the editors' stories and ours; see fronts.md",
        "bias": weights.bias,
        "weights": dict(weights.features),
    }
    return Trained(
        {
            "digest/fronts.json": (json.dumps(record, indent=1) + "\n").encode(),
            "digest/fronts.md": _card(stories, figures),
        },
        {f"{name}: {figure}": value for name, found in figures.items() for figure, value in found.items()},
    )


def labelled(story: AnnotatedStory) -> Labelled:
    """The candidate fronts that the digest finds in a story, matched with the annotated ones."""
    briefs, identities = story.briefs(), PartyIdentities()
    register = ActorRegister(identities)
    for number, brief in enumerate(briefs):
        register.note(brief, number)
    identities.settle([0] * len(briefs))
    positions = [each for number, brief in enumerate(briefs) for each in said(brief, number)]
    home = {member: number for number, group in enumerate(find_matters(positions)) for member in group.members}
    copies = find_copies([fingerprint(brief).sketch for brief in briefs], range(len(briefs)))
    source = {report: copy.of for report, copy in copies.items()}
    found = list(candidates([(each, home[place]) for place, each in enumerate(positions)], register, source))
    names = [actor.name for actor in register.actors({})]
    fronts = story.gold["fronts"]
    met = [tuple(n for n, front in enumerate(fronts) if _meets(front, each, names)) for each in found]
    return Labelled(story.name, register, list(zip(found, met, strict=True)), len(fronts), story.by_editors)


def _meets(front: Mapping[str, Sequence[Sequence[str]]], each: Candidate, names: Sequence[str]) -> bool:
    """Whether a candidate matches an annotated front: the same kind, and both parties by an accepted name."""
    sides = [
        tuple(any(same_name(alias, names[actor]) for alias in party) for party in front["parties"])
        for actor in each.pair
    ]
    one, other = sides
    return front["kind"] == each.kind and ((one[0] and other[1]) or (one[1] and other[0]))


def fit(stories: Sequence[Labelled]) -> LogisticWeights:
    """The model fitted to some stories, one for both kinds: too few parties stand together for a model of their own."""
    rows = [(each, bool(met)) for story in stories for each, met in story.candidates]
    named = [dict(zip(FEATURES, each.features, strict=True)) for each, _ in rows]
    return LogisticWeights(*fit_scaled(named, [float(right) for _, right in rows], PENALTY, _DIGITS))


def _parts(stories: Sequence[Labelled]) -> Iterator[Sequence[Labelled]]:
    return (part for fold in range(_FOLDS) if (part := stories[fold::_FOLDS]))


def _without(stories: Sequence[Labelled], left: Sequence[Labelled]) -> list[Labelled]:
    names = {story.name for story in left}
    return [story for story in stories if story.name not in names]


def _measured(tests: Sequence[tuple[Sequence[Labelled], LogisticWeights]]) -> dict[str, float]:
    """Precision and recall of the fronts that the models show, and how many are shown and annotated.

    An annotated front that several of those shown match counts as one hit.
    """
    shown = wanted = 0
    met = set[tuple[str, int]]()
    for stories, weights in tests:
        for story in stories:
            fronts = {id(each): numbers for each, numbers in story.candidates}
            found = [
                fronts[id(each)] for each in choose((each for each, _ in story.candidates), story.register, weights)
            ]
            shown, wanted = shown + len(found), wanted + story.fronts
            met |= {(story.name, number) for numbers in found for number in numbers}
    return {
        "precision": len(met) / max(1, shown),
        "recall": len(met) / max(1, wanted),
        "shown": float(shown),
        "annotated": float(wanted),
    }


def _card(stories: Sequence[Labelled], figures: Mapping[str, Mapping[str, float]]) -> bytes:
    rows = "\n".join(
        f"| {name} | {each['precision']:.3f} | {each['recall']:.3f} | {each['shown']:.0f} | {each['annotated']:.0f} |"
        for name, each in figures.items()
    )
    edited = sum(story.by_editors for story in stories)
    pairs = Counter((each.kind, bool(met)) for story in stories for each, met in story.candidates)
    against, together = (f"{pairs[kind, True] + pairs[kind, False]} pairs" for kind in KINDS)
    return f"""# Fronts (`fronts.json`)

A logistic regression of whether two parties of a story stand against each other or together. A pair is looked at where
a position of one, by its words, may show it (`briefing/digest/sides.py`): it judges the other or its deed, begins a
warning with it, makes a demand about it, praises it, or both hold it, or it is a lawyer's. The model weighs how many
such positions there are and in how many matters and reports, whether the other is named first, is judged outright,
whether both judge each other, how many parties tie one another in the story, and how much both are heard in it. It
knows no single word and no name.

- Learned from: {edited} stories of the editors and {len(stories) - edited} stories of up to five reports of our
  corpora, which large language models annotated by the editors' guide for stories: {against} that may stand
  against each other ({pairs["against", True]} do), {together} that may stand together ({pairs["together", True]} do).
  The texts are not part of the package.
- Learned by: `python -m cli.lab train fronts ../shared` (Newton, L2 penalty {PENALTY}, of features whose standard
  deviation is one). Deterministic.
- Figures of models that never saw the story:

| | precision | recall | shown | annotated |
| --- | --- | --- | --- | --- |
{rows}

- Limits: English news. Our annotators list only the main fronts of a story, so that many that are shown there count as
  wrong though their words say so. Parties without a name, or that hold no position, have no front; a pronoun names
  nobody.
""".encode()
