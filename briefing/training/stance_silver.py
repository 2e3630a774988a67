"""The stances that the teacher network predicted in articles that nobody annotated ("silver"), as training examples.

They are many where the editors' are few, so that rare words get some weight; they only set the prior for learning from
the editors'.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile
from pathlib import Path
from typing import NamedTuple

from briefing.language import stop_words
from briefing.model import Attribution, Document, Span
from briefing.network.inputs import EDITORS
from briefing.positions.cues import read_cue
from briefing.positions.stance import stance_features
from briefing.positions.word_index import WordIndex
from briefing.training.attribution_corpus import Example, Gold
from briefing.training.gold import mode_of, quoted_in
from briefing.training.silver import read_silver
from briefing.training.spans import spans_of

EVERY = 2
"""One of this many articles is used: half of them teach as much as the time is worth."""

GENEROUS = 1.6
"""The factor from a stance's probability to its target: probabilities sum to 1, but editors accept about two stances of
a position, and the teacher was trained with more than half for the best of them."""

_NAMED = 12  # words of a source that may name the holder


class Told(NamedTuple):
    """The features of an attribution, and for each of STANCES the target, 0 to 1, that it would be accepted."""

    features: list[str]
    accepted: tuple[float, ...]


def read_stances(shared: Path) -> list[Told]:
    """The examples from every EVERY-th article in the editors' scheme, in the order of the file."""
    articles = takewhile(lambda each: each.scheme == EDITORS, read_silver(shared))
    return [told for article in islice(articles, 0, None, EVERY) for told in told_in(article)]


def told_in(article: Example) -> Iterator[Told]:
    """The examples from the attributions of an article that have stances; the source's words name the holder."""
    words = WordIndex(article.document)
    for gold in article.golds:
        if gold.stances and gold.content:
            attribution = _attribution(article.document, gold)
            own = frozenset(words.within(attribution.source, _NAMED)) - stop_words()
            features = stance_features(words, attribution, read_cue(words, attribution), own)
            yield Told(features, tuple(min(1.0, GENEROUS * share) for share in gold.stances))


def _attribution(document: Document, gold: Gold) -> Attribution:
    source, cue, content = (
        tuple(Span(*each) for each in spans_of(document, tokens)) for tokens in (gold.source, gold.cue, gold.content)
    )
    quotes = tuple(quote for span in content for quote in quoted_in(document, span))
    return Attribution(source, cue, content, quotes, mode_of(content, quotes), 0, gold.sure)
