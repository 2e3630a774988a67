"""The two trained models at work: from feature names to label probabilities."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.attribution.chain import ZERO, Marginals, Vector, marginals
from briefing.attribution.features import OFFSETS, context, named, surroundings
from briefing.attribution.lexicon import Form
from briefing.attribution.view import View, stretches
from briefing.attribution.weights import Weights

LONGEST = 400
"""Tokens labelled together; a longer block is cut at a sentence, a longer sentence anywhere."""

_CACHED = 250_000


class _Memory(dict[str, Vector]):
    """The weights of the features met so far."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._of = weights.of

    def __missing__(self, feature: str) -> Vector:
        vector = self[feature] = self._of(feature)
        return vector


class Tagger:
    """A sequence model that remembers the weights it has looked up."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._memory = _Memory(weights)
        self._forms: dict[Form | None, tuple[Vector, ...]] = {}

    def tag(self, view: View) -> list[Vector]:
        """The label probabilities of every token by the first model, in time linear in the tokens."""
        self._tidy()
        scores = self._scores(view)
        found: list[Vector] = []
        for start, end in stretches(view, LONGEST):
            found += marginals(scores[start:end], self._weights.transitions).of
        return found

    def read(self, names: Sequence[Sequence[str]]) -> Marginals:
        """The label probabilities of a sequence given by the feature names of its tokens."""
        self._tidy()
        memory = self._memory
        return marginals([_sum([memory[name] for name in each]) for each in names], self._weights.transitions)

    def _scores(self, view: View) -> list[Vector]:
        memory, contexts = self._memory, context(view)
        scores: list[Vector] = []
        for sentence in view.document.sentences:
            for at in range(sentence.first_token, sentence.end_token):
                around = surroundings(view, at, sentence.first_token, sentence.end_token)
                vectors = [memory[name] for name in next(contexts)]
                vectors += [self._form(form)[place] for place, form in enumerate(around)]
                scores.append(_sum(vectors))
        scores += [ZERO] * (len(view) - len(scores))
        return scores

    def _form(self, form: Form | None) -> tuple[Vector, ...]:
        """What a word form adds at each of OFFSETS."""
        vectors = self._forms.get(form)
        if vectors is None:
            vectors = self._forms[form] = tuple(self._weights.total(named(form, offset)) for offset in OFFSETS)
        return vectors

    def _tidy(self) -> None:
        """Keeps the memory bounded however many texts are read."""
        if len(self._memory) > _CACHED:
            self._memory.clear()
        if len(self._forms) > _CACHED:
            self._forms.clear()


def _sum(vectors: Sequence[Vector]) -> Vector:
    o, b, i, s, q = map(sum, zip(*vectors, strict=True))
    return (o, b, i, s, q)
