"""Consistency of a brief that was read from a file: its offsets lie in the text, its ids are those of positions.

A brief that this package wrote is consistent; another file may come from another program or have been edited by hand.
Types are checked by ``briefing.codec.from_json``.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Brief, Piece


def check(brief: Brief) -> None:
    """Check the offsets and ids of a brief.

    Raises:
        ValueError: one of them is wrong; the message names its place in the brief.
    """
    fault = next(_lost(brief), None)
    if fault:
        raise ValueError(fault)


def _lost(brief: Brief) -> Iterator[str]:
    """A message for each offset or id that is wrong."""
    for place, piece in _pieces(brief):
        if not 0 <= piece.start < piece.end:
            yield f"{place} ends at {piece.end}, and begins at {piece.start}"
        elif brief.article.text is not None and brief.article.text[piece.start : piece.end] != piece.text:
            yield f"{place} does not stand in the text at {piece.start}"
    ids = {position.id for position in brief.positions}
    if len(ids) < len(brief.positions):
        yield "two positions have one id"
    given: list[tuple[str, tuple[int | None, ...]]] = []
    given += [(f"positions[{i}].same_as", (each.same_as,)) for i, each in enumerate(brief.positions)]
    given += [(f"parties[{i}].positions", each.positions) for i, each in enumerate(brief.parties)]
    given += [(f"relations[{i}].positions", each.positions) for i, each in enumerate(brief.relations)]
    for place, named in given:
        yield from (
            f"{place} names a position {id} that is not there" for id in named if id is not None and id not in ids
        )


def _pieces(brief: Brief) -> Iterator[tuple[str, Piece]]:
    for number, sentence in enumerate(brief.summary):
        yield f"summary[{number}]", sentence.piece
    for number, position in enumerate(brief.positions):
        for role in ("source", "cue", "content", "quotes"):
            for i, piece in enumerate(getattr(position, role)):
                yield f"positions[{number}].{role}[{i}]", piece
