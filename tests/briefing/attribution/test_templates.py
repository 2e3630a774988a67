"""A feature is the same wherever its template meets the same values, and another one elsewhere."""

from __future__ import annotations

import numpy as np

from briefing.attribution.templates import Templates

COLUMNS = {"word": np.array([5, 6, 5, 0]), "tag": np.array([1, 1, 1, -1]), "next": np.array([6, 5, 7, 5])}


def test_equal_values_make_equal_features() -> None:
    keys = Templates([("word",), ("word", "tag")]).keys(COLUMNS)
    assert keys.shape == (2, 4)
    assert [key == row[0] for row in keys for key in row] == [True, False, True, False] * 2


def test_the_order_of_values_and_the_template_count() -> None:
    keys = Templates([("word",), ("next",), ("word", "next"), ("next", "word"), ("word", "next", "tag")]).keys(COLUMNS)
    assert len(np.unique(keys)) == 3 + 3 + 4 + 4 + 4


def test_a_feature_does_not_depend_on_the_other_templates() -> None:
    alone = Templates([("word", "tag")]).keys(COLUMNS)[0]
    assert alone.tolist() in Templates([("next",), ("word", "tag", "next"), ("word", "tag")]).keys(COLUMNS).tolist()


def test_no_tokens_have_no_features() -> None:
    assert Templates([("word",)]).keys({"word": np.array([], int)}).shape == (1, 0)
