"""The corpora of summaries: articles with reference summaries by people, and judges that score choices of sentences.

Needs rouge-score, which is no dependency of the package: import this module only to train.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.language import analyse
from briefing.model import Document
from briefing.reading import parse_article
from briefing.training.gold import GoldArticle

SUMMARY_SETS = ("cnndm.dev", "writers.dev", "cnndm_mix.dev", "gumnews.dev")

Array = NDArray[np.float64]
Choices = Sequence[Sequence[int]]
Judge = Callable[[Choices], Array]


@dataclass(frozen=True, slots=True)
class Judged:
    """An article with human summaries; ``judge`` gives the points of each of several choices of its sentences, from 0
    to 200: ROUGE-1 plus ROUGE-2 (F1, stemmed, each the best over the references)."""

    corpus: str
    name: str
    document: Document
    judge: Judge


def judged_articles(shared: Path) -> Iterator[Judged]:
    """Every article of the corpora with people's summaries, in a fixed order."""
    for corpus in SUMMARY_SETS:
        for line in (shared / f"data/summaries/{corpus}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            document = analyse(parse_article(row["text"], source=row["id"], title=row.get("title")))
            yield Judged(corpus, row["id"], document, RougeJudge(document, row["references"]))


class RougeJudge:
    """ROUGE-1 plus ROUGE-2 of choices of sentences in points, as the rouge-score package counts (Lin 2004), except that
    no bigram runs from one sentence into the next."""

    def __init__(self, document: Document, references: Sequence[str]) -> None:
        words = [_rouge_words(document.article.masked[each.start : each.end]) for each in document.sentences]
        self._measures = [
            [_overlaps([_grams(own, n) for own in words], _grams(_rouge_words(each), n)) for each in references]
            for n in (1, 2)
        ]

    def __call__(self, choices: Choices) -> Array:
        """Points of each choice, 0 to 200."""
        best = [np.max([_f1(*each, np.asarray(choices)) for each in measure], axis=0) for measure in self._measures]
        return np.asarray(100 * (best[0] + best[1]))


class EditorsJudge:
    """Points for choices of three sentences by an editor's marks: 1 for an accepted sentence, 1.5 for a chosen one."""

    def __init__(self, article: GoldArticle) -> None:
        self._article = article

    def __call__(self, choices: Choices) -> Array:
        """The points of each choice, scaled so that three chosen sentences have 100."""
        points = [100 / 3 * (self.accepted(choice) + 0.5 * self.best(choice)) / 1.5 for choice in choices]
        return np.array(points)

    def best(self, chosen: Sequence[int]) -> int:
        """How many of the sentences the editor chose too."""
        return sum(index in self._article.best for index in chosen)

    def accepted(self, chosen: Sequence[int]) -> int:
        """How many of the sentences the editor chose or would accept."""
        return sum(index in self._article.accepted for index in chosen)


def _overlaps(sentences: Sequence[Counter[Any]], wanted: Counter[Any]) -> tuple[Array, Array, Array]:
    """The counts of a reference's n-grams in each sentence, shape (sentences, n-grams), and in the reference, and the
    number of all n-grams of each sentence."""
    grams = list(wanted)
    has = np.array([[own[gram] for gram in grams] for own in sentences], float).reshape(len(sentences), len(grams))
    return has, np.array([wanted[gram] for gram in grams], float), np.array([own.total() for own in sentences], float)


def _f1(has: Array, wanted: Array, sizes: Array, choices: NDArray[np.intp]) -> Array:
    both = np.minimum(has[choices].sum(axis=1), wanted).sum(axis=1)
    return np.asarray(2 * both / np.maximum(1, sizes[choices].sum(axis=1) + wanted.sum()))


@cache
def _rouge_tokenizer() -> Any:
    from rouge_score.tokenizers import DefaultTokenizer

    return DefaultTokenizer(use_stemmer=True)


def _rouge_words(text: str) -> list[str]:
    return list(_rouge_tokenizer().tokenize(text))


def _grams(words: list[str], n: int) -> Counter[Any]:
    return Counter(words if n == 1 else pairwise(words))
