"""Each token becomes the rows of tables: its word, what is hashed of its form, its marks and its place."""

from __future__ import annotations

import numpy as np

from briefing.language import analyse
from briefing.network.inputs import EDITORS, POLNEAR, SIZES, input_rows
from briefing.network.lexicon import code, shipped
from briefing.network.view import View
from briefing.reading import parse_article

TEXT = "Rain in Oslo\n\nThe mayor said on Monday that it rained. “We saw it,” she said, “twice”.\n\nRain fell."
PLACE = len(SIZES) - 1


def view_of(text: str) -> View:
    return View(analyse(parse_article(text)), shipped())


def test_every_row_lies_in_its_table() -> None:
    vocabulary = np.array(sorted(map(code, ("said", "rain"))), np.int64)
    rows = input_rows(view_of(TEXT), vocabulary, EDITORS)
    assert len(rows) == 1 + len(SIZES)
    assert rows.min() >= 0
    assert all(own.max() < size for own, size in zip(rows, (len(vocabulary) + 1, *SIZES), strict=True))


def test_words_are_known_by_their_code() -> None:
    view = view_of(TEXT)
    vocabulary = np.array(sorted(map(code, ("said", "rain"))), np.int64)
    words = input_rows(view, vocabulary, EDITORS)[0].tolist()
    known = {word: at for word, at in zip(view.words, words, strict=True) if at}
    assert set(known) == {"said", "rain"}
    assert vocabulary[known["said"] - 1] == code("said")


def test_places() -> None:
    view = view_of(TEXT)
    places = input_rows(view, np.array([0], np.int64), EDITORS)[PLACE].tolist()
    title, body, sentence, block = 0, view.words.index("the"), view.words.index('"'), len(view) - 3
    assert [places[at] for at in (title, title + 1, body, body + 1, sentence, block)] == [7, 4, 3, 0, 2, 3]


def test_quotation_marks_are_seen() -> None:
    view = view_of(TEXT)
    states = input_rows(view, np.array([0], np.int64), EDITORS)[PLACE - 1].tolist()
    opening, she = view.words.index('"'), view.words.index("she")
    assert len({states[opening], states[opening + 1], states[she]}) == 3


def test_the_scheme_is_told_to_every_token() -> None:
    view, none = view_of(TEXT), np.array([0], np.int64)
    assert set(input_rows(view, none, POLNEAR)[-1]) == {POLNEAR}
    assert set(input_rows(view, none, EDITORS)[-1]) == {EDITORS}
    assert np.array_equal(input_rows(view, none, POLNEAR)[:-1], input_rows(view, none, EDITORS)[:-1])


def test_headings_are_told_from_titles_and_paragraphs() -> None:
    view = view_of("Dam holds\n\nRain fell on the town all day.\n\nWhat comes next\n\nNobody knows, Dana Orr said.")
    places = input_rows(view, np.array([0], np.int64), EDITORS)[PLACE].tolist()
    kinds = [view.document.sentences[sentence].kind for sentence in view.sentence]
    assert {place & ~3 for place, kind in zip(places, kinds, strict=True) if kind == "heading"} == {8}
    assert {place & ~3 for place, kind in zip(places, kinds, strict=True) if kind == "paragraph"} == {0}
