"""Learns how surely two positions of one story say the same, from what editors found told alike."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.digest.likeness import Story, Weights, logit
from briefing.digest.matters import candidates
from briefing.digest.saying import Said, said
from briefing.pipeline import Options, summarize
from briefing.reading import read_article
from briefing.training import Trained
from briefing.training.logistic import fit_logistic

PENALTY = 3.0
MET = 0.7
"""Share of the shorter one's characters that a sentence and an editor's telling have in common to be the same."""

_DIGITS = 3

Place = tuple[int, int, int]  # report, start, end


class Example(NamedTuple):
    """Two sentences of two positions, and whether an editor says that they tell the same."""

    folder: str
    features: dict[str, float]
    alike: bool


def train_matters(shared: Path) -> Trained:
    """Fit on all stories; the figures come from leaving out one story at a time."""
    examples = [example for folder in _folders(shared) for example in _examples(folder)]
    figures = _leave_one_out(examples)
    weights = fit(examples)
    record = {
        "provenance": "learned by briefing.training.matters from the editors' stories; see matters.md",
        "bias": weights.bias,
        "weights": dict(weights.features),
    }
    return Trained(
        {
            "digest/matters.json": (json.dumps(record, indent=1) + "\n").encode(),
            "digest/matters.md": _card(examples, figures),
        },
        figures,
    )


def fit(examples: Sequence[Example]) -> Weights:
    """The model that these examples give."""
    found = fit_logistic(
        [example.features for example in examples],
        [float(example.alike) for example in examples],
        PENALTY,
    )
    return Weights(
        round(found.bias, _DIGITS), {name: round(found.weights[name], _DIGITS) for name in sorted(found.weights)}
    )


def _folders(shared: Path) -> list[Path]:
    return sorted(path.parent for path in (shared / "stories").glob("*/story.gold.json"))


def _examples(folder: Path) -> Iterator[Example]:
    files = sorted(folder.glob("*.txt"))
    matters = json.loads((folder / "story.gold.json").read_text("utf-8"))["matters"]
    reports = {file.stem: number for number, file in enumerate(files)}
    told = [
        (number, (reports[telling["article"]], *telling["span"]))
        for number, matter in enumerate(matters)
        for telling in matter["tellings"]
    ]
    found: list[Said] = []
    for number, file in enumerate(files):
        article = read_article(file.read_bytes(), source=file.name)
        found += said(summarize(article, Options(with_text=True)), number)
    story = Story(found)
    tells = [
        [{matter for matter, place in told if _meets((each.report, unit.start, unit.end), place)} for unit in units]
        for each, units in zip(found, story.units, strict=True)
    ]
    for one, other in candidates(story):
        for at, pair in story.pairs(one, other):
            alike = not tells[one][at[0]].isdisjoint(tells[other][at[1]])
            yield Example(folder.name, pair.features, alike)


def _meets(one: Place, other: Place) -> bool:
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and shared >= MET * min(one[2] - one[1], other[2] - other[1])


def _leave_one_out(examples: Sequence[Example]) -> dict[str, float]:
    """Average precision of all pairs, ordered by models that never saw their story; and the share that is alike."""
    ranked: list[tuple[float, bool]] = []
    for folder in sorted({example.folder for example in examples}):
        model = fit([example for example in examples if example.folder != folder])
        ranked += [(logit(each.features, model), each.alike) for each in examples if each.folder == folder]
    ranked.sort(key=lambda each: -each[0])
    hits = [place for place, (_, alike) in enumerate(ranked, 1) if alike]
    precision = sum(number / place for number, place in enumerate(hits, 1)) / len(hits)
    return {"average precision, leave one story out": precision, "share alike": len(hits) / len(ranked)}


def _card(examples: Sequence[Example], figures: dict[str, float]) -> bytes:
    rows = "\n".join(f"| {name} | {value:.3f} |" for name, value in figures.items())
    alike, stories = sum(example.alike for example in examples), len({example.folder for example in examples})
    return f"""# Matters (`matters.json`)

A logistic regression of whether two sentences of what is said in one story tell the same. It sees the weight of the
terms that both have (rare in the news by `frequencies.tsv`, rare in the story), terms that follow one another in both,
numbers, whether holder and stance are the same, how much the paragraphs around them share, and how far apart they stand
in their articles. It knows no single word.

- Learned from: {stories} stories of two to six outlets with what editors say they tell alike ({len(examples)} pairs of
  sentences, {alike} of them alike). The texts are not part of the package.
- Learned by: `python -m cli.lab train matters ../shared` (Newton, L2 penalty {PENALTY}). Deterministic.
- Figures, each story ordered by a model that never saw it:

| | |
| --- | --- |
{rows}

- Limits: English news. Claims that share neither rare words nor surroundings are not found.
""".encode()
