"""Trains the attribution stage on PolNeAR train and on silver labels, and measures it on PolNeAR dev.

The lexicon's word tables (``train words``) and the silver labels (``train silver``) must be there; what is made here
are the cue levels, the weights of the network and the model card. The result is the same byte for byte in every run on
one machine. Needs the group ``train``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.attribution.attributions import Finder
from briefing.attribution.lexicon import read_lexicon
from briefing.attribution.weights import unpack
from briefing.resources import read_table
from briefing.training import Trained
from briefing.training.attribution_card import model_card
from briefing.training.attribution_corpus import Example, read_examples
from briefing.training.attribution_figures import measure
from briefing.training.attribution_lexicon import CueCounts, rows
from briefing.training.silver import read_silver

LEAST_LEARNED = 0.3
"""How sure the silver labels must be for the network to learn from them, as surely."""

DATE = "2026-11-26"

_LEVELS = "lemma, how often it is a cue (0 never to 8 nearly always); counted by briefing.training.attribution"


def train_attribution(shared: Path, date: str = DATE) -> Trained:
    """The weights, cue levels and model card (its date as given), with the figures on PolNeAR dev.

    ``shared`` is the folder of the corpora. Takes about twenty minutes on one core.
    """
    from briefing.training.network_fitting import Settings, fit_network

    lexicon = read_lexicon()
    examples, silver = list(_polnear(shared, "train")), list(read_silver(shared, LEAST_LEARNED))
    learned_from = [*examples, *silver]
    data = fit_network(learned_from, lexicon, sorted(read_table("attribution/words.tsv")), Settings())
    levels = CueCounts(learned_from, lexicon).levels()
    figures = evaluate(shared, Finder(lexicon.with_levels(levels), unpack(data)))
    files = {
        "attribution/network.bin": data,
        "attribution/cues.tsv": rows({lemma: (level,) for lemma, level in levels.items()}, _LEVELS),
        "attribution/model.md": model_card(examples, silver, figures, date, len(data)).encode(),
    }
    return Trained(files, figures)


def evaluate(shared: Path, finder: Finder) -> dict[str, float]:
    """F1 in points on PolNeAR dev by the scorer that lies beside the corpora."""
    documents = [each.document for each in _polnear(shared, "dev")]
    return measure(shared, documents, map(finder.find, documents))


def _polnear(shared: Path, half: str) -> Iterator[Example]:
    return read_examples(shared / f"data/polnear/{half}.jsonl")
