"""What an attribution is worth: told for each, in its order, by its own sentence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from briefing.attribution import read_network
from briefing.language import analyse
from briefing.model import Document, Reading
from briefing.reading import parse_article
from briefing.salience import find_parts, with_worth

TEXT = """The ferry line will close in May, the mayor of Torvik said on Monday, and 300 jobs will go.

Snow fell. A barber in the town said that he liked ferries. The mayor said the line had lost money for years.
"""


def read() -> tuple[Document, Reading]:
    document = analyse(parse_article(TEXT))
    return document, read_network(document)


def test_the_point_of_an_article_is_worth_more_than_an_aside() -> None:
    document, reading = read()
    found = {
        TEXT[each.content[0].start : each.content[0].end]: each.worth
        for each in with_worth(reading, find_parts(document, reading.sentences))
    }
    (news,) = (worth for content, worth in found.items() if content.startswith("The ferry line"))
    (aside,) = (worth for content, worth in found.items() if "he liked ferries" in content)
    assert news > aside + 0.1


def test_nothing_else_about_them_changes() -> None:
    document, reading = read()
    found = with_worth(reading, find_parts(document))
    assert tuple(replace(each, worth=0.0) for each in found) == reading.attributions


def test_each_is_judged_by_the_parts_of_its_own_sentence() -> None:
    document, reading = read()
    parts = find_parts(document)
    last = reading.attributions[-1]
    others = [{} if at == last.sentence else each for at, each in enumerate(parts)]
    before, after = with_worth(reading, parts), with_worth(reading, others)
    assert [one == two for one, two in zip(before, after, strict=True)] == [
        each.sentence != last.sentence for each in before
    ]


def test_where_nothing_is_said_nothing_is_worth_anything() -> None:
    document, reading = read()
    none = Reading((), reading.seen[:0], reading.sentences, reading.tokens)
    assert with_worth(none, find_parts(document)) == ()
    assert np.array_equal(none.sentences, reading.sentences)
