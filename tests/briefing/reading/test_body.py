"""Below the header, headings, lists, captions and furniture are told from paragraphs."""

import pytest

from briefing.model import Article
from briefing.reading import parse_article

LEAD = (
    "The council of Harwell voted on Tuesday to close the swimming pool for a year, after a debate in which its leader "
    "said that the town had no choice and the swimmers said that it had not looked for one."
)
MORE = "Swimmers promised to come back every Monday until somebody explained to them where the money had gone."


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    ("between", "kind"),
    [
        ("What the swimmers want", "heading"),
        ("WHAT THE SWIMMERS WANT", "heading"),
        ("'NO CHOICE'", "heading"),
        ("BACKGROUND.", "heading"),
        ("She paused.", "paragraph"),
        ("“We will swim.”", "paragraph"),
        ("But who will pay?", "paragraph"),
        ("He went on:", "paragraph"),
        ("Advertisement", "furniture"),
        ("Read more: The pool in pictures", "furniture"),
        ("The pool in winter. Photo: Jane Roe", "caption"),
        ("9:12 p.m.", "date"),
        ("Updated: 3 March 2022", "date"),
        ("- the pool", "list"),
    ],
)
def test_what_stands_between_paragraphs(between: str, kind: str) -> None:
    article = parse_article(f"{LEAD}\n\n{between}\n\n{MORE}")

    text = between.removeprefix("- ")
    assert kinds(article) == [("paragraph", LEAD), (kind, text), ("paragraph", MORE)]


def test_a_date_below_the_header_is_not_the_article_s() -> None:
    assert parse_article(f"{LEAD}\n\n{MORE}\n\n3 March 2022\n\n{MORE}").date is None


def test_a_short_last_line_is_no_heading() -> None:
    assert kinds(parse_article(f"{LEAD}\n\nThe pool stays closed"))[-1] == ("paragraph", "The pool stays closed")


@pytest.mark.parametrize(
    "links",
    ["The pool in pictures\n\nTen years of swimming", "- The pool in pictures\n- Ten years of swimming"],
)
def test_announced_links_at_the_end_are_furniture(links: str) -> None:
    article = parse_article(f"{LEAD}\n\n{MORE}\n\nRelated stories:\n\n{links}")

    assert [kind for kind, _ in kinds(article)] == ["paragraph", "paragraph", "furniture", "furniture", "furniture"]


def test_what_follows_a_link_line_in_the_middle_is_kept() -> None:
    article = parse_article(f"{LEAD}\n\nRead more: The pool\n\nWhat the swimmers want\n\n{MORE}")

    assert [kind for kind, _ in kinds(article)] == ["paragraph", "furniture", "heading", "paragraph"]


def test_furniture_within_a_paragraph_parts_it() -> None:
    article = parse_article(f"{LEAD} Scroll down for video . {MORE} CNN's Jane Roe contributed to this report.")

    assert kinds(article) == [
        ("paragraph", LEAD),
        ("furniture", "Scroll down for video ."),
        ("paragraph", MORE),
        ("furniture", "CNN's Jane Roe contributed to this report."),
    ]


def test_an_agency_opens_later_paragraphs_too() -> None:
    article = parse_article(f"{LEAD}\n\nOSLO (AP) — {MORE}")

    assert [kind for kind, _ in kinds(article)] == ["paragraph", "dateline", "paragraph"]
    assert article.dateline is None


@pytest.mark.parametrize("text", ["Share", "By Jane Roe", "3 March 2022", "Advertisement\n\nShare"])
def test_words_that_are_all_furniture_are_still_an_article(text: str) -> None:
    assert {kind for kind, _ in kinds(parse_article(text))} == {"paragraph"}
