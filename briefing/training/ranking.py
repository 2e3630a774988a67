"""Learns which positions an editor keeps, and how many."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.positions.prominence import NETWORK, Features
from briefing.positions.ranking import KeyModel, choose_key
from briefing.training.found import Found
from briefing.training.gold import FOLDS, GoldArticle, kept_by_editor
from briefing.training.logistic import fit_logistic

PENALTY = 6.0
DECAY = 0.1
SHARE = 0.9
_DIGITS = 3
_ALL_ELSE = "all else"


class Ranked(NamedTuple):
    """An article as the ranking sees it: ``kept`` tells for each position found whether its editor marked it key.

    ``wanted`` is the number of key positions that the editor marked in all. ``by_editors`` is true for the articles
    that the attribution network has never seen.
    """

    fold: int
    by_editors: bool
    found: Found
    kept: tuple[bool, ...]
    wanted: int


def ranked(article: GoldArticle, found: Found) -> Ranked:
    """What the package finds in a gold article, with the key marks of the matching gold positions."""
    return Ranked(article.fold, article.by_editors, found, kept_by_editor(article, found.positions), sum(article.keys))


def fit(articles: Sequence[Ranked]) -> KeyModel:
    """A logistic model of what the editors kept, fitted in two steps.

    The first fits all features but those of the network (NETWORK) to all articles. The second weighs these against the
    log odds of the first, on the articles that the network has never seen.
    """
    seen = [{name: value for name, value in each.items() if name not in NETWORK} for each in _features(articles)]
    fitted = fit_logistic(seen, _kept(articles), PENALTY)
    base = KeyModel(fitted.bias, fitted.weights, DECAY, SHARE)
    unseen = [article for article in articles if article.by_editors]
    both = [
        {_ALL_ELSE: base.logit(each), **{name: each.get(name, 0.0) for name in NETWORK}} for each in _features(unseen)
    ]
    joined = fit_logistic(both, _kept(unseen), PENALTY, {_ALL_ELSE: 1.0})
    scale = joined.weights[_ALL_ELSE]
    weights = {name: weight * scale for name, weight in fitted.weights.items()}
    weights |= {name: joined.weights[name] for name in NETWORK}
    bias = joined.bias + scale * fitted.bias
    return KeyModel(round(bias, _DIGITS), {name: round(each, _DIGITS) for name, each in weights.items()}, DECAY, SHARE)


def _features(articles: Iterable[Ranked]) -> list[Features]:
    return [each for article in articles for each in article.found.features]


def _kept(articles: Iterable[Ranked]) -> list[float]:
    return [float(key) for article in articles for key in article.kept]


def held_out(articles: Sequence[Ranked]) -> list[KeyModel]:
    """For each fold of the articles the model that learned from the others."""
    return [fit([article for article in articles if article.fold != fold]) for fold in range(FOLDS)]


def measure(articles: Sequence[Ranked], models: Sequence[KeyModel]) -> dict[str, float]:
    """Precision, recall and F1 of the key positions of the editors' articles (content and one party match theirs), each
    article judged by the model of its fold."""
    hits = marked = 0
    articles = [each for each in articles if each.by_editors]
    for article in articles:
        model, found = models[article.fold], article.found
        chosen = choose_key(found.positions, [model.logit(each) for each in found.features], found.able, model)
        hits += sum(article.kept[place] for place in chosen)
        marked += len(chosen)
    gold = sum(article.wanted for article in articles)
    return {"key precision": hits / marked, "key recall": hits / gold, "key F1": 2 * hits / (marked + gold)}


def record(model: KeyModel) -> bytes:
    """The file that ships."""
    provenance = "learned by briefing.training.judgement from the editors' gold positions; see ranking.md"
    return (json.dumps({"provenance": provenance, **model._asdict()}, indent=1) + "\n").encode()


def card(figures: dict[str, float], articles: Sequence[Ranked]) -> bytes:
    """The model card."""
    rows = "\n".join(f"| {name} | {figures[name]:.3f} |" for name in ("key precision", "key recall", "key F1"))
    count = sum(len(article.found.positions) for article in articles)
    return f"""# Key positions (`ranking.json`)

A logistic regression of whether an editor keeps a position in a brief of five to seven lines. The features are named
and described in `briefing/positions/prominence.py`; the parts of the sentence where the position stands are among them,
and the chance that comes out is what the position counts in the score of its sentence (`salience/weights.md`). The
positions are then taken greedily, best log odds first; each position that a party already has among them takes {DECAY}
off its next. {SHARE:.0%} of the positions are kept, seven at most; one without a party, one that repeats another and a
fragment never are.

- Learned from: the {count} positions that the package finds in {len(articles)} annotated articles: the editors'
  (`gold/train`, `gold/dev`; BBC, CNN, Wikinews through GUM, outlets of PolNeAR, XSum, some 80 in all) and those of our
  own (`briefing/training/annotated.py`), marked where the annotator's key positions have the same content and a party
  in common. The texts are not part of the package.
- Learned by: `python -m cli.lab train judgement ../shared` (Newton's method, L2 penalty {PENALTY:g}). Deterministic.
  What the network takes a position to be `worth` and its sentence to tell (`network/judging.md`) is weighed against all
  else by the editors' articles alone, which it has never seen.
  The features come from the attributions, parties and stances that the package finds: renew it when these change.
- Figures against the key positions of the editors' articles, each fifth predicted by a model that never saw it; what
  attribution and parties miss or get wrong counts against them:

| | |
| --- | --- |
{rows}

- Two editors agree at F1 0.87 (eleven articles). Gradient boosting over the same features is no better. What a position
  means it sees in these two alone; else it goes by place, party, stance, wording and what comes back later.
""".encode()
