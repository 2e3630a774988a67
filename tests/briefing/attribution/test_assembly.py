"""Surer attributions take their words first, and nothing is claimed twice."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.attribution.assembly import Found, assemble, complete, reconcile, runs, smooth
from briefing.language import analyse
from briefing.network.lexicon import shipped
from briefing.network.view import View
from briefing.reading import parse_article


def found(content: range, confidence: float, cue: int = 90) -> Found:
    return Found((), (cue,), tuple(content), confidence)


def test_the_surer_of_two_keeps_the_words_of_both() -> None:
    kept = reconcile([found(range(0, 6), 0.6, 90), found(range(4, 12), 0.9, 91)], 0.5)
    assert [each.content for each in kept] == [(0, 1, 2, 3), tuple(range(4, 12))]


def test_what_loses_most_of_its_content_is_dropped() -> None:
    assert len(reconcile([found(range(0, 6), 0.6), found(range(1, 12), 0.9)], 0.5)) == 1


def test_an_attribution_below_the_confidence_is_dropped() -> None:
    assert reconcile([found(range(3), 0.49)], 0.5) == []


TELLER = Found((0,), (1,), tuple(range(2, 12)), 0.9)


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        (Found((2, 3), (4,), tuple(range(5, 12)), 0.6), [tuple(range(2, 12)), tuple(range(5, 12))]),
        (Found((2, 3), (4,), tuple(range(5, 14)), 0.6), [tuple(range(2, 12))]),
        (Found((), (), tuple(range(5, 12)), 0.6), [tuple(range(2, 12))]),
        (Found((0,), (2,), tuple(range(3, 12)), 0.6), [tuple(range(2, 12))]),
    ],
    ids=["a claim within a claim", "it goes on outside", "it has no cue", "the same claim by another cue"],
)
def test_claims_within_claims(inner: Found, kept: list[tuple[int, ...]]) -> None:
    assert [each.content for each in reconcile([TELLER, inner], 0.5)] == kept


@pytest.mark.parametrize(("tokens", "ranges"), [((), []), ((3,), [(3, 4)]), ((1, 2, 5, 6, 7), [(1, 3), (5, 8)])])
def test_runs(tokens: tuple[int, ...], ranges: list[tuple[int, int]]) -> None:
    assert runs(tokens) == ranges


SURE = {"-": (0.94, 0.02, 0.02, 0.02), "c": (0.02, 0.94, 0.02, 0.02), "s": (0.02, 0.02, 0.94, 0.02)}
SURE |= {"q": (0.02, 0.02, 0.02, 0.94), "?": (0.5, 0.4, 0.05, 0.05), "w": (0.4, 0.02, 0.56, 0.02)}


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("sq-ccc", Found((10,), (11,), (13, 14, 15), 0.9)),
        ("ccccsq", Found((14,), (15,), (10, 11, 12, 13), 0.9)),
        ("sqcc?cc", Found((10,), (11,), (12, 13, 14, 15, 16), 0.9)),
        ("ccsqcc", Found((12,), (13,), (10, 11, 14, 15), 0.9)),
        ("sq--", Found((10,), (11,), (), 0.9)),
        ("sq--qc", Found((10,), (11, 12, 13, 14), (15,), 0.9)),
        ("sq---qc", Found((10,), (11, 15), (16,), 0.9)),
        ("qsqc", Found((11,), (10, 12), (13,), 0.9)),
        ("s-w-sqc", Found((10, 12, 14), (15,), (16,), 0.9)),
        ("ss-w-sqc", Found((10, 11, 15), (16,), (17,), 0.9)),
    ],
    ids=[
        "in order",
        "inverted",
        "a gap is filled",
        "interrupted",
        "no content",
        "a gap in a cue is filled",
        "a long one is not",
        "nor what is a source",
        "pieces of a source",
        "a piece that weighs little",
    ],
)
def test_assemble(roles: str, expected: Found) -> None:
    assert assemble(np.array([SURE[role] for role in roles]), 10, 0.9) == expected


def test_content_and_cue_stand_in_their_own_rows() -> None:
    own = np.array([False, False, False, True, True, True])
    rows = np.array([SURE[role] for role in "ccsqcc"])
    assert assemble(rows, 10, 0.9, own) == Found((12,), (13,), (14, 15), 0.9)
    assert rows[0].tolist() == list(SURE["c"])


def test_runs_part_where_a_block_begins() -> None:
    assert runs((1, 2, 3, 4), {3}) == [(1, 3), (3, 5)]


def test_a_content_of_one_doubtful_word_is_kept() -> None:
    roles = np.array([SURE["s"], SURE["q"], (0.3, 0.4, 0.2, 0.1)])
    assert assemble(roles, 0, 0.9) == Found((0,), (1,), (2,), 0.9)


@pytest.mark.parametrize(
    ("chances", "expected"),
    [([0.9, 0.4, 0.9], [1, 1, 1]), ([0.9, 0.01, 0.9], [1, 0, 1]), ([0.1, 0.6, 0.1], [0, 0, 0]), ([0.9], [1])],
)
def test_smooth(chances: list[float], expected: list[int]) -> None:
    assert smooth(np.array(chances)) == expected


def test_a_long_course_does_not_vanish() -> None:
    assert smooth(np.array([0.5] * 5000 + [0.99] * 5000))[-1]


FOUND = st.builds(
    Found,
    st.lists(st.integers(0, 30), max_size=3, unique=True).map(lambda each: tuple(sorted(each))),
    st.just(()),
    st.lists(st.integers(0, 30), max_size=9, unique=True).map(lambda each: tuple(sorted(each))),
    st.floats(0, 1),
)


@settings(max_examples=50)
@given(st.lists(FOUND, max_size=6))
def test_no_word_is_content_of_two_or_content_and_source(listed: list[Found]) -> None:
    kept = reconcile(listed, 0.2)
    contents = [at for each in kept for at in each.content]
    assert len(contents) == len(set(contents))
    assert not {at for each in kept for at in each.source} & set(contents)


@pytest.mark.parametrize(
    ("end", "completed"),
    [
        (7, "that the quay was closed by the council"),  # no clause ends on "the"
        (4, "that the quay was closed by the council"),  # nor on "was"
        (3, "that the quay"),
        (8, "that the quay was closed by the council"),  # never over a mark
    ],
)
def test_a_content_that_breaks_off_is_completed(end: int, completed: str) -> None:
    document = analyse(parse_article("that the quay was closed by the council, and then it rained."))
    kept = complete(View(document, shipped()), [Found((), (), tuple(range(end)), 0.9)])
    first, last = kept[0].content[0], kept[0].content[-1]
    assert document.article.text[document.tokens[first].start : document.tokens[last].end] == completed


def test_an_adjective_at_the_end_gets_its_noun() -> None:
    document = analyse(parse_article("He voiced concern during a bilateral trade meeting in Goole."))
    view = View(document, shipped())
    (made,) = complete(view, [Found((0,), (1,), (2, 3, 4, 5), 0.9)])
    assert view.words[made.content[-1]] == "meeting"
    (verb,) = complete(view, [Found((), (), (1,), 0.9)])
    assert verb.content == (1,)


@pytest.mark.parametrize(
    ("text", "content", "source", "told"),
    [
        ("Boats sank, Ida Holt, a cook, said.", (0, 1, 4), (3,), ("Ida Holt", "Boats sank")),
        ("Boats sank, Ida sold, a cook, said.", (0, 1, 4), (3,), ("Ida", "Boats sank sold")),
        ("Ida Holt said so.", (1,), (0,), ("Ida", "Holt")),
    ],
)
def test_a_name_is_not_torn_between_source_and_content(
    text: str, content: tuple[int, ...], source: tuple[int, ...], told: tuple[str, str]
) -> None:
    view = View(analyse(parse_article(text)), shipped())
    (made,) = complete(view, [Found(source, (), content, 0.9)])
    words = [token.text for token in view.document.tokens]
    assert (" ".join(words[at] for at in made.source), " ".join(words[at] for at in made.content)) == told
