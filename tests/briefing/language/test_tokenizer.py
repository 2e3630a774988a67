"""Words: what is one token, and that nothing visible is lost."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.characters import INVISIBLE
from briefing.language.tokenizer import cut_tokens


def _words(text: str) -> str:
    return "|".join(token.text for token in cut_tokens(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan's plan", "Japan|'s|plan"),
        ("they don’t, can't, won't", "they|do|n’t|,|ca|n't|,|wo|n't"),
        ("we'll I'm he'd they've", "we|'ll|I|'m|he|'d|they|'ve"),
        ("the ministers' plan", "the|ministers|'|plan"),
        ("O'Brien at five o'clock, ma'am", "O'Brien|at|five|o'clock|,|ma'am"),
        ("'80s rock 'n' roll, get 'em", "'80s|rock|'n'|roll|,|get|'em"),
        ("a build-up, well-known", "a|build-up|,|well-known"),
        ("AT&T and R&D", "AT&T|and|R&D"),
        ("the U.S. economy", "the|U.S.|economy"),
        ("a U.S.-led force, R-S.C.", "a|U.S.-led|force|,|R-S.C."),
        ("the U.S.'s role, the U.S economy", "the|U.S.|'s|role|,|the|U.S|economy"),
        ("9 a.m. and 5 p.m.", "9|a.m.|and|5|p.m."),
        ("J. K. Holm, J.K. Holm, a Ph.D.", "J.|K.|Holm|,|J.K.|Holm|,|a|Ph.D."),
        ("so did I. He", "so|did|I|.|He"),
        ("Mr. Berg of Acme Inc. left.", "Mr.|Berg|of|Acme|Inc.|left|."),
        ("No. 10 said no. No.", "No.|10|said|no|.|No|."),
        ("They went to Mass. Later", "They|went|to|Mass|.|Later"),
        ("Springfield, Mass., is", "Springfield|,|Mass.|,|is"),
        ("3.5 of 1,043", "3.5|of|1,043"),
        ("$1.13bn (£600m), US$5m", "$1.13bn|(|£600m|)|,|US$5m"),
        ("76% at 10:30 on 9/11", "76%|at|10:30|on|9/11"),
        ("won 3-1, fell to 2.", "won|3-1|,|fell|to|2|."),
        (".38-calibre", ".38-calibre"),
        ("wait... what … no. . . end", "wait|...|what|…|no|. . .|end"),
        ("yes—no – maybe -- so", "yes|—|no|–|maybe|--|so"),
        ("Really?! Yes!", "Really|?!|Yes|!"),
        ('“Hi,” ‘ho’ "ha"', '“|Hi|,|”|‘|ho|’|"|ha|"'),
        ("``Go,'' she said", "``|Go|,|''|she|said"),
        ("It ended.Then", "It|ended|.|Then"),
        ("see http://a.example/b?c=d. Or news.example.org/x", "see|http://a.example/b?c=d|.|Or|news.example.org/x"),
        ("@office #budget anna@mail.example", "@office|#budget|anna@mail.example"),
        ("co\u00adoperate zero\u200bwidth", "cooperate|zerowidth"),
        ("cafe\u0301 naïve Ærø 東京", "cafe\u0301|naïve|Ærø|東京"),
        ("5 €, 20°C 👩‍🚀", "5|€|,|20|°|C|👩|🚀"),
        ("____ ----- ******", "____|-----|*|*|*|*|*|*"),
        ('""""""""', '""""""""'),
    ],
)
def test_token_boundaries(text: str, expected: str) -> None:
    assert _words(text) == expected


def test_invisible_characters_stay_in_the_span() -> None:
    text = "a co\u00adoperative"

    token = cut_tokens(text, 0, len(text))[1]

    assert text[token.start : token.end] == "co\u00adoperative"


def test_long_paragraphs_are_cut_as_short_ones() -> None:
    sentence = "The council's vote on Mr. Berg's $1.5m plan isn't due. "
    once = [token.text for token in cut_tokens(sentence, 0, len(sentence))]

    text = sentence * 500

    assert [token.text for token in cut_tokens(text, 0, len(text))] == once * 500


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.text("aB.'’\"-1$,% \u00ad\u200b", max_size=60))
def test_every_visible_character_is_in_one_token(text: str) -> None:
    tokens = cut_tokens(text, 0, len(text))

    assert all(token.text and token.start < token.end for token in tokens)
    assert all(first.end <= second.start for first, second in pairwise(tokens))
    covered = {at for token in tokens for at in range(token.start, token.end)}
    visible = {at for at, sign in enumerate(text) if not sign.isspace() and not re.match(f"[{INVISIBLE}]", sign)}
    assert visible <= covered
