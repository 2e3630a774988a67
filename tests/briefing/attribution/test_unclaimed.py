"""Quoted contents that no cue claims."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.attribution.assembly import Found
from briefing.attribution.chain import Vector
from briefing.attribution.lexicon import shipped
from briefing.attribution.unclaimed import with_unclaimed
from briefing.attribution.view import View
from briefing.language import analyse
from briefing.reading import parse_article

MORE = "“Nobody else would have paid for it.”"
SHOWN = "“ Nobody else would have paid for it . ”"


def made(text: str, content: float = 0.95, least: float = 0.5, claimed: int = 0) -> list[str]:
    """The contents, where the first model gives every token the same probability of being content.

    The first ``claimed`` tokens are the source, the cue and the content of an attribution.
    """
    view = View(analyse(parse_article(text)), shipped())
    words = [token.text for token in view.document.tokens]
    labels: list[Vector] = [(1 - content, 0.0, content, 0.0, 0.0) for _ in words]
    kept = [Found((0,), (1,), tuple(range(2, claimed)), 0.9)] if claimed else []
    return [" ".join(words[at] for at in each.content) for each in with_unclaimed(view, kept, [], labels, least)]


def test_speech_in_a_block_of_its_own_is_an_attribution_without_a_cue() -> None:
    assert made("Quill said they had paid .\n\n" + MORE, claimed=5) == ["they had paid", SHOWN]


def test_speech_right_after_a_content_goes_on_with_it() -> None:
    assert made("Quill said they had paid: " + MORE, claimed=6) == [f"they had paid : {SHOWN}"]


@pytest.mark.parametrize(
    ("text", "content", "least"),
    [
        (MORE, 0.65, 0.5),
        (MORE, 0.95, 0.97),
        ("“Not us.”", 0.95, 0.5),
        (MORE.strip("“”"), 0.95, 0.5),
    ],
    ids=["not sure", "less than asked for", "too short", "not quoted"],
)
def test_what_is_not_taken_for_speech(text: str, content: float, least: float) -> None:
    assert made(text, content, least) == []


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (f"{MORE} ― Ada van Quill", "Ada van Quill", "―"),
        (f"Ada Quill: {MORE}", "Ada Quill", ":"),
        ("“QUILL: Nobody else would have paid for it.”", "QUILL", ":"),
        (f"They will pay: {MORE}", "", ""),
        (f"{MORE} – It rained", "", ""),
        (f"{MORE} – with Ada Quill", "", ""),
    ],
)
def test_speech_belongs_to_the_name_that_it_is_signed_or_labelled_with(text: str, source: str, cue: str) -> None:
    view = View(analyse(parse_article(text)), shipped())
    words = [token.text for token in view.document.tokens]
    quoted = [place != 0 for place in view.place.tolist()]
    labels: Sequence[Vector] = [(0.05, 0.0, 0.95, 0.0, 0.0) if each else (1.0, 0.0, 0.0, 0.0, 0.0) for each in quoted]
    (found,) = with_unclaimed(view, [], [], labels, 0.5)
    assert " ".join(words[at] for at in found.source) == source
    assert " ".join(words[at] for at in found.cue) == cue
    assert not {*found.source, *found.cue} & set(found.content)


def test_speech_belongs_to_a_source_beside_it_for_which_no_content_was_found() -> None:
    view = View(analyse(parse_article(f"{MORE} the mayor said.")), shipped())
    end = len(view)
    labels: Sequence[Vector] = [(0.05, 0.0, 0.95, 0.0, 0.0)] * (end - 4) + [(1.0, 0.0, 0.0, 0.0, 0.0)] * 4
    bare = Found((end - 4, end - 3), (end - 2,), (), 0.7)
    (found,) = with_unclaimed(view, [], [bare], labels, 0.5)
    assert (found.source, found.cue) == (bare.source, bare.cue)
