"""Learns which stance a content shows where the cue ("said") leaves it open."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.positions.cues import CueReading, read_cue
from briefing.positions.filing import OwnNames
from briefing.positions.stance import STANCES, Weights, choose, said_by_cue, stance_features
from briefing.positions.words import Words
from briefing.resources import read_rows
from briefing.training import Trained
from briefing.training.gold import gold_articles
from briefing.training.logistic import fit_logistic

PENALTY = 6.0
AGAINST_STATE = 0.7  # of what speaks for a side speaks against none
ALSO_ACCEPTED = 0.8  # the target of a label that the editor would accept beside the best
ALSO_STATE = 0.6  # the same for "state", which says least
_DIGITS = 3


class Example(NamedTuple):
    """One gold position: its cue as read, its features, and the labels that the editor accepts."""

    outlet: str
    cue: CueReading
    features: list[str]
    accepted: tuple[str, ...]


def train_stance(shared: Path) -> Trained:
    """Fit on gold/dev; the figures come from leaving out one outlet at a time."""
    examples = stance_examples(shared)
    figures = leave_one_outlet_out(examples)
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
            examples.append(Example(article.outlet, cue, features, accepted))
    return examples


def fit(examples: Sequence[Example]) -> Weights:
    """A logistic model per stance of whether the editor accepts it, from the examples whose cue leaves it open."""
    used = [example for example in examples if example.cue.weak]
    features = [dict.fromkeys(example.features, 1.0) for example in used]
    prior = prior_evidence()
    models = [
        fit_logistic(features, [_target(example, stance) for example in used], PENALTY, prior[stance])
        for stance in STANCES
    ]
    names = sorted({name for model in models for name in model.weights})
    return Weights(
        bias=tuple(round(model.bias, _DIGITS) for model in models),
        features={name: tuple(round(model.weights.get(name, 0.0), _DIGITS) for model in models) for name in names},
    )


def prior_evidence() -> dict[str, dict[str, float]]:
    """The log odds of evidence.tsv by stance and feature; what speaks for a side speaks against "state"."""
    prior: dict[str, dict[str, float]] = {stance: {} for stance in STANCES}
    for feature, stance, odds in read_rows("positions/evidence.tsv"):
        prior[stance][feature] = float(odds)
        if stance != "state":
            prior["state"][feature] = prior["state"].get(feature, 0.0) - AGAINST_STATE * float(odds)
    return prior


def _target(example: Example, stance: str) -> float:
    if stance not in example.accepted:
        return 0.0
    if stance == example.accepted[0]:
        return 1.0
    return ALSO_STATE if stance == "state" else ALSO_ACCEPTED


def leave_one_outlet_out(examples: Sequence[Example]) -> dict[str, float]:
    """Shares of the positions with an accepted stance: the model's, and the table's with "state" for the rest."""
    learned = table = best = 0
    for outlet in sorted({example.outlet for example in examples}):
        model = fit([example for example in examples if example.outlet != outlet])
        for example in examples:
            if example.outlet == outlet:
                stance = said_by_cue(example.cue) or choose(example.features, model)
                learned += stance in example.accepted
                best += stance == example.accepted[0]
                table += (said_by_cue(example.cue) or "state") in example.accepted
    count = len(examples)
    return {
        "stance, leave one outlet out": learned / count,
        "stance, the editor's first": best / count,
        "stance, table alone": table / count,
    }


def _json(model: Weights) -> bytes:
    record = {
        "provenance": "learned by briefing.training.stance from the editors' gold positions; see stance.md",
        "stances": STANCES,
        "bias": model.bias,
        "features": model.features,
    }
    text = json.dumps(record, indent=1)
    return (_one_row_a_line(text) + "\n").encode()


def _one_row_a_line(text: str) -> str:
    """Join the lines of the innermost lists, which hold one number each."""
    lines: list[str] = []
    inside = False
    for line in text.splitlines():
        stripped = line.strip()
        if inside:
            lines[-1] += stripped if stripped.startswith("]") else stripped.rstrip(",") + ", " * stripped.endswith(",")
        else:
            lines.append(line)
        inside = inside or line.endswith("[")
        if stripped.startswith("]"):
            inside = False
    return "\n".join(lines)


def _card(figures: dict[str, float], count: int) -> bytes:
    rows = "\n".join(f"| {name} | {value:.3f} |" for name, value in figures.items())
    return f"""# Stance model (`stance.json`)

For each of the ten stances a logistic regression of whether an editor would accept the label, over named binary
features: how the cue reads (`cues.tsv`) and which classes of words the content holds (`words.tsv`), in which relation.
The weights start from log odds set by hand (`evidence.tsv`) and move away from them only as far as the gold asks. The
stance with the highest log odds is taken. It decides only where the cue leaves the side open ("said"); a cue that shows
a side ("denied", "urged") decides alone.

- Learned from: the editors' gold positions (`gold/dev`, 28 articles, {count} positions; BBC, CNN, Wikinews through GUM,
  four outlets of PolNeAR, XSum), of which the ones with an open cue. The texts are not part of the package.
- Learned by: `python -m cli.lab train stance ../shared` (batch gradient, L2 penalty {PENALTY}, a target of
  {ALSO_ACCEPTED}, for "state" {ALSO_STATE}, for a label that the editor accepts beside the best). Deterministic.
- Figures, each outlet predicted by a model that never saw it:

| share of positions | |
| --- | --- |
{rows}

- Limits: English news. The editor accepts two labels on average, so that "state" is often right; a side that only
  irony, an idiom or knowledge of the affair shows is not found.
""".encode()
