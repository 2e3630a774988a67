"""Fits the second model of attribution, which finds the source and content of a cue.

It learns from the first model's labels of articles new to it, which are as good as those that it will meet, and no
better (jackknifing). Models that see the sequences in different orders differ by half a point, so that several are
fitted and their weights averaged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from briefing.attribution import roles
from briefing.attribution.candidates import Candidate, candidates
from briefing.attribution.chain import LABELS, Rows
from briefing.attribution.evidence import Evidence, windows
from briefing.attribution.lexicon import Lexicon
from briefing.attribution.view import View
from briefing.training.attribution_corpus import Example
from briefing.training.attribution_lexicon import CueCounts
from briefing.training.crf import Fitted, Sequences, Settings, fit

SECOND = Settings(rare=3, rounds=4, rate=0.25, penalty=10.0, dropped=0.2)


def fit_second(
    examples: Sequence[Example], lexicon: Lexicon, found: Mapping[str, Rows], seeds: Sequence[int]
) -> Fitted:
    """The model that finds a cue's source and content, averaged over runs.

    ``found`` by article are the first model's labels.
    """
    counts = CueCounts(examples, lexicon)
    keys, labels, bounds = [], [], []
    for each in examples:
        view = View(each.document, lexicon.with_levels(counts.levels_without(each.id)))
        owners = {at: owner for owner, gold in enumerate(each.golds) for at in gold.cue}
        listed = candidates(view, found[each.id])
        rows = windows(listed)
        evidence = Evidence(view, found[each.id], listed)
        keys.append(roles.TEMPLATES.keys(roles.role_columns(evidence, listed, rows)))
        labels.append(_indices([label for one in listed for label in role_labels(each, one, owners)]))
        bounds.append(rows.bounds)
    return _average(_joined(keys, labels, bounds), SECOND, seeds)


def role_labels(each: Example, candidate: Candidate, owners: Mapping[int, int]) -> list[str]:
    """The labels of a candidate's window: the roles of the attribution whose cue it meets, else nothing."""
    labels = ["O"] * (candidate.high - candidate.low)
    met = Counter(owners[at] for at in range(candidate.first, candidate.end) if at in owners)
    if not met:
        return labels
    gold = each.golds[min(met, key=lambda owner: (-met[owner], owner))]
    content = set(gold.content)
    marked = [(at, "I" if at - 1 in content else "B") for at in gold.content]
    marked += [(at, "S") for at in gold.source] + [(at, "Q") for at in gold.cue]
    for at, label in marked:
        if candidate.low <= at < candidate.high:
            labels[at - candidate.low] = label
    return labels


def _indices(labels: Sequence[str]) -> NDArray[np.int64]:
    return np.array([LABELS.index(label) for label in labels], np.int64)


def _joined(
    keys: Sequence[NDArray[np.uint32]],
    labels: Sequence[NDArray[np.int64]],
    bounds: Sequence[Sequence[tuple[int, int]]],
) -> Sequences:
    """The sequences of all articles, one after another."""
    starts = np.cumsum([0, *map(len, labels)]).tolist()
    moved = [(at + start, at + end) for at, own in zip(starts, bounds, strict=False) for start, end in own]
    return Sequences(np.concatenate(keys, axis=1), np.concatenate(labels), moved)


def _average(sequences: Sequences, settings: Settings, seeds: Sequence[int]) -> Fitted:
    return mean([fit(sequences, replace(settings, seed=seed)) for seed in seeds])


def mean(runs: Sequence[Fitted]) -> Fitted:
    """The mean weights of models that have the same features."""
    return Fitted(
        runs[0].keys,
        sum((run.weights for run in runs), np.zeros(1)) / len(runs),
        sum((run.transitions for run in runs), np.zeros(1)) / len(runs),
    )
