"""The corpora of summaries: articles with what people made of them, and a judge of any choice of sentences.

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

from briefing.attribution import attribute
from briefing.language import analyse
from briefing.model import Document, Position, Span
from briefing.parties import resolve_parties
from briefing.positions import take_positions
from briefing.reading import parse_article

SUMMARY_SETS = ("cnndm.dev", "writers.dev", "cnndm_mix.dev", "gumnews.dev", "xsum.dev", "cnndm.train")
EDITORS = "gold/dev"

Judge = Callable[[Sequence[int]], float]


@dataclass(frozen=True, slots=True)
class Judged:
    """An article and the points, 0 to 200, of a summary made of some of its sentences.

    The points are ROUGE-1 plus ROUGE-2 (F1, stemmed, each the best over the references), or, for the editors' articles,
    half the share of the sentences that an editor accepts plus a quarter of the share that the editor chose.
    """

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
    for path in sorted((shared / EDITORS).glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        document = analyse(parse_article(path.with_name(f"{name}.txt").read_text("utf-8"), source=name))
        yield Judged(EDITORS, name, document, EditorsJudge(document, json.loads(path.read_text("utf-8"))))


def positions_of(document: Document) -> tuple[Position, ...]:
    """The positions as the chain finds them."""
    attributions = attribute(document)
    return take_positions(document, attributions, resolve_parties(document, attributions))


class RougeJudge:
    """ROUGE-1 plus ROUGE-2 of chosen sentences in points, as the rouge-score package counts (Lin 2004)."""

    def __init__(self, document: Document, references: Sequence[str]) -> None:
        self._words = [_rouge_words(document.article.masked[each.start : each.end]) for each in document.sentences]
        self._wanted = [_grams(_rouge_words(reference)) for reference in references]

    def __call__(self, chosen: Sequence[int]) -> float:
        """Points of a choice, 0 to 200."""
        made = _grams([word for index in sorted(chosen) for word in self._words[index]])
        return 100 * sum(max(_f1(made[n], each[n]) for each in self._wanted) for n in (0, 1))


class EditorsJudge:
    """What an editor thinks of a choice of three sentences.

    A gold span that begins before the sentences, in the dateline, means the sentence that follows.
    """

    def __init__(self, document: Document, gold: dict[str, Any]) -> None:
        self._best = {_sentence_from(document, Span(*span)) for span in gold["summary"]}
        self._accepted = self._best | {_sentence_from(document, Span(*span)) for span in gold["summary_also"]}

    def __call__(self, chosen: Sequence[int]) -> float:
        """Points of a choice, 0 to 100 for three sentences."""
        return 100 / 3 * (self.accepted(chosen) + 0.5 * self.best(chosen)) / 1.5

    def best(self, chosen: Sequence[int]) -> int:
        """How many of the sentences the editor chose too."""
        return sum(index in self._best for index in chosen)

    def accepted(self, chosen: Sequence[int]) -> int:
        """How many of the sentences the editor chose or would accept."""
        return sum(index in self._accepted for index in chosen)


def _sentence_from(document: Document, span: Span) -> int:
    return next((each.index for each in document.sentences if span.start < each.end), -1)


@cache
def _rouge_tokenizer() -> Any:
    from rouge_score.tokenizers import DefaultTokenizer

    return DefaultTokenizer(use_stemmer=True)


def _rouge_words(text: str) -> list[str]:
    return list(_rouge_tokenizer().tokenize(text))


def _grams(words: list[str]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    return Counter(words), Counter(pairwise(words))


def _f1(made: Counter[Any], wanted: Counter[Any]) -> float:
    both = sum(min(count, wanted[gram]) for gram, count in made.items() if gram in wanted)
    total = made.total() + wanted.total()
    return 2 * both / total if both else 0.0
