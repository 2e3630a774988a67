"""The figures on small made-up articles, counted by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.goldfiles import Gold, GoldPosition, Span
from tests.goldscore import Tally, same_name, score

TEXT = "one two three four five six seven eight nine ten"


def words(first: int, last: int) -> Span:
    """Where the ``first`` to the ``last`` word of TEXT stand, counted from one."""
    parts = TEXT.split()
    start = len(" ".join(parts[: first - 1])) + (first > 1)
    return start, len(" ".join(parts[:last]))


def held(span: Span, *parties: Sequence[str], stance: Sequence[str] = ("state",), key: bool = False) -> GoldPosition:
    return GoldPosition(
        parties=[list(names) for names in parties],
        speakers=[],
        stance=list(stance),
        key=key,
        content=[span],
        cue=[],
        source=[],
    )


def found(span: Span, *parties: str, stance: str = "state", key: bool = False) -> dict[str, Any]:
    pieces = [{"start": span[0], "end": span[1], "text": TEXT[span[0] : span[1]]}]
    return {"parties": list(parties), "stance": stance, "key": key, "content": pieces}


def article(golds: list[GoldPosition], claims: list[dict[str, Any]]) -> tuple[Gold, dict[str, Any], str]:
    return Gold(id="a", positions=golds, summary=[], summary_also=[]), {"positions": claims}, TEXT


def test_a_perfect_brief() -> None:
    golds = [
        held(words(1, 4), ["Ann"], key=True),
        held(words(5, 10), ["Bob", "Bank"], ["Cy"], stance=("deny", "state")),
    ]
    claims = [found(words(1, 4), "Ann", key=True), found(words(5, 10), "Cy", "Bank")]
    scores = score([article(golds, claims)])
    assert (scores.content.f1, scores.position.f1, scores.stance, scores.key.f1) == (1, 1, 1, 1)


@pytest.mark.parametrize(("last", "met"), [(4, 1), (8, 1), (2, 1), (9, 0), (1, 0)])
def test_contents_meet_from_half_of_their_words_on(last: int, met: int) -> None:
    scores = score([article([held(words(1, 4), ["Ann"])], [found(words(1, last), "Ann")])])
    assert scores.content == Tally(met, 1, 1)


def test_a_gold_content_is_met_once_and_by_the_nearest() -> None:
    claims = [found(words(1, 3), "Ann"), found(words(1, 4), "Bob")]
    scores = score([article([held(words(1, 4), ["Ann"])], claims)])
    assert scores.content == Tally(1, 2, 1)
    assert scores.position == Tally(0, 2, 1)


def test_of_equal_contents_the_one_with_a_party_in_common_is_taken() -> None:
    claims = [found(words(1, 4), "Ann"), found(words(1, 4), "Bob")]
    golds = [held(words(1, 4), ["Bob"]), held(words(1, 4), ["Ann"])]
    assert score([article(golds, claims)]).position == Tally(2, 2, 2)


@pytest.mark.parametrize(
    ("parties", "met", "key"),
    [(["Ann", "Bob"], 1, 1), (["Ann"], 0, 1), (["Ann", "Bob", "Cy"], 0, 1), (["Cy"], 0, 0), ([], 0, 0)],
)
def test_a_position_needs_all_parties_and_no_other_a_key_one_only_some(parties: list[str], met: int, key: int) -> None:
    golds = [held(words(1, 4), ["Ann"], ["Bob"], key=True)]
    scores = score([article(golds, [found(words(1, 4), *parties, key=True)])])
    assert (scores.position.met, scores.key.met) == (met, key)


def test_the_stance_counts_among_the_contents_met() -> None:
    golds = [
        held(words(1, 3), ["Ann"], stance=("deny", "oppose")),
        held(words(4, 6), ["Ann"]),
        held(words(7, 9), ["Ann"]),
    ]
    claims = [found(words(1, 3), "Bob", stance="oppose"), found(words(4, 6), "Ann", stance="warn")]
    assert score([article(golds, claims)]).stance == 0.5


def test_only_what_both_mark_is_key_and_of_a_brief_the_first_seven() -> None:
    golds = [held(words(n, n), ["Ann"], key=n > 1) for n in range(1, 10)]
    claims = [found(words(n, n), "Ann", key=True) for n in range(1, 10)]
    assert score([article(golds, claims)]).key == Tally(6, 7, 8)


def test_articles_are_counted_together() -> None:
    good = article([held(words(1, 4), ["Ann"])], [found(words(1, 4), "Ann")])
    bad = article([held(words(1, 4), ["Ann"])], [found(words(6, 7), "Ann"), found(words(8, 9), "Ann")])
    scores = score([good, bad])
    assert scores.content == Tally(1, 3, 2)
    assert scores.content.f1 == pytest.approx(0.4)


def test_nothing_to_count_is_nothing() -> None:
    scores = score([])
    assert (scores.content.f1, scores.position.f1, scores.stance, scores.key.f1) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kathleen Ormerod", "Ormerod", True),
        ("The Harbour Board", "harbour board", True),
        ("Bank of Tarn’s", "Bank of Tarn", True),
        ("US", "United States", True),
        ("United States", "United Kingdom", False),
        ("Ann Lee", "Bob Lee", False),
        ("Harbour Board", "Harbour", False),
        ("Lee Ann", "Ann Lee", False),
        ("", "Ann", False),
        ("!", "?", False),
    ],
)
def test_names_of_one_party(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same
