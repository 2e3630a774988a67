"""Word forms are described by the table, and unknown ones by their ending."""

from __future__ import annotations

import pytest

from briefing.network.lexicon import UNSEEN, Lexicon, plain, shape

LEXICON = Lexicon({"claims": "NNS/VBZ\tclaim"}, {"ing": "VBG", "g": "NN"}, {"claim": "6"})


@pytest.mark.parametrize(
    ("text", "tag", "lemma", "level"),
    [
        ("claims", "NNS/VBZ", "claim", "6"),
        ("Claims", "^NNS/VBZ", "claim", "6"),
        ("dithering", "?VBG", "dithering", UNSEEN),
        ("blog", "?NN", "blog", UNSEEN),
        ("Vexholm", "?NNP", "vexholm", UNSEEN),
        ("$1.5bn", "CD", "$0.0bn", UNSEEN),
        ("“", '"', '"', UNSEEN),
    ],
)
def test_form(text: str, tag: str, lemma: str, level: str) -> None:
    form = LEXICON.form(text)
    assert (form.tag, form.lemma, form.level) == (tag, lemma, level)


def test_other_levels_leave_the_words_alone() -> None:
    other = LEXICON.with_levels({"claim": "1"})
    assert other.form("claims").level == "1"
    assert LEXICON.form("claims").level == "6"


def test_plain_unifies_case_digits_and_marks() -> None:
    assert plain("O’Neill’s-42") == "o'neill's-00"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("word", "x"), ("I", "X"), ("NATO", "XX"), ("Rome", "Xx"), ("iPad", "xX"), ("7%", "d"), (",", ",")],
)
def test_shape(text: str, kind: str) -> None:
    assert shape(text) == kind
