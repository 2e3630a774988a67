"""The score of a sentence: the weighted sum of its named parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Document, Position, ScoredSentence
from briefing.resources import read_json
from briefing.salience.quotation import quotation_weights

DEFAULT_QUOTE_WEIGHT = 0.08
"""A compromise between what editors choose and ROUGE; ``data/salience/weights.md`` has the figures of other values."""


def score_sentences(
    document: Document,
    parts: Sequence[Mapping[str, float]],
    positions: Sequence[Position],
    quote_weight: float = DEFAULT_QUOTE_WEIGHT,
) -> tuple[ScoredSentence, ...]:
    """How much each sentence tells of the story.

    Args:
        document: the article with its words and sentences.
        parts: what ``find_parts`` gives.
        positions: those of the document, as ``rank_positions`` gives them; none is allowed.
        quote_weight: how far the worth of the sentence's positions counts against salience, 0 (salience alone) to 1
            (positions alone).

    Returns:
        A score for each sentence of the document, in its order: the sum of the parts in ``why``, mostly between 0 and
        1. Scores compare sentences of one article, not articles.

    >>> from briefing import parse_article
    >>> from briefing.language import analyse
    >>> document = analyse(parse_article("The bank failed on Monday. Its owner left."))
    >>> from briefing.salience import find_parts
    >>> scores = score_sentences(document, find_parts(document), ())
    >>> abs(scores[0].score - sum(value for _, value in scores[0].why)) < 0.01
    True
    """
    weights = learned_weights()
    quoting = quotation_weights(document, positions) if quote_weight else [0.0] * len(document.sentences)
    return tuple(
        weigh(sentence.index, own, weights, quoted, quote_weight)
        for sentence, own, quoted in zip(document.sentences, parts, quoting, strict=True)
    )


def weigh(
    sentence: int, parts: Mapping[str, float], weights: Mapping[str, float], quoted: float, quote_weight: float
) -> ScoredSentence:
    """The score of one sentence: the sum of its weighted parts, each of them rounded to four decimals."""
    why = [(name, round(weights[name] * value * (1 - quote_weight), 4)) for name, value in parts.items()]
    why.append(("quotation", round(quoted * quote_weight, 4)))
    shown = tuple((name, value) for name, value in why if value)
    return ScoredSentence(sentence, round(sum(value for _, value in shown), 4), shown)


def learned_weights() -> dict[str, float]:
    """The weight of each named part, as ``briefing.training.salience`` learned it."""
    weights: dict[str, float] = read_json("salience/weights.json")["weights"]
    return weights
