"""Every sample is read as its editor meant it, and each is as messy as the list of samples says."""

from pathlib import Path

import pytest

from briefing.model import Article
from briefing.reading import read_article

SAMPLES = Path(__file__).parents[3] / "samples"
HEADERS = {
    "joint-statement.txt": (
        "Norway and Canada have agreed to patrol Arctic waters together.",
        None,
        "OSLO",
        "2024-09-17",
        ["date", "title", "subtitle", "dateline", "paragraph"],
    ),
    "parliament-debate.txt": (
        "Lawmakers back four-day school week after night of bitter debate",
        "Tamsin Okereke",
        "WELLINGTON",
        None,
        ["title", "byline", "dateline", "paragraph"],
    ),
    "strike.txt": (None, None, "Port Maarten, Netherlands", None, ["dateline", "paragraph"]),
    "court-ruling.txt": (None, None, None, None, ["paragraph"]),
    "takeover.txt": (None, None, None, None, ["paragraph"]),
    "climate-study.txt": (
        "MOUNTAIN LAKES LOSING WINTER ICE FASTER THAN THOUGHT, STUDY FINDS",
        "Leonie Haberkorn, Science Correspondent",
        None,
        "2025-02-12",
        ["title", "byline", "date", "paragraph"],
    ),
    "planning-dispute.md": (
        "Harwell Cross defers decision on riverside tower",
        "Benedict Ashdown-Reyes",
        "HARWELL CROSS",
        "2025-04-03",
        ["title", "subtitle", "dateline", "paragraph"],
    ),
    "press-conference.txt": (
        'Trainer of injured jockey says she was "told to run"',
        "Niamh Corrigan-Bose, Racing Correspondent",
        None,
        "2025-06-09",
        ["title", "byline", "date", "paragraph"],
    ),
    "flood-inquiry.txt": (
        "Flood inquiry hears dam warnings were 'filed and forgotten'",
        None,
        None,
        "2024-11-14",
        ["title", "section", "date", "furniture", "furniture", "caption", "paragraph"],
    ),
    "vaccine-trial.txt": (
        "New shingles jab halves risk of dementia, say researchers – but critics urge caution",
        "Pelham Ostrander, Associated Press",
        "GENEVA",
        "2025-03-03",
        ["title", "byline", "dateline", "paragraph"],
    ),
    "museum-theft.txt": (
        None,
        "Arabella Finch-Duarte and Rory Mbeki",
        None,
        "2014-01-18",
        ["byline", "date", "paragraph"],
    ),
}


def sample(name: str) -> Article:
    return read_article((SAMPLES / name).read_bytes(), source=name)


def texts(article: Article, kind: str) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind == kind]


@pytest.mark.parametrize("name", HEADERS)
def test_headers(name: str) -> None:
    title, byline, dateline, date, opening = HEADERS[name]
    article = sample(name)

    assert (article.title, article.byline, article.dateline, article.date) == (title, byline, dateline, date)
    assert [block.kind for block in article.blocks][: len(opening)] == opening


def test_every_sample_is_listed_and_of_an_article_s_length() -> None:
    names = {path.name for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md")} - {"README.md", "GUIDE.md"}

    assert names == set(HEADERS)
    assert all(f"`{name}`" in (SAMPLES / "README.md").read_text(encoding="utf-8") for name in names)
    assert all(250 <= len(sample(name).text.split()) <= 900 for name in names)


@pytest.mark.parametrize("name", ["court-ruling.txt", "museum-theft.txt"])
def test_the_whole_article_in_one_paragraph(name: str) -> None:
    assert sample(name).text.count("\n") == 1


def test_wrapped_lines_become_paragraphs() -> None:
    article = sample("climate-study.txt")

    assert len(texts(article, "paragraph")) == 12
    assert max(map(len, article.text.splitlines())) <= 72


def test_furniture_stays_out_of_the_paragraphs() -> None:
    article = sample("flood-inquiry.txt")

    assert texts(article, "heading") == ["COMPANY KNEW OF CRACKS", "FAMILIES DEMAND NAMES", "WHAT HAPPENS NEXT"]
    assert len(texts(article, "paragraph")) == 14
    assert texts(article, "furniture") == [
        "Share",
        "Email",
        "Read more: What we know about the Brackendale dam",
        "ADVERTISEMENT",
        "Related:",
        "Minister promises register of old dams",
        "Brackendale, nine months on",
        "Follow our reporters on Twitter",
        "© 2024 Northern Courier. All rights reserved.",
    ]


def test_windows_bytes_are_kept_in_the_repository_and_read() -> None:
    data = (SAMPLES / "vaccine-trial.txt").read_bytes()

    assert b"\r\n" in data
    assert b"\x93" in data
    assert sample("vaccine-trial.txt").notes == ("not UTF-8: read as cp1252",)
    assert b"\r\n" in (SAMPLES / "press-conference.txt").read_bytes()


def test_markdown_is_blanked() -> None:
    article = sample("planning-dispute.md")

    assert texts(article, "caption") == ["The tannery from the towpath, March 2025"]
    assert "example.org" not in article.masked
    assert "|" not in article.masked
