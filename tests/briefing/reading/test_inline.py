"""Inline marks are blanked in place: the length stays, and words and marks that belong together stay together."""

import pytest

from briefing.reading.inline import mask_entities, mask_inline

CASES = [
    ("plain text, no marks.", "plain text, no marks."),
    ("a **bold** word", "a bold word"),
    ("a *word*, then", "a word , then"),
    ("__a__ and _b_ and ~~c~~", "a and b and c"),
    ("***both*** marks", "both marks"),
    ("un*believ*able", "unbelievable"),
    ("snake_case_word and 5 * 3 * 2", "snake_case_word and 5 * 3 * 2"),
    ("an * alone and a *stray", "an * alone and a *stray"),
    (r"five \* three \\ \[x\]", r"five * three \ [x]"),
    ("see [the plan](https://x.org/a_(b)) now", "see the plan now"),
    ('see [the plan](https://x.org "a (b) c").', "see the plan ."),
    ("see [the plan][p] and [the plan] and [p][]", "see the plan and [the plan] and p"),
    ("he said [sic] so", "he said [sic] so"),
    ("“[We will](https://x.org)”", "“We will”"),
    ("a claim[^1] here", "a claim here"),
    ("use `code *here*` now", "use code *here* now"),
    ("a ` tick", "a ` tick"),
    (r"a \``` tick", "a ``` tick"),
    (r"a \```b`` tick", "a ` b tick"),
    ("at <https://x.org/a> now", "at now"),
    ("one<br>two <b>three</b> <!-- four --> five", "one two three five"),
    ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ("don&#8217;t &amp; caf&eacute; &nope; &", "don’t & café &nope; &"),
    ("[a [b](c) d](e)", "a b d"),
    ("](a) [ x", "](a) [ x"),
    ("[a](b", "[a](b"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks_are_blanked(text: str, expected: str) -> None:
    masked, _ = mask_inline(text, {"p"})

    assert len(masked) == len(text)
    assert " ".join(masked.replace("\u200b", "").split()) == expected


def test_what_is_kept_stands_where_it_stood() -> None:
    text = "see **[the plan](https://x.org)** and `it`"
    masked, _ = mask_inline(text)

    assert all(new in (old, " ", "\u200b") for old, new in zip(text, masked, strict=True))


def test_images_keep_their_alternative_text_and_are_told() -> None:
    text = "x ![a *cat*](c.png) y"
    masked, images = mask_inline(text)

    assert [text[start:end] for start, end in images] == ["![a *cat*](c.png)"]
    assert " ".join(masked.split()) == "x a cat y"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("caf&#233;", "café"),
        ("&ldquo;No&rdquo;", "“No”"),
        ("a&nbsp;b", "a b"),
        ("AT&T; &c", "AT&T; &c"),
        ("&#0; &#x110000; &#xD800;", None),
        ("no reference", "no reference"),
    ],
)
def test_character_references_become_characters_of_the_same_length(text: str, expected: str | None) -> None:
    masked = mask_entities(text)

    assert len(masked) == len(text)
    if expected is not None:
        assert " ".join(masked.replace("\u200b", "").split()) == expected
