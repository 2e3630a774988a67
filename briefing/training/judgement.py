"""Learns two models from the same articles: which positions an editor keeps, and which sentences tell the story.

The features of a position include the salience parts of its sentence; its probability is in turn what the position
counts in the score of the sentence, beside the same parts. The second model learns from probabilities that come from
models which did not learn from the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from briefing.model import Position
from briefing.positions.ranking import KeyModel, chance
from briefing.salience.quotation import quotation_weights
from briefing.training import Trained, ranking, salience
from briefing.training.found import Found, find
from briefing.training.gold import GoldArticle, gold_articles
from briefing.training.summaries import EditorsJudge, Judge, judged_articles


def train_judgement(shared: Path) -> Trained:
    """Both models with their cards; the figures are cross-validated, in points or shares."""
    gold = gold_articles(shared)
    marked = [ranking.ranked(article, find(article.document)) for article in gold]
    key_model, models = ranking.fit(marked), ranking.held_out(marked)
    examples = [
        each
        for article, known in zip(gold, marked, strict=True)
        if (each := _marked(article, known.found, models[article.fold]))
    ]
    examples += _summarized(shared, key_model)
    weights, learned = salience.fit(examples)
    figures = ranking.measure(marked, models) | salience.cross_validate(examples)
    sizes = Counter(each.corpus for each in examples)
    return Trained(
        files={
            "positions/ranking.json": ranking.record(key_model),
            "positions/ranking.md": ranking.card(figures, marked),
            "salience/weights.json": salience.record(weights),
            "salience/weights.md": salience.card(figures, sizes, learned),
        },
        figures=figures | {"quote weight learned": learned},
    )


def _marked(article: GoldArticle, found: Found, model: KeyModel) -> salience.Example | None:
    corpus = salience.EDITORS if article.by_editors else salience.OURS
    return _example(corpus, article.name, EditorsJudge(article), found, model)


def _summarized(shared: Path, model: KeyModel) -> Iterator[salience.Example]:
    for article in judged_articles(shared):
        each = _example(article.corpus, article.name, article.judge, find(article.document), model)
        if each:
            yield each


def _example(corpus: str, name: str, judge: Judge, found: Found, model: KeyModel) -> salience.Example | None:
    quoting = quotation_weights(found.document, _scored(found, model))
    return salience.example(corpus, name, found.document, judge, found.parts, quoting)


def _scored(found: Found, model: KeyModel) -> list[Position]:
    chances = [chance(model.logit(features)) for features in found.features]
    return [replace(each, score=score) for each, score in zip(found.positions, chances, strict=True)]
