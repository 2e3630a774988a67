"""What the network knows of a source and its candidates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from briefing.parties.context import (
    ACTIVE_STEPS,
    CANDIDATE,
    HIDDEN,
    NOWHERE,
    SOURCE,
    STEPS,
    Active,
    Context,
    seen,
    tokens_of_candidate,
    tokens_of_source,
)
from briefing.parties.holder_candidates import holder_candidates
from briefing.parties.model import OWN, HolderCandidate
from briefing.parties.ranker import standard_ranker
from tests.briefing.marked import Asked

ACTIVE = np.array([[1, 2], [3, 4], [5, 6]], np.int8)


def test_what_stands_nowhere_is_nothing() -> None:
    assert seen(ACTIVE, [[1, NOWHERE], [3, 2]]).tolist() == [[3, 4, 0, 0], [0, 0, 5, 6]]


PIECES = [
    (
        "Mary Lamb met Bill Pike. [s:The mayor] [c:said] [t:it was late].",
        ["mayor", "said", "The", "said", "it", "late"],
    ),
    ("Mary Lamb left. [t:It was late], [s:she] [c:said].", ["she", "said", "she", "said", "It", "late"]),
    ("Mary Lamb left. [t:It was late].", ["It", "It", "It", "was", "It", "late"]),
]


@pytest.mark.parametrize(("text", "words"), PIECES)
def test_the_network_looks_at_a_source_its_cue_and_its_content(
    asked: Callable[..., Asked], text: str, words: list[str]
) -> None:
    scene, _, question = asked(text)
    assert [scene.texts[token] for token in tokens_of_source(question)] == words


def test_the_network_looks_at_the_last_mention_the_first_the_role_and_the_party(asked: Callable[..., Asked]) -> None:
    text = "The Harbour Trust chairman, Mary Lamb, left. Then Lamb slept. [s:She] [c:said] [t:it was late]."
    scene, players, question = asked(text)
    found = holder_candidates(scene, players, question, [])
    (lamb,) = [each for each in found if each.members and players.draft(each.members[0]).name == "Mary Lamb"]
    trust = next(i for i, draft in enumerate(players.register.drafts) if draft.name == "Harbour Trust")
    players.party[lamb.members[0]] = trust
    tokens = tokens_of_candidate(players, question, lamb)
    assert [scene.texts[token] for token in tokens] == ["Lamb", "Lamb", "Lamb", "slept", "Then", "chairman", "Trust"]
    assert tokens[0] > tokens[1]


def test_whoever_is_not_named_at_a_place_is_looked_at_where_they_were_named_last(asked: Callable[..., Asked]) -> None:
    text = "Mary Lamb left. Then Lamb slept. [s:She] [c:said] [t:it was late]. Later Lamb woke."
    scene, players, question = asked(text)
    (lamb,) = [i for i, draft in enumerate(players.register.drafts) if draft.name == "Mary Lamb"]
    tokens = tokens_of_candidate(players, question, HolderCandidate("turn", (lamb,), None))
    assert [scene.texts[token] for token in tokens[:5]] == ["Lamb", "Lamb", "Lamb", "slept", "Then"]


def test_of_words_the_network_looks_at_both_ends(asked: Callable[..., Asked]) -> None:
    scene, players, question = asked("Mary Lamb left. Then [s:some old bakers] [c:said] [t:it was late].")
    (words,) = [each for each in holder_candidates(scene, players, question, []) if each.how in OWN][:1]
    tokens = tokens_of_candidate(players, question, words)
    told = [scene.texts[token] if token >= 0 else "" for token in tokens]
    assert told == ["bakers", "", "some", "said", "Then", "", ""]


def _context() -> Context:
    """Weights that give a candidate 1 for each step of the first number of its mention, and take 1 for the source's."""
    source = np.zeros((SOURCE * 2, HIDDEN))
    candidate = np.zeros((CANDIDATE * 2, HIDDEN))
    source[0, 0], candidate[0, 0] = -STEPS, STEPS
    begin, last = np.zeros((1, HIDDEN)), np.zeros((1, HIDDEN))
    begin[0, 0], last[0, 0] = STEPS, STEPS
    return Context(source, candidate, begin, last, {"he": 0})


def test_a_candidate_fits_by_what_is_positive_of_the_sum(asked: Callable[..., Asked]) -> None:
    scene, players, question = asked("John Vale met Bill Pike. Then [s:he] [c:said] [t:it was late].")
    found = holder_candidates(scene, players, question, [])
    active: Active = np.zeros((len(scene.texts), 2), np.int8)
    marks = [tokens_of_candidate(players, question, each)[0] for each in found]
    active[marks[0], 0], active[question.token, 0] = 2 * ACTIVE_STEPS, ACTIVE_STEPS
    assert _context().fits(active, question, found, players)[:2] == [2.0, 0.0]
    active[question.token, 0] = 3 * ACTIVE_STEPS
    assert set(_context().fits(active, question, found, players)) == {0.0}
    assert set(_context().fits(active, question._replace(table="it"), found, players)) == {0.0}


def test_the_context_that_ships_knows_every_kind_of_question() -> None:
    ranker = standard_ranker()
    assert ranker.context is not None
    assert set(ranker.context.tables) == set(ranker.weights) - {"affiliation"}
    assert ranker.context.source.shape[0] * CANDIDATE == ranker.context.candidate.shape[0] * SOURCE
