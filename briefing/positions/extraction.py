"""Turns attributions into positions: who holds it, who voiced it, which stance it takes, and the verbatim words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.language import stop_words
from briefing.model import Attribution, Cast, Document, Holding, Piece, Position, Span
from briefing.positions.stance import Side, take_side
from briefing.positions.word_index import WordIndex, word_index
from briefing.resources import read_lines, read_words

_MET = 8  # words before a cue that are searched for a meeting
_CLAIMS = frozenset({"that", "whether", "how", "why", "to", "if"})


def take_positions(document: Document, attributions: Sequence[Attribution], cast: Cast) -> tuple[Position, ...]:
    """Make a position of each attribution that reports one: who holds it, who voiced it, with which stance.

    Attributions whose holder the article leaves open ("is expected") give none, nor do claims within a claim of the
    same holder, topics of meetings and silences ("declined to comment"). If no holder was found, ``parties`` is empty.

    Args:
        document: the article with its words and sentences.
        attributions: those of the document, as ``attribute`` or, with their worth, ``with_worth`` gives them.
        cast: who holds each of them, as ``resolve_parties`` gives it.

    Returns:
        The positions in reading order of their contents. ``score`` is what the network takes each to be worth;
        ``rank_positions`` replaces it and sets ``key`` and ``same_as``.

    >>> from briefing import parse_article
    >>> from briefing.attribution import attribute
    >>> from briefing.language import analyse
    >>> from briefing.parties import resolve_parties
    >>> document = analyse(parse_article("Iceland warned on Friday that fares would rise."))
    >>> attributions = attribute(document)
    >>> cast = resolve_parties(document, attributions)
    >>> [position.stance for position in take_positions(document, attributions, cast)]
    ['warn']
    """
    words, names = word_index(document), OwnNames(cast)
    pairs = [pair for pair in zip(attributions, cast.holdings, strict=True) if pair[0].content and not pair[1].hidden]
    pairs = [pair for pair in pairs if not (_is_topic(words, pair[0]) or _is_purpose(words, pair[0]))]
    pairs.sort(key=lambda pair: (pair[0].content[0].start, pair[0].content[-1].end))
    filed: list[Position] = []
    for attribution, holding in _told_once(pairs):
        side = take_side(words, attribution, names.of(holding))
        if side is not None:
            filed.append(_file(document, attribution, holding, cast, side, len(filed)))
    return tuple(filed)


def _told_once(pairs: Iterable[tuple[Attribution, Holding]]) -> Iterator[tuple[Attribution, Holding]]:
    """Attributions in order, without those that lie within another claim of the same holder.

    "The two sides “agreed to wait”, they said" is one position: a claim within a claim has another holder.
    """
    around: list[tuple[Attribution, Holding]] = []
    for attribution, holding in pairs:
        start = attribution.content[0].start
        around = [each for each in around if each[0].content[-1].end > start]
        if not any(_repeats(attribution, holding, *each) for each in around):
            yield attribution, holding
            around.append((attribution, holding))


def _repeats(inner: Attribution, held: Holding, outer: Attribution, holding: Holding) -> bool:
    """Whether an attribution lies, cue and all, within the content of another that the same parties hold."""
    first, last = outer.content[0].start, outer.content[-1].end
    inside = all(first <= each.start and each.end <= last for each in (*inner.cue, *inner.content))
    return inside and bool(inner.cue) and bool(held.parties) and set(held.parties) == set(holding.parties)


def _is_topic(words: WordIndex, attribution: Attribution) -> bool:
    """Whether only the topic of a meeting is named, and no claim: "they met to discuss fish"."""
    inside = words.within(attribution.cue)
    if attribution.quotes or read_words("positions/topic_cues.txt").isdisjoint(inside):
        return False
    first = words.index(attribution.cue[0].start)
    met = not read_words("positions/meeting_words.txt").isdisjoint([*words.slice(first - _MET, first), *inside])
    return met and _CLAIMS.isdisjoint(words.within(attribution.content, 1))


def _is_purpose(words: WordIndex, attribution: Attribution) -> bool:
    """Whether only the purpose of a thing is named: "an alliance aimed at limiting fish"."""
    return " ".join(words.within(attribution.cue, 2)) in read_lines("positions/purpose_cues.txt")


def _file(
    document: Document, attribution: Attribution, holding: Holding, cast: Cast, side: Side, number: int
) -> Position:
    return Position(
        id=number,
        parties=tuple(dict.fromkeys(cast.entities[index].name for index in holding.parties)),
        speakers=holding.speakers,
        stance=side.stance,
        plover=side.plover,
        mode=attribution.mode,
        source=_pieces(document, attribution.source),
        cue=_pieces(document, attribution.cue),
        content=_pieces(document, attribution.content),
        quotes=_pieces(document, attribution.quotes),
        sentence=attribution.sentence,
        confidence=attribution.confidence,
        score=attribution.worth,
        resolved=holding.resolved,
    )


class OwnNames:
    """The lower-case words that name the holders of a position, who speaks for them, and the bodies they belong to."""

    def __init__(self, cast: Cast) -> None:
        self._names: dict[int, set[str]] = {}
        self._bodies = {entity.index: entity.affiliation for entity in cast.entities}
        for entity in cast.entities:
            words = _name_words((entity.name, *entity.aliases))
            self._names.setdefault(entity.index, set()).update(words)
            if entity.speaks_for is not None:
                self._names.setdefault(entity.speaks_for, set()).update(words)

    def of(self, holding: Holding) -> frozenset[str]:
        """The words of the holders' and speakers' names, without function words."""
        words = _name_words(speaker.name for speaker in holding.speakers)
        bodies = (self._bodies[index] for index in holding.parties)
        indices = {*holding.parties, *(body for body in bodies if body is not None)}
        return frozenset(words.union(*(self._names[index] for index in indices)))


def _name_words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in name.lower().split()} - stop_words()


def _pieces(document: Document, spans: Iterable[Span]) -> tuple[Piece, ...]:
    return tuple(document.article.cut(span.start, span.end) for span in spans)
