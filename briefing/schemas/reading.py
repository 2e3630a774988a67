"""From a record to a brief, checked against the types of its form."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from briefing.errors import SchemaError
from briefing.model import ArticleInfo, Brief, Party, Piece, Position, Relation, Speaker, SummarySentence
from briefing.schemas import brief as form

Holder = Callable[[str], bool]
"""A test of a name: whether it is that of a party that is looked for."""


def read_brief(record: Mapping[str, Any]) -> Brief:
    """The brief in a ``brief/1`` record, as decoded from JSON.

    Raises:
        SchemaError: something in it is missing, or of a wrong type or value; the message names the place.
    """
    try:
        return _brief(msgspec.convert(record, form.Brief))
    except (msgspec.ValidationError, RecursionError) as error:
        raise SchemaError(f"not a brief/1 record: {_told(str(error))}") from error


def read_text(data: str | bytes) -> Brief | None:
    """The brief in JSON, in a third of the time of ``read_brief``; None if it cannot be decoded or is no brief."""
    try:
        return _brief(_decoder().decode(data))
    except (msgspec.DecodeError, RecursionError):
        return None


def read_stored(data: str, holder: Holder | None = None) -> Brief:
    """The brief in JSON that this package wrote itself.

    Args:
        data: the JSON.
        holder: if given, only positions of parties with a name or alias that it accepts are read, and no relations.

    Raises:
        SchemaError: the JSON is no ``brief/1`` record.
    """
    try:
        read = _decoder().decode(data)
    except msgspec.DecodeError:  # a lone surrogate, which json accepts, or no brief
        read = _stored_record(data)
    if holder is not None:
        names = {party.name for party in read.parties if any(map(holder, (party.name, *party.aliases)))}
        held = [each for each in read.positions if not names.isdisjoint(each.parties)]
        read = msgspec.structs.replace(read, positions=held, relations=[])
    return _brief(read)


def _stored_record(data: str) -> form.Brief:
    try:
        return msgspec.convert(json.loads(data), form.Brief)
    except (ValueError, RecursionError) as error:
        raise SchemaError(f"not a brief/1 record: {_told(str(error))}") from error


@cache
def _decoder() -> msgspec.json.Decoder[form.Brief]:
    return msgspec.json.Decoder(form.Brief)


def _brief(read: form.Brief) -> Brief:
    return Brief(
        article=_article(read.article),
        summary=tuple(map(_sentence, read.summary)),
        positions=tuple(map(_position, read.positions)),
        parties=tuple(map(_party, read.parties)),
        relations=tuple(map(_relation, read.relations)),
        notes=tuple(read.notes),
    )


def _told(message: str) -> str:
    """What ``msgspec`` says ("Expected `int`, got `str` - at `$.article.words`"), in our style."""
    what, _, place = message.partition(" - at `$")
    at = f" at {place.rstrip('`').lstrip('.')}" if place else ""
    return f"{what[:1].lower()}{what[1:]}{at}"


def _article(read: form.Article) -> ArticleInfo:
    fields = msgspec.structs.asdict(read)
    text = read.text if isinstance(read.text, str) else None
    return ArticleInfo(**fields | {"text": text, "extra": tuple(read.extra.items())})


def _piece(read: form.Piece) -> Piece:
    return Piece(read.start, read.end, read.text, read.plain if isinstance(read.plain, str) else None)


def _pieces(read: Iterable[form.Piece]) -> tuple[Piece, ...]:
    return tuple(map(_piece, read))


def _sentence(read: form.SummarySentence) -> SummarySentence:
    return SummarySentence(read.sentence, _piece(read), read.score, tuple(read.why.items()))


def _position(read: form.Position) -> Position:
    return Position(
        id=read.id,
        parties=tuple(read.parties),
        speakers=tuple([Speaker(each.name, each.role) for each in read.speakers]),
        stance=read.stance,
        plover=read.plover,
        mode=read.mode,
        source=_pieces(read.source),
        cue=_pieces(read.cue),
        content=_pieces(read.content),
        quotes=_pieces(read.quotes),
        sentence=read.sentence,
        confidence=read.confidence,
        score=read.score,
        key=read.key,
        same_as=read.same_as,
        resolved=read.resolved,
    )


def _party(read: form.Party) -> Party:
    return Party(
        name=read.name,
        kind=read.kind,
        aliases=tuple(read.aliases),
        speakers=tuple(Speaker(name, read.roles.get(name)) for name in read.speakers),
        mentions=read.mentions,
        positions=tuple(read.positions),
    )


def _relation(read: form.Relation) -> Relation:
    first, second = read.parties
    shown_by = None if read.shown_by is None else _piece(read.shown_by)
    return Relation(read.kind, (first, second), tuple(read.positions), shown_by)
