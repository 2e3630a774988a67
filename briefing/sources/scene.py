"""The tokens of an article with their sentences, and which of them are quoted, content or cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import Attribution, Document, Quotation, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of one article by their tokens.

    ``sentence`` gives the sentence of each token; ``quoted`` marks those within a quotation of speech, ``told`` those
    within a content, ``cued`` those of a cue; ``words`` gives the tokens of each lower-case
    word; ``uses`` caches ``standing.use_of`` by the first token of a name.
    """

    document: Document
    texts: Sequence[str]
    lower: Sequence[str]
    starts: Sequence[int]
    sentence: Sequence[int]
    quoted: Sequence[int]
    told: Sequence[int]
    cued: Sequence[int]
    words: dict[str, list[int]]
    uses: dict[int, str]

    def token_at(self, offset: int) -> int:
        """The first token that ends after a character offset, or else the last token."""
        tokens = self.document.tokens
        index = max(bisect_right(self.starts, offset) - 1, 0)
        return min(index + (tokens[index].end <= offset), len(tokens) - 1)

    def tokens_of(self, spans: Sequence[Span]) -> list[int]:
        """The tokens that spans cover."""
        return _covered(self.document, self.starts, spans)

    def first_of(self, token: int) -> int:
        """The first token of the sentence that holds a token."""
        return self.document.sentences[self.sentence[token]].first_token

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outermost quotation that holds a character."""
        quotations = self.document.quotations
        at = bisect_right(quotations, offset, key=lambda each: each.start) - 1
        while at >= 0 and quotations[at].level:
            at -= 1
        return quotations[at] if at >= 0 and offset < quotations[at].end else None

    def opens(self, token: int) -> bool:
        """Whether a sentence begins at a token, or a clause, as punctuation stands before it."""
        return token == self.first_of(token) or not self.texts[token - 1][-1].isalnum()

    def block(self, sentence: int) -> int:
        """The block that holds a sentence."""
        return self.document.sentences[sentence].block


def set_scene(
    document: Document, texts: Sequence[str], lower: Sequence[str], attributions: Sequence[Attribution]
) -> Scene:
    """The scene of a document, with the contents and cues of its attributions marked."""
    starts = [token.start for token in document.tokens]
    sentence: list[int] = []
    for each in document.sentences:
        sentence += [each.index] * (each.end_token - len(sentence))
    sentence += [len(document.sentences) - 1] * (len(starts) - len(sentence))
    quotations = [Span(q.start, q.end) for q in document.quotations if q.kind == "speech" and q.level == 0]
    words: dict[str, list[int]] = {}
    for token, word in enumerate(lower):
        words.setdefault(word, []).append(token)
    return Scene(
        document,
        texts,
        lower,
        starts,
        sentence,
        _marked(document, starts, quotations),
        _marked(document, starts, [span for each in attributions for span in each.content]),
        _marked(document, starts, [span for each in attributions for span in each.cue]),
        words,
        {},
    )


def _covered(document: Document, starts: Sequence[int], spans: Iterable[Span]) -> list[int]:
    tokens = document.tokens
    found: list[int] = []
    for span in spans:
        first = max(bisect_right(starts, span.start) - 1, 0)
        first = min(first + (tokens[first].end <= span.start), len(tokens) - 1)
        found += range(first, max(bisect_left(starts, span.end), first))
    return found


def _marked(document: Document, starts: Sequence[int], spans: Sequence[Span]) -> bytearray:
    made = bytearray(len(starts))
    for token in _covered(document, starts, spans):
        made[token] = 1
    return made
