"""Speech on both sides of its tag."""

from __future__ import annotations

import pytest

from briefing.attribution.assembly import Found
from briefing.attribution.interrupted import with_both_sides
from briefing.language import analyse
from briefing.network.lexicon import shipped
from briefing.network.view import View
from briefing.reading import parse_article


def both_sides(text: str, content: str, source: str, cue: str, *, others: str = "") -> str:
    """The content of an attribution of the text, whose words are each found where they stand first."""
    view = View(analyse(parse_article(text)), shipped())

    def numbers(words: str) -> tuple[int, ...]:
        start = text.index(words) if words else len(text)
        spans = enumerate(view.document.tokens)
        return tuple(at for at, token in spans if start <= token.start and token.end <= start + len(words))

    kept = [Found(numbers(source), numbers(cue), numbers(content), 0.9)]
    if others:
        kept.append(Found((), (), numbers(others), 0.9))
    return " ".join(view.document.tokens[at].text for at in with_both_sides(view, kept)[0].content)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will read it,” she told reporters, “and then decide.”", "We will read it “ and then decide . ”"),
        ("“We will read it,” she told them on Monday, “all.” It rained.", "We will read it “ all . ”"),
        ("“We will read it,” she told reporters on the “first day”.", "We will read it"),
        ("“We will read it,” she told reporters. “And then decide.”", "We will read it"),
        ("“We will read it,” she told reporters. It rained, “and how.”", "We will read it"),
    ],
    ids=["goes on", "up to the closing mark", "no comma", "another sentence", "of another sentence"],
)
def test_a_quotation_goes_on_behind_its_tag(text: str, expected: str) -> None:
    assert both_sides(text, "We will read it", "she", "told") == expected


def test_what_another_attribution_has_is_left_to_it() -> None:
    text = "“We will read it,” she told reporters, “and then decide.”"
    assert both_sides(text, "We will read it", "she", "told", others="decide") == "We will read it"
    assert both_sides(text, "We will read it", "she", "told", others="reporters") == "We will read it"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He could, Quill replied: 140.", "He could 140 ."),
        ("He could, Quill replied.", "He could"),
        ("He could, as he thought, Quill replied.", "He"),
        ("He could see all the ships at sea, Quill replied.", "He"),
        ("He could not. Nobody else, Quill replied.", "He"),
    ],
    ids=["colon", "clause", "mark between", "too many words", "another sentence"],
)
def test_a_clause_is_whole_before_its_tag(text: str, expected: str) -> None:
    assert both_sides(text, "He", "Quill", "replied") == expected


def test_a_content_behind_its_tag_stays_as_it_is() -> None:
    assert both_sides("Quill replied, he could: 140.", "he could", "Quill", "replied") == "he could"
