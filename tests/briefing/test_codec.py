"""The JSON of a brief reads back to the same brief, and says what the contract says."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.codec import SCHEMA, error_to_json, from_json, to_json
from briefing.model import (
    ArticleInfo,
    Brief,
    Mode,
    Party,
    PartyKind,
    Piece,
    Position,
    Relation,
    RelationKind,
    Resolved,
    Speaker,
    Stance,
    SummarySentence,
)

words = st.text(max_size=8)
names = st.text(min_size=1, max_size=8)
maybe = st.none() | words
counts = st.integers(0, 10**6)
shares = st.floats(0, 1)
ids = st.lists(counts, max_size=3).map(tuple)
pieces = st.builds(Piece, counts, counts, words, maybe)
speakers = st.lists(st.builds(Speaker, names, maybe), max_size=2, unique_by=lambda speaker: speaker.name).map(tuple)
why = st.dictionaries(names, shares, max_size=3).map(lambda parts: tuple(parts.items()))


def several(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


positions = st.builds(
    Position,
    id=counts,
    parties=several(names),
    speakers=speakers,
    stance=st.sampled_from(get_args(Stance)),
    plover=maybe,
    mode=st.sampled_from(get_args(Mode)),
    source=several(pieces),
    cue=several(pieces),
    content=several(pieces),
    quotes=several(pieces),
    sentence=counts,
    confidence=shares,
    score=shares,
    key=st.booleans(),
    same_as=st.none() | counts,
    resolved=st.sampled_from(get_args(Resolved)),
)
parties = st.builds(
    Party,
    name=names,
    kind=st.sampled_from(get_args(PartyKind)),
    aliases=several(words),
    speakers=speakers,
    mentions=counts,
    positions=ids,
)
infos = st.builds(
    ArticleInfo,
    id=words,
    source=words,
    title=maybe,
    byline=maybe,
    dateline=maybe,
    date=maybe,
    section=maybe,
    words=counts,
    sentences=counts,
    sha256=words,
    text=maybe,
    outlet=maybe,
    url=maybe,
    language=maybe,
    extra=st.dictionaries(names, words, max_size=2).map(lambda fields: tuple(fields.items())),
)
briefs = st.builds(
    Brief,
    article=infos,
    summary=several(st.builds(SummarySentence, counts, pieces, shares, why)),
    positions=several(positions),
    parties=several(parties),
    relations=several(st.builds(Relation, st.sampled_from(get_args(RelationKind)), st.tuples(names, names), ids)),
    notes=several(words),
)


@given(briefs)
def test_a_brief_survives_the_way_through_json(brief: Brief) -> None:
    assert from_json(json.loads(json.dumps(to_json(brief)))) == brief


def test_keys_stand_in_the_order_of_the_contract() -> None:
    info = ArticleInfo("a", "a.txt", None, None, None, None, None, 3, 1, "0" * 64)
    assert list(to_json(Brief(info, (), (), (), ()))) == [
        "schema",
        "article",
        "summary",
        "positions",
        "parties",
        "relations",
        "notes",
    ]


def test_a_brief_of_an_earlier_version_is_read() -> None:
    record = to_json(Brief(ArticleInfo("a", "a.txt", None, None, None, None, None, 3, 1, "0" * 64), (), (), (), ()))
    for name in ("outlet", "url", "language", "extra"):
        del record["article"][name]

    assert from_json(record).article == ArticleInfo("a", "a.txt", None, None, None, None, None, 3, 1, "0" * 64)


def test_the_text_of_the_article_stands_only_where_it_was_asked_for() -> None:
    info = ArticleInfo("a", "a.txt", None, None, None, None, None, 3, 1, "0" * 64)
    assert "text" not in to_json(Brief(info, (), (), (), ()))["article"]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({}, "not a brief/1 record"),
        ({"schema": "brief/9"}, "not a brief/1 record"),
        (error_to_json("a.txt", "empty", "holds no words"), "no brief but an error: holds no words"),
    ],
)
def test_what_is_no_brief_is_refused(record: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_json(record)


def test_an_error_record_says_which_input_failed_and_why() -> None:
    assert error_to_json("a.txt", "empty", "holds no words") == {
        "schema": SCHEMA,
        "article": {"source": "a.txt"},
        "error": {"kind": "empty", "message": "holds no words"},
    }
