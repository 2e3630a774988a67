"""A file of each kind is read as ``truth.json`` says: its articles with their fields and texts, or a refusal by name.

The files and their truth are our own words; they lie in ``formats`` beside this module.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import FormatError, ReadingError
from briefing.model import Article
from briefing.pipeline import summarize
from briefing.reading import read_articles

pytestmark = pytest.mark.filterwarnings("ignore")  # those of other people's libraries
FOLDER = Path(__file__).parent / "formats"
TRUTH: dict[str, Any] = json.loads((FOLDER / "truth.json").read_text("utf-8"))
NAMES = [name for name in TRUTH if not name.startswith("_")]
READ = [name for name in NAMES if isinstance(TRUTH[name], list)]
REFUSED = [name for name in NAMES if isinstance(TRUTH[name], dict) and "refused" in TRUTH[name]]
FOREIGN = [name for name in NAMES if isinstance(TRUTH[name], dict) and "language" in TRUTH[name]]
ALIKE = 0.97


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def likeness(found: str, wanted: dict[str, Any]) -> float:
    """The F1 of the words, with the lines that a reader may leave in taken out where that is better."""
    best = 0.0
    text = found
    for line in ["", *sorted(wanted.get("may", ()), key=len, reverse=True)]:
        text = text.replace(line, " ") if line else text
        ours, theirs = Counter(words(text)), Counter(words(wanted["text"]))
        both = sum((ours & theirs).values())
        best = max(best, 2 * both / max(1, sum(ours.values()) + sum(theirs.values())))
    return best


def faults(article: Article, wanted: dict[str, Any]) -> list[str]:
    """What differs from the truth."""
    unchecked = wanted.get("unchecked", ())
    names = wanted["byline"].split("; ") if wanted["byline"] else []
    signed = all(name in (article.byline or "") for name in names) if names else article.byline is None
    differs = {
        "title": article.title != wanted["title"],
        "date": article.date != wanted["date"],
        "byline": not signed,
        "outlet": bool(wanted["outlet"]) and article.outlet != wanted["outlet"],
        "url": bool(wanted["url"]) and article.url != wanted["url"],
        "language": (article.language or "")[:2] != "en",
        "text": likeness(article.text, wanted) < ALIKE,
    }
    return [f"{name}: {getattr(article, name)!r}" for name, is_so in differs.items() if is_so and name not in unchecked]


@pytest.mark.parametrize("name", READ)
def test_every_article_of_a_file_is_read_whole(name: str) -> None:
    articles = list(read_articles(FOLDER / name))

    assert len(articles) == len(TRUTH[name])
    assert [faults(article, wanted) for article, wanted in zip(articles, TRUTH[name], strict=True)] == [[]] * len(
        articles
    )
    assert len({article.id for article in articles}) == len(articles)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_is_refused_by_name(name: str) -> None:
    with pytest.raises(ReadingError) as caught:
        list(read_articles(FOLDER / name))

    assert any(each.lower() in str(caught.value).lower() for each in TRUTH[name]["names"])
    assert isinstance(caught.value, FormatError) or "binary" in str(caught.value)


@pytest.mark.parametrize("name", FOREIGN)
def test_another_language_gives_a_summary_and_no_positions(name: str) -> None:
    (article,) = read_articles(FOLDER / name)
    brief = summarize(article)

    assert article.language == TRUTH[name]["language"]
    assert (len(brief.summary), brief.positions) == (3, ())
    assert "not English" in brief.notes[0]
    assert article.date
    assert article.byline
    assert " " not in article.byline.split(" ")[0]
