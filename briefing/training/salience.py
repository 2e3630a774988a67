"""Learns the weight of each part of salience from summaries that people wrote or chose.

Minimum risk training (Och 2003; Smith and Eisner 2006): among the triples of an article's likely sentences, a triple's
chance grows with the exponential of its summed scores, and the weights maximize the points that are to be expected.
Needs rouge-score, which is no dependency of the package.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefing.model import ScoredSentence
from briefing.salience.parts import NAMES, body_of, find_parts
from briefing.salience.quotation import quotation_weights
from briefing.salience.scoring import DEFAULT_QUOTE_WEIGHT, weigh
from briefing.salience.selection import select_sentences
from briefing.training import Trained
from briefing.training.summaries import EDITORS, EditorsJudge, Judged, judged_articles, positions_of

SHARE = {
    "cnndm.dev": 0.3,
    "cnndm_mix.dev": 0.3,
    "writers.dev": 0.25,
    "gumnews.dev": 0.15,
    "xsum.dev": 0.1,
    "cnndm.train": 0.1,
    EDITORS: 0.25,
}
"""What a corpus counts, however many articles it has."""

START = {"lead": 8.0, "centrality": 6.0, "carried_on": 3.0, "first_mention": 2.0}
"""Where the search begins and what the penalty pulls towards: what news summarizers agree on."""

LIKELY = 12
"""Of how many sentences of an article triples are made: the best by the starting weights."""

PENALTY, STEPS, RATE, FOLDS = 0.01, 150, 0.15, 10
REPORTED = ("cnndm.dev", "writers.dev", "cnndm_mix.dev", "gumnews.dev", "xsum.dev")

_COLUMNS = ("lead: R1 + R2", "lead: words", "salience alone: R1 + R2", "default: R1 + R2", "default: words")
_CARD = """\
# Weights of salience

`weights.json` says what each named part of a sentence's score counts. A score is the sum of the parts (each 0 to 1)
times their weights; the positive weights add up to 1. `--quote-weight` then mixes in how much of it is speech.

**Learned** by `python -m cli.lab train salience ../shared` (module `briefing.training.salience`, minimum risk training)
from summaries that people wrote or chose: CNN/DailyMail, XSum, a set with several writers for each article, GUM news,
and the sentences that editors marked in the articles of gold/dev. Each corpus counts a fixed share, whatever its size.

**Figures**, cross-validated over {folds} folds (the article was never in the training): ROUGE-1 + ROUGE-2 F1 in points
over the running text, best over the references, and the length of the summaries in words.

| corpus (articles) | lead | its words | salience alone | as shipped, with quotation | its words |
| --- | --- | --- | --- | --- | --- |
{table}

Of the sentences that it takes from {editor_articles} articles that editors marked, they chose {editors}
(strict / lenient).

**Limits.** English news prose. ROUGE counts shared words, and news is written so that its first sentences share most;
gains over the lead are small everywhere and within chance on sets as small as GUM's.
"""

Array = NDArray[np.float64]
Weights = dict[str, float]


class Example(NamedTuple):
    """An article ready for training: its triples as sums of parts, their points, and what it counts.

    The positions are found only where quotation is weighed.
    """

    article: Judged
    parts: list[dict[str, float]]
    quoting: list[float]
    triples: Array
    points: Array
    share: float


def train_salience(shared: Path) -> Trained:
    """The weights as JSON with their model card; the figures are cross-validated, in points or shares."""
    examples = make_examples(list(judged_articles(shared)))
    weights = fit(examples)
    figures = cross_validate(examples)
    record = {
        "provenance": "learned by briefing.training.salience from summaries that people made; see weights.md",
        "weights": weights,
    }
    files = {
        "salience/weights.json": (json.dumps(record, indent=1) + "\n").encode(),
        "salience/weights.md": _card(figures, Counter(example.article.corpus for example in examples)),
    }
    return Trained(files, figures)


def make_examples(articles: Sequence[Judged]) -> list[Example]:
    """Judge every triple of likely sentences of every article that has at least four."""
    sizes = Counter(article.corpus for article in articles)
    examples = []
    for article in articles:
        parts = find_parts(article.document)
        body = [sentence.index for sentence in body_of(article.document)]
        if len(body) > 3:
            rows = np.array([[parts[index].get(name, 0.0) for name in NAMES] for index in body])
            best = np.argsort(-(rows @ _as_array(START)), kind="stable")[:LIKELY]
            triples = list(combinations(sorted({0, 1, 2, *best.tolist()}), 3))
            points = np.array([article.judge([body[place] for place in triple]) for triple in triples])
            quoting = quotation_weights(article.document, positions_of(article.document))
            share = SHARE[article.corpus] / sizes[article.corpus]
            examples.append(Example(article, parts, quoting, rows[np.array(triples)].sum(axis=1), points, share))
    return examples


def fit(examples: Sequence[Example]) -> Weights:
    """The weights of the highest expected points by Adam, scaled so that the best score is 1.

    A squared penalty pulls the weights towards ``START``, so that a small corpus cannot bend them far.
    """
    rows = np.concatenate([example.triples for example in examples])
    points = np.concatenate([example.points - example.points.mean() for example in examples])
    sizes = np.array([len(example.points) for example in examples])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    shares = np.repeat([example.share for example in examples], sizes)
    weights = prior = _as_array(START)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        score = rows @ weights
        chance = np.exp(score - np.repeat(np.maximum.reduceat(score, starts), sizes))
        chance /= np.repeat(np.add.reduceat(chance, starts), sizes)
        expected = np.repeat(np.add.reduceat(chance * points, starts), sizes)
        slope = (chance * (points - expected) * shares) @ rows - 2 * PENALTY * (weights - prior)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = RATE * (1 - step / (STEPS + 1))
        weights = weights + rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    scale = float(weights[weights > 0].sum())
    return {name: round(float(weight) / scale, 3) for name, weight in zip(NAMES, weights, strict=True)}


def cross_validate(examples: Sequence[Example]) -> dict[str, float]:
    """The figures of summaries of three sentences by weights that never saw the article, and of the lead."""
    found: dict[str, list[float]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fit([example for example in examples if _fold(example) != fold])
        for example in examples:
            if _fold(example) == fold:
                _judge(example, weights, found)
    return {name: sum(values) / len(values) for name, values in sorted(found.items())}


def _judge(example: Example, weights: Weights, found: dict[str, list[float]]) -> None:
    """Note what an article's summaries are worth: the lead's, salience alone, and with the default quote weight."""
    document, judge, corpus = example.article.document, example.article.judge, example.article.corpus
    chosen = {"lead": [sentence.index for sentence in body_of(document)[:3]]}
    for name, quote_weight in (("salience alone", 0.0), ("default", DEFAULT_QUOTE_WEIGHT)):
        scores = score_with(example, weights, quote_weight)
        chosen[name] = [score.sentence for score in select_sentences(document, scores)]
    for name, sentences in chosen.items():
        if isinstance(judge, EditorsJudge):
            found[f"{corpus}, {name}: strict"].append(judge.best(sentences) / len(sentences))
            found[f"{corpus}, {name}: lenient"].append(judge.accepted(sentences) / len(sentences))
        else:
            found[f"{corpus}, {name}: R1 + R2"].append(judge(sentences))
            found[f"{corpus}, {name}: words"].append(sum(_words(example, index) for index in sentences))


def score_with(example: Example, weights: Weights, quote_weight: float) -> list[ScoredSentence]:
    """The scores of an article's sentences by weights that are not those shipped."""
    return [
        weigh(index, parts, weights, quoted, quote_weight)
        for index, (parts, quoted) in enumerate(zip(example.parts, example.quoting, strict=True))
    ]


def _words(example: Example, index: int) -> int:
    document = example.article.document
    sentence = document.sentences[index]
    return len(document.article.text[sentence.start : sentence.end].split())


def _fold(example: Example) -> int:
    return crc32(example.article.name.encode()) % FOLDS


def _as_array(weights: Weights) -> Array:
    return np.array([weights.get(name, 0.0) for name in NAMES])


def _card(figures: Mapping[str, float], sizes: Mapping[str, int]) -> bytes:
    rows = [
        (f"{corpus} ({sizes[corpus]})", *(f"{figures[f'{corpus}, {column}']:.1f}" for column in _COLUMNS))
        for corpus in REPORTED
        if sizes.get(corpus)
    ]
    editors = " / ".join(f"{figures[f'{EDITORS}, default: {measure}']:.2f}" for measure in ("strict", "lenient"))
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return _CARD.format(table=table, editors=editors, editor_articles=sizes[EDITORS], folds=FOLDS).encode()
