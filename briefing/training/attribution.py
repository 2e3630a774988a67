"""Trains the attribution stage on PolNeAR train and on silver labels, and measures it on PolNeAR dev.

The lexicon's word tables (``train words``) and the silver labels (``train silver``) must be there; what is made here
are the cue levels, the weights of the two models and the model card. The result is the same byte for byte in every run
on one machine. Needs the groups ``train`` and ``teacher``.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.attribution.attributions import Finder
from briefing.attribution.chain import Rows
from briefing.attribution.lexicon import read_lexicon
from briefing.attribution.network import Network
from briefing.attribution.roles import RoleReader
from briefing.attribution.view import View
from briefing.attribution.weights import Weights, pack
from briefing.resources import read_table
from briefing.training import Trained
from briefing.training.attribution_card import model_card
from briefing.training.attribution_corpus import Example, read_examples
from briefing.training.attribution_figures import measure
from briefing.training.attribution_lexicon import CueCounts, rows
from briefing.training.attribution_models import fit_second, mean
from briefing.training.crf import Fitted
from briefing.training.silver import LEAST, read_silver

FOLDS = 2
LEAST_LEARNED = 0.3
"""How sure the silver labels must be for the network to learn from them, as surely."""

SEEDS, WORKERS = range(6), 2
DATE = "2026-11-26"

_LEVELS = "lemma, how often it is a cue (0 never to 8 nearly always); counted by briefing.training.attribution"


def train_attribution(shared: Path, date: str = DATE) -> Trained:
    """The weights, cue levels and model card (its date as given), with the figures on PolNeAR dev.

    ``shared`` is the folder of the corpora. Takes about half an hour on two cores.
    """
    runs = _each(_first_run, [(shared, fold) for fold in (None, *range(FOLDS))])
    found = {article: labels for run in runs for article, labels in run[1].items()}
    tokens, roles = (
        runs[0][0],
        _packed(mean(_each(_second_run, [(shared, found, SEEDS[at::WORKERS]) for at in range(WORKERS)]))),
    )
    examples, silver = list(_polnear(shared, "train")), list(read_silver(shared))
    levels = CueCounts([*examples, *silver], read_lexicon()).levels()
    finder = Finder(read_lexicon().with_levels(levels), Network(tokens), RoleReader(Weights(roles)))
    figures = evaluate(shared, finder)
    files = {
        "attribution/tokens.bin": tokens,
        "attribution/roles.bin": roles,
        "attribution/cues.tsv": rows({lemma: (level,) for lemma, level in levels.items()}, _LEVELS),
        "attribution/model.md": model_card(examples, silver, figures, date, len(tokens) + len(roles)).encode(),
    }
    return Trained(files, figures)


def evaluate(shared: Path, finder: Finder) -> dict[str, float]:
    """F1 in points on PolNeAR dev by the scorer that lies beside the corpora."""
    documents = [each.document for each in _polnear(shared, "dev")]
    return measure(shared, documents, map(finder.find, documents))


def _polnear(shared: Path, half: str) -> Iterator[Example]:
    return read_examples(shared / f"data/polnear/{half}.jsonl")


def _learned_from(shared: Path, least: float = LEAST) -> list[Example]:
    return [*_polnear(shared, "train"), *read_silver(shared, least)]


def _each(function: Callable[..., Any], arguments: Iterable[tuple[Any, ...]]) -> list[Any]:
    """The results in the order of the arguments, each made in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(WORKERS, maxtasksperchild=1) as pool:
        return pool.starmap(function, arguments, chunksize=1)


def _first_run(shared: Path, fold: int | None) -> tuple[bytes, dict[str, Rows]]:
    """The network, fitted without a fold if one is given, and its labels for the articles of that fold."""
    from briefing.training.network import Settings, fit_network

    examples, lexicon = _learned_from(shared, LEAST_LEARNED), read_lexicon()
    seen = [each for at, each in enumerate(examples) if at % FOLDS != fold]
    data = fit_network(seen, lexicon, sorted(read_table("attribution/words.tsv")), Settings())
    network, known = Network(data), lexicon.with_levels(CueCounts(seen, lexicon).levels())
    new = examples[fold::FOLDS] if fold is not None else []
    return data, {each.id: network.tag(View(each.document, known)) for each in new}


def _second_run(shared: Path, found: Mapping[str, Rows], seeds: Sequence[int]) -> Fitted:
    return fit_second(_learned_from(shared), read_lexicon(), found, seeds)


def _packed(fitted: Fitted) -> bytes:
    return pack(fitted.keys, fitted.weights, fitted.transitions)
