"""Fits the two sequence models of attribution with CRFsuite (Okazaki 2007), by stochastic gradient descent with L2.

Single runs of the descent differ by several points, so models are fitted on parts of the articles and their weights
averaged (after Polyak and Juditsky 1992): that is steadier and better than one long run on all of them. The first model
of a fold averages the runs that never saw it, so that the second model learns from labels as good as those that it will
meet, and no better (jackknifing).
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.attribution import features, roles
from briefing.attribution.candidates import Candidate, candidates
from briefing.attribution.chain import Vector
from briefing.attribution.evidence import Evidence
from briefing.attribution.features import Template
from briefing.attribution.lexicon import Lexicon
from briefing.attribution.tagger import LONGEST
from briefing.attribution.view import View, stretches
from briefing.training.attribution_corpus import Example, token_labels
from briefing.training.attribution_lexicon import CueCounts

Pair = tuple[list[list[str]], list[str]]

FIRST = {"c2": 1.0, "feature.minfreq": 2, "max_iterations": 12, "calibration.samples": 200}
SECOND = {"c2": 1.0, "feature.minfreq": 3, "max_iterations": 9, "calibration.samples": 500}
_ALWAYS = {"feature.possible_transitions": True, "period": 10, "delta": 1e-6, "calibration.max_trials": 8}


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights by (feature, label) and by (label, following label)."""

    states: Mapping[tuple[str, str], float]
    transitions: Mapping[tuple[str, str], float]


def fit_first(examples: Sequence[Example], lexicon: Lexicon) -> Fitted:
    """One run of the model that labels every token."""
    return _fit(_first_sequences(examples, lexicon), FIRST)


def fit_second(
    examples: Sequence[Example], lexicon: Lexicon, counts: CueCounts, found: Mapping[str, Sequence[Vector]]
) -> Fitted:
    """One run of the model that finds a cue's source and content; ``found`` by article are the first one's labels."""
    return _fit(_second_sequences(examples, lexicon, counts, found), SECOND)


def average(runs: Sequence[Fitted]) -> Fitted:
    """The mean weights of several runs; a feature that a run has not met counts as 0 there."""
    states: dict[tuple[str, str], float] = defaultdict(float)
    transitions: dict[tuple[str, str], float] = defaultdict(float)
    for run in runs:
        for key, weight in run.states.items():
            states[key] += weight / len(runs)
        for key, weight in run.transitions.items():
            transitions[key] += weight / len(runs)
    return Fitted(dict(states), dict(transitions))


def names_of(templates: Sequence[Template], rows: Iterable[tuple[Any, ...]]) -> list[list[str]]:
    """The names of the features of each token, given as a key per template.

    Their order decides the order in which the descent meets them, and with it the last digits of the weights.
    """
    return [[name for template, key in zip(templates, keys, strict=True) for name in template(key)] for keys in rows]


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


def _first_sequences(examples: Sequence[Example], lexicon: Lexicon) -> Iterator[Pair]:
    counts = CueCounts(examples, lexicon)
    for each in examples:
        view = View(each.document, lexicon.with_levels(counts.levels_without(each.id)))
        names, labels = names_of(features.TEMPLATES, features.token_keys(view)), token_labels(each)
        for start, end in stretches(view, LONGEST):
            yield names[start:end], labels[start:end]


def _second_sequences(
    examples: Sequence[Example], lexicon: Lexicon, counts: CueCounts, found: Mapping[str, Sequence[Vector]]
) -> Iterator[Pair]:
    for each in examples:
        view = View(each.document, lexicon.with_levels(counts.levels_without(each.id)))
        owners = {at: owner for owner, gold in enumerate(each.golds) for at in gold.cue}
        listed = candidates(view, found[each.id])
        evidence = Evidence(view, found[each.id], listed)
        for candidate in listed:
            names = names_of(roles.TEMPLATES, roles.role_keys(evidence, candidate))
            yield [sorted(each, key=_initial) for each in names], role_labels(each, candidate, owners)


def _initial(name: str) -> str:
    """What the role features are ordered by: their letter, those of the cue itself last."""
    return name[0].swapcase()


def _fit(sequences: Iterable[Pair], parameters: Mapping[str, float]) -> Fitted:
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="l2sgd", verbose=False)
    for names, labels in sequences:
        trainer.append(names, labels)
    trainer.set_params({**_ALWAYS, **parameters})
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return Fitted(info.state_features, info.transitions)
