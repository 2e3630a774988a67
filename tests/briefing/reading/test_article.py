"""Any text gives an article whose blocks cut it cleanly, or the one error that says it holds no words."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import EmptyError
from briefing.model import Article
from briefing.reading import parse_article, read_article
from briefing.reading.article import Markup
from briefing.reading.paragraphs import BLANKS

PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            " ",
            "\t",
            "\u00a0",
            "\u200b",
            "\r\n",
            "\x0c",
            "“",
            "”",
            '"',
            "'",
            "*",
            "_",
            "`",
            "[",
            "](",
            ")",
            "#",
            ">",
            "- ",
        ),
        *(
            "---\n",
            "```\n",
            "|",
            "<!--",
            "&amp;",
            "&#8217;",
            "By ",
            "By . Jane Roe . ",
            "(CNN)",
            "LONDON (Reuters) - ",
            "OSLO",
        ),
        *(
            "2022-03-04 ",
            "Published: ",
            "3 March 2022",
            "9:12 p.m.",
            "Share",
            "Read more: ",
            "© 2022",
            "Image: ",
            "title: ",
        ),
        *(
            "The council voted.",
            "We will act",
            "İstanbul",
            "contributed to this report.",
            "Scroll down for video . ",
            "x" * 90,
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join))


def assert_sound(article: Article, text: str) -> None:
    assert article.text == text
    assert len(article.masked) == len(text)
    assert article.blocks
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(text)
        assert article.text[block.start : block.end].strip(BLANKS) == article.text[block.start : block.end]
        end = block.end


@pytest.mark.parametrize("text", ["(1000/1/1", "(\n1000/1/1"])
def test_a_text_that_is_all_header_is_its_own_paragraph(text: str) -> None:
    assert_sound(parse_article(text), text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["text", "markdown"]))
def test_any_text_gives_an_article_or_is_empty(text: str, markup: Markup) -> None:
    try:
        article = parse_article(text, markup=markup)
    except EmptyError:
        assert not any(char.isalnum() for char in text) or "&" in text or markup == "markdown"
    else:
        assert_sound(article, text)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_plain_text_keeps_every_word_in_some_block(text: str) -> None:
    if "&" in text or not any(char.isalnum() for char in text):
        return
    article = parse_article(text)

    covered = sum(char.isalnum() for block in article.blocks for char in text[block.start : block.end])
    labels = ("title", "published", "date")  # labels of fields, and numbers of lists, stand outside
    assert covered >= sum(map(str.isalnum, text)) - sum(len(label) * text.lower().count(label) for label in labels) - 60


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\ufeff", "...", "“”", "***\n---", "&nbsp;"])
def test_texts_without_words_are_empty(text: str) -> None:
    with pytest.raises(EmptyError, match="it holds no words"):
        parse_article(text)


@pytest.mark.parametrize(
    ("source", "id", "expected"),
    [
        ("news/pool-closes.txt", None, "pool-closes"),
        ("pool.v2.md", None, "pool.v2"),
        ("-", None, "stdin"),
        ("", None, "article"),
        ("news/pool-closes.txt", "given", "given"),
    ],
)
def test_the_id_is_the_name_of_the_file(source: str, id: str | None, expected: str) -> None:
    article = read_article(b"The council voted.", source=source, id=id)

    assert (article.id, article.source) == (expected, source)


@pytest.mark.parametrize(
    ("source", "markup", "masked"),
    [
        ("a.md", None, " a "),
        ("a.MARKDOWN", None, " a "),
        ("a.txt", None, "*a*"),
        ("-", None, "*a*"),
        ("a.md", "text", "*a*"),
        ("-", "markdown", " a "),
    ],
)
def test_the_ending_of_the_name_decides_the_markup(source: str, markup: Markup | None, masked: str) -> None:
    assert read_article(b"*a*", source=source, markup=markup).masked == masked


def test_notes_of_the_decoding_reach_the_article() -> None:
    assert read_article(b"caf\xe9", source="a.txt").notes == ("not UTF-8: read as cp1252",)


def test_character_references_are_read_and_cut_verbatim() -> None:
    article = parse_article("The caf&#233; didn&rsquo;t open.")

    assert article.cut(4, 14).text == "caf&#233; "
    assert article.cut(0, len(article.text)).plain == "The café didn’t open."


@pytest.mark.parametrize(
    "unit", ["\n", "(", "*", "By ", "a\n", "- a\n", "](", "March 3, ", "(CNN)", "“", "A. ", "&", "<!--", "`"]
)
def test_the_cost_grows_with_the_length_and_no_faster(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit)) + "word"
        start = time.process_time()
        parse_article(text)
        return time.process_time() - start

    cost(1_000)
    assert cost(32_000) < 40 * max(cost(4_000), 0.001)
