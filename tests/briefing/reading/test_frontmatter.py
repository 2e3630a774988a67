"""Front matter gives the header's fields, and what is no front matter is left to the text."""

import pytest

from briefing.reading.frontmatter import read_front_matter


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        ("title: A pool closes", {"title": "A pool closes"}),
        ('title: "A pool: closed"', {"title": "A pool: closed"}),
        ("title: 'Ann’s pool'", {"title": "Ann’s pool"}),
        ("title: A pool # remark", {"title": "A pool"}),
        ("Headline: A pool", {"title": "A pool"}),
        ("author: Jane Roe", {"byline": "Jane Roe"}),
        ("authors: [Jane Roe, Paul Drayton]", {"byline": "Jane Roe, Paul Drayton"}),
        ('authors: ["Jane Roe", "Paul Drayton"]', {"byline": "Jane Roe, Paul Drayton"}),
        ("authors:\n  - Jane Roe\n  - Paul Drayton", {"byline": "Jane Roe, Paul Drayton"}),
        ("date: 2022-03-04T10:00:00Z", {"date": "2022-03-04T10:00:00Z"}),
        ("publish_date: 2022-03-04", {"date": "2022-03-04"}),
        ("category: Local\nplace: Oslo", {"section": "Local", "dateline": "Oslo"}),
        ("outlet: Herald\nlanguage: en-GB", {"outlet": "Herald", "language": "en-GB"}),
        ("source: https://herald.example/a", {"url": "https://herald.example/a"}),
        ("source: Herald\nurl: https://herald.example/a", {"outlet": "Herald", "url": "https://herald.example/a"}),
        ("tags: [a, b]\nimage:\n  src: x.png\n  title: not this", {}),
        ("title:\n", {}),
        ("nonsense without a colon\n???", {}),
    ],
)
def test_fields(lines: str, fields: dict[str, str]) -> None:
    text = f"---\n{lines}\n---\nThe body."

    front = read_front_matter(text)

    assert front.fields == fields
    assert text[front.end :] == "\nThe body."


def test_all_other_fields_are_kept_by_their_own_names() -> None:
    text = "---\nTags: [a, b]\ndesk:\n  - Foreign\n  - City\nimage:\n  src: x.png\nempty:\ntitle: A\n---\n"

    assert read_front_matter(text).extra == {"Tags": "a, b", "desk": "Foreign, City"}


def test_toml_is_read_too() -> None:
    assert read_front_matter('+++\ntitle = "A pool"\ndate = 2022-03-04\n+++\n').fields == {
        "title": "A pool",
        "date": "2022-03-04",
    }


def test_the_title_is_told_where_it_stands() -> None:
    text = '---\ntitle: "A pool: closed"\n---\n'
    title = read_front_matter(text).title

    assert title is not None
    assert text[title.start : title.end] == "A pool: closed"


@pytest.mark.parametrize(
    "text", ["", "The body.", "---\nThe body, never closed", "--- \n", "----\na: b\n----\n", "\n---\na: b\n---\n"]
)
def test_everything_else_is_text(text: str) -> None:
    assert read_front_matter(text) == (0, {}, None, {})
