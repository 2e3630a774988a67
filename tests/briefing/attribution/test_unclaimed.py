"""Quoted contents that no cue claims."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.attribution.assembly import Found
from briefing.attribution.unclaimed import with_unclaimed
from briefing.language import analyse
from briefing.network.lexicon import shipped
from briefing.network.view import View
from briefing.reading import parse_article

MORE = "“Nobody else would have paid for it.”"
SHOWN = "“ Nobody else would have paid for it . ”"


def contents(text: str, content: float = 0.95, least: float = 0.5, claimed: int = 0) -> list[str]:
    """The contents, where every token is content with the same probability.

    The first ``claimed`` tokens are the source, the cue and the content of an attribution.
    """
    view = View(analyse(parse_article(text)), shipped())
    words = [token.text for token in view.document.tokens]
    kept = [Found((0,), (1,), tuple(range(2, claimed)), 0.9)] if claimed else []
    return [
        " ".join(words[at] for at in each.content)
        for each in with_unclaimed(view, kept, np.full(len(words), content), least)
    ]


def test_speech_in_a_block_of_its_own_is_an_attribution_without_a_cue() -> None:
    assert contents("Quill said they had paid .\n\n" + MORE, claimed=5) == ["they had paid", SHOWN]


def test_speech_right_after_a_content_goes_on_with_it() -> None:
    assert contents("Quill said they had paid: " + MORE, claimed=6) == [f"they had paid : {SHOWN}"]


@pytest.mark.parametrize(
    ("between", "expected"),
    [("and so:", [f"they had paid {SHOWN}"]), ("and so on:", ["they had paid", SHOWN])],
)
def test_speech_goes_on_with_a_content_that_ends_near(between: str, expected: list[str]) -> None:
    assert contents(f"Quill said they had paid {between} {MORE}", claimed=5) == expected


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
    assert contents(text, content, least) == []


SIGNED = [
    (f"{MORE} ― Ada van Quill", "Ada van Quill", "―"),
    (f"Ada Quill: {MORE}", "Ada Quill", ":"),
    ("“QUILL: Nobody else would have paid for it.”", "QUILL", ":"),
    (f"They will pay: {MORE}", "", ""),
    (f"{MORE} – It rained", "", ""),
    (f"{MORE} – with Ada Quill", "", ""),
    ("“Nobody else would have paid for it,” grumbled Ada Quill, 81.", "Ada Quill", "grumbled"),
    ("“Nobody else would have paid for it,” Ada Quill grumbled.", "Ada Quill", "grumbled"),
    (f"{MORE} Ada Quill grumbled.", "", ""),
    ("“Nobody else would have paid for it,” and Ada Quill left.", "", ""),
    (f"It rained.\n\n{MORE}\nAda Quill, head cook\n\nIt snowed.", "Ada Quill , head cook", ""),
    (f"It rained.\n\n{MORE}\n\nAda Quill, head cook\n\nIt snowed.", "Ada Quill , head cook", ""),
    (f"It rained.\n\n{MORE}\nAda Quill\n\nIt snowed.", "Ada Quill", ""),
    (f"It rained.\n\n{MORE}\n\nAda Quill\n\nIt snowed.", "", ""),
    (f"It rained.\n\n{MORE}\n\nAda Quill, head cook, smiled.", "", ""),
    (f"It rained.\n\nStatement from Quill Lines:\n\n{MORE}", "Quill Lines", "Statement from"),
    (f"It rained.\n\nPaid from petty cash:\n\n{MORE}", "", ""),
]


@pytest.mark.parametrize(("text", "source", "cue"), SIGNED)
@pytest.mark.parametrize("found", [False, True], ids=["left over", "found without a source"])
def test_speech_belongs_to_the_name_that_it_is_signed_or_labelled_with(
    text: str, source: str, cue: str, found: bool
) -> None:
    view = View(analyse(parse_article(text)), shipped())
    words = [token.text for token in view.document.tokens]
    inside = tuple(at for at, place in enumerate(view.place.tolist()) if place)
    content = [0.95 if place else 0.0 for place in view.place.tolist()]
    kept = [Found((), (), inside[1:-1], 0.9)] if found else []
    (made,) = with_unclaimed(view, kept, np.array(content), 0.5)
    assert " ".join(words[at] for at in made.source) == source
    assert " ".join(words[at] for at in made.cue) == cue
    assert not {*made.source, *made.cue} & set(made.content)
