"""brief beside the summarizers that people know, on the same articles, in one run: articles a second, and the ratio.

sumy and summa print three sentences each; brief does that and finds the positions and the parties too. All run in this
process, one after another, each after a first article that loads what it needs. Needs the group benchmark.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from briefing.attribution import attribute
from briefing.language import analyse
from briefing.pipeline import summarize
from briefing.reading import parse_article

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\w+")


class Timing(NamedTuple):
    """``rate`` is articles a second; ``ratio`` how many times as fast as brief."""

    name: str
    rate: float
    ratio: float


def timings(texts: Sequence[str]) -> Iterator[Timing]:
    """brief first, then the others."""
    own = None
    for name, run in (("brief, every stage", _brief), ("brief, attribution alone", _attribution), *_peers()):
        run(texts[0])
        began = time.perf_counter()
        for text in texts:
            run(text)
        rate = len(texts) / (time.perf_counter() - began)
        own = own or rate
        yield Timing(name, rate, rate / own)


def _brief(text: str) -> None:
    summarize(parse_article(text))


def _attribution(text: str) -> None:
    attribute(analyse(parse_article(text)))


def _peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    from summa.summarizer import summarize as summa
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    def sumy(summarizer: Any) -> Callable[[str], object]:
        return lambda text: summarizer(PlaintextParser.from_string(text, _Tokenizer()).document, 3)

    yield "sumy LexRank", sumy(LexRankSummarizer())
    yield "sumy TextRank", sumy(TextRankSummarizer())
    yield "summa TextRank", lambda text: summa(text, words=70)


class _Tokenizer:
    """What sumy needs of a tokenizer; its own wants data from the network."""

    language = "english"

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        return tuple(filter(None, (each.strip() for each in _SENTENCE.split(paragraph))))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(_WORD.findall(sentence))
