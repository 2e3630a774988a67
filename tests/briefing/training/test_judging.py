"""The heads that judge: what is read is what was fitted, what was kept is worth more, and what the figures mean."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from briefing.training.judging import _area

TEXT = "The dam will hold, the mayor said. Rain fell. Nets cost more, he said. Nobody was hurt, she said. " * 4


@pytest.mark.parametrize(
    ("pairs", "area"),
    [
        ([(0.1, False), (0.9, True)], 1.0),
        ([(0.9, False), (0.1, True)], 0.0),
        ([(0.5, False), (0.5, True)], 0.5),
        ([(0.1, False), (0.2, True), (0.3, False), (0.4, True)], 0.75),
    ],
)
def test_the_figure_is_the_share_of_pairs_in_order(pairs: list[tuple[float, bool]], area: float) -> None:
    assert _area(pairs) == pytest.approx(area)


def gold(folder: Path) -> None:
    """An article of which the promises are kept, and the sentences that tell them; what "he said" is not marked."""
    positions: list[dict[str, Any]] = []
    summary = []
    for start in [at for at in range(len(TEXT)) if TEXT.startswith(("The dam", "Nobody"), at)]:
        end = TEXT.index(",", start)
        dam = TEXT.startswith("The dam", start)
        spans = {
            "source": [],
            "cue": [[TEXT.index("said", end), TEXT.index("said", end) + 4]],
            "content": [[start, end]],
        }
        positions.append({**spans, "parties": [["mayor"]], "speakers": [], "stance": ["state"], "key": dam})
        summary += [[start, end]] if dam else []
    record = {"positions": positions, "summary": summary, "summary_also": []}
    (folder / "one.txt").write_text(TEXT, "utf-8")
    (folder / "one.gold.json").write_text(json.dumps(record), "utf-8")


def test_what_is_kept_is_worth_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch", reason="the group train is not installed")

    import torch

    from briefing.network.judging import Judge, in_article
    from briefing.network.layers import UNIT
    from briefing.network.weights import unpack, unpack_judge
    from briefing.resources import map_bytes
    from briefing.training import judging, network_model
    from briefing.training.attribution_corpus import read_editors

    for name in ("train", "dev"):
        (tmp_path / "gold" / name).mkdir(parents=True)
        gold(tmp_path / "gold" / name)
    fitted: list[Any] = []

    class Kept(network_model.Head):
        def packed(self, name: str) -> dict[str, Any]:
            fitted.append(self.eval())
            return super().packed(name)

    monkeypatch.setattr(network_model, "Head", Kept)
    monkeypatch.setattr(judging, "our_examples", lambda shared: read_editors(shared / "gold/train"))
    monkeypatch.setattr(judging, "ROUNDS", 60)
    made = judging.train_judging(tmp_path)
    assert min(made.figures.values()) > 0.9
    (each,) = read_editors(tmp_path / "gold/train")
    weights, judge = unpack(map_bytes("network/network.bin")), Judge(unpack_judge(made.files[judging.FILE]))
    (studied,) = judging._studied(weights, [each])
    with torch.no_grad():
        odds = fitted[1](torch.tensor(in_article(studied.sentences, studied.beside)).float()).numpy()
    found = judge.sentences(studied.sentences, studied.beside)
    assert found == pytest.approx(((odds + 5) / 7).clip(0, 1), abs=2 * UNIT)
    assert np.argmax(odds) % 4 == 0
