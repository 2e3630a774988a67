"""Markdown is read to its prose: everything else is blanked in place, offset by offset."""

import pytest

from briefing.errors import EmptyError
from briefing.model import Article
from briefing.reading import parse_article

LEAD = "The council of Harwell voted on Tuesday to close the swimming pool, and its leader said she had no choice."


def kinds(article: Article) -> list[tuple[str, str]]:
    """The blocks with the words that the later stages see."""
    return [
        (block.kind, " ".join(article.masked[block.start : block.end].replace("\u200b", "").split()))
        for block in article.blocks
    ]


CASES = [
    (
        "a title and a heading",
        f"# Pool closes\n\n{LEAD}\n\n## What now\n\n{LEAD}",
        ["title", "paragraph", "heading", "paragraph"],
    ),
    (
        "underlined headings",
        f"Pool closes\n===========\n\n{LEAD}\n\nWhat now\n---\n\n{LEAD}",
        ["title", "paragraph", "heading", "paragraph"],
    ),
    ("closed headings", f"# Pool closes #\n\n{LEAD}", ["title", "paragraph"]),
    ("a byline in italics", f"# Pool closes\n\n*By Jane Roe*\n\n{LEAD}", ["title", "byline", "paragraph"]),
    ("a dateline in bold", f"# Pool closes\n\n**OSLO (AP)** — {LEAD}", ["title", "dateline", "paragraph"]),
    ("a subtitle", f"# Pool closes\n\n*Swimmers want to know why*\n\n{LEAD}", ["title", "subtitle", "paragraph"]),
    ("lists", f"{LEAD}\n\n- one **pool**\n- two\n\n1. three", ["paragraph", "list", "list", "list"]),
    ("nested lists", f"{LEAD}\n\n- one\n  - two\n    - three", ["paragraph", "list", "list", "list"]),
    ("block quotes", f"{LEAD}\n\n> {LEAD}\n> {LEAD}", ["paragraph", "paragraph"]),
    ("an image alone", f"{LEAD}\n\n![The pool](p.jpg)", ["paragraph", "caption"]),
    ("a linked image", f"{LEAD}\n\n[![The pool](p.jpg)](p.html)", ["paragraph", "caption"]),
    ("code", f"{LEAD}\n\n```\ncode here\n```\n\n    more code\n\n~~~\nopen", ["paragraph"]),
    ("a table", f"{LEAD}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n{LEAD}", ["paragraph", "paragraph"]),
    ("a comment", f"{LEAD}\n\n<!-- nothing\n\nto see -->\n\n{LEAD}", ["paragraph", "paragraph"]),
    ("HTML", f"{LEAD}\n\n<div>\nnot this\n</div>\n\n{LEAD}", ["paragraph", "paragraph"]),
    ("rules", f"{LEAD}\n\n---\n\n***\n\n{LEAD}", ["paragraph", "paragraph"]),
    ("link definitions and footnotes", f"{LEAD}[^1]\n\n[p]: https://x.org\n\n[^1]: A footnote.", ["paragraph"]),
    (
        "furniture",
        f"{LEAD}\n\n## Related stories\n\n- One\n- Two",
        ["paragraph", "furniture", "furniture", "furniture"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_blocks(text: str, expected: list[str]) -> None:
    article = parse_article(text, markup="markdown")

    assert [kind for kind, _ in kinds(article)] == expected
    assert len(article.masked) == len(text)


def test_only_blocks_keep_anything_in_the_masked_text() -> None:
    text = f"# Pool\n\n> {LEAD}\n>\n> {LEAD}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n"
    article = parse_article(text, markup="markdown")

    outside = list(article.masked)
    for block in article.blocks:
        outside[block.start : block.end] = " " * (block.end - block.start)
    assert "".join(outside).split() == []


def test_a_quoted_paragraph_over_several_lines_loses_its_marks() -> None:
    article = parse_article("> The council\n> voted *on\n> Tuesday*.", markup="markdown")

    assert kinds(article) == [("paragraph", "The council voted on Tuesday .")]


def test_front_matter_fills_the_fields_and_is_blanked() -> None:
    front = "---\ntitle: Pool closes\nauthors: [Jane Roe]\ndate: 4 March 2022\nsection: Local\n---\n\n"
    article = parse_article(f"{front}# Pool closes\n\n{LEAD}", markup="markdown")

    assert (article.title, article.byline, article.date, article.section) == (
        "Pool closes",
        "Jane Roe",
        "2022-03-04",
        "Local",
    )
    assert kinds(article) == [("title", "Pool closes"), ("paragraph", LEAD)]
    assert article.blocks[0].start > len(front)


def test_a_title_that_stands_only_in_front_matter_is_a_block_there() -> None:
    article = parse_article(f'---\ntitle: "Pool closes"\n---\n\n{LEAD}', markup="markdown")

    assert kinds(article) == [("title", "Pool closes"), ("paragraph", LEAD)]
    assert article.title == "Pool closes"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_move_no_offset(end: str) -> None:
    text = f"# Pool\n\n{LEAD}\n\n- one\n- two".replace("\n", end)

    assert [kind for kind, _ in kinds(parse_article(text, markup="markdown"))] == ["title", "paragraph", "list", "list"]


def test_a_file_of_nothing_but_code_is_read_as_text() -> None:
    assert kinds(parse_article("```\nwords in code\n```", markup="markdown"))[0][0] == "paragraph"


def test_marks_without_words_are_empty() -> None:
    with pytest.raises(EmptyError):
        parse_article("# **\n\n---\n", markup="markdown")


def test_the_reading_for_people_has_neither_marks_nor_gaps() -> None:
    text = "The [council](https://x.org), *angry*, said “**no**” to un*believ*able plans (see [p](q))."
    article = parse_article(text, markup="markdown")

    assert article.cut(0, len(text)).plain == "The council, angry, said “no” to unbelievable plans (see p)."
