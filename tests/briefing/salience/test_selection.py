"""The summary holds the best sentences: none twice, none that hangs in the air, never nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language import analyse
from briefing.model import Document, ScoredSentence
from briefing.reading import parse_article
from briefing.salience import find_parts, score_sentences, select_sentences

TUNNEL = """Tunnel under Mount Orm delayed

Work on the rail tunnel under Mount Orm will end two years late, the ministry said on Tuesday.

It blamed wet rock. The rail tunnel under Mount Orm will be finished two years late, said the ministry.

ANOTHER TUNNEL

Farmers in the valley below lost four wells during the drilling and want compensation from the state.

A second bore near Lake Varn is on time. Freight trains should use it from next summer.
"""


def document_of(text: str) -> Document:
    return analyse(parse_article(text))


def with_scores(document: Document, scores: Sequence[float]) -> list[ScoredSentence]:
    return [ScoredSentence(index, score, (("lead", score),)) for index, score in enumerate(scores)]


def selected(text: str, scores: Sequence[float], sentences: int = 3, words: int | None = None) -> list[int]:
    document = document_of(text)
    return [each.sentence for each in select_sentences(document, with_scores(document, scores), sentences, words)]


PLAIN = (
    "Ferries burn oil near Torvik. Miners found copper under Varn. Judges left the Oslo court. Banks cut jobs abroad."
)


@pytest.mark.parametrize(
    ("sentences", "expected"), [(1, [2]), (2, [2, 0]), (3, [2, 0, 3]), (4, [2, 0, 3, 1]), (9, [2, 0, 3, 1])]
)
def test_the_best_come_first(sentences: int, expected: list[int]) -> None:
    assert selected(PLAIN, [0.5, 0.1, 0.9, 0.3], sentences) == expected


def test_ties_go_to_the_earlier_sentence() -> None:
    assert selected(PLAIN, [0.5, 0.5, 0.5, 0.5], 2) == [0, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferries burn heavy oil near Torvik. Near Torvik ferries burn heavy oil. Judges slept.", [0, 2]),
        ("Ferries burn heavy oil near Torvik. Ferries burn heavy wood outside Bergen. Judges slept.", [0, 1]),
        ("Ferries burn. Ferries burn. Judges slept.", [0, 1]),
    ],
)
def test_a_repeat_shares_nearly_all_of_at_least_three_topics(text: str, expected: list[int]) -> None:
    assert selected(text, [0.9, 0.8, 0.01], 2) == expected


def test_titles_and_headings_are_never_taken() -> None:
    document = document_of(TUNNEL)
    scores = [1.0 if sentence.kind in ("title", "heading") else 0.1 for sentence in document.sentences]
    assert {"title", "heading"} <= {sentence.kind for sentence in document.sentences}
    chosen = select_sentences(document, with_scores(document, scores), sentences=20)
    assert {document.sentences[each.sentence].kind for each in chosen} == {"paragraph"}


def test_a_text_of_nothing_but_headings_gives_a_heading() -> None:
    document = analyse(parse_article("# Tunnel delayed\n\n## Nobody hurt\n", markup="markdown"))
    assert len(select_sentences(document, score_sentences(document, find_parts(document), ()), 1)) == 1


def test_a_sentence_that_repeats_another_is_not_taken_too() -> None:
    document = document_of(TUNNEL)
    late = [
        sentence.index
        for sentence in document.sentences
        if "two years late" in document.article.text[sentence.start : sentence.end]
    ]
    scores = [0.9 if sentence.index in late else 0.1 for sentence in document.sentences]
    assert len(late) == 2
    assert (
        len({each.sentence for each in select_sentences(document, with_scores(document, scores), 3)} & set(late)) == 1
    )


def test_short_sentences_that_share_a_name_are_no_repetition() -> None:
    assert selected("Varn burned. Varn drowned. Varn froze.", [0.3, 0.2, 0.1]) == [0, 1, 2]


HANGING = "Miners found copper under Varn. They want higher pay for it. Judges left the Oslo court in anger."


def test_a_sentence_that_hangs_on_an_untaken_one_stands_back() -> None:
    assert selected(HANGING, [0.1, 0.52, 0.5], 1) == [2]


def test_a_hanging_sentence_counts_in_full_once_the_one_before_is_taken() -> None:
    assert selected(HANGING, [0.9, 0.52, 0.5], 2) == [0, 1]


def test_the_first_sentence_hangs_on_nothing() -> None:
    assert selected("They found copper. Judges left the Oslo court.", [0.51, 0.5], 1) == [0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (10, [2, 0]),
        (9, [2, 3]),
        (8, [2]),
        (1, [2]),  # nothing fits: the best alone
        (0, [2]),
        (1000, [2, 0, 3, 1]),
    ],
)
def test_a_budget_of_words_is_filled_best_first(words: int, expected: list[int]) -> None:
    assert selected(PLAIN, [0.5, 0.1, 0.9, 0.3], words=words) == expected


def test_a_sentence_too_long_for_the_budget_makes_room_for_one_that_fits() -> None:
    text = "Judges left the Oslo court in anger on a cold day in March. Banks cut jobs abroad."
    assert selected(text, [0.9, 0.2], words=6) == [1]


def test_a_text_without_sentences_gives_an_empty_summary() -> None:
    document = Document(parse_article("..... a"), (), (), ())
    assert select_sentences(document, ()) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aAbBc ..\n\"“”'?!#*", max_size=200), st.integers(1, 5), st.none() | st.integers(0, 30))
def test_any_text_with_a_sentence_gives_a_summary(text: str, sentences: int, words: int | None) -> None:
    document = document_of(text + " Varn")
    chosen = select_sentences(document, score_sentences(document, find_parts(document), ()), sentences, words)
    assert bool(chosen) == bool(document.sentences)
    assert len({each.sentence for each in chosen}) == len(chosen)
    assert words is not None or len(chosen) <= sentences
    assert [each.score for each in chosen] == sorted((each.score for each in chosen), reverse=True)
