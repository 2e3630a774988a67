"""Learns which stance a position takes, from its cue and its content."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.model import STANCES
from briefing.positions.cues import CueReading, read_cue
from briefing.positions.extraction import OwnNames
from briefing.positions.stance import SCALE, StanceWeights, choose_stance, stance_features
from briefing.positions.stance_lexicon import tables
from briefing.positions.word_features import WORDINGS
from briefing.positions.word_index import WordIndex
from briefing.resources import read_rows
from briefing.training import Trained
from briefing.training.gold import FOLDS, gold_articles
from briefing.training.labels import fit_labels, vocabulary
from briefing.training.stance_silver import Told, read_stances

PENALTY = 4.0
PENALTY_OF_WORDS = 8.0
"""Single words are many and rare, so each may say less."""

LEAST = 18  # examples that a feature must have
LEAST_OF_SILVER = 18  # the same among the silver examples, which are many
LEAST_WEIGHT = 0.1  # a feature is kept if its weight for some stance is at least this large
AGAINST_STATE = 0.7  # share of the log odds for any other stance that counts against "state"
STATE_SAYS_LESS = 0.5
"""Log odds taken off "state", which editors often accept beside another stance that is their first choice."""
SAID_BY_CUE = 7.0  # log odds of the stance that a cue shows outright
NETWORK = 0.6
"""The weight of the network's log probabilities of stances beside the model's scores, as independent evidence."""

_PROVENANCE = "learned by briefing.training.stance from the editors' gold positions; see stance.md"

Rows = Mapping[str, Sequence[float]]

_DIGITS = 2


class Example(NamedTuple):
    """One gold position: its cue as read, its features, and the labels that the editor accepts."""

    fold: int
    cue: CueReading
    features: list[str]
    accepted: tuple[str, ...]


def train_stance(shared: Path) -> Trained:
    """Fit on the annotated articles, with a prior learned from silver labels; the figures are cross-validated."""
    examples, silver = stance_examples(shared), read_stances(shared)
    by_hand, prior = prior_evidence(), learn_prior(silver)
    figures = cross_validate(examples, prior)
    alone = cross_validate(examples, by_hand)
    figures["stance, accepted, without silver"] = alone["stance, accepted"]
    card = _card(figures, len(examples), len(silver))
    model = fit(examples, prior)
    files = {"positions/stance.json": _json(model), "positions/stance.tsv": _tsv(model), "positions/stance.md": card}
    return Trained(files, figures)


def stance_examples(shared: Path) -> list[Example]:
    """Every gold position as an example."""
    examples = []
    for article in gold_articles(shared):
        words, names = WordIndex(article.document), OwnNames(article.cast)
        held = zip(article.attributions, article.cast.holdings, article.stances, strict=True)
        for attribution, holding, accepted in held:
            cue = read_cue(words, attribution)
            features = stance_features(words, attribution, cue, names.of(holding))
            examples.append(Example(article.fold, cue, features, accepted))
    return examples


def fit(examples: Sequence[Example], prior: Rows) -> StanceWeights:
    """A linear model of the log odds that an editor accepts a stance; the L2 penalty pulls weights to ``prior``."""
    names = sorted({*vocabulary((example.features for example in examples), LEAST), *prior})
    accepted = np.array([[float(stance in example.accepted) for stance in STANCES] for example in examples])
    bias, rows = fit_labels([example.features for example in examples], accepted, names, _penalties(names), prior)
    kept = prior_evidence().keys()
    bias[STANCES.index("state")] -= STATE_SAYS_LESS
    return StanceWeights(
        bias=_rounded(bias),
        features={
            name: _rounded(row)
            for name, row in zip(names, rows, strict=True)
            if name in kept or float(np.abs(row).max()) >= LEAST_WEIGHT
        },
        network=NETWORK,
    )


def learn_prior(silver: Sequence[Told]) -> Rows:
    """The prior weights: those set by hand, and for all other features those fitted to the silver labels."""
    by_hand = prior_evidence()
    if not silver:
        return by_hand
    features = [told.features for told in silver]
    names = sorted({*vocabulary(features, LEAST_OF_SILVER), *by_hand})
    _, rows = fit_labels(features, np.array([told.accepted for told in silver]), names, _penalties(names), by_hand)
    return dict(zip(names, rows.tolist(), strict=True)) | by_hand


def _penalties(names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([PENALTY_OF_WORDS if name.startswith(WORDINGS) else PENALTY for name in names])


def prior_evidence() -> dict[str, list[float]]:
    """The log odds of the stances that are set by hand for features: those of evidence.tsv, a part of which also counts
    against "state", and those of cues that show a stance outright."""
    prior: dict[str, list[float]] = {}
    for feature, stance, odds in read_rows("positions/evidence.tsv"):
        row = prior.setdefault(feature, [0.0] * len(STANCES))
        row[STANCES.index(stance)] += float(odds)
        if stance != "state":
            row[STANCES.index("state")] -= AGAINST_STATE * float(odds)
    for sense in STANCES:
        for feature, stance in ((f"cue {sense}", sense), (f"cue {sense} negated", tables().negated[sense])):
            row = prior.setdefault(feature, [0.0] * len(STANCES))
            row[STANCES.index(stance)] += SAID_BY_CUE * (feature != "cue state")
    return prior


def cross_validate(examples: Sequence[Example], prior: Rows) -> dict[str, float]:
    """Shares of the positions with an accepted stance, each fold of the articles by a model that never saw it."""
    found: dict[str, list[bool]] = {"accepted": [], "the editor's first": [], "where the cue leaves it open": []}
    for fold in range(FOLDS):
        held_out = [example for example in examples if example.fold == fold]
        if not held_out:
            continue
        model = fit([example for example in examples if example.fold != fold], prior)
        for example in held_out:
            stance = choose_stance(example.features, model)
            found["accepted"].append(stance in example.accepted)
            found["the editor's first"].append(stance == example.accepted[0])
            if example.cue.weak:
                found["where the cue leaves it open"].append(stance in example.accepted)
    return {f"stance, {name}": sum(hits) / len(hits) for name, hits in found.items() if hits}


def _rounded(row: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(round(float(value), _DIGITS) + 0.0 for value in row)


def _tsv(model: StanceWeights) -> bytes:
    """The rows of the features in the order of their names, so that each is found by bisection."""
    written = {name: [f"{value * SCALE:.0f}" for value in row] for name, row in model.features.items()}
    rows = sorted(f"{name}\t{' '.join(row)}" for name, row in written.items())
    return "\n".join([f"# provenance: {_PROVENANCE}", *rows, ""]).encode()


def _json(model: StanceWeights) -> bytes:
    record = {
        "provenance": _PROVENANCE,
        "stances": STANCES,
        "network": model.network,
        "bias": model.bias,
    }
    return (json.dumps(record, indent=1) + "\n").encode()


def _card(figures: dict[str, float], count: int, silver: int) -> bytes:
    rows = "\n".join(f"| {name} | {value:.3f} |" for name, value in figures.items())
    return f"""# Stance model (`stance.json`, `stance.tsv`)

A linear model of the log odds that an editor would accept a stance, for each of the ten, over named binary features:
how the cue reads (`cues.tsv`) and its words with what they govern, which classes of words the content holds
(`words.tsv`) and in which relation, its topic words by their beginning, words in neighbourhood, its first words, verbs
of what will or must be with their subjects, and the common words of the source. The weights start from log odds set by
hand (`evidence.tsv`, and the stance that a cue shows outright); silver labels move them first, then the gold, each only
as far as it asks. The stance with the highest score is taken. Where the network of attribution has read the stance too,
its log chances are added, {NETWORK:g} times.

- Learned from: {count} annotated positions (the editors' gold and our own, `briefing/training/annotated.py`), and
  {silver} attributions in other articles whose stances a large network read (`data/training/silver.jsonl.gz`, see
  `network/model.md`). No text of theirs is part of the package; a feature is one to three words or a few more of a cue,
  that at least {LEAST} positions, or {LEAST_OF_SILVER} of the others, have.
- Learned by: `python -m cli.lab train stance ../shared` (Adam, L2 penalty {PENALTY:g}, {PENALTY_OF_WORDS:g} for words).
  Deterministic.
- Figures, each fifth of the articles predicted by a model that never saw it; the network that left the silver labels
  had learned from all of them, so the figure without silver is the sterner one:

| share of positions | |
| --- | --- |
{rows}

- Two editors accept each other's stance in .99. Limits: English news; irony is not seen, nor a side that only an idiom
  or knowledge of the affair shows.
""".encode()
