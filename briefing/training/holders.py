"""Learns who holds an attribution and whom somebody speaks for, from the editors' gold positions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.entities.word_classes import grammar
from briefing.model import Attribution
from briefing.parties.cast import build_cast
from briefing.parties.context import Active, Context
from briefing.parties.ranker import Ranker, Weights, pack
from briefing.training import Trained
from briefing.training.accepted import all_met, first_met
from briefing.training.gold import GoldArticle, gold_articles
from briefing.training.holder_choices import AFFILIATION, Asked, Read, choices, read
from briefing.training.loglinear import fit_choices
from briefing.training.ranker_fitting import fit_ranker

FOLDS = 3
PENALTY, AFFILIATION_PENALTY = 10.0, 3.0
LEAST = 6
"""The least number of choices in which a feature distinguishes candidates for it to have a weight."""
_DIGITS, _SMALL = 2, 0.02

Figures = dict[str, float]


def train_holders(shared: Path) -> Trained:
    """Fit on the annotated articles; the figures are cross-validated in FOLDS folds.

    In a first pass the answers to earlier choices are the right ones (``oracle``); in a second they are those that the
    weights of the first pass, fitted to the other folds, find.
    """
    articles = [read(article) for article in gold_articles(shared)]
    given = [choices(article, Ranker({}), oracle=True) for article in articles]
    apart = [fit(_others(given, fold)) for fold in range(FOLDS)]
    found = [choices(article, apart[place % FOLDS], oracle=False) for place, article in enumerate(articles)]
    apart = [fit(_others(found, fold)) for fold in range(FOLDS)]
    figures = measure([(article, apart[place % FOLDS]) for place, article in enumerate(articles)])
    ranker = fit(found)
    assert ranker.context is not None
    files = {
        "parties/holders.json": _json(ranker.weights, ranker.context),
        "parties/context.bin": pack(ranker.context),
        "parties/holders.md": _card(figures, len(articles), sum(map(len, ranker.weights.values()))),
    }
    return Trained(files=files, figures=figures)


def _others(made: Sequence[list[Asked]], fold: int) -> list[list[Asked]]:
    return [each for place, each in enumerate(made) if place % FOLDS != fold]


def fit(made: Sequence[list[Asked]]) -> Ranker:
    """The ranker that chooses the right candidates; small weights of features are dropped."""
    asked = [each for article in made for each in article]
    holders = [(table, choice, sight) for table, choice, sight in asked if sight is not None]
    ranker = fit_ranker(holders, PENALTY, LEAST)
    told = [choice for table, choice, _ in asked if table == AFFILIATION]
    weights = {**ranker.weights, AFFILIATION: fit_choices(told, AFFILIATION_PENALTY, LEAST)}
    rounded = {
        table: {name: round(weight, _DIGITS) for name, weight in weights[table].items() if abs(weight) >= _SMALL}
        for table in sorted(weights)
    }
    return Ranker(rounded, ranker.context)


def measure(articles: Sequence[tuple[Read, Ranker]]) -> Figures:
    """The share of gold positions whose holders are right: by kind of source with the gold attributions, then over all
    contents that the package finds."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    filed = 0
    for (article, told, active), ranker in articles:
        for given, (attributions, gold) in zip((True, False), told, strict=True):
            names = _holders(article, attributions, active, ranker)
            for place, position in gold.items():
                parties = article.parties[position]
                met = all_met(parties, names[place])
                kind = _kind(article, position) if given else "all of the contents found"
                for each in (kind, "all") if given else (kind,):
                    total[each] += 1
                    right[each] += met
                filed += not given and met and first_met(parties, names[place])
    figures = {kind: right[kind] / total[kind] for kind in sorted(total)}
    return {**figures, "filed under the first name": filed / max(1, right["all of the contents found"])}


def _holders(
    article: GoldArticle, attributions: Sequence[Attribution], active: Active, ranker: Ranker
) -> list[list[str]]:
    cast = build_cast(article.document, attributions, None, active, ranker)
    return [[cast.entities[index].name for index in holding.parties] for holding in cast.holdings]


def _kind(article: GoldArticle, position: int) -> str:
    """What kind of source a gold position has."""
    source, text = article.attributions[position].source, article.document.article.text
    words = " ".join(text[span.start : span.end] for span in source).split()
    parties = article.parties[position]
    if not words:
        return "empty source"
    if len(parties) > 1:
        return "several holders"
    if words[0].lower() in grammar("he", "she", "they", "it", "we", "i", "relative"):
        return "pronoun"
    names = {part for name in parties[0] for part in name.split() if part[0].isupper()}
    if names.intersection(words[0 if words[0] != "The" else 1 :]):
        return "named"
    return "described" if article.cast.holdings[position].speakers or parties[0][0][0].isupper() else "unnamed"


def _json(weights: Weights, context: Context) -> bytes:
    record: Mapping[str, object] = {
        "provenance": "learned by briefing.training.holders from the editors' gold positions; see holders.md",
        "shapes": [each.shape for each in (context.source, context.candidate, context.begin, context.last)],
        "tables": list(context.tables),
        "weights": weights,
    }
    return (json.dumps(record, indent=0, separators=(",", ":"), ensure_ascii=False, sort_keys=True) + "\n").encode()


def _card(figures: Figures, articles: int, count: int) -> bytes:
    rows = "\n".join(f"| {name} | {value:.3f} |" for name, value in figures.items())
    return f"""# Who holds an attribution (`holders.json`)

Log-linear models over named features, one for each kind of source (`briefing/sources/question.py`): of the candidates
(`holder_candidates.py`) the one whose features (`features.py`) weigh most is the holder. To these is added how well
the candidate fits the source by what the network of attribution knows of both (`context.py`, `context.bin`): its
activations at six tokens of the source and seven of the candidate, mapped to sixteen numbers, of which the positive
ones are weighed. One more table (`affiliation`) chooses whether somebody speaks for a body or for themself
(`affiliation.py`). {count:,} weights of features.

- Learned from: {articles} annotated articles: the editors' gold (`gold/train`, `gold/dev`) and those of our own
  (`briefing/training/annotated.py`), with the attributions as they have them and as the network finds them, which has
  learned from ours, but not from the editors'. The texts are not part of the package.
- Learned by: `python -m cli.lab train holders ../shared` (L2 penalty {PENALTY}, for `affiliation`
  {AFFILIATION_PENALTY}; features of at least {LEAST} choices). Deterministic. Renew it when attribution, names or
  features have changed.
- Figures: the share of positions whose holders are all right and no other is named, each article by weights from
  articles of the other {FOLDS - 1} of {FOLDS} parts; by kind of source with the editors' attributions, then with those
  that it finds (contents with at least half of their words in common):

| | |
| --- | --- |
{rows}

- It goes by place, wording and what names look like; it knows nobody. Wrong answers are mostly descriptions ("the
  report", "the group"), sources that attribution cut wrongly, and several holders at once.
""".encode()
