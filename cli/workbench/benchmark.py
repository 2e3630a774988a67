"""brief beside the summarizers that people know, on the same articles, in one run: articles a second, and the ratio.

sumy and summa print three sentences each, set up as their README does it; brief does that and finds the positions and
the parties too. They run one after another, in this process unless it says otherwise, each after a first article that
loads what it needs. Needs the group benchmark.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, NamedTuple

from briefing.attribution import attribute
from briefing.language import analyse
from briefing.pipeline import summarize
from briefing.reading import parse_article


class Timing(NamedTuple):
    """``rate`` is articles a second; ``ratio`` how many times as fast as brief."""

    name: str
    rate: float
    ratio: float


def timings(texts: Sequence[str]) -> Iterator[Timing]:
    """brief first, then the others."""
    own = _rate(_brief, texts)
    yield Timing("brief, every stage", own, 1.0)
    together = _rate_together(_brief, texts)
    yield Timing(f"brief, every stage, {os.cpu_count()} processes", together, together / own)
    for name, run in (("brief, attribution alone", _attribution), *_peers()):
        rate = _rate(run, texts)
        yield Timing(name, rate, rate / own)


def _rate(run: Callable[[str], object], texts: Sequence[str]) -> float:
    run(texts[0])
    began = time.perf_counter()
    for text in texts:
        run(text)
    return len(texts) / (time.perf_counter() - began)


def _rate_together(run: Callable[[str], object], texts: Sequence[str]) -> float:
    """The same in as many processes as there are processors, each warm."""
    with ProcessPoolExecutor() as pool:
        list(pool.map(run, [texts[0]] * 8))
        began = time.perf_counter()
        list(pool.map(run, texts, chunksize=8))
        return len(texts) / (time.perf_counter() - began)


def _brief(text: str) -> None:
    summarize(parse_article(text))


def _attribution(text: str) -> None:
    attribute(analyse(parse_article(text)))


def _peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    from summa.summarizer import summarize as summa
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    tokenizer = _tokenizer()

    def sumy(kind: Any) -> Callable[[str], object]:
        summarizer = kind(Stemmer("english"))
        summarizer.stop_words = get_stop_words("english")
        return lambda text: summarizer(PlaintextParser.from_string(text, tokenizer).document, 3)

    yield "sumy LexRank", sumy(LexRankSummarizer)
    yield "sumy TextRank", sumy(TextRankSummarizer)
    yield "summa TextRank", lambda text: summa(text, words=70)


def _tokenizer() -> Any:
    """sumy's own tokenizer, but for the parameters of Punkt, which it would fetch from the network."""
    from nltk.tokenize.destructive import NLTKWordTokenizer
    from nltk.tokenize.punkt import PunktSentenceTokenizer
    from sumy.nlp.tokenizers import Tokenizer

    sentences, words = PunktSentenceTokenizer(), NLTKWordTokenizer()

    class Words:
        """What ``nltk.word_tokenize`` does."""

        def tokenize(self, text: str) -> list[str]:
            return [word for sentence in sentences.tokenize(text) for word in words.tokenize(sentence)]

    class Offline(Tokenizer):  # type: ignore[misc]
        def _get_sentence_tokenizer(self, language: str) -> Any:
            return sentences

        def _get_word_tokenizer(self, language: str) -> Any:
            return Words()

    return Offline("english")
