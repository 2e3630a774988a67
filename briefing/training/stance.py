"""Learns which stance a position takes, from its cue and its content."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.model import STANCES
from briefing.positions.cues import CueReading, read_cue
from briefing.positions.filing import OwnNames
from briefing.positions.lexicon import tables
from briefing.positions.stance import Weights, choose, stance_features
from briefing.positions.words import Words
from briefing.resources import read_rows
from briefing.training import Trained
from briefing.training.gold import FOLDS, gold_articles
from briefing.training.softmax import fit_softmax, vocabulary

PENALTY = 4.0
PENALTY_OF_WORDS = 4.0
"""Single words are many and rare, so each may say less."""

LEAST = 6  # examples that a feature must have
LEAST_WEIGHT = 0.25  # what a feature must say of some stance to be kept
AGAINST_STATE = 0.7  # of what speaks for a side speaks against none
SAID_BY_CUE = 4.0  # log odds of the stance that a cue shows outright
ALSO_ACCEPTED = 0.8  # how well a label fits that the editor would accept beside the best
ALSO_STATE = 0.6  # the same for "state", which says least
NETWORK = 0.3
"""How much the network's reading counts beside the model's: as independent evidence."""

_WORDS = ("word ", "pair ", "opens ", "by ")
_DIGITS = 2


class Example(NamedTuple):
    """One gold position: its cue as read, its features, and the labels that the editor accepts."""

    fold: int
    cue: CueReading
    features: list[str]
    accepted: tuple[str, ...]


def train_stance(shared: Path) -> Trained:
    """Fit on gold/train and gold/dev; the figures come from articles that the model did not see."""
    examples = stance_examples(shared)
    figures = cross_validate(examples)
    return Trained(
        files={"positions/stance.json": _json(fit(examples)), "positions/stance.md": _card(figures, len(examples))},
        figures=figures,
    )


def stance_examples(shared: Path) -> list[Example]:
    """Every gold position as an example."""
    examples = []
    for article in gold_articles(shared):
        words, names = Words(article.document), OwnNames(article.cast)
        held = zip(article.attributions, article.cast.holdings, article.stances, strict=True)
        for attribution, holding, accepted in held:
            cue = read_cue(words, attribution)
            features = stance_features(words, attribution, cue, names.of(holding))
            examples.append(Example(article.fold, cue, features, accepted))
    return examples


def fit(examples: Sequence[Example]) -> Weights:
    """A linear model of the log chances of the stances, so that what the editors accept is likely."""
    prior = prior_evidence()
    names = vocabulary((example.features for example in examples), LEAST)
    names = sorted({*names, *prior})
    penalties = np.array([PENALTY_OF_WORDS if name.startswith(_WORDS) else PENALTY for name in names])
    fits = np.array([_fits(example) for example in examples])
    bias, rows = fit_softmax([example.features for example in examples], fits, names, penalties, prior)
    return Weights(
        bias=_rounded(bias),
        features={
            name: _rounded(row)
            for name, row in zip(names, rows, strict=True)
            if name in prior or float(np.abs(row).max()) >= LEAST_WEIGHT
        },
        network=NETWORK,
    )


def prior_evidence() -> dict[str, list[float]]:
    """The log odds of the stances by feature before anything is learned: those of evidence.tsv, where what speaks for a
    side speaks against "state", and the stances that cues show outright."""
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


def _fits(example: Example) -> list[float]:
    best, *others = example.accepted
    also = {other: ALSO_STATE if other == "state" else ALSO_ACCEPTED for other in others}
    return [1.0 if stance == best else also.get(stance, 0.0) for stance in STANCES]


def cross_validate(examples: Sequence[Example]) -> dict[str, float]:
    """Shares of the positions with an accepted stance, each fold of the articles by a model that never saw it."""
    found: dict[str, list[bool]] = {"accepted": [], "the editor's first": [], "where the cue leaves it open": []}
    for fold in range(FOLDS):
        held_out = [example for example in examples if example.fold == fold]
        if not held_out:
            continue
        model = fit([example for example in examples if example.fold != fold])
        for example in held_out:
            stance = choose(example.features, model)
            found["accepted"].append(stance in example.accepted)
            found["the editor's first"].append(stance == example.accepted[0])
            if example.cue.weak:
                found["where the cue leaves it open"].append(stance in example.accepted)
    return {f"stance, {name}": sum(hits) / len(hits) for name, hits in found.items() if hits}


def _rounded(row: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(round(float(value), _DIGITS) + 0.0 for value in row)


def _json(model: Weights) -> bytes:
    lines = [f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in model.features.items()]
    record = {
        "provenance": "learned by briefing.training.stance from the editors' gold positions; see stance.md",
        "stances": STANCES,
        "network": model.network,
        "bias": model.bias,
    }
    head = json.dumps(record, indent=1).removesuffix("\n}")
    return (head + ',\n "features": {\n' + ",\n".join(lines) + "\n }\n}\n").encode()


def _card(figures: dict[str, float], count: int) -> bytes:
    rows = "\n".join(f"| {name} | {value:.3f} |" for name, value in figures.items())
    return f"""# Stance model (`stance.json`)

A linear model of the log chances of the ten stances, by what editors accept, over named binary features: how the
cue reads (`cues.tsv`) and its words, which classes of words the content holds (`words.tsv`) and in which relation, its
topic words by their beginning, pairs of neighbouring words with a word of grammar, its first words. The weights start
from log odds set by hand (`evidence.tsv`, and the stance that a cue shows outright) and move away from them only as far
as the gold asks. The stance with the highest score is taken. Where the network of attribution has read the stance
too, its log chances are added, {NETWORK:g} times.

- Learned from: the editors' gold positions ({count}; `gold/train` and `gold/dev`, 509 articles of some 80 outlets). No
  text of theirs is part of the package; a feature is one or two words that at least {LEAST} positions have.
- Learned by: `python -m cli.lab train stance ../shared` (Adam, L2 penalty {PENALTY:g}, {PENALTY_OF_WORDS:g} for words;
  a label that the editor accepts beside the best counts {ALSO_ACCEPTED}, "state" {ALSO_STATE}). Deterministic.
- Figures, each fifth of the articles predicted by a model that never saw it:

| share of positions | |
| --- | --- |
{rows}

- Two editors accept each other's stance in .99. Limits: English news; irony is not seen, nor a side that only an idiom
  or knowledge of the affair shows.
""".encode()
