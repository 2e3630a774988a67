"""Spans become tokens and spans again, and move with the text that they lie in."""

from __future__ import annotations

from briefing.language import analyse
from briefing.reading import parse_article
from briefing.training.spans import Edit, edited, moved_along, spans_of, tokens_in

TEXT = "Dana Orr said the dam will hold. Rain fell."


def test_spans_are_tokens_and_spans_again() -> None:
    document = analyse(parse_article(TEXT))
    spans = [(14, 31), (0, 8)]
    assert tokens_in(document, spans) == (0, 1, 3, 4, 5, 6)
    assert spans_of(document, tokens_in(document, spans)) == sorted(spans)


def test_a_text_is_edited_in_any_order_and_spans_move_along() -> None:
    whole, moved = edited(TEXT, [Edit(33, 33, "On Monday "), Edit(9, 13, "swore that")])
    assert whole == "Dana Orr swore that the dam will hold. On Monday Rain fell."
    told = moved_along({"source": [(0, 8)], "cue": [(33, 37)], "content": [(14, 31)]}, moved)
    assert {role: [whole[start:end] for start, end in spans] for role, spans in told.items()} == {
        "source": ["Dana Orr"],
        "cue": ["Rain"],
        "content": ["the dam will hold"],
    }


def test_nothing_to_edit_leaves_all_as_it_is() -> None:
    whole, moved = edited(TEXT, [])
    assert (whole, moved(20)) == (TEXT, 20)
