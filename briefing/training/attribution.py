"""Trains the network on PolNeAR train, on silver labels and on the articles that we annotated, and evaluates it.

Needs the lexicon's word tables (``train words``), the silver labels and the teacher network (``train silver``); makes
the cue levels, the weights of the network and the model card. The editors' own articles are left out, so that later
stages can learn from what the network finds in articles that it has never seen. The result is the same byte for byte in
every run on one machine. Needs the group ``train``.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

from briefing.attribution.attributions import Finder
from briefing.model import Document
from briefing.network.inputs import EDITORS, POLNEAR
from briefing.network.lexicon import read_lexicon
from briefing.network.weights import unpack
from briefing.training import Trained
from briefing.training.attribution_card import model_card
from briefing.training.attribution_corpus import (
    Example,
    our_examples,
    ours_with_headings,
    read_editors,
    read_examples,
)
from briefing.training.attribution_figures import measure, measure_contents
from briefing.training.attribution_lexicon import rows
from briefing.training.silver import read_silver

LEAST_LEARNED = 0.2
"""The least confidence of the silver labels that are learned from; the confidence is the target probability."""

DATE = "2026-11-30"

_HEADED = 0.3
_LEVELS = "lemma, how often it is a cue (0 never to 8 nearly always); counted by briefing.training.attribution"


def train_attribution(shared: Path, teacher: Path, date: str = DATE) -> Trained:
    """The weights, cue levels and model card (its date as given), with the figures.

    ``shared`` is the folder of the corpora, ``teacher`` the file of the teacher network. Takes an hour on two cores.
    """
    from briefing.training.network_fitting import Fitting, Settings
    from briefing.training.teacher.hints import hints
    from briefing.training.teacher.network import load

    lexicon = read_lexicon()
    polnear, silver = list(read_examples(shared / "data/polnear/train.jsonl")), list(read_silver(shared, LEAST_LEARNED))
    ours, headed = list(our_examples(shared)), list(ours_with_headings(shared, _HEADED, random.Random(0)))
    examples = [*polnear, *silver, *ours]
    told = hints(load(teacher), _mixed(examples))
    fitting = Fitting([*examples, *headed], lexicon, told, Settings())
    data = fitting.fit()
    levels = fitting.levels.levels()
    figures = evaluate(shared, Finder(lexicon.with_levels(levels), unpack(data)))
    files = {
        "network/network.bin": data,
        "network/cues.tsv": rows({lemma: (level,) for lemma, level in levels.items()}, _LEVELS),
        "network/model.md": model_card((polnear, silver, ours), figures, date, len(data)).encode(),
    }
    return Trained(files, figures)


def _mixed(examples: Iterable[Example]) -> list[Document]:
    """The articles in the editors' scheme, without duplicates, in random order."""
    documents = {each.document.article.text: each.document for each in examples if each.scheme == EDITORS}
    return random.Random(1).sample(list(documents.values()), len(documents))


def evaluate(shared: Path, finder: Finder) -> dict[str, float]:
    """F1 on PolNeAR dev in its own scheme, in percent, and the figures of contents on the editors' gold, 0 to 1."""
    documents = [each.document for each in read_examples(shared / "data/polnear/dev.jsonl")]
    figures = measure(shared, documents, (finder.find(each, scheme=POLNEAR) for each in documents))
    for folder in ("gold/check", "gold/train", "gold/dev", "gold/cases"):
        examples = list(read_editors(shared / folder))
        measured = measure_contents(shared, folder, examples, [finder.find(each.document) for each in examples])
        figures |= {f"{folder}: {name}": value for name, value in measured.items()}
    return figures
