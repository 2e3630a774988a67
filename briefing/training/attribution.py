"""Trains the network on PolNeAR train, on silver labels and on the editors' gold, and measures it.

The lexicon's word tables (``train words``) and the silver labels (``train silver``) must be there; what is made here
are the cue levels, the weights of the network and the model card. The result is the same byte for byte in every run on
one machine. Needs the group ``train``.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.attribution.assembly import Found
from briefing.attribution.attributions import Finder
from briefing.network.inputs import POLNEAR
from briefing.network.lexicon import Lexicon, read_lexicon
from briefing.network.weights import unpack
from briefing.resources import read_table
from briefing.training import Trained
from briefing.training.attribution_card import model_card
from briefing.training.attribution_corpus import HEADED, Example, read_editors, read_examples, with_some_headings
from briefing.training.attribution_figures import measure, measure_contents
from briefing.training.attribution_lexicon import rows
from briefing.training.silver import read_silver

if TYPE_CHECKING:
    from briefing.training.network_fitting import Fitting

LEAST_LEARNED = 0.3
"""How sure the silver labels must be for the network to learn from them, as surely."""

FOLDS = 4
"""Parts of the editors' articles, each of which is read once by a network that has not learned from it."""

DATE = "2026-11-28"

_HEADED = 0.3
_LEVELS = "lemma, how often it is a cue (0 never to 8 nearly always); counted by briefing.training.attribution"


def train_attribution(shared: Path, date: str = DATE) -> Trained:
    """The weights, cue levels and model card (its date as given), with the figures.

    ``shared`` is the folder of the corpora. Takes about an hour on one core.
    """
    from briefing.training.network_fitting import Fitting, Settings

    lexicon = read_lexicon()
    polnear, silver = list(read_examples(shared / "data/polnear/train.jsonl")), list(read_silver(shared, LEAST_LEARNED))
    editors = list(read_editors(shared / "gold/train"))
    headed = list(with_some_headings(shared / "gold/train", _HEADED, random.Random(0)))
    fitting = Fitting([*polnear, *silver], lexicon, sorted(read_table("network/words.tsv")), Settings())
    fitting.begin()
    levels = fitting.levels.levels()
    data = fitting.tuned([*editors, *headed])
    told = lexicon.with_levels(levels)
    figures = evaluate(shared, Finder(told, unpack(data))) | cross_validated(shared, fitting, told, editors, headed)
    files = {
        "network/network.bin": data,
        "network/cues.tsv": rows({lemma: (level,) for lemma, level in levels.items()}, _LEVELS),
        "network/model.md": model_card((polnear, silver, editors), figures, date, len(data)).encode(),
    }
    return Trained(files, figures)


def evaluate(shared: Path, finder: Finder) -> dict[str, float]:
    """F1 on PolNeAR dev in its own scheme, in points, and contents on the editors' gold that nothing learned from."""
    documents = [each.document for each in read_examples(shared / "data/polnear/dev.jsonl")]
    figures = measure(shared, documents, (finder.find(each, scheme=POLNEAR) for each in documents))
    for folder in ("gold/dev", "gold/check"):
        examples = list(read_editors(shared / folder))
        found = measure_contents(shared, folder, examples, (finder.find(each.document) for each in examples))
        figures |= {f"{folder}: {name}": value for name, value in found.items()}
    return figures


def cross_validated(
    shared: Path, fitting: Fitting, lexicon: Lexicon, editors: Sequence[Example], headed: Sequence[Example]
) -> dict[str, float]:
    """Contents on the editors' articles, each as a network reads it that was tuned without its fold of them.

    The silver labels come from a teacher that knows all of these articles.
    """
    found: dict[str, list[Found]] = {}
    for fold in range(FOLDS):
        left_out = {each.id for each in editors[fold::FOLDS]}
        kept = [each for each in (*editors, *headed) if each.id.removesuffix(HEADED) not in left_out]
        data = fitting.tuned(kept)
        finder = Finder(lexicon, unpack(data))
        found |= {each.id: finder.find(each.document) for each in editors[fold::FOLDS]}
    figures = measure_contents(shared, "gold/train", editors, [found[each.id] for each in editors])
    return {f"gold/train, cross-validated: {name}": value for name, value in figures.items()}
