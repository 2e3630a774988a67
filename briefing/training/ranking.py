"""Learns which positions an editor keeps, and how many."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.attribution import attribute
from briefing.model import Position
from briefing.parties import resolve_parties
from briefing.positions.filing import take_positions
from briefing.positions.prominence import Features, key_features
from briefing.positions.ranking import KeyModel, choose_key
from briefing.positions.repeats import Repeats, find_repeats
from briefing.positions.topics import topics_of
from briefing.salience import score_sentences
from briefing.training import Trained
from briefing.training.gold import GoldArticle, gold_articles, kept_by_editor
from briefing.training.logistic import fit_logistic

PENALTY = 2.0
DECAY = 0.2
SHARE = 0.7
_DIGITS = 3


class Ranked(NamedTuple):
    """An article as the ranking sees it: ``kept`` are positions that its editor marked, of ``wanted`` ones in all."""

    outlet: str
    positions: tuple[Position, ...]
    features: list[Features]
    repeats: Repeats
    kept: tuple[bool, ...]
    wanted: int


def train_ranking(shared: Path) -> Trained:
    """Fit on gold/dev; the figures come from leaving out one outlet at a time."""
    articles = [_ranked(article) for article in gold_articles(shared)]
    figures = leave_one_outlet_out(articles)
    return Trained(
        files={
            "positions/ranking.json": _json(fit(articles)),
            "positions/ranking.md": _card(figures, sum(len(article.positions) for article in articles)),
        },
        figures=figures,
    )


def _ranked(article: GoldArticle) -> Ranked:
    """What the package finds in a gold article, with the marks of its editor where they fit."""
    document = article.document
    attributions = attribute(document)
    cast = resolve_parties(document, attributions)
    taken = take_positions(document, attributions, cast)
    topics = topics_of(document, taken)
    return Ranked(
        outlet=article.outlet,
        positions=taken,
        features=key_features(document, taken, topics, score_sentences(document, taken), cast),
        repeats=find_repeats(document, taken, topics),
        kept=kept_by_editor(article, taken),
        wanted=sum(article.keys),
    )


def fit(articles: Sequence[Ranked]) -> KeyModel:
    """A logistic model of what the editors kept."""
    features = [each for article in articles for each in article.features]
    kept = [float(key) for article in articles for key in article.kept]
    fitted = fit_logistic(features, kept, PENALTY)
    weights = {name: round(weight, _DIGITS) for name, weight in fitted.weights.items()}
    return KeyModel(round(fitted.bias, _DIGITS), weights, DECAY, SHARE)


def leave_one_outlet_out(articles: Sequence[Ranked]) -> dict[str, float]:
    """Precision, recall and F1 of the key positions: content and one party match those of the editors."""
    hits = marked = 0
    for outlet in sorted({article.outlet for article in articles}):
        model = fit([article for article in articles if article.outlet != outlet])
        for article in articles:
            if article.outlet == outlet:
                logits = [model.logit(features) for features in article.features]
                chosen = choose_key(article.positions, logits, article.repeats, model)
                hits += sum(article.kept[place] for place in chosen)
                marked += len(chosen)
    gold = sum(article.wanted for article in articles)
    return {
        "key precision, leave one out": hits / marked,
        "key recall": hits / gold,
        "key F1": 2 * hits / (marked + gold),
    }


def _json(model: KeyModel) -> bytes:
    record = {
        "provenance": "learned by briefing.training.ranking from the editors' gold positions; see ranking.md",
        **model._asdict(),
    }
    return (json.dumps(record, indent=1) + "\n").encode()


def _card(figures: dict[str, float], count: int) -> bytes:
    rows = "\n".join(f"| {name} | {value:.3f} |" for name, value in figures.items())
    return f"""# Key positions (`ranking.json`)

A logistic regression of whether an editor keeps a position in a brief of five to seven lines. The features are named
and described in `briefing/positions/prominence.py`. The positions are then taken greedily, best log odds first; each
position that a party already has among them takes {DECAY} off its next. {SHARE:.0%} of the positions are kept, seven at
most; one without a party or one that repeats another never is.

- Learned from: the {count} positions that the package finds in the articles of the editors' gold (`gold/dev`, 28
  articles; BBC, CNN, Wikinews through GUM, four outlets of PolNeAR, XSum), marked where the editor's key positions have
  the same content and a party in common. The texts are not part of the package.
- Learned by: `python -m cli.lab train ranking ../shared` (L2 penalty {PENALTY}). Deterministic. The features come from
  the attributions, parties, stances and sentence scores that the package finds: renew it when one of these has changed.
- Figures against the editors' key positions, each outlet predicted by a model that never saw it; what attribution and
  parties miss or get wrong counts against them:

| | |
| --- | --- |
{rows}

- Two editors agree at F1 0.851 (ten articles). The model sees no meaning: it goes by place, party, stance and wording.
""".encode()
