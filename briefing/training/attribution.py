"""Trains the network on PolNeAR train, on silver labels, on the editors' gold and on ours, and measures it.

The lexicon's word tables (``train words``) and the silver labels (``train silver``) must be there; what is made here
are the cue levels, the weights of the network and the model card. The result is the same byte for byte in every run on
one machine. Needs the group ``train``.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefing.attribution.assembly import Found
from briefing.attribution.attributions import Finder
from briefing.network.inputs import POLNEAR
from briefing.network.lexicon import read_lexicon
from briefing.network.weights import unpack
from briefing.training import Trained, unseen
from briefing.training.annotated import LEARNED
from briefing.training.attribution_card import model_card
from briefing.training.attribution_corpus import (
    editors_articles,
    our_examples,
    read_editors,
    read_examples,
    with_some_headings,
)
from briefing.training.attribution_figures import measure, measure_contents
from briefing.training.attribution_lexicon import rows
from briefing.training.silver import read_silver

LEAST_LEARNED = 0.2
"""How sure the silver labels must be for the network to learn from them, as surely."""

DATE = "2026-11-28"

_HEADED = 0.3
_LEVELS = "lemma, how often it is a cue (0 never to 8 nearly always); counted by briefing.training.attribution"


def train_attribution(shared: Path, date: str = DATE) -> Trained:
    """The weights, cue levels and model card (its date as given), with the figures.

    ``shared`` is the folder of the corpora. Takes about an hour on two cores.
    """
    from briefing.training.network_fitting import Fitting, Settings

    lexicon = read_lexicon()
    polnear, silver = list(read_examples(shared / "data/polnear/train.jsonl")), list(read_silver(shared, LEAST_LEARNED))
    editors, ours = list(editors_articles(shared)), list(our_examples(shared))
    annotated = [*editors, *ours]
    headed = with_some_headings(shared / "gold/train", _HEADED, random.Random(0))
    fitting = Fitting([*polnear, *silver, *ours], lexicon, Settings())
    begun = fitting.begin()
    levels = fitting.levels.levels()
    data = fitting.tuned([*editors, *headed, *ours])
    told = lexicon.with_levels(levels)
    figures = evaluate(shared, Finder(told, unpack(data)))
    earlier = Finder(told, unpack(begun))
    found = {each.id: earlier.find(each.document) for each in annotated}
    for folder in LEARNED:
        figures |= {f"{name}, before it was learned from": value for name, value in _figures(shared, folder, found)}
    files = {
        unseen.FILE: unseen.write((each.id, each.document, found[each.id]) for each in annotated),
        "network/network.bin": data,
        "network/cues.tsv": rows({lemma: (level,) for lemma, level in levels.items()}, _LEVELS),
        "network/model.md": model_card((polnear, silver, editors, ours), figures, date, len(data)).encode(),
    }
    return Trained(files, figures)


def evaluate(shared: Path, finder: Finder) -> dict[str, float]:
    """F1 on PolNeAR dev in its own scheme, in points, and contents on the editors' gold that nothing learned from."""
    documents = [each.document for each in read_examples(shared / "data/polnear/dev.jsonl")]
    figures = measure(shared, documents, (finder.find(each, scheme=POLNEAR) for each in documents))
    for folder in ("gold/check", "gold/cases"):
        found = {each.id: finder.find(each.document) for each in read_editors(shared / folder)}
        figures |= dict(_figures(shared, folder, found))
    return figures


def _figures(shared: Path, folder: str, found: Mapping[str, Sequence[Found]]) -> Iterator[tuple[str, float]]:
    """What was found in the articles of a folder of the editors' gold, by name, measured."""
    examples = list(read_editors(shared / folder))
    measured = measure_contents(shared, folder, examples, [found[each.id] for each in examples])
    yield from ((f"{folder}: {name}", value) for name, value in measured.items())
