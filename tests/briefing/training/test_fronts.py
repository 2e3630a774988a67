"""The models of fronts: learned from candidates that annotators name, the same every time."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from briefing.digest.actors import ActorRegister
from briefing.digest.fronts import LEAST, Candidate
from briefing.digest.identities import PartyIdentities
from briefing.digest.logistic import logit
from briefing.digest.sides import FEATURES, KINDS, read_side_weights
from briefing.reading import parse_article
from briefing.training import fronts
from briefing.training.fronts import Labelled, fit, labelled, train_fronts
from briefing.training.stories import AnnotatedStory, editors_stories, our_stories

SHARED = Path(__file__).resolve().parents[4] / "shared"
TEXT = """The Dock Union accused Quill Lines of lying about the quay.

Quill Lines said on Monday that tickets would be cheaper."""


def story(kind: str, *parties: list[str]) -> AnnotatedStory:
    gold = {"fronts": [{"kind": kind, "parties": list(parties)}], "matters": [], "unrelated": []}
    return AnnotatedStory("quay", {"a": parse_article(TEXT, id="a")}, gold)


@pytest.mark.parametrize(
    ("own", "met"),
    [
        (story("against", ["Dock Union", "union"], ["Quill Lines"]), True),
        (story("against", ["Quill Lines"], ["the Dock Union"]), True),
        (story("together", ["Quill Lines"], ["Dock Union"]), False),
        (story("against", ["Quill Lines"], ["Harbour Board"]), False),
    ],
)
def test_a_candidate_meets_a_front_of_its_kind_by_both_names(own: AnnotatedStory, met: bool) -> None:
    found = labelled(own)
    assert found.fronts == 1
    assert [(each.kind, numbers) for each, numbers in found.candidates] == [("against", (0,) if met else ())]


def stories(count: int) -> list[Labelled]:
    """Stories where those that judge outright are right."""
    register = ActorRegister(PartyIdentities())

    def candidate(number: int, kind: str) -> tuple[Candidate, tuple[int, ...]]:
        features = tuple(float(name == "judged" and number % 2 == 0) for name in FEATURES)
        return Candidate(kind, (number, number + 1), features, ()), (0,) if number % 2 == 0 else ()  # type: ignore[arg-type]

    return [Labelled(f"s{n}", register, [candidate(n, kind) for kind in KINDS], 1) for n in range(count)]


def test_what_tells_a_front_is_learned() -> None:
    weights = fit(stories(80))
    assert weights.features["judged"] > 0
    assert weights.features["client"] == 0
    assert fit(stories(80)) == weights


def test_the_weights_that_ship_know_every_feature() -> None:
    model = read_side_weights()
    assert set(model.features) == set(FEATURES)
    assert logit(tuple(0.0 for _ in FEATURES), model.bias, model.ordered(FEATURES)) == model.bias < LEAST


@pytest.mark.skipif(not (SHARED / "stories").is_dir(), reason="the corpora (../shared) are not here")
def test_what_is_learned_from_the_stories_is_measured_on_stories_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    few = [*islice(editors_stories(SHARED), 2), *islice(our_stories(SHARED), 12)]
    monkeypatch.setattr(fronts, "annotated_stories", lambda shared: few)
    trained = train_fronts(SHARED)
    record = json.loads(trained.files["digest/fronts.json"])
    assert {*record} == {"provenance", "bias", "weights"}
    assert all(value >= 0 for value in trained.figures.values())
    assert trained.figures["our stories, a sixth left out: annotated"] == sum(
        len(story.gold["fronts"]) for story in few if not story.by_editors
    )
