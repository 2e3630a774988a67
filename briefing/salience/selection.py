"""Chooses the sentences of a summary: the best first, none that repeats another or refers to one that is left out."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise

from briefing.language import is_word, tokens_of
from briefing.model import Document, ScoredSentence, Sentence
from briefing.resources import read_words
from briefing.salience.parts import body_of
from briefing.salience.stems import fold, stems

REPEATS = 0.9
"""Least share of the stems of the shorter of two sentences that the other has, for one of them to be left out."""

TOLD = 0.08
"""What a sentence loses if a chosen one has all of its stems; proportionally less if it has some."""

HANGING = 0.05
"""What a sentence that refers back to the sentence before loses while that one is not chosen."""

_FEWEST = 3  # stems that two sentences must share at least for one to repeat the other
_COMPARED = 20  # how many of the sentences taken a new one is compared with, so that the cost stays linear


def select_sentences(
    document: Document, scores: Sequence[ScoredSentence], sentences: int = 3, words: int | None = None
) -> tuple[ScoredSentence, ...]:
    """The sentences of the summary.

    A sentence scores the less, the more of its stems a chosen sentence has (maximal marginal relevance, Carbonell and
    Goldstein 1998); it is left out if it repeats a chosen one, and scores less while it refers back to a sentence that
    is not chosen ("He added …"). Titles, headings and captions are chosen only if the text has nothing else.

    Args:
        document: the article with its words and sentences.
        scores: one for each sentence, as ``score_sentences`` gives them.
        sentences: how many.
        words: if given, a limit in words that replaces ``sentences``; at least one is chosen, even if none fits.

    Returns:
        The scores of the chosen sentences, the best first.

    >>> from briefing import analyse_article
    >>> found = analyse_article("The bank failed on Monday. Its owner left. It rained.")
    >>> len(select_sentences(found.document, found.scores, sentences=2))
    2
    """
    queue = _Queue(document, scores)
    taken: list[int] = []
    told: list[set[str]] = []
    left = words
    while (words is not None or len(taken) < sentences) and (index := queue.pop()) is not None:
        length = _length(document, document.sentences[index])
        own = set(stems(document, document.sentences[index]))
        if (left is not None and length > left) or any(_repeats(own, other) for other in told):
            continue
        if queue.stands_back(index, TOLD * max((_shared(own, other) for other in told), default=0.0)):
            continue
        taken.append(index)
        told = [*told, own][:_COMPARED]
        left = None if left is None else left - length
        queue.release(index)
    if not taken:
        taken = [queue.best] if queue.best is not None else []
    return tuple(sorted((scores[index] for index in taken), key=lambda score: (-score.score, score.sentence)))


class _Queue:
    """A priority queue of the running text's sentences by score; one that refers back to the sentence before loses
    ``HANGING`` until that is chosen."""

    def __init__(self, document: Document, scores: Sequence[ScoredSentence]) -> None:
        body = body_of(document)
        self._scores = scores
        self._after = {one.index: other.index for one, other in pairwise(body)}
        self._hanging = {sentence.index for sentence in body[1:] if _hangs(document, sentence)}
        self._heap = [(HANGING * (each.index in self._hanging) - scores[each.index].score, each.index) for each in body]
        heapify(self._heap)
        self._out: set[int] = set()
        self._free: set[int] = set()
        self._lost: dict[int, float] = {}
        self.best = self._heap[0][1] if self._heap else None

    def pop(self) -> int | None:
        """Take the best sentence that is left; None where there is none."""
        while self._heap:
            _, index = heappop(self._heap)
            if index not in self._out:
                self._out.add(index)
                return index
        return None

    def stands_back(self, index: int, loss: float) -> bool:
        """Whether a sentence just taken falls behind the next best by losing ``loss``; it then goes back to the queue.

        The more is chosen, the higher the loss: it need not be computed before a sentence comes up.
        """
        value = HANGING * (index in self._hanging and index not in self._free) + loss - self._scores[index].score
        if loss <= self._lost.get(index, 0.0) or not self._heap or value <= self._heap[0][0]:
            return False
        self._lost[index] = loss
        self._out.discard(index)
        heappush(self._heap, (value, index))
        return True

    def release(self, index: int) -> None:
        """Note that a sentence is chosen: the next one, if it refers back to it, has its full score from now on."""
        after = self._after.get(index)
        if after in self._hanging and after not in self._out:
            self._free.add(after)
            heappush(self._heap, (self._lost.get(after, 0.0) - self._scores[after].score, after))


def _hangs(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence refers back to the one before it: it opens with a pronoun or a connective."""
    for token in tokens_of(document, sentence):
        if is_word(token.text):
            return fold(token.text) in read_words("salience/openers.txt")
    return True


def _repeats(own: set[str], other: set[str]) -> bool:
    return len(own & other) >= max(_FEWEST, REPEATS * min(len(own), len(other)))


def _shared(own: set[str], other: set[str]) -> float:
    return len(own & other) / max(1, min(len(own), len(other)))


def _length(document: Document, sentence: Sentence) -> int:
    """The words of a sentence as people count them, by white space."""
    return len(document.article.masked[sentence.start : sentence.end].split())
