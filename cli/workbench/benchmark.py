"""The speed of brief and of well-known summarizers on the same articles, in one run: articles per second, and ratio.

sumy and summa make three sentences each, set up as in their READMEs; brief also finds the positions and the parties.
They run one after another, in this process unless their name says otherwise, each after a first article that loads
what it needs. Needs the dependency group ``benchmark``.
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
    """``rate`` is in articles per second; ``ratio`` is that rate divided by the rate of brief."""

    name: str
    rate: float
    ratio: float


def timings(texts: Sequence[str]) -> Iterator[Timing]:
    """The timings of brief first, then those of the others."""
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
    """The articles per second of one process for each core, after a warm-up."""
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
    """sumy's own tokenizer, without the trained parameters of Punkt, which it would fetch from the network."""
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
