"""Learning key positions: what editors kept is kept again, and each outlet is judged unseen."""

from __future__ import annotations

from briefing.model import Piece, Position
from briefing.positions.repeats import Repeats
from briefing.training.ranking import Ranked, fit, leave_one_outlet_out


def position(index: int) -> Position:
    piece = Piece(index, index + 1, "x")
    return Position(index, ("Oslo",), (), "state", None, "indirect", (), (), (piece,), (), 0, 1.0)


def article(outlet: str) -> Ranked:
    """Ten positions; editors keep the seven that are introduced."""
    kept = tuple(index % 10 < 7 for index in range(10))
    return Ranked(
        outlet=outlet,
        positions=tuple(position(index) for index in range(10)),
        features=[{"introduced": float(key)} for key in kept],
        repeats=Repeats((None,) * 10, (False,) * 10),
        kept=kept,
        wanted=sum(kept),
    )


def test_what_editors_keep_gets_weight() -> None:
    model = fit([article("west"), article("east")])
    assert model.weights["introduced"] > 1
    assert 0 < model.share <= 1


def test_an_outlet_is_judged_by_a_model_that_never_saw_it() -> None:
    figures = leave_one_outlet_out([article("west"), article("east")])
    assert figures["key F1"] == 1.0
