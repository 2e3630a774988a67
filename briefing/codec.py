"""The brief as JSON and back: the schema ``brief/1``, to which keys are added and never taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.errors import SchemaError
from briefing.model import ArticleInfo, Brief, Party, Piece, Position, Relation, Speaker, SummarySentence

SCHEMA = "brief/1"


def to_json(brief: Brief) -> dict[str, Any]:
    """The brief as plain dicts, lists, strings and numbers, keys in the order of the contract.

    ``json_schema("brief")`` describes it; ``from_json`` reads it back.

    >>> from briefing import summarize
    >>> record = to_json(summarize("Iceland warned on Friday that fares would rise."))
    >>> record["schema"], record["positions"][0]["stance"], record["positions"][0]["resolved"]
    ('brief/1', 'warn', 'name')
    """
    return {
        "schema": SCHEMA,
        "article": article_to_json(brief.article),
        "summary": [_summary_to_json(sentence) for sentence in brief.summary],
        "positions": [_position_to_json(position) for position in brief.positions],
        "parties": [_party_to_json(party) for party in brief.parties],
        "relations": [_relation_to_json(relation) for relation in brief.relations],
        "notes": list(brief.notes),
    }


def error_to_json(source: str, kind: str, message: str) -> dict[str, Any]:
    """The record that stands in the place of a brief for an input that failed."""
    return {"schema": SCHEMA, "article": {"source": source}, "error": {"kind": kind, "message": message}}


def from_json(record: Mapping[str, Any]) -> Brief:
    """Read back what ``to_json`` made, in this version or an earlier one; unknown keys are passed over.

    Args:
        record: what ``json.loads`` gives.

    Raises:
        SchemaError: the record is no ``brief/1``, stands for a failed input, or something in it is missing or of a
            wrong type; the message names the place. It is a ``ValueError``.

    >>> from briefing import summarize
    >>> brief = summarize("Iceland warned on Friday that fares would rise.")
    >>> from_json(to_json(brief)) == brief
    True
    >>> from_json(to_json(brief) | {"notes": 5})
    Traceback (most recent call last):
    ...
    briefing.errors.SchemaError: not a brief/1 record: expected `array`, got `int` at notes
    """
    schema = record.get("schema") if isinstance(record, Mapping) else None
    if schema != SCHEMA:
        raise SchemaError(f"not a {SCHEMA} record: its schema is {schema!r}")
    if "error" in record:
        fault = record["error"]
        message = fault.get("message") if isinstance(fault, Mapping) else fault
        raise SchemaError(f"no brief but an error: {message}")
    from briefing.schemas.reading import read_brief  # imports msgspec, which nothing else needs

    return read_brief(record)


def article_to_json(article: ArticleInfo) -> dict[str, Any]:
    """The ``article`` object of a brief: its id, header fields, size and, where it was kept, its text."""
    record: dict[str, Any] = {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "byline": article.byline,
        "dateline": article.dateline,
        "date": article.date,
        "section": article.section,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "words": article.words,
        "sentences": article.sentences,
        "sha256": article.sha256,
        "extra": dict(article.extra),
    }
    return record if article.text is None else record | {"text": article.text}


def _piece_to_json(piece: Piece) -> dict[str, Any]:
    record: dict[str, Any] = {"start": piece.start, "end": piece.end, "text": piece.text}
    return record if piece.plain is None else record | {"plain": piece.plain}


def _pieces_to_json(pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    return [_piece_to_json(piece) for piece in pieces]


def _summary_to_json(sentence: SummarySentence) -> dict[str, Any]:
    return (
        {"sentence": sentence.sentence}
        | _piece_to_json(sentence.piece)
        | {"score": sentence.score, "why": dict(sentence.why)}
    )


def _speakers_to_json(speakers: Iterable[Speaker]) -> list[dict[str, Any]]:
    return [{"name": speaker.name, "role": speaker.role} for speaker in speakers]


def _position_to_json(position: Position) -> dict[str, Any]:
    return {
        "id": position.id,
        "parties": list(position.parties),
        "speakers": _speakers_to_json(position.speakers),
        "stance": position.stance,
        "plover": position.plover,
        "mode": position.mode,
        "source": _pieces_to_json(position.source),
        "cue": _pieces_to_json(position.cue),
        "content": _pieces_to_json(position.content),
        "quotes": _pieces_to_json(position.quotes),
        "sentence": position.sentence,
        "confidence": position.confidence,
        "score": position.score,
        "key": position.key,
        "same_as": position.same_as,
        "resolved": position.resolved,
    }


def _party_to_json(party: Party) -> dict[str, Any]:
    return {
        "name": party.name,
        "kind": party.kind,
        "aliases": list(party.aliases),
        "speakers": [speaker.name for speaker in party.speakers],
        "roles": {speaker.name: speaker.role for speaker in party.speakers if speaker.role is not None},
        "mentions": party.mentions,
        "positions": list(party.positions),
    }


def _relation_to_json(relation: Relation) -> dict[str, Any]:
    record = {"kind": relation.kind, "parties": list(relation.parties), "positions": list(relation.positions)}
    return record | {"shown_by": _piece_to_json(relation.shown_by) if relation.shown_by else None}
