"""Silver labels as examples: an attribution is read like any other, and shares become what would be accepted."""

from __future__ import annotations

from typing import Any

from briefing.model import STANCES
from briefing.network.inputs import EDITORS
from briefing.training.attribution_corpus import example
from briefing.training.stance_silver import told_in

TEXT = "The harbour office said it would rebuild the quay. Riga objected."


def _attribution(**roles: str) -> dict[str, Any]:
    spans = {role: [(TEXT.index(words), TEXT.index(words) + len(words))] for role, words in roles.items() if words}
    return {"source": [], "cue": [], "sure": 0.9, **spans}


def test_an_attribution_has_its_features_and_what_would_be_accepted() -> None:
    shares = [0.0] * len(STANCES)
    shares[STANCES.index("pledge")], shares[STANCES.index("state")] = 0.75, 0.25
    told = _attribution(source="The harbour office", cue="said", content="it would rebuild the quay")
    silent = _attribution(source="Riga", cue="objected", content="objected")
    article = example({"id": "a", "text": TEXT, "attributions": [told | {"stances": shares}, silent]}, EDITORS)
    (found,) = told_in(article)
    assert {"cue say", "from office", "head rebuil", "own will", "modal it would"} <= set(found.features)
    assert found.accepted[STANCES.index("pledge")] == 1.0
    assert 0.25 < found.accepted[STANCES.index("state")] < 0.5
