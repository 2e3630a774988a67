"""Every form of header is understood, and a text without one loses nothing to it."""

import pytest

from briefing.model import Article
from briefing.reading import parse_article

LEAD = (
    "The council of Harwell voted on Tuesday to close the swimming pool for a year, after a debate in which its leader "
    "said that the town had no choice and the swimmers said that it had not looked for one."
)
MORE = "Swimmers promised to come back every Monday until somebody explained to them where the money had gone."
BODY = f"{LEAD}\n\n{MORE}"


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(article.text[block.start : block.end].split())) for block in article.blocks]


PARAGRAPHS = [("paragraph", LEAD), ("paragraph", MORE)]
TITLE = "Council closes swimming pool"
SUBTITLE = "Swimmers want to know where the money went"

HEADERS = [
    ("none", "", [], {}),
    ("title", f"{TITLE}\n\n", [("title", TITLE)], {"title": TITLE}),
    ("title with a full stop", f"{TITLE}.\n\n", [("title", f"{TITLE}.")], {"title": f"{TITLE}."}),
    (
        "title as a question",
        "Who closed the pool?\n\n",
        [("title", "Who closed the pool?")],
        {"title": "Who closed the pool?"},
    ),
    ("title in capitals", f"{TITLE.upper()}\n\n", [("title", TITLE.upper())], {"title": TITLE.upper()}),
    (
        "title and subtitle",
        f"{TITLE}\n\n{SUBTITLE}\n\n",
        [("title", TITLE), ("subtitle", SUBTITLE)],
        {"title": TITLE},
    ),
    (
        "title twice",
        f"{TITLE}\n\n{TITLE}.\n\n",
        [("title", TITLE), ("title", f"{TITLE}.")],
        {"title": TITLE},
    ),
    (
        "date glued to the title, subtitle, place alone",
        " date 2022-03-04 The council has agreed to close the town's swimming pool.\n\nSwimmers of all ages met in "
        "the square to hear what the leader had to say.\n\nOSLO\n\n",
        [
            ("date", "date 2022-03-04"),
            ("title", "The council has agreed to close the town's swimming pool."),
            ("subtitle", "Swimmers of all ages met in the square to hear what the leader had to say."),
            ("dateline", "OSLO"),
        ],
        {
            "title": "The council has agreed to close the town's swimming pool.",
            "date": "2022-03-04",
            "dateline": "OSLO",
        },
    ),
    (
        "time of publication glued to the title",
        f"Published: 4 March 2022, 10:15 GMT {TITLE}\n\n",
        [("date", "Published: 4 March 2022, 10:15 GMT"), ("title", TITLE)],
        {"title": TITLE, "date": "2022-03-04"},
    ),
    (
        "date at the end of the title",
        f"{TITLE} - 4 March 2022\n\n",
        [("title", TITLE), ("date", "4 March 2022")],
        {"title": TITLE, "date": "2022-03-04"},
    ),
    (
        "date that is part of the title",
        f"{TITLE} on 4 March 2022\n\n",
        [("title", f"{TITLE} on 4 March 2022")],
        {"title": f"{TITLE} on 4 March 2022"},
    ),
    (
        "date in brackets at the end of the title",
        f"{TITLE} (March 4, 2022)\n\n",
        [("title", TITLE), ("date", "March 4, 2022")],
        {"title": TITLE, "date": "2022-03-04"},
    ),
    (
        "bare name, outlet, role and hour",
        f"{TITLE}\n\nJane Roe\nBBC News\nPolitical correspondent, Harwell\n\n3 hours ago\n\n",
        [
            ("title", TITLE),
            ("byline", "Jane Roe"),
            ("byline", "BBC News"),
            ("byline", "Political correspondent, Harwell"),
            ("date", "3 hours ago"),
        ],
        {"title": TITLE, "byline": "Jane Roe"},
    ),
    (
        "bare name alone",
        f"{TITLE}\n\nJane Roe\n\n",
        [("title", TITLE), ("byline", "Jane Roe")],
        {"title": TITLE, "byline": "Jane Roe"},
    ),
    (
        "underlined title",
        f"{TITLE}\n{'=' * 28}\n\n",
        [("title", TITLE), ("furniture", "=" * 28)],
        {"title": TITLE},
    ),
    (
        "byline in front of the dateline",
        "By Jane Roe and Paul Drayton LONDON (Reuters) - ",
        [("byline", "By Jane Roe and Paul Drayton"), ("dateline", "LONDON (Reuters) -")],
        {"byline": "Jane Roe and Paul Drayton", "dateline": "LONDON"},
    ),
    (
        "outlet and date above the title, place below it",
        f"Anadolu Agency  |04.03.2022\n\n{TITLE}\n\nANKARA\n\n",
        [("byline", "Anadolu Agency"), ("date", "04.03.2022"), ("title", TITLE), ("dateline", "ANKARA")],
        {"title": TITLE, "byline": "Anadolu Agency", "date": "2022-03-04", "dateline": "ANKARA"},
    ),
    (
        "byline and date on lines of their own",
        f"{TITLE}\n\nBy Jane Roe\n\nMarch 4, 2022\n\n",
        [("title", TITLE), ("byline", "By Jane Roe"), ("date", "March 4, 2022")],
        {"title": TITLE, "byline": "Jane Roe", "date": "2022-03-04"},
    ),
    (
        "the same without blank lines",
        f"{TITLE}\nBy Jane Roe\nMarch 4, 2022\n",
        [("title", TITLE), ("byline", "By Jane Roe"), ("date", "March 4, 2022")],
        {"title": TITLE, "byline": "Jane Roe", "date": "2022-03-04"},
    ),
    (
        "bare name above a date",
        f"{TITLE}\n\nJane Roe\n\n4 March 2022\n\n",
        [("title", TITLE), ("byline", "Jane Roe"), ("date", "4 March 2022")],
        {"title": TITLE, "byline": "Jane Roe", "date": "2022-03-04"},
    ),
    (
        "section, author and date parted by bars",
        f"{TITLE}\n\nPolitics | Jane Roe, Reuters | 4 March 2022\n\n",
        [("title", TITLE), ("section", "Politics"), ("byline", "Jane Roe, Reuters"), ("date", "4 March 2022")],
        {"title": TITLE, "byline": "Jane Roe, Reuters", "date": "2022-03-04", "section": "Politics"},
    ),
    (
        "section above the title",
        f"WORLD NEWS\n\n{TITLE}\n\n",
        [("section", "WORLD NEWS"), ("title", TITLE)],
        {"title": TITLE, "section": "WORLD NEWS"},
    ),
    (
        "labels",
        f"Title: {TITLE}\nAuthor: Jane Roe\nDate: 2022-03-04\nSection: Local\n\n",
        [("title", TITLE), ("byline", "Jane Roe"), ("date", "2022-03-04"), ("section", "Local")],
        {"title": TITLE, "byline": "Jane Roe", "date": "2022-03-04", "section": "Local"},
    ),
    (
        "unknown place in capitals",
        f"{TITLE}\n\nPORT HARROW\n\n",
        [("title", TITLE), ("dateline", "PORT HARROW")],
        {"title": TITLE, "dateline": "PORT HARROW"},
    ),
    (
        "a label in capitals is no place",
        f"{TITLE}\n\nABSTRACT\n\n",
        [("title", TITLE), ("heading", "ABSTRACT")],
        {"title": TITLE},
    ),
    (
        "buttons and a caption between title and text",
        f"{TITLE}\n\nShare\n\nImage: Jane Roe\n\n",
        [("title", TITLE), ("furniture", "Share"), ("caption", "Image: Jane Roe")],
        {"title": TITLE},
    ),
    (
        "dateline in front of the first paragraph",
        f"{TITLE}\n\nLONDON (Reuters) - ",
        [("title", TITLE), ("dateline", "LONDON (Reuters) -")],
        {"title": TITLE, "dateline": "LONDON"},
    ),
    (
        "dateline with a date",
        "GENEVA, March 4, 2022 (AP) — ",
        [("dateline", "GENEVA, March 4, 2022 (AP) —")],
        {"dateline": "GENEVA", "date": "2022-03-04"},
    ),
    ("dateline without a space", "Tokyo (CNN)", [("dateline", "Tokyo (CNN)")], {"dateline": "Tokyo"}),
    ("agency alone", "(CNN)", [("dateline", "(CNN)")], {}),
    ("agency with dashes", "(CNN) -- ", [("dateline", "(CNN) --")], {}),
    (
        "everything in front of the first paragraph",
        "By . Jane Roe . and Paul Drayton . PUBLISHED: . 14:11 EST, 4 March 2022 . | . "
        "UPDATED: . 15:36 EST, 5 March 2022 . ",
        [
            ("byline", "By . Jane Roe . and Paul Drayton ."),
            ("date", "PUBLISHED: . 14:11 EST, 4 March 2022 . | . UPDATED: . 15:36 EST, 5 March 2022 ."),
        ],
        {"byline": "Jane Roe and Paul Drayton", "date": "2022-03-04"},
    ),
    (
        "weekday and date in front of the first paragraph",
        "Friday, March 4, 2022 ",
        [("date", "Friday, March 4, 2022")],
        {"date": "2022-03-04"},
    ),
]


@pytest.mark.parametrize(
    ("header", "blocks", "fields"), [case[1:] for case in HEADERS], ids=[case[0] for case in HEADERS]
)
def test_headers(header: str, blocks: list[tuple[str, str]], fields: dict[str, str]) -> None:
    article = parse_article(header + BODY)

    assert kinds(article) == blocks + PARAGRAPHS
    found = {name: getattr(article, name) for name in ("title", "byline", "dateline", "date", "section")}
    assert found == {"title": None, "byline": None, "dateline": None, "date": None, "section": None} | fields


@pytest.mark.parametrize(
    "opening",
    [
        "The council has closed the pool, and nobody in the town has been told why it was done.",
        "By Monday, the strike had spread to three more towns.",
        "On 4 March 2022 the council closed the pool that had served the town since the war.",
        "“We have no choice,” the leader of the council told a crowded meeting on Tuesday evening.",
        "The council of Harwell decided to close the pool for a whole year (4 March 2022).",
        "March 4, 2022 was the last day on which anybody swam in the pool of Harwell.",
    ],
)
def test_a_first_sentence_is_no_header(opening: str) -> None:
    article = parse_article(f"{opening}\n\n{BODY}")

    assert kinds(article) == [("paragraph", opening), *PARAGRAPHS]
    assert article.title is None


def test_a_single_paragraph_is_never_a_title() -> None:
    assert kinds(parse_article(TITLE)) == [("paragraph", TITLE)]


def test_a_heading_below_the_first_paragraph_proves_no_header() -> None:
    article = parse_article(
        f"{TITLE}\n\nThe pool is closed, and the council says it had no choice.\n\nBACKGROUND\n\n{BODY}"
    )

    assert [kind for kind, _ in kinds(article)] == ["title", "paragraph", "heading", "paragraph", "paragraph"]
    assert article.dateline is None


def test_a_live_report_keeps_its_first_paragraph() -> None:
    article = parse_article(f"{TITLE}\n\nOSLO (AP) — The latest on the pool (all times local):\n\n6:01 p.m.\n\n{BODY}")

    assert [kind for kind, _ in kinds(article)][:4] == ["title", "dateline", "paragraph", "date"]
    assert article.date is None


@pytest.mark.parametrize("given", [TITLE, f"{TITLE}.", TITLE.upper()])
def test_a_title_given_from_outside_is_found_in_the_text(given: str) -> None:
    article = parse_article(f"{TITLE}\n\n{BODY}", title=given)

    assert kinds(article) == [("title", TITLE), *PARAGRAPHS]
    assert article.title == given


def test_a_title_given_from_outside_needs_not_be_in_the_text() -> None:
    article = parse_article(BODY, title=TITLE, date="4 March 2022")

    assert kinds(article) == PARAGRAPHS
    assert (article.title, article.date) == (TITLE, "2022-03-04")


def test_a_date_from_outside_that_is_none_is_left_out_with_a_remark() -> None:
    article = parse_article(BODY, date="Year of the Rat")

    assert article.date is None
    assert "Year of the Rat" in article.notes[0]
