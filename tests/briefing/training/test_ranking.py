"""Learning key positions: what editors kept is kept again, and each fold of the articles is judged unseen."""

from __future__ import annotations

from briefing.language import analyse
from briefing.model import Cast, Piece, Position
from briefing.reading import parse_article
from briefing.training.found import Found
from briefing.training.gold import FOLDS
from briefing.training.ranking import Ranked, fit, held_out, measure


def position(index: int) -> Position:
    piece = Piece(index, index + 1, "x")
    return Position(index, ("Oslo",), (), "state", None, "indirect", (), (), (piece,), (), 0, 1.0)


def article(fold: int, by_editors: bool = True, worth: float = 0.0) -> Ranked:
    """Ten positions; editors keep the seven that are introduced, to which the network gives some worth."""
    kept = tuple(index % 10 < 7 for index in range(10))
    found = Found(
        document=analyse(parse_article("Snow fell on the harbour.")),
        cast=Cast((), (), ()),
        positions=tuple(position(index) for index in range(10)),
        parts=[],
        features=[{"introduced": float(key), "worth": worth * key} for key in kept],
        able=tuple(range(10)),
    )
    return Ranked(fold=fold, by_editors=by_editors, found=found, kept=kept, wanted=sum(kept))


def test_what_editors_keep_gets_weight() -> None:
    model = fit([article(0), article(1)])
    assert model.weights["introduced"] > 0.5
    assert 0 < model.share <= 1


def test_what_the_network_sees_counts_by_articles_that_it_never_saw() -> None:
    seen, unseen = (article(0, by_editors=False, worth=each) for each in (1.0, 0.0))
    assert fit([seen] * 9 + [article(1)]).weights["worth"] == 0
    assert fit([unseen] * 9 + [article(1, worth=1.0)] * 9).weights["worth"] > 0.1


def test_our_articles_are_not_measured() -> None:
    articles = [article(0), article(1, by_editors=False)]
    blind = [fit(articles), fit(articles)._replace(share=0.0)]
    assert measure(articles, blind) == measure(articles[:1], blind)


def test_a_fold_is_judged_by_a_model_that_never_saw_it() -> None:
    articles = [article(fold) for fold in range(FOLDS)]
    models = held_out(articles)
    assert len(models) == FOLDS
    assert measure(articles, models)["key F1"] == 1.0
