"""Sources have the whole of a name."""

from __future__ import annotations

import pytest

from briefing.attribution.assembly import Found
from briefing.attribution.sources import with_whole_sources
from briefing.language import analyse
from briefing.network.lexicon import shipped
from briefing.network.view import View
from briefing.reading import parse_article


def whole(text: str, source: str, content: str) -> str:
    """The source of an attribution of the text, whose words are each found where they stand first."""
    view = View(analyse(parse_article(text)), shipped())

    def numbers(words: str) -> tuple[int, ...]:
        start = text.index(words)
        spans = enumerate(view.document.tokens)
        return tuple(at for at, token in spans if start <= token.start and token.end <= start + len(words))

    cue = numbers("said") if "said" in text else ()
    (found,) = with_whole_sources(view, [Found(numbers(source) if source else (), cue, numbers(content), 0.9)])
    return " ".join(view.document.tokens[at].text for at in found.source)


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Party chairman Liam Foxley said it rained.", "Party chairman Liam", "Party chairman Liam Foxley"),
        ("A New York man said it rained.", "A New", "A New York man"),
        ("Ada Quill said it rained.", "Ada Quill", "Ada Quill"),
        ("The mayor, Ada Quill, said it rained.", "The mayor", "The mayor"),
        ("Ada Quill and Bo Lind said it rained.", "Ada", "Ada Quill"),
        ("Ada Quill Bo Lind Cy Moss Dee said it rained.", "Ada", "Ada"),
        ("It rained, said Ada. Quill Farm flooded.", "Ada", "Ada"),
        ("Ada Quill it rained, said.", "Ada", "Ada Quill"),
        ("It rained.", "", ""),
    ],
    ids=["name", "noun", "whole", "mark", "one of two", "too long", "another sentence", "content", "none"],
)
def test_a_source_goes_on_to_the_end_of_the_name(text: str, source: str, expected: str) -> None:
    assert whole(text, source, "it rained" if "it rained" in text else "It rained") == expected


def test_what_is_said_is_left_alone() -> None:
    assert whole("Ada Quill Farm flooded, said.", "Ada", "Quill Farm flooded") == "Ada"
    assert whole("Ada Quill Farm flooded, said.", "Ada", "Farm flooded") == "Ada Quill"
