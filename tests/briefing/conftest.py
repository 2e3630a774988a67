"""Fixtures for articles with their attributions written into the text (see ``marked``)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Cast
from briefing.parties import Gazetteer
from tests.briefing.marked import Asked, asked_in, cast_of

Filed = list[list[str]]


@pytest.fixture
def asked() -> Callable[..., Asked]:
    """The question that the last attribution of marked paragraphs asks."""
    return asked_in


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
