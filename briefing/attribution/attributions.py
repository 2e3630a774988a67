"""The attribution stage as a whole: from a document to its attributions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.acceptance import LOOKED_AT, accepted
from briefing.attribution.assembly import Flags, Found, assemble, complete, reconcile, runs
from briefing.attribution.candidates import candidates
from briefing.attribution.clauses import with_antecedents, with_conditions, with_judgements
from briefing.attribution.interrupted import with_both_sides
from briefing.attribution.sources import with_whole_sources
from briefing.attribution.unclaimed import with_unclaimed
from briefing.language import is_word
from briefing.language.characters import QUOTES
from briefing.model import Attribution, Document, Mode, Reading, Span
from briefing.network.inputs import EDITORS
from briefing.network.judging import Judge, seen_of_sentences, shipped_judge
from briefing.network.lexicon import Lexicon, shipped
from briefing.network.roles import Candidate, RoleReader
from briefing.network.scores import content_of
from briefing.network.stances import StanceReader, seen_of
from briefing.network.threads import one_thread
from briefing.network.tokens import Network, Tagged
from briefing.network.view import View
from briefing.network.weights import Weights, unpack
from briefing.resources import map_bytes

OPERATING_POINT = 0.5
"""The confidence from which an attribution is reported: an editor would more likely mark it than not."""

UNJUDGED = 0.45
"""The same where no judge filters what is found; chosen by F1 on PolNeAR dev."""

_VERBATIM = frozenset(("speech", "scare"))
_OUTER = frozenset(",.;:-–—") | {"--", "..", "...", "…"}


class Read(NamedTuple):
    """The attributions of a document in text order, the activations of each of them (``seen_of``), those of each
    sentence (``seen_of_sentences``) and of each token, one row each."""

    found: list[Found]
    seen: NDArray[np.int8]
    sentences: NDArray[np.int8]
    tokens: NDArray[np.int8]


class Finder:
    """The network, the lexicon that it was trained with, and the judge, if any, of what it finds (editors' scheme)."""

    def __init__(self, lexicon: Lexicon, weights: Weights, judge: Judge | None = None) -> None:
        self._judge = judge
        self._lexicon, self._network, self._width = lexicon, Network(weights), 2 * weights.sizes.width
        self._roles, self._stances = RoleReader(weights), StanceReader(weights)

    def find(self, document: Document, least: float | None = None, scheme: int = EDITORS) -> list[Found]:
        """The attributions by one of SCHEMES of at least the confidence ``least``, in text order; by default the
        confidence from which they are reported."""
        return self.read(document, least, scheme).found

    def read(self, document: Document, least: float | None = None, scheme: int = EDITORS) -> Read:
        """The attributions that ``find`` gives, with their activations and those of all sentences."""
        if not document.tokens:
            sizes = ((0, self._width), (len(document.sentences), self._width), (0, self._width // 2))
            return Read([], *(np.zeros(size, np.int8) for size in sizes))
        with one_thread():
            view = View(document, self._lexicon)
            tagged = self._network.tag(view, scheme)
            bounds = [(each.first_token, each.end_token) for each in document.sentences]
            sentences = seen_of_sentences(tagged.active, bounds)
            if self._judge is None or scheme != EDITORS:
                found, seen = self._find(view, tagged, UNJUDGED if least is None else least, scheme)
                return Read(found, seen, sentences, tagged.active)
            found, seen = self._find(view, tagged, LOOKED_AT, scheme)
            point = OPERATING_POINT if least is None else least
            return Read(*accepted(self._judge, view, found, seen, point), sentences, tagged.active)

    def read_tokens(self, document: Document) -> NDArray[np.int8]:
        """The activations at each token."""
        with one_thread():
            return self._network.tag(View(document, self._lexicon)).active

    def _find(self, view: View, tagged: Tagged, least: float, scheme: int) -> tuple[list[Found], NDArray[np.int8]]:
        """The attributions of at least the confidence ``least`` before they are judged, and their activations."""
        content = content_of(tagged.labels)
        chosen = candidates(view, content, tagged.begins, least, scheme)
        tagged = tagged._replace(labels=np.empty((0, 0)), begins=content[:0])  # no longer needed, and large
        found = reconcile(self._assembled(view, tagged, chosen, scheme), least)
        del chosen
        found = with_judgements(view, complete(view, found))
        found = with_both_sides(view, with_antecedents(view, with_conditions(view, found)))
        return self._with_stances(tagged, with_whole_sources(view, with_unclaimed(view, found, content, least)))

    def _assembled(self, view: View, tagged: Tagged, chosen: Sequence[Candidate], scheme: int) -> Iterator[Found]:
        """The attribution that the network reads around each cue."""
        for each, rows in self._roles.read(view, tagged, chosen):
            yield assemble(rows, each.low, each.probability, _own_block(view, each, scheme))

    def _with_stances(self, tagged: Tagged, found: Sequence[Found]) -> tuple[list[Found], NDArray[np.int8]]:
        """The attributions with the probabilities of their stances, and their activations."""
        heads, contents = [(each.cue or each.content)[0] for each in found], [each.content for each in found]
        seen = seen_of(tagged.active, heads, contents)
        told = zip(found, self._stances.read(seen).tolist(), strict=True)
        return [replace(each, stances=tuple(row)) for each, row in told], seen


def _own_block(view: View, cue: Candidate, scheme: int) -> Flags | None:
    """Which tokens of a cue's window lie in its block, where the editors' scheme wants cue and content; else None."""
    return view.block[cue.low : cue.high] == view.block[cue.head] if scheme == EDITORS else None


def attribute(document: Document, min_confidence: float = OPERATING_POINT) -> tuple[Attribution, ...]:
    """Who says, believes, wants, promises or judges what.

    Args:
        document: the article with its words and sentences, as ``analyse`` gives it.
        min_confidence: attributions that an editor marks with a lower probability are left out; 0 keeps all that the
            final filter (``acceptance``) looks at, 1 hardly any.

    Returns:
        The attributions in text order, in time linear in the length of the text.

    >>> from briefing import parse_article
    >>> from briefing.language import analyse
    >>> document = analyse(parse_article("Iceland warned on Friday that fares would rise."))
    >>> (found,) = attribute(document)
    >>> found.mode, [document.article.text[start:end] for start, end in found.source]
    ('indirect', ['Iceland'])
    """
    return read_network(document, min_confidence).attributions


def read_network(document: Document, min_confidence: float = OPERATING_POINT) -> Reading:
    """The attributions of an article, with the activations of the network from the same reading.

    Args:
        document: the article with its words and sentences, as ``analyse`` gives it.
        min_confidence: as ``attribute`` takes it.

    Returns:
        The attributions, as ``attribute`` gives them, and the activations of each of them, of sentences and of tokens.

    >>> from briefing import parse_article
    >>> from briefing.language import analyse
    >>> found = read_network(analyse(parse_article("Iceland warned on Friday that fares would rise. It rained.")))
    >>> len(found.attributions), len(found.sentences)
    (1, 2)
    """
    read = finder().read(document, min_confidence)
    made = _made(document, read.found)
    kept = [at for at, each in enumerate(made) if each]
    return Reading(tuple(filter(None, made)), read.seen[kept], read.sentences, read.tokens)


def read_tokens(document: Document) -> NDArray[np.int8]:
    """The activations of the network at each token, as ``read_network`` gives them beside the attributions."""
    return finder().read_tokens(document)


def to_attributions(document: Document, found: Iterable[Found]) -> tuple[Attribution, ...]:
    """Attributions with token indices turned into character spans; those whose content has no word are left out."""
    return tuple(filter(None, _made(document, found)))


def _made(document: Document, found: Iterable[Found]) -> list[Attribution | None]:
    ends = _Ends(document)
    return [_attribution(ends, each) for each in found]


@cache
def finder() -> Finder:
    """The network that ships with the package, loaded once."""
    return Finder(shipped(), unpack(map_bytes("network/network.bin")), shipped_judge())


class _Ends:
    """The boundaries in a document that spans respect: those of verbatim quotations and of blocks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.quotes = [each.inner for each in document.quotations if each.level == 0 and each.kind in _VERBATIM]
        opens = pairwise(document.sentences)
        self.blocks = frozenset(two.first_token for one, two in opens if one.block != two.block)
        """The first token of every block but the first."""


def _attribution(ends: _Ends, found: Found) -> Attribution | None:
    """An attribution with character spans; None where its content has no word."""
    document = ends.document
    content = tuple(_pieces(ends, found.content))
    if not content:
        return None
    within = tuple(_common(content, ends.quotes))
    return Attribution(
        source=tuple(_pieces(ends, found.source)),
        cue=tuple(_pieces(ends, found.cue, keep_marks=True)),
        content=content,
        quotes=within,
        mode=_mode(document, found.content, within),
        sentence=_sentence(document, found.content[0]),
        confidence=round(min(1.0, found.confidence), 4),
        stances=found.stances,
    )


def _pieces(ends: _Ends, tokens: Sequence[int], keep_marks: bool = False) -> Iterator[Span]:
    """The spans of the runs of consecutive tokens within a block, without the punctuation at their ends."""
    document = ends.document
    for first, end in runs(tokens, ends.blocks):
        low, high = _trimmed(document, first, end)
        if low == high and keep_marks:
            low, high = first, end
        if low < high:
            yield Span(document.tokens[low].start, document.tokens[high - 1].end)


def _trimmed(document: Document, first: int, end: int) -> tuple[int, int]:
    words = document.tokens
    low, high = first, end
    while low < high and (words[low].text in _OUTER or _dangles(document, low, low, high)):
        low += 1
    while high > low and (words[high - 1].text in _OUTER or _dangles(document, high - 1, low, high)):
        high -= 1
    return low, high


def _dangles(document: Document, at: int, low: int, high: int) -> bool:
    """Whether the first or last token of ``low:high`` is a quotation mark whose partner is outside or the other end."""
    token = document.tokens[at]
    if token.text not in QUOTES:
        return False
    if at == low:
        partner = next((each.end for each in _ending_or_starting(document, token.start, True)), -1)
        return not token.end < partner < document.tokens[high - 1].start
    partner = next((each.start for each in _ending_or_starting(document, token.end, False)), -1)
    return not document.tokens[low].start < partner < token.start


def _ending_or_starting(document: Document, offset: int, starts: bool) -> list[Span]:
    """The closed quotation that starts (or else ends) at a character offset, as a list of at most one span."""
    if starts:
        at = bisect_left(document.quotations, offset, key=lambda each: each.start)
        found = document.quotations[at : at + 1]
        return [Span(each.start, each.end) for each in found if each.start == offset and each.closed]
    at = bisect_left(document.quotations, offset, key=lambda each: each.end)
    found = document.quotations[at : at + 1]
    return [Span(each.start, each.end) for each in found if each.end == offset and each.closed]


def _common(pieces: Sequence[Span], quotes: Sequence[Span]) -> Iterator[Span]:
    """The parts of the pieces that lie inside quotations."""
    at = bisect_left(quotes, pieces[0].start, key=lambda each: each.end)
    for piece in pieces:
        while at < len(quotes) and quotes[at].end <= piece.start:
            at += 1
        place = at
        while place < len(quotes) and quotes[place].start < piece.end:
            yield Span(max(piece.start, quotes[place].start), min(piece.end, quotes[place].end))
            place += 1


def _mode(document: Document, content: Sequence[int], quotes: Sequence[Span]) -> Mode:
    words = [document.tokens[at] for at in content if is_word(document.tokens[at].text)]
    at = quoted = 0
    for word in words:
        while at < len(quotes) and quotes[at].end <= word.start:
            at += 1
        quoted += at < len(quotes) and quotes[at].start <= word.start
    return "indirect" if not quoted else "direct" if quoted == len(words) else "mixed"


def _sentence(document: Document, token: int) -> int:
    index = bisect_left(document.sentences, token + 1, key=lambda each: each.first_token) - 1
    return document.sentences[max(0, index)].index
