"""Learns how likely two positions of one story say the same, from stories that editors and we annotated."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from briefing.digest.likeness import FEATURES, StoryPositions
from briefing.digest.logistic import LogisticWeights, logit
from briefing.digest.matters import candidate_pairs, find_matters
from briefing.digest.saying import Said, said
from briefing.training import Trained
from briefing.training.logistic import fit_scaled
from briefing.training.stories import AnnotatedStory, annotated_stories

PENALTY = 30.0
"""The L2 penalty of the weights, for features scaled to a standard deviation of 1."""

MET = 0.7
"""The least overlap of a sentence and an annotated telling that match, as a share of the shorter one's characters."""

_DIGITS = 3
_FOLDS = 5

Place = tuple[int, int, int]  # report, start, end


class Labelled(NamedTuple):
    """The positions of a story; ``told`` are its annotated tellings, each the number of a matter and its place."""

    name: str
    said: Sequence[Said]
    told: Sequence[tuple[int, Place]]
    by_editors: bool = True


class Example(NamedTuple):
    """Two sentences of two positions, and whether the annotators say that they tell the same."""

    story: str
    features: dict[str, float]
    alike: bool


def train_matters(shared: Path) -> Trained:
    """Fit on all stories; the figures are cross-validated, each story judged by a model that did not learn from it."""
    stories = [_labelled(story) for story in annotated_stories(shared)]
    examples = {story.name: list(_examples(story)) for story in stories}
    editors, ours = (_figures(tests, examples) for tests in _tests(stories))
    figures = editors | {f"our stories, {name}": value for name, value in ours.items()}
    weights = fit([example for own in examples.values() for example in own])
    record = {
        "provenance": "learned by briefing.training.matters from the editors' stories and ours; see matters.md",
        "bias": weights.bias,
        "weights": dict(weights.features),
    }
    return Trained(
        {
            "digest/matters.json": (json.dumps(record, indent=1) + "\n").encode(),
            "digest/matters.md": _card(examples, stories, editors, ours),
        },
        figures,
    )


def fit(examples: Sequence[Example]) -> LogisticWeights:
    """The model fitted to these examples."""
    targets = [float(example.alike) for example in examples]
    found = fit_scaled([example.features for example in examples], targets, PENALTY, _DIGITS)
    return LogisticWeights(found.bias, dict(sorted(found.weights.items())))


def _labelled(story: AnnotatedStory) -> Labelled:
    reports = {name: number for number, name in enumerate(story.articles)}
    told = [
        (number, (reports[telling["article"]], *telling["span"]))
        for number, matter in enumerate(story.gold["matters"])
        for telling in matter["tellings"]
    ]
    found = [each for number, brief in enumerate(story.briefs()) for each in said(brief, number)]
    return Labelled(story.name, found, told, story.by_editors)


def _examples(labelled: Labelled) -> Iterator[Example]:
    story = StoryPositions(labelled.said)
    tells = [
        [{labelled.told[telling][0] for telling in _met(labelled, each.report, unit.start, unit.end)} for unit in units]
        for each, units in zip(labelled.said, story.units, strict=True)
    ]
    for one, other in candidate_pairs(story):
        for at, pair in story.pairs(one, other):
            alike = not tells[one][at[0]].isdisjoint(tells[other][at[1]])
            yield Example(labelled.name, dict(zip(FEATURES, pair.features, strict=True)), alike)


def _met(story: Labelled, report: int, start: int, end: int) -> set[int]:
    """The indices of the annotated tellings that match the characters ``start:end`` of a report."""
    return {number for number, (_, place) in enumerate(story.told) if _meets((report, start, end), place)}


def _meets(one: Place, other: Place) -> bool:
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and shared >= MET * min(one[2] - one[1], other[2] - other[1])


def _tests(stories: Sequence[Labelled]) -> Iterator[list[list[Labelled]]]:
    """The folds, as stories that are left out together: the editors' one at a time, then ours a fifth at a time."""
    yield [[story] for story in stories if story.by_editors]
    ours = [story for story in stories if not story.by_editors]
    yield [left for fold in range(_FOLDS) if (left := ours[fold::_FOLDS])]


def _figures(tests: Sequence[Sequence[Labelled]], examples: Mapping[str, Sequence[Example]]) -> dict[str, float]:
    """Cross-validated figures: average precision of all pairs of sentences, ranked by the model, and the share of pairs
    that are alike; precision, recall and F1 of pairs of tellings that are grouped into one matter."""
    ranked: list[tuple[float, bool]] = []
    right = filed = wanted = 0
    for left in tests:
        names = {story.name for story in left}
        model = fit([example for name, own in examples.items() if name not in names for example in own])
        ordered = model.ordered(FEATURES)
        for story in left:
            ranked += [
                (logit(tuple(each.features.values()), model.bias, ordered), each.alike) for each in examples[story.name]
            ]
            counts = filed_alike(story, model)
            right, filed, wanted = right + counts[0], filed + counts[1], wanted + counts[2]
    ranked.sort(key=lambda each: -each[0])
    hits = [place for place, (_, alike) in enumerate(ranked, 1) if alike]
    return {
        "average precision": sum(n / place for n, place in enumerate(hits, 1)) / len(hits),
        "share alike": len(hits) / len(ranked),
        "pairs of tellings: precision": right / filed,
        "pairs of tellings: recall": right / wanted,
        "pairs of tellings: F1": 2 * right / (filed + wanted),
    }


def filed_alike(story: Labelled, model: LogisticWeights) -> tuple[int, int, int]:
    """The numbers of pairs of tellings in different reports that are grouped into one matter: by both the annotators
    and the model, by the model, by the annotators.

    Where a position of the model covers several annotated tellings, it counts once for each.
    """
    wanted = {
        frozenset((one, other))
        for one, other in combinations(range(len(story.told)), 2)
        if story.told[one][0] == story.told[other][0] and story.told[one][1][0] != story.told[other][1][0]
    }
    filed, right = 0, set[frozenset[int]]()
    for group in find_matters(story.said, model):
        members = [story.said[number] for number in group.members]
        met = [(each.report, _met(story, each.report, each.start, each.end)) for each in members]
        for (report, ours), (other, theirs) in combinations(met, 2):
            if report != other:
                filed += 1
                right |= {frozenset((one, two)) for one in ours for two in theirs} & wanted
    return len(right), max(filed, len(right)), len(wanted)


def _card(
    examples: Mapping[str, Sequence[Example]],
    stories: Sequence[Labelled],
    editors: Mapping[str, float],
    ours: Mapping[str, float],
) -> bytes:
    rows = "\n".join(f"| {name} | {value:.3f} | {ours[name]:.3f} |" for name, value in editors.items())
    pairs = [example for own in examples.values() for example in own]
    alike, edited = sum(example.alike for example in pairs), sum(story.by_editors for story in stories)
    marked = len(stories) - edited
    return f"""# Matters (`matters.json`)

A logistic regression of whether two sentences of what is said in one story tell the same. It sees the weight of the
terms that both have (rare in the news by `frequencies.tsv`, rare in the story), terms that follow one another in both,
exact figures, whether holder and stance are the same, whether both are key positions,
and how much the paragraphs around them share. It knows no single word.

- Learned from: {edited} stories of two to six outlets with what editors say they tell alike, and {marked} stories of
  up to five reports of our corpora, which large language models annotated by the editors' guide for stories
  ({len(pairs)} pairs of sentences, {alike} of them alike). The texts are not part of the package.
- Learned by: `python -m cli.lab train matters ../shared` (Newton, L2 penalty {PENALTY}, of features whose standard
  deviation is one). Deterministic.
- Figures of models that never saw the story (the editors' left out one at a time, ours a fifth at a time):

| | editors' stories | our stories |
| --- | --- | --- |
{rows}

- Limits: English news. Claims that share neither rare words nor surroundings are not found.
""".encode()
