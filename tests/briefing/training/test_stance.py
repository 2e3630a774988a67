"""Learning stances: the prior by hand, the fit to examples, and the files that come of it."""

from __future__ import annotations

import json

from briefing.positions.cues import CueReading
from briefing.positions.stance import STANCES, choose
from briefing.training.stance import Example, fit, leave_one_outlet_out, prior_evidence

SAID = CueReading("say")
EXAMPLES = [
    Example("west", SAID, ["cue say", "has rain"], ("warn",)),
    Example("west", SAID, ["cue say"], ("state",)),
    Example("east", SAID, ["cue say", "has rain"], ("warn", "concern")),
    Example("east", SAID, ["cue say"], ("state",)),
    Example("east", CueReading("deny"), ["cue deny"], ("deny",)),
] * 12


def test_what_speaks_for_a_side_speaks_against_plain_statement() -> None:
    prior = prior_evidence()
    assert prior["demand"]["soon must"] > 0 > prior["state"]["soon must"]
    assert set(prior) == set(STANCES)


def test_the_examples_with_an_open_cue_teach() -> None:
    model = fit(EXAMPLES)
    assert choose(["cue say", "has rain"], model) == "warn"
    assert choose(["cue say"], model) == "state"
    assert "cue deny" not in model.features
    assert all(len(row) == len(STANCES) for row in model.features.values())


def test_an_outlet_is_judged_by_a_model_that_never_saw_it() -> None:
    figures = leave_one_outlet_out(EXAMPLES)
    assert figures["stance, leave one outlet out"] == 1.0
    assert figures["stance, table alone"] == 0.6


def test_the_weights_that_ship_have_a_row_of_ten_for_each_feature() -> None:
    from briefing.resources import read_bytes

    record = json.loads(read_bytes("positions/stance.json"))
    assert record["stances"] == list(STANCES)
    assert {len(row) for row in record["features"].values()} == {len(STANCES)}
