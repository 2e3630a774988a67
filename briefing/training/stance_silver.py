"""The stances that a large network read in articles that nobody annotated ("silver"), as examples to begin from.

They are many where the editors' are few, so that rare words come with some weight; what the editors say goes first.
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
"""Of how many articles one is taken: half of them teach as much as the time is worth."""

GENEROUS = 1.6
"""What a share is multiplied with: shares add up to 1, but editors accept about two stances of a position, and the best
of them was taught as more than half."""

_NAMED = 12  # words of a source that may name the holder


class Told(NamedTuple):
    """The features of an attribution, and how sure each of STANCES would be accepted."""

    features: list[str]
    accepted: tuple[float, ...]


def read_stances(shared: Path) -> list[Told]:
    """The attributions of some of the articles, in the order of the file."""
    articles = takewhile(lambda each: each.scheme == EDITORS, read_silver(shared))
    return [told for article in islice(articles, 0, None, EVERY) for told in told_in(article)]


def told_in(article: Example) -> Iterator[Told]:
    """The attributions of one article whose stances were read; the holder goes by the words of the source."""
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
