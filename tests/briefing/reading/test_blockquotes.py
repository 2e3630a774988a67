"""Block quotations that name who is quoted have quotation marks and a line for the name; others stay as they are."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from briefing.reading import read_articles
from briefing.reading.blockquotes import mark_quotations
from briefing.reading.hypertext import parts_of_html

html: Any = pytest.importorskip("lxml.html", reason="the extra web is not installed")

QUOTED = [
    ("We are done.<cite>Ada Quill</cite>", "“We are done.”<p>Ada Quill</p>"),
    (
        "<p>We are <em>all</em> done.</p><footer>Ada</footer>",
        "<p>“We are <em>all</em> done.”</p><p>Ada</p>",
    ),
    ("<p>We are <em>done</em></p><cite>Ada</cite>", "<p>“We are <em>done”</em></p><p>Ada</p>"),
    ("<p> One.</p><p>Two. <cite>Ada</cite></p>", "<p>“One.</p><p>“Two.”</p><p>Ada</p>"),
    ("<p>One.</p><p> </p><cite><b>Ada</b></cite>", "<p>“One.”</p><p> </p><p><b>Ada</b></p>"),
    ("“We are done.”<cite>Ada</cite>", "“We are done.”<p>Ada</p>"),
    ("<em>One</em> and two.<cite>Ada</cite> ", "<em>“One</em> and two.”<p>Ada</p>"),
    (
        "<!-- a -->One.<footer>— <cite>Ada</cite></footer><!-- b -->",
        "<!-- a -->“One.”<!-- b --><p>— <cite>Ada</cite></p>",
    ),
    ("&nbsp;<p>One.</p><cite>Ada</cite>&nbsp;", "<p>“One.”</p>\xa0<p>Ada</p>"),
]
PLAIN = [
    "We are done.",
    "The sea was grey, and <cite>The Courier</cite> said nothing.",
    "<p>We are done.</p><cite> </cite>",
    "",
]


def marked(inside: str) -> str:
    """What a block quotation holds afterwards, in a page."""
    tree = html.fromstring(f"<html><body><blockquote>{inside}</blockquote><p>It rained.</p></body></html>")
    mark_quotations(tree)
    (quote,) = tree.iter("blockquote")
    found: str = html.tostring(quote, encoding="unicode", with_tail=False)
    return found.removeprefix("<blockquote>").removesuffix("</blockquote>")


@pytest.mark.parametrize(("inside", "expected"), QUOTED)
def test_who_is_quoted_has_a_paragraph_and_what_is_quoted_its_marks(inside: str, expected: str) -> None:
    assert marked(inside).strip() == expected


@pytest.mark.parametrize("inside", PLAIN)
def test_a_quotation_of_nobody_is_left_alone(inside: str) -> None:
    assert marked(inside) == inside


def test_of_quotations_within_one_another_the_innermost_is_marked_in_time() -> None:
    tree = html.fromstring(
        "<blockquote>" * 200 + "<b>x</b><i></i>" * 20_000 + "<cite>Ada</cite>" + "</blockquote>" * 200
    )
    began = time.process_time()
    mark_quotations(tree)
    assert time.process_time() - began < 2
    assert "".join(tree.itertext()).startswith("“x")


def test_a_name_alone_is_no_quotation() -> None:
    assert marked("<cite>Ada</cite>") == "<p>Ada</p>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("We are done.<cite>Ada Quill</cite>", ["“We are done.”", "Ada Quill"]),
        ("<p>One.</p><p>Two. <cite>— Ada</cite> </p>", ["“One.", "“Two.”", "— Ada"]),
        ("<p>One.</p><footer>— <cite>Ada</cite></footer>", ["“One.”", "— Ada"]),
        ("“One.”<cite>Ada</cite>", ["“One.”", "Ada"]),
        ("<cite>Ada</cite>", ["Ada"]),
        ("The sea, and <cite>The Courier</cite> said nothing.", ["The sea, and The Courier said nothing."]),
        ("<cite>Ada</cite><p>One.</p>", ["Ada", "One."]),
        ("One.", ["One."]),
    ],
    ids=["cite", "in a paragraph", "footer", "marked", "alone", "a title", "first", "nobody"],
)
def test_who_a_block_quotation_in_a_record_names_stands_below_it(inside: str, expected: list[str]) -> None:
    found = parts_of_html(f"<p>A <cite>Courier</cite></p><blockquote>{inside}</blockquote><p>It rained.</p>")
    assert [part.text for part in found] == ["A Courier", *expected, "It rained."]


def test_a_page_tells_who_is_quoted(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra web is not installed")
    body = "<p>The ferry of Torvik will stop in May, the council said on Monday. It had lost money for years.</p>"
    quote = "<blockquote>We cannot pay for it any more, and nobody helped us.<cite>Bo Lind, mayor</cite></blockquote>"
    page = f"<html><body><article><h1>Ferry to stop</h1>{body}{quote}{body}</article></body></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    (article,) = read_articles(tmp_path / "page.html")
    assert "\n\n“We cannot pay for it any more, and nobody helped us.”\n\nBo Lind, mayor\n\n" in article.text
