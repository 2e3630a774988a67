"""The score of a sentence: the weighted sum of its named parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Document, Position, ScoredSentence
from briefing.resources import read_json
from briefing.salience.quotation import quotation_weights

DEFAULT_QUOTE_WEIGHT = 0.08
"""Chosen for editors and ROUGE together; ``data/salience/weights.md`` tells what others trade."""


def score_sentences(
    document: Document,
    parts: Sequence[Mapping[str, float]],
    positions: Sequence[Position],
    quote_weight: float = DEFAULT_QUOTE_WEIGHT,
) -> tuple[ScoredSentence, ...]:
    """One score per sentence of the document, in its order; linear in the length of the text.

    ``parts`` are what ``find_parts`` gives. The score is the sum of the parts in ``why``, mostly between 0 and 1.
    ``quote_weight`` (0 to 1) is how far the worth of the sentence's positions counts against salience: at 0 salience
    stands alone, at 1 quotation does.
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
    """Add up the weighted parts of one sentence, each rounded to four decimals so that a reader can do the same."""
    why = [(name, round(weights[name] * value * (1 - quote_weight), 4)) for name, value in parts.items()]
    why.append(("quotation", round(quoted * quote_weight, 4)))
    shown = tuple((name, value) for name, value in why if value)
    return ScoredSentence(sentence, round(sum(value for _, value in shown), 4), shown)


def learned_weights() -> dict[str, float]:
    """The weight of each named part, as ``briefing.training.salience`` learned it."""
    weights: dict[str, float] = read_json("salience/weights.json")["weights"]
    return weights
