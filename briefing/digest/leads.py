"""Chooses a story's summary: sentences of its reports' summaries that share most with the others and repeat least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.digest.model import Passage
from briefing.digest.saying import unwrapped
from briefing.digest.terms import lower_words, rarity, terms
from briefing.model import Brief
from briefing.resources import read_words

SENTENCES = 3
"""Most sentences of a story's summary, the lead included."""

_SHORT = 20  # added to the number of a sentence's terms, so that short sentences do not win by being short
_LATER = 0.8  # factor for a sentence that is not the first of its report's summary
_HANGING = 0.6  # factor for a sentence that opens with a word referring to the one before ("However")
_REPORTS = 4  # a term in more reports than this weighs no more
_LEAST = 0.15  # least score of a sentence that is added to the lead
_NEW = 0.6  # least share of a sentence's terms that no chosen sentence has


def summary_of(brief: Brief, report: int) -> tuple[Passage, ...]:
    """The sentences of a brief's summary in the order of the text."""
    pieces = sorted((each.piece for each in brief.summary), key=lambda piece: piece.start)
    return tuple(Passage(report, each.start, each.end, unwrapped(each.shown)) for each in pieces)


def choose(summaries: Sequence[Sequence[Passage]]) -> tuple[Passage, ...]:
    """Choose the sentences of a story's summary.

    Args:
        summaries: those of the story's reports, without copies.

    Returns:
        At most ``SENTENCES``, the lead first; for a story of one report only the first sentence of its summary.
    """
    own = {each: frozenset(terms(each.text)) for summary in summaries for each in summary}
    having = Counter(term for summary in summaries for term in frozenset[str]().union(*(own[each] for each in summary)))
    first = {summary[0] for summary in summaries if summary}
    weights = {term: rarity(term) * (min(_REPORTS, count) - 1) for term, count in having.items()}
    chosen: list[Passage] = []
    told: frozenset[str] = frozenset()

    def shared(each: Passage) -> float:
        weight = sum(weights[term] for term in sorted(own[each] - told)) / (len(own[each]) + _SHORT)
        return weight * (1 if each in first else _LATER) * (_HANGING if _hangs(each) else 1)

    while len(chosen) < SENTENCES:
        open_ = [each for each in own if not chosen or len(own[each] - told) >= _NEW * len(own[each])]
        best = max(open_, key=lambda each: (shared(each), each in first, -each.report, -each.start), default=None)
        if best is None or best in chosen or (chosen and (shared(best) < _LEAST or best.text.endswith("?"))):
            break
        chosen.append(best)
        told |= own[best]
    return tuple(chosen)


def _hangs(each: Passage) -> bool:
    words = lower_words(each.text)
    return bool(words) and words[0] in read_words("salience/openers.txt")
