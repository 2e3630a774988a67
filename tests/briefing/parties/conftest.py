"""Articles with their attributions written into the text: ``[s:source] [c:cue] [t:content]``."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from briefing.language import analyse
from briefing.model import Attribution, Cast, Span
from briefing.parties import Gazetteer, resolve_parties
from briefing.reading import parse_article

Filed = list[list[str]]
_MARK = re.compile(r"\[([sct]):([^\]]*)\]")


def cast_of(*paragraphs: str, extra: Gazetteer | None = None) -> Cast:
    """The cast of an article whose paragraphs hold at most one attribution each."""
    text, roles = "", []
    for paragraph in paragraphs:
        spans: dict[str, list[Span]] = {"s": [], "c": [], "t": []}
        end = 0
        for mark in _MARK.finditer(paragraph):
            text += paragraph[end : mark.start()]
            spans[mark[1]].append(Span(len(text), len(text) + len(mark[2])))
            text += mark[2]
            end = mark.end()
        text += paragraph[end:] + "\n\n"
        if spans["t"]:
            roles.append(spans)
    document = analyse(parse_article(text))
    made = [
        Attribution(
            tuple(r["s"]),
            tuple(r["c"]),
            tuple(r["t"]),
            (),
            "indirect",
            0,
            1.0,
        )
        for r in roles
    ]
    return resolve_parties(document, made, extra)


@pytest.fixture
def cast() -> Callable[..., Cast]:
    """Build the cast of marked paragraphs."""
    return cast_of


@pytest.fixture
def filed() -> Callable[..., Filed]:
    """The names of the parties of each marked attribution."""

    def parties(*paragraphs: str, extra: Gazetteer | None = None) -> Filed:
        found = cast_of(*paragraphs, extra=extra)
        return [[found.entities[index].name for index in holding.parties] for holding in found.holdings]

    return parties
