"""The figures of the model of matters count pairs of tellings as the editors' scorer does."""

from __future__ import annotations

from briefing.digest.logistic import LogisticWeights
from briefing.digest.saying import said
from briefing.model import ArticleInfo, Brief, Piece, Position
from briefing.training.matters import Example, Labelled, filed_alike, fit

FERRY = "the night ferry between Larkhaven and Tarn will end within 14 months"
FISH = "mussels have never been dearer on the market of Brightwater"


def report(number: int, *texts: str) -> Brief:
    positions = tuple(
        Position(
            id=place,
            parties=("Quill Lines",),
            speakers=(),
            stance="state",
            plover=None,
            mode="indirect",
            source=(),
            cue=(),
            content=(Piece(100 * place, 100 * place + len(text), text),),
            quotes=(),
            sentence=place,
            confidence=1.0,
            score=0.5,
            key=True,
            same_as=None,
        )
        for place, text in enumerate(texts)
    )
    return Brief(
        ArticleInfo(str(number), f"{number}.txt", None, None, None, None, None, 9, 1, ""), (), positions, (), ()
    )


def test_pairs_of_tellings_are_counted() -> None:
    positions = said(report(0, FERRY, FISH), 0) + said(report(1, FERRY, FISH), 1)
    told = [(0, (0, 0, 60)), (0, (1, 5, 68)), (1, (0, 300, 350)), (1, (1, 300, 350))]
    story = Labelled("story", positions, told)
    assert filed_alike(story, LogisticWeights(-5.0, {"words": 9.0, "holder": 1.0})) == (1, 2, 2)


def test_features_of_any_size_are_weighed_alike() -> None:
    def examples(size: float) -> list[Example]:
        return [Example("a", {"words": size * (place % 3), "none": 0.0}, place % 3 > 1) for place in range(60)]

    small, large = fit(examples(0.1)), fit(examples(10))
    assert small.features["words"] > 0
    assert abs(small.features["words"] - 100 * large.features["words"]) < 0.1
    assert small.features["none"] == 0
