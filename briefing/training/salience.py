"""Learns the weight of each part of salience, and of quotation beside them, from summaries that people wrote or chose.

Minimum risk training (Och 2003; Smith and Eisner 2006): each triple of an article's likely sentences is a possible
summary with the softmax of its summed scores as probability, and the weights maximize the expected points.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefing.language import is_word, tokens_of
from briefing.model import Document
from briefing.salience.parts import NAMES, body_of
from briefing.salience.scoring import DEFAULT_QUOTE_WEIGHT, weigh
from briefing.salience.selection import select_sentences
from briefing.training.gold import FOLDS
from briefing.training.summaries import EditorsJudge, Judge

EDITORS, OURS = "editors", "ourselves"
SHARE = {
    "cnndm.dev": 0.3,
    "cnndm_mix.dev": 0.5,
    "writers.dev": 0.4,
    "gumnews.dev": 0.3,
    EDITORS: 0.8,
    OURS: 0.2,
}
"""The weight of each corpus, however many articles it has; the editors tell best what a reader wants to know."""

START = {
    "lead": 2.0, "opening": 0.6, "early": 0.3, "centrality": 2.7, "coverage": 1.8, "title": 0.6, "first_mention": 1.5,
    "detail": 0.9, "day": 0.6, "gist": 10.0, "words": 1.5, "short": -1.0, "long": -0.5, "question": -0.5, "turn": 0.5,
    "opens_quoting": -0.9, "quotation": 2.0,
}  # fmt: skip
"""Where the search begins and what the penalty pulls towards: about what a logistic model of the editors' sentences
says."""

COLUMNS = (*NAMES, "quotation")
LIKELY = 10
"""How many sentences of an article triples are made of, beside the first three: the best by the starting weights."""

PENALTY, STEPS, RATE = 0.002, 150, 0.15
REPORTED = ("cnndm.dev", "writers.dev", "cnndm_mix.dev", "gumnews.dev")
QUOTE_WEIGHTS = (0.0, DEFAULT_QUOTE_WEIGHT, 0.15, 0.3, 0.5)
"""The quote weights that the model card compares."""

_CARD = """\
# Weights of salience

`weights.json` says what each named part of a sentence's score counts (`briefing/salience/parts.py`). A score is the sum
of the parts (each 0 to 1) times their weights; the positive weights add up to 1. `--quote-weight` then mixes in what
the sentence's best position is worth: the chance that an editor keeps it (`positions/ranking.md`).

**Learned** by `python -m cli.lab train judgement ../shared` (modules `briefing.training.judgement` and `.salience`,
minimum risk training) from summaries that people wrote or chose: CNN/DailyMail, a set with several writers for
each article, GUM news, and the sentences that were marked by editors in {editors} articles and by ourselves in {ours}
more (which count less: the network has learned from them what it says of a sentence, its `gist`). Each corpus counts a
fixed share, whatever its size.

**Quotation.** Learned with the others, for all corpora at once, the weight of quotation comes out as {learned:.2f}:
that is what ROUGE asks for. Editors ask for more; {default:g}, the default of `--quote-weight`, is where they
gain and no corpus loses much. What other values trade, by the same weights of the parts: points of ROUGE-1 + ROUGE-2
(F1, best over the references, over the running text), and the share of the sentences that editors chose / would accept:

{trade}

**Figures**, cross-validated over {folds} folds (the article was never in the training), with the default:

{table}

**Limits.** English news prose. ROUGE counts shared words, and news is written so that its first sentences share most;
gains over the lead are small everywhere and within chance on sets as small as GUM's.
"""

Array = NDArray[np.float64]
Weights = dict[str, float]


class Example(NamedTuple):
    """An article ready for training: the parts and the quotation weight of each sentence (``quoting``), sums of COLUMNS
    for each triple of sentences, shape (triples, columns), and the points of each triple."""

    corpus: str
    name: str
    document: Document
    judge: Judge
    parts: Sequence[Mapping[str, float]]
    quoting: Sequence[float]
    triples: Array
    points: Array

    @property
    def fold(self) -> int:
        """The cross-validation fold in which this article is held out, below FOLDS."""
        return crc32(self.name.encode()) % FOLDS


def example(
    corpus: str,
    name: str,
    document: Document,
    judge: Judge,
    parts: Sequence[Mapping[str, float]],
    quoting: Sequence[float],
) -> Example | None:
    """Judge every triple of an article's likely sentences; None if its running text has fewer than four sentences."""
    body = [sentence.index for sentence in body_of(document)]
    if len(body) <= 3:
        return None
    rows = np.array([[parts[index].get(part, 0.0) for part in NAMES] + [quoting[index]] for index in body])
    best = np.argsort(-(rows @ _as_array(START)), kind="stable")[:LIKELY]
    triples = np.array(list(combinations(sorted({0, 1, 2, *best.tolist()}), 3)))
    points = judge(np.array(body)[triples].tolist())
    return Example(corpus, name, document, judge, parts, quoting, rows[triples].sum(axis=1), points)


def fit(examples: Sequence[Example]) -> tuple[Weights, float]:
    """The weights of the parts, the positive ones in sum 1, and the weight of quotation beside them, 0 to 1.

    They maximize the expected points, by full-batch Adam; an L2 penalty pulls towards ``START``, so that a small corpus
    cannot bend the weights far.
    """
    counts = Counter(each.corpus for each in examples)
    rows = np.concatenate([each.triples for each in examples])
    points = np.concatenate([each.points - each.points.mean() for each in examples])
    sizes = np.array([len(each.points) for each in examples])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    shares = np.repeat([SHARE[each.corpus] / counts[each.corpus] for each in examples], sizes)
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
    *parts, quotation = weights.tolist()
    scale = sum(weight for weight in parts if weight > 0)
    quoting = max(0.0, quotation) / (scale + max(0.0, quotation))
    return {name: round(weight / scale, 3) for name, weight in zip(NAMES, parts, strict=True)}, quoting


def cross_validate(examples: Sequence[Example]) -> dict[str, float]:
    """Cross-validated figures of summaries of three sentences, and those of the lead (the first three sentences)."""
    found: dict[str, list[float]] = defaultdict(list)
    for fold in range(FOLDS):
        weights, _ = fit([each for each in examples if each.fold != fold])
        for each in examples:
            if each.fold == fold:
                _judge(each, weights, found)
    return {name: sum(values) / len(values) for name, values in sorted(found.items())}


def _judge(each: Example, weights: Weights, found: dict[str, list[float]]) -> None:
    """Append to ``found`` the figures of an article's summaries: the lead, and one for each of QUOTE_WEIGHTS."""
    chosen = {"lead": [sentence.index for sentence in body_of(each.document)[:3]]}
    for quote_weight in QUOTE_WEIGHTS:
        scores = [
            weigh(index, parts, weights, quoted, quote_weight)
            for index, (parts, quoted) in enumerate(zip(each.parts, each.quoting, strict=True))
        ]
        chosen[f"{quote_weight:g}"] = [score.sentence for score in select_sentences(each.document, scores)]
    for name, sentences in chosen.items():
        if isinstance(each.judge, EditorsJudge):
            found[f"{each.corpus}, {name}: strict"].append(each.judge.best(sentences) / len(sentences))
            found[f"{each.corpus}, {name}: lenient"].append(each.judge.accepted(sentences) / len(sentences))
        else:
            found[f"{each.corpus}, {name}: R1 + R2"].append(float(each.judge([sentences])[0]))
            found[f"{each.corpus}, {name}: words"].append(sum(_words(each.document, index) for index in sentences))


def _words(document: Document, index: int) -> int:
    return sum(is_word(token.text) for token in tokens_of(document, document.sentences[index]))


def _as_array(weights: Mapping[str, float]) -> Array:
    return np.array([weights.get(name, 0.0) for name in COLUMNS])


def record(weights: Weights) -> bytes:
    """The file that ships."""
    provenance = "learned by briefing.training.judgement from summaries that people made; see weights.md"
    return (json.dumps({"provenance": provenance, "weights": weights}, indent=1) + "\n").encode()


def card(figures: Mapping[str, float], sizes: Mapping[str, int], learned: float) -> bytes:
    """The model card."""
    default = f"{DEFAULT_QUOTE_WEIGHT:g}"
    corpora = [corpus for corpus in REPORTED if sizes.get(corpus)]
    names = ("lead", *(f"{weight:g}" for weight in QUOTE_WEIGHTS))
    trade = [
        ["quote weight", *corpora, "editors"],
        ["---"] * (len(corpora) + 2),
        *(
            [name, *(f"{figures[f'{corpus}, {name}: R1 + R2']:.1f}" for corpus in corpora), _editors(figures, name)]
            for name in names
        ),
    ]
    table = [
        ["corpus (articles)", "lead", "its words", "the summary", "its words"],
        ["---"] * 5,
        *(
            [f"{corpus} ({sizes[corpus]})"]
            + [f"{figures[f'{corpus}, {name}: {what}']:.1f}" for name in ("lead", default) for what in _MEASURES]
            for corpus in corpora
        ),
    ]
    return _CARD.format(
        editors=sizes[EDITORS],
        ours=sizes[OURS],
        learned=learned,
        default=DEFAULT_QUOTE_WEIGHT,
        trade=_markdown(trade),
        folds=FOLDS,
        table=_markdown(table),
    ).encode()


_MEASURES = ("R1 + R2", "words")


def _editors(figures: Mapping[str, float], name: str) -> str:
    return " / ".join(f"{figures[f'{EDITORS}, {name}: {measure}']:.3f}" for measure in ("strict", "lenient"))


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
