"""Records of every make give their article: names of fields, wrappings, HTML, dates, what is kept beside it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from briefing.errors import BrokenError, EmptyError, FormatError, ReadingError, RecordError
from briefing.model import Article
from briefing.reading.loading import article_of, load
from briefing.reading.raw import Reading

TEXT = (
    "The bank promised on Monday to pay. “We will pay,” Ann Lee said.\n\nThe ministry of finance welcomed the decision."
)
HTML = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
WANTED = ("The bank is to pay", "Ann Lee", "2026-03-11", "The Courier", "https://x.example/1", TEXT)


def read(data: bytes, name: str, reading: Reading | None = None) -> list[Article]:
    reading = reading or Reading()
    return [article_of(raw, reading) for raw in load(io.BytesIO(data), name, name, reading)]


def fields(article: Article) -> tuple[str | None, ...]:
    return (article.title, article.byline, article.date, article.outlet, article.url, article.text)


FLAT = {
    "Headline": "The bank is to pay",
    "Authors": ["Ann Lee"],
    "publishedAt": "2026-03-11T09:00:00Z",
    "source": {"id": None, "name": "The Courier"},
    "url": "https://x.example/1",
    "Body": TEXT,
}
MADE: dict[str, Any] = {
    "flat": [FLAT],
    "news interface": {"status": "ok", "articles": [FLAT]},
    "wrapped fields": {
        "response": {
            "results": [
                {
                    "webTitle": "The bank is to pay",
                    "webUrl": "https://x.example/1",
                    "webPublicationDate": "2026-03-11T09:00:00Z",
                    "fields": {"byline": "By Ann Lee", "publication": "The Courier", "bodyText": TEXT, "body": HTML},
                }
            ]
        }
    },
    "search engine": {"hits": {"hits": [{"_id": "1", "_source": FLAT}]}},
    "blog": [
        {
            "title": {"rendered": "The bank is to pay"},
            "content": {"rendered": HTML},
            "date": "2026-03-11T09:00:00",
            "link": "https://x.example/1",
            "author": 3,
            "_embedded": {"author": [{"name": "Ann Lee"}]},
            "site_name": "The Courier",
        }
    ],
    "JSON Feed": {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "description": "All news",
        "items": [
            {
                "title": "The bank is to pay",
                "content_html": HTML,
                "url": "https://x.example/1",
                "date_published": "2026-03-11",
                "authors": [{"name": "Ann Lee"}],
            }
        ],
    },
    "graph": {
        "@graph": [
            {"@type": "Organization", "name": "The Courier", "description": "a paper"},
            {
                "@type": ["NewsArticle"],
                "headline": "The bank is to pay",
                "author": {"@type": "Person", "name": "Ann Lee"},
                "datePublished": "2026-03-11T09:00:00+01:00",
                "publisher": {"@type": "Organization", "name": "The Courier"},
                "mainEntityOfPage": {"@id": "https://x.example/1"},
                "articleBody": TEXT,
            },
        ]
    },
    "ninjs 3": {
        "uri": "https://x.example/1",
        "headlines": [{"role": "short", "value": "Bank"}, {"role": "main", "value": "The bank is to pay"}],
        "by": "By Ann Lee",
        "firstCreated": "2026-03-11T09:00:00Z",
        "infoSources": [{"name": "The Courier"}],
        "bodies": [{"role": "main", "contentType": "text/html", "value": HTML}],
    },
}


@pytest.mark.parametrize("name", MADE)
def test_json_of_every_make(name: str) -> None:
    (article,) = read(json.dumps(MADE[name]).encode(), "a.json")

    assert fields(article) == WANTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_tables_of_every_make(mark: str, encoding: str) -> None:
    text = TEXT.replace('"', '""')
    names = mark.join(("Title", "Author", "Publication Date", "Newspaper", "URL", "Full Text"))
    cells = ("The bank is to pay", "Ann Lee", "11 March 2026", "The Courier", "https://x.example/1", text)
    row = mark.join(f'"{cell}"' for cell in cells)
    (article,) = read(f"{names}\r\n{row}\r\n".encode(encoding), "a.csv")

    assert fields(article) == WANTED


def test_a_table_needs_no_ending() -> None:
    (article,) = read(
        f'headline,date,text\nThe bank is to pay,2026-03-11,"{TEXT.splitlines()[0]}"\n'.encode(), "export"
    )

    assert article.title == "The bank is to pay"


@pytest.mark.parametrize(
    "names",
    [
        "headline_text;ArticleDate;article_body;news_paper;Author Name;Web Link",
        "News Title;Date of Publication;Text of the story;Name of newspaper;author_full_name;article_link",
    ],
)
def test_names_that_are_not_known_are_told_by_their_words(names: str) -> None:
    text = " ".join(TEXT.split())
    row = f'The bank is to pay;2026-03-11;"{text}";The Courier;Ann Lee;https://x.example/1'
    (article,) = read(f"{names}\n{row}\n".encode(), "a.csv")

    assert fields(article) == (*WANTED[:5], text)


@pytest.mark.parametrize("above", ["sep=;\r\n", "Media monitoring, March 2026\n\n", "\n\nReport;a;b;c\n"])
def test_what_stands_above_the_names_of_a_table(above: str) -> None:
    (article,) = read(f"{above}title;date;text\nThe bank is to pay;2026-03-11;words of a text\n".encode(), "a.csv")

    assert (article.title, article.text) == ("The bank is to pay", "words of a text")


@pytest.mark.parametrize("cell", ['["Ann Lee"]', "['Ann Lee']", "Ann Lee"])
def test_a_list_in_a_cell_is_a_list(cell: str) -> None:
    (article,) = read(json.dumps({"text": TEXT, "authors": cell}).encode(), "a.jsonl")

    assert article.byline == "Ann Lee"


def test_words_of_names_make_no_article_of_settings() -> None:
    with pytest.raises(FormatError):
        read(json.dumps({"text_color": "red", "content_type": "x", "story_view": "wide"}).encode(), "a.json")


def test_a_prose_that_begins_with_such_words_is_no_table() -> None:
    (article,) = read(f"Text, date and title of a law\n\n{TEXT}".encode(), "a.txt")

    assert article.title == "Text, date and title of a law"


def test_the_fields_can_be_named() -> None:
    record = {
        "text": "no",
        "a": {"b": TEXT},
        "when": "2026-03-11",
        "date": "2020-01-01",
        "paper": "The Courier",
        "n": 9,
    }
    reading = Reading(text_field="a.b", id_field="n", date_field="when", outlet_field="paper")
    (article,) = read(json.dumps(record).encode(), "a.json", reading)

    assert (article.text, article.id, article.date, article.outlet) == (TEXT, "9", "2026-03-11", "The Courier")


@pytest.mark.parametrize(
    ("record", "note"),
    [
        ({"description": TEXT}, "only a summary"),
        ({"content": f"{TEXT} … [+2345 chars]"}, "only the beginning"),
        ({"text": TEXT, "date": "08/03/2024"}, "does not tell day from month"),
    ],
)
def test_what_is_lacking_is_remarked(record: dict[str, str], note: str) -> None:
    (article,) = read(json.dumps(record).encode(), "a.json")

    assert note in article.notes[0]
    assert "[+" not in article.text


def test_ids_are_unique_where_the_records_have_none() -> None:
    articles = read(json.dumps([{"text": TEXT}] * 3).encode(), "news.json")

    assert [article.id for article in articles] == ["news-1", "news-2", "news-3"]


def test_a_long_array_is_gone_through_without_being_held() -> None:
    reading = Reading(max_bytes=2_000)
    data = json.dumps({"status": "ok", "sources": [{"a": 1}], "data": {"articles": [FLAT] * 50}}).encode()

    assert len(data) > 5 * reading.max_bytes
    assert [fields(article) for article in read(data, "a.json", reading)] == [WANTED] * 50


MARKED = {"headline": "The bank is to pay", "matters": [{"label": "it pays", "tellings": [{"text": "We will pay"}]}]}


def test_passages_deep_in_marks_on_articles_are_articles_only_where_they_are_asked_for() -> None:
    inner = json.dumps(MARKED).encode()
    dated = json.dumps({"a": [{"b": [{"text": "We will pay", "date": "2026-03-11"}]}]}).encode()

    assert [article.text for article in read(inner, "a.json", Reading(text_field="text"))] == ["We will pay"]
    assert [article.date for article in read(dated, "a.json")] == ["2026-03-11"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b'{"name": "x", "version": "1"}', FormatError),
        (b"[1, 2]", ReadingError),
        (json.dumps(MARKED).encode(), FormatError),
        (b'{"text": "x', BrokenError),
        (b"[" * 50_000, ReadingError),
        (b"a,b\n1,2\n", FormatError),
        (b"title,text\n", EmptyError),
        (b'{"schema": "brief/1", "article": {}}', RecordError),
    ],
)
def test_what_holds_no_article_is_an_error_in_words(data: bytes, error: type[ReadingError]) -> None:
    name = "a.csv" if b"," in data and not data.startswith((b"{", b"[")) else "a.json"

    with pytest.raises(error):
        read(data, name)


@pytest.mark.parametrize(
    ("words", "times", "longer_is_read"),
    [(4, 20, True), (4, 2, False), (74, 20, True), (75, 20, False)],
    ids=["a stub", "a short text", "a long stub", "a text, whatever stands beside it"],
)
def test_a_stub_gives_way_to_a_much_longer_text(words: int, times: int, longer_is_read: bool) -> None:
    stub, longer = "Pay " * (words - 1) + "now.", "The bank will pay. " * (words * times // 4)
    (article,) = read(json.dumps({"text": stub, "body": longer.strip()}).encode(), "a.json")
    assert article.text == (longer.strip() if longer_is_read else stub)
