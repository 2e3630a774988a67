"""Flat records of briefs and digests, as ``pandas.DataFrame`` and ``polars.DataFrame`` take them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, get_args

from briefing.errors import OptionError
from briefing.model import Brief, Piece, Position, Speaker

if TYPE_CHECKING:
    from briefing.digest import Digest

Record = dict[str, Any]
Rows = Literal["articles", "positions", "quotes", "parties", "summary", "matters", "stories", "sources"]


def to_records(subject: Brief | Digest | Iterable[Brief], rows: Rows | None = None) -> list[Record]:
    """A flat dict for each position, party, matter, …, all with the same keys; pandas is not needed to make them.

    ``pandas.DataFrame(to_records(briefs))`` and ``polars.DataFrame(to_records(briefs))`` are tables of all positions.
    Values are strings, numbers and booleans; a field that can have several values is a list (``DataFrame.explode``
    makes a row of each); an unknown value is None. ``start`` and ``end`` count Unicode characters of the article's
    text, the end exclusive.

    Args:
        subject: a brief, several briefs, or a digest.
        rows: what each record describes. For briefs: ``positions`` (the default), ``quotes``, ``parties``, ``summary``
            (its sentences) or ``articles``. For a digest: ``matters`` (the default), ``stories`` or ``sources``.

    Raises:
        OptionError: the subject has no such rows; the message lists those that it has.
        TypeError: the subject is neither a brief nor an iterable of briefs nor a digest.

    >>> from briefing import summarize
    >>> (record,) = to_records(summarize("Iceland warned on Friday that fares would rise."))
    >>> record["parties"], record["stance"], record["cue"], record["same_as"]
    (['Iceland'], 'warn', 'warned', None)
    """
    if isinstance(subject, Brief):
        return list(_of_briefs([subject], rows))
    from briefing.digest import Digest  # not needed for briefs

    if isinstance(subject, Digest):
        return _of_digest(subject, rows)
    if isinstance(subject, str | Mapping) or not isinstance(subject, Iterable):
        raise TypeError(f"a brief, briefs or a digest are needed, not {type(subject).__name__}")
    return list(_of_briefs(subject, rows))


def _of_briefs(briefs: Iterable[Brief], rows: Rows | None) -> Iterator[Record]:
    make = _chosen(_OF_BRIEF, rows or "positions", "a brief")
    for brief in briefs:
        if not isinstance(brief, Brief):
            raise TypeError(f"briefs are needed, not {type(brief).__name__}")
        article = brief.article
        about = {"article": article.id, "source": article.source, "title": article.title, "date": article.date}
        for record in make(brief):
            yield about | {"outlet": article.outlet, "url": article.url} | record


def _of_digest(digest: Digest, rows: Rows | None) -> list[Record]:
    from briefing.rendering.digest import json_records

    whole = json_records.digest_record(digest)
    names = {"matters": "matters", "stories": "stories", "sources": "heard"}
    found: list[Record] = whole[_chosen(names, rows or "matters", "a digest")]
    return [{key: value for key, value in each.items() if key not in _NESTED} for each in found]


_NESTED = ("tellings", "lead", "speakers")  # records within a record


def _chosen(having: Mapping[str, Any], rows: str, of: str) -> Any:
    if rows not in having:
        known = "kinds of rows there are" if rows in get_args(Rows) else "there are"
        raise OptionError(f"there are no rows of {rows!r} in {of}; {known}: {', '.join(having)}")
    return having[rows]


def _articles(brief: Brief) -> Iterator[Record]:
    article = brief.article
    yield {
        "byline": article.byline,
        "dateline": article.dateline,
        "language": article.language,
        "words": article.words,
        "sentences": article.sentences,
        "positions": len(brief.positions),
        "summary": " ".join(each.piece.shown for each in sorted(brief.summary, key=lambda each: each.piece.start)),
        "notes": list(brief.notes),
    }


def _positions(brief: Brief) -> Iterator[Record]:
    for each in brief.positions:
        yield {
            **_filed(each),
            "plover": each.plover,
            "mode": each.mode,
            "cue": _joined(each.cue),
            "content": _joined(each.content),
            "quotes": [quote.shown for quote in each.quotes],
            "start": each.content[0].start if each.content else None,
            "end": each.content[-1].end if each.content else None,
            "sentence": each.sentence,
            "score": each.score,
            "confidence": each.confidence,
            "key": each.key,
            "same_as": each.same_as,
            "resolved": each.resolved,
        }


def _quotes(brief: Brief) -> Iterator[Record]:
    from briefing.rendering.grouping import spoken_quotations

    for each in spoken_quotations(brief):
        yield _filed(each.position) | {"text": each.text, "start": each.start, "end": each.end}


def _parties(brief: Brief) -> Iterator[Record]:
    for each in brief.parties:
        yield {
            "party": each.name,
            "kind": each.kind,
            "aliases": list(each.aliases),
            **_voices(each.speakers),
            "mentions": each.mentions,
            "positions": list(each.positions),
        }


def _summary(brief: Brief) -> Iterator[Record]:
    for rank, each in enumerate(brief.summary, start=1):
        piece = each.piece
        place = {"sentence": each.sentence, "start": piece.start, "end": piece.end, "text": piece.shown}
        yield {"rank": rank, **place, "score": each.score}


_OF_BRIEF: dict[str, Callable[[Brief], Iterator[Record]]] = {
    "positions": _positions,
    "quotes": _quotes,
    "parties": _parties,
    "summary": _summary,
    "articles": _articles,
}


def _filed(position: Position) -> Record:
    filed = {"position": position.id, "parties": list(position.parties)}
    return filed | _voices(position.speakers) | {"stance": position.stance}


def _voices(speakers: Iterable[Speaker]) -> Record:
    having = list(speakers)
    return {"speakers": [each.name for each in having], "roles": [each.role for each in having]}


def _joined(pieces: Iterable[Piece]) -> str:
    return " … ".join(piece.shown for piece in pieces)
