"""What the tests of the language stage share: texts as documents, without the reading stage."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from briefing.language import analyse
from briefing.model import Article, Block, Document

Read = Callable[[str], Document]


def _read(text: str) -> Document:
    blocks = tuple(Block("paragraph", *found.span()) for found in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
    return analyse(Article("test", "test", text, text, blocks))


@pytest.fixture(scope="session")
def read() -> Read:
    """Analyse a text whose paragraphs are parted by empty lines."""
    return _read
