"""Briefs made by hand: a report with who said what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest

from briefing.model import ArticleInfo, Brief, Party, PartyKind, Piece, Position, Relation, Speaker, Stance


class Said(NamedTuple):
    party: str
    text: str
    stance: Stance = "state"
    quote: str | None = None
    cue: str = "said"
    speaker: str | None = None
    same_as: int | None = None


def report(
    id: str,
    date: str | None,
    said: Sequence[Said],
    *,
    kinds: dict[str, PartyKind] | None = None,
    aliases: dict[str, tuple[str, ...]] | None = None,
    relations: Sequence[Relation] = (),
    text: str | None = None,
) -> Brief:
    positions = []
    for number, each in enumerate(said):
        start = 100 * number
        content = Piece(start, start + len(each.text), each.text)
        quotes = () if each.quote is None else (Piece(start, start + len(each.quote), each.quote),)
        speakers = () if each.speaker is None else (Speaker(each.speaker, None),)
        cue = (Piece(start + 90, start + 90 + len(each.cue), each.cue),)
        mode = "indirect" if each.quote is None else "direct"
        positions.append(
            Position(
                id=number,
                parties=(each.party,),
                speakers=speakers,
                stance=each.stance,
                plover=None,
                mode=mode,  # type: ignore[arg-type]
                source=(),
                cue=cue,
                content=(content,),
                quotes=quotes,
                sentence=number,
                confidence=1.0,
                score=0.5,
                key=each.same_as is None,
                same_as=each.same_as,
            )
        )
    names = dict.fromkeys(each.party for each in said)
    parties = tuple(
        Party(
            name,
            (kinds or {}).get(name, "organization"),
            (aliases or {}).get(name, ()),
            (),
            1,
            tuple(n for n, each in enumerate(said) if each.party == name),
        )
        for name in names
    )
    info = ArticleInfo(id, f"{id}.txt", id.title(), None, None, date, None, 100, 10, "", text)
    return Brief(info, (), tuple(positions), parties, tuple(relations))


@pytest.fixture
def make() -> Callable[..., Brief]:
    return report


@pytest.fixture
def said() -> type[Said]:
    return Said
