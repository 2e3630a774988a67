"""The brief as JSON and back: the schema ``brief/1``, to which keys are added and never taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.model import (
    ArticleInfo,
    Brief,
    Party,
    Piece,
    Position,
    Relation,
    Speaker,
    SummarySentence,
)

SCHEMA = "brief/1"


def to_json(brief: Brief) -> dict[str, Any]:
    """The brief as plain dicts, lists, strings and numbers, keys in the order of the contract."""
    return {
        "schema": SCHEMA,
        "article": _article_to_json(brief.article),
        "summary": [_summary_to_json(sentence) for sentence in brief.summary],
        "positions": [_position_to_json(position) for position in brief.positions],
        "parties": [_party_to_json(party) for party in brief.parties],
        "relations": [_relation_to_json(relation) for relation in brief.relations],
        "notes": list(brief.notes),
    }


def error_to_json(source: str, kind: str, message: str) -> dict[str, Any]:
    """The record that stands for an input that failed among several."""
    return {"schema": SCHEMA, "article": {"source": source}, "error": {"kind": kind, "message": message}}


def from_json(record: Mapping[str, Any]) -> Brief:
    """Read back what ``to_json`` made; keys that later versions added may be absent.

    Raises:
        ValueError: the record is no ``brief/1``, or stands for a failed input.
    """
    if record.get("schema") != SCHEMA:
        raise ValueError(f"not a {SCHEMA} record: schema is {record.get('schema')!r}")
    if "error" in record:
        raise ValueError(f"no brief but an error: {record['error'].get('message')}")
    return Brief(
        article=_article_from_json(record["article"]),
        summary=tuple(_summary_from_json(each) for each in record["summary"]),
        positions=tuple(_position_from_json(each) for each in record["positions"]),
        parties=tuple(_party_from_json(each) for each in record["parties"]),
        relations=tuple(_relation_from_json(each) for each in record.get("relations", ())),
        notes=tuple(record.get("notes", ())),
    )


def _article_to_json(article: ArticleInfo) -> dict[str, Any]:
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


def _article_from_json(record: Mapping[str, Any]) -> ArticleInfo:
    return ArticleInfo(
        id=record["id"],
        source=record["source"],
        title=record["title"],
        byline=record["byline"],
        dateline=record["dateline"],
        date=record["date"],
        section=record.get("section"),
        words=record["words"],
        sentences=record["sentences"],
        sha256=record["sha256"],
        text=record.get("text"),
        outlet=record.get("outlet"),
        url=record.get("url"),
        language=record.get("language"),
        extra=tuple(record.get("extra", {}).items()),
    )


def _piece_to_json(piece: Piece) -> dict[str, Any]:
    record: dict[str, Any] = {"start": piece.start, "end": piece.end, "text": piece.text}
    return record if piece.plain is None else record | {"plain": piece.plain}


def _piece_from_json(record: Mapping[str, Any]) -> Piece:
    return Piece(record["start"], record["end"], record["text"], record.get("plain"))


def _pieces_to_json(pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    return [_piece_to_json(piece) for piece in pieces]


def _pieces_from_json(records: Iterable[Mapping[str, Any]]) -> tuple[Piece, ...]:
    return tuple(_piece_from_json(record) for record in records)


def _summary_to_json(sentence: SummarySentence) -> dict[str, Any]:
    return (
        {"sentence": sentence.sentence}
        | _piece_to_json(sentence.piece)
        | {"score": sentence.score, "why": dict(sentence.why)}
    )


def _summary_from_json(record: Mapping[str, Any]) -> SummarySentence:
    return SummarySentence(record["sentence"], _piece_from_json(record), record["score"], tuple(record["why"].items()))


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


def _position_from_json(record: Mapping[str, Any]) -> Position:
    return Position(
        id=record["id"],
        parties=tuple(record["parties"]),
        speakers=tuple(Speaker(each["name"], each["role"]) for each in record["speakers"]),
        stance=record["stance"],
        plover=record.get("plover"),
        mode=record["mode"],
        source=_pieces_from_json(record["source"]),
        cue=_pieces_from_json(record["cue"]),
        content=_pieces_from_json(record["content"]),
        quotes=_pieces_from_json(record["quotes"]),
        sentence=record["sentence"],
        confidence=record.get("confidence", 1.0),
        score=record["score"],
        key=record["key"],
        same_as=record["same_as"],
        resolved=record.get("resolved", "unknown"),
    )


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


def _party_from_json(record: Mapping[str, Any]) -> Party:
    roles = record.get("roles", {})
    return Party(
        name=record["name"],
        kind=record["kind"],
        aliases=tuple(record["aliases"]),
        speakers=tuple(Speaker(name, roles.get(name)) for name in record["speakers"]),
        mentions=record["mentions"],
        positions=tuple(record["positions"]),
    )


def _relation_to_json(relation: Relation) -> dict[str, Any]:
    record = {"kind": relation.kind, "parties": list(relation.parties), "positions": list(relation.positions)}
    return record | {"shown_by": _piece_to_json(relation.shown_by) if relation.shown_by else None}


def _relation_from_json(record: Mapping[str, Any]) -> Relation:
    first, second = record["parties"]
    shown_by = record.get("shown_by")
    words = _piece_from_json(shown_by) if shown_by else None
    return Relation(record["kind"], (first, second), tuple(record["positions"]), words)
