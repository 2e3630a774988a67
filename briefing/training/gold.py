"""The annotated positions in the form in which the stages hand them on: documents, attributions and holders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from briefing.language import analyse, sentence_at, tokens_between
from briefing.model import Attribution, Cast, Document, Entity, Holding, Mode, Piece, Position, Span, Speaker
from briefing.reading import parse_article
from briefing.training.annotated import Annotated, annotated_articles
from briefing.training.spans import ROLES, same_tokens, sentences_at

FOLDS = 5


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article; ``attributions``, ``stances``, ``keys`` and ``parties`` have one entry for each position.

    ``by_editors`` tells the editors' own gold from ours. ``stances`` are the accepted labels, best first; ``parties``
    the accepted names of each party, the first choice first. ``best`` are the indices of the sentences that were chosen
    as the summary, ``accepted`` those and the ones that would serve as well.
    """

    name: str
    by_editors: bool
    document: Document
    attributions: tuple[Attribution, ...]
    cast: Cast
    stances: tuple[tuple[str, ...], ...]
    keys: tuple[bool, ...]
    best: frozenset[int]
    accepted: frozenset[int]
    parties: tuple[tuple[tuple[str, ...], ...], ...]

    @property
    def fold(self) -> int:
        """The cross-validation fold in which this article is held out, below FOLDS."""
        return crc32(self.name.encode()) % FOLDS


def gold_articles(shared: Path) -> list[GoldArticle]:
    """The annotated articles that are learned from; ``shared`` is the folder of the corpora."""
    return list(map(gold_article, annotated_articles(shared)))


def gold_article(article: Annotated) -> GoldArticle:
    """An annotated article as the stages would have read it."""
    gold, document = article.gold, analyse(parse_article(article.text, source=article.name))
    positions = sorted(gold["positions"], key=lambda position: position["content"][0])
    best = sentences_at(document, gold.get("summary", ()))
    return GoldArticle(
        name=article.name,
        by_editors=article.by_editors,
        document=document,
        attributions=tuple(_attribution(document, position) for position in positions),
        cast=_cast(positions),
        stances=tuple(tuple(position["stance"]) for position in positions),
        keys=tuple(position["key"] for position in positions),
        best=best,
        accepted=best | sentences_at(document, gold.get("summary_also", ())),
        parties=tuple(tuple(map(tuple, position["parties"])) for position in positions),
    )


def _attribution(document: Document, position: Mapping[str, Any]) -> Attribution:
    source, cue, content = (_spans(position[role]) for role in ROLES)
    quotes = tuple(quote for span in content for quote in quoted_in(document, span))
    sentence = sentence_at(document, content[0].start)
    return Attribution(source, cue, content, quotes, mode_of(content, quotes), sentence.index if sentence else 0, 1.0)


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def quoted_in(document: Document, span: Span) -> Iterable[Span]:
    """The parts of a span that stand in quotations, without marks."""
    for quotation in document.quotations:
        start, end = max(span.start, quotation.inner.start), min(span.end, quotation.inner.end)
        if quotation.level == 0 and start < end:
            yield Span(start, end)


def mode_of(content: Sequence[Span], quotes: Sequence[Span]) -> Mode:
    """Whether a content is quoted wholly (direct), in part (mixed) or not at all (indirect)."""
    length, quoted = (sum(end - start for start, end in spans) for spans in (content, quotes))
    return "indirect" if not quoted else "direct" if quoted >= length - 2 * len(content) else "mixed"


def _cast(positions: Sequence[Mapping[str, Any]]) -> Cast:
    names = list(dict.fromkeys(party[0] for position in positions for party in position["parties"]))
    aliases = {party[0]: tuple(party[1:]) for position in positions for party in position["parties"]}
    entities = tuple(Entity(index, name, "person", aliases[name], None, None, None) for index, name in enumerate(names))
    holdings = tuple(
        Holding(
            tuple(names.index(party[0]) for party in position["parties"]),
            tuple(Speaker(name, None) for name in position["speakers"]),
            "name",
        )
        for position in positions
    )
    return Cast(entities, (), holdings)


def kept_by_editor(article: GoldArticle, positions: Sequence[Position]) -> tuple[bool, ...]:
    """For each position whether it is one that the editor marked key: the same content, and a party that is accepted.

    Contents are matched one to one, best overlap first.
    """
    kept = [False] * len(positions)
    for this, that in same_contents(article, [position.content for position in positions]).items():
        kept[this] = article.keys[that] and _meets(positions[this], article, that)
    return tuple(kept)


def same_contents(article: GoldArticle, contents: Sequence[Sequence[Span | Piece]]) -> dict[int, int]:
    """The indices of the contents that match a gold position, each with the index of that position.

    They are matched one to one, best overlap first.
    """
    found = [_words(article.document, content) for content in contents]
    return same_tokens(found, [_words(article.document, attribution.content) for attribution in article.attributions])


def _words(document: Document, spans: Iterable[Span | Piece]) -> frozenset[int]:
    return frozenset(
        index
        for span in spans
        for index in tokens_between(document.tokens, span.start, span.end)
        if document.tokens[index].text[0].isalnum()
    )


def _meets(position: Position, article: GoldArticle, place: int) -> bool:
    entities = [article.cast.entities[index] for index in article.cast.holdings[place].parties]
    accepted = [name for entity in entities for name in (entity.name, *entity.aliases)]
    return any(_same_name(one, other) for one in position.parties for other in accepted)


def _same_name(one: str, other: str) -> bool:
    """Whether two names, but for case and "the", end with the same word and one has all words of the other."""
    short, long = sorted((name.casefold().removeprefix("the ").split() for name in (one, other)), key=len)
    return bool(short) and short[-1] == long[-1] and set(short) <= set(long)
