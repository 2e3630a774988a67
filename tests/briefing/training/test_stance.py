"""Learning stances: the prior by hand, the fit to examples, and the files that come of it."""

from __future__ import annotations

from briefing.model import STANCES
from briefing.positions.cues import CueReading
from briefing.positions.stance import choose_stance, weights
from briefing.resources import read_json
from briefing.training.stance import Example, cross_validate, fit, learn_prior, prior_evidence
from briefing.training.stance_silver import Told

SAID = CueReading("say")
EXAMPLES = [
    Example(0, SAID, ["cue say", "has rain"], ("warn",)),
    Example(0, SAID, ["cue say"], ("state",)),
    Example(1, SAID, ["cue say", "has rain"], ("warn", "concern")),
    Example(1, SAID, ["cue say"], ("state",)),
    Example(1, CueReading("deny"), ["cue deny"], ("deny",)),
    Example(0, CueReading("deny"), ["cue deny"], ("deny",)),
] * 20


def test_what_speaks_for_a_side_speaks_against_plain_statement() -> None:
    prior = prior_evidence()
    row = dict(zip(STANCES, prior["soon must"], strict=True))
    assert row["demand"] > 0 > row["state"]
    assert {len(each) for each in prior.values()} == {len(STANCES)}


def test_the_cue_and_the_content_teach() -> None:
    model = fit(EXAMPLES, prior_evidence())
    assert choose_stance(["cue say", "has rain"], model) == "warn"
    assert choose_stance(["cue say"], model) == "state"
    assert choose_stance(["cue deny"], model) == "deny"
    assert all(len(row) == len(STANCES) for row in model.features.values())


def test_silver_labels_move_the_weights_to_begin_from() -> None:
    pledge, state = (tuple(float(stance == name) for stance in STANCES) for name in ("pledge", "state"))
    silver = [Told(["cue say", "head repair"], pledge), Told(["cue say"], state)] * 40
    row = dict(zip(STANCES, learn_prior(silver)["head repair"], strict=True))
    assert row["pledge"] > 0 > row["state"]
    assert fit(EXAMPLES, learn_prior(silver)).features["head repair"][STANCES.index("pledge")] > 0
    assert learn_prior(()) == prior_evidence()


def test_a_fold_is_judged_by_a_model_that_never_saw_it() -> None:
    figures = cross_validate(EXAMPLES, prior_evidence())
    assert figures["stance, accepted"] == 1.0
    assert figures["stance, where the cue leaves it open"] == 1.0


def test_the_weights_that_ship_have_a_row_of_ten_for_each_feature() -> None:
    record, features = read_json("positions/stance.json"), weights().features
    assert record["stances"] == list(STANCES)
    assert len(features) > 1000
    assert {len(features[name]) for name in features} == {len(record["bias"])} == {len(STANCES)}
    assert [features.get("no such feature"), "no such feature" in features] == [None, False]
