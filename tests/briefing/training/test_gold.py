"""The editors' gold positions, read as the stages would have handed them over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.positions import take_positions
from briefing.training.annotated import in_folder
from briefing.training.gold import gold_article, kept_by_editor

SHARED = Path(__file__).resolve().parents[4] / "shared"


@pytest.mark.skipif(not (SHARED / "gold/dev").is_dir(), reason="the editors' gold (../shared) is not here")
def test_every_gold_position_has_its_attribution_holding_stance_and_mark() -> None:
    articles = list(map(gold_article, in_folder(SHARED / "gold/dev")))
    assert articles
    for article in articles:
        counts = {len(article.attributions), len(article.cast.holdings), len(article.stances), len(article.keys)}
        assert len(counts) == 1, article.name
        assert len(article.best) == 3, article.name
        assert article.best <= article.accepted, article.name
        starts = [attribution.content[0].start for attribution in article.attributions]
        assert starts == sorted(starts)


@pytest.mark.skipif(not (SHARED / "gold/dev").is_dir(), reason="the editors' gold (../shared) is not here")
def test_the_gold_positions_themselves_are_the_ones_that_the_editor_kept() -> None:
    article = gold_article(next(in_folder(SHARED / "gold/dev")))
    positions = take_positions(article.document, article.attributions, article.cast)
    assert kept_by_editor(article, positions) == article.keys
    nameless = [replace(position, parties=("Nobody",)) for position in positions]
    assert not any(kept_by_editor(article, nameless))
