"""Trains the attribution stage on PolNeAR train and measures it on PolNeAR dev.

The lexicon's word tables must be there (``train words``); what is made here are the cue levels, the weights of the two
models and the model card. The result is the same byte for byte in every run: each fit has a process of its own, because
CRFsuite's descent draws on the C library's random numbers, which every process starts alike.
"""

from __future__ import annotations

import importlib.util
import json
import multiprocessing
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from briefing.attribution.attributions import Finder, to_attributions
from briefing.attribution.chain import Vector
from briefing.attribution.lexicon import Lexicon, read_lexicon
from briefing.attribution.roles import RoleReader
from briefing.attribution.tagger import Tagger
from briefing.attribution.view import View
from briefing.attribution.weights import Weights, pack
from briefing.training import Trained
from briefing.training.attribution_card import model_card
from briefing.training.attribution_corpus import Example, read_examples
from briefing.training.attribution_lexicon import CueCounts, rows
from briefing.training.attribution_models import Fitted, average, fit_first, fit_second

FOLDS = 4
LEFT_OUT = tuple(chosen for size in (1, 2) for chosen in combinations(range(FOLDS), size))
"""The folds left out of each run of the first model."""

SECOND_RUNS = (0, 1, 2, 3)
"""The fold left out of each run of the second model."""

WORKERS = 2
DATE = "2026-11-24"

_LEVELS = "lemma, how often it is a cue (0 never to 8 nearly always); counted on PolNeAR train by train_attribution"
_SHOWN = ("attribution", "attribution/indirect", "attribution/quoted", "tok_content", "tok_source", "tok_cue")


def train_attribution(shared: Path, date: str = DATE) -> Trained:
    """The weights, cue levels and model card (its date as given), with the figures on PolNeAR dev.

    ``shared`` is the folder of the corpora. Takes about a quarter of an hour on two cores.
    """
    firsts = _each(_first_run, [(shared, folds) for folds in LEFT_OUT])
    found: dict[str, list[Vector]] = {}
    for part in _each(_labels, [(shared, fold, _without(firsts, fold)) for fold in range(FOLDS)]):
        found.update(part)
    seconds = _each(_second_run, [(shared, fold, found) for fold in SECOND_RUNS])
    tokens, roles = _packed(firsts), _packed(seconds)
    examples = _examples(shared, "train")
    levels = CueCounts(examples, read_lexicon()).levels()
    finder = Finder(read_lexicon().with_levels(levels), Tagger(Weights(tokens)), RoleReader(Weights(roles)))
    figures = evaluate(shared, finder)
    files = {
        "attribution/tokens.bin": tokens,
        "attribution/roles.bin": roles,
        "attribution/cues.tsv": rows({lemma: (level,) for lemma, level in levels.items()}, _LEVELS),
        "attribution/model.md": model_card(examples, figures, date, len(tokens) + len(roles)).encode(),
    }
    return Trained(files, figures)


def evaluate(shared: Path, finder: Finder) -> dict[str, float]:
    """F1 in points on PolNeAR dev by the scorer that lies beside the corpora."""
    scorer = _scorer(shared / "eval/score_attribution.py")
    records = [json.loads(line) for line in (shared / "data/polnear/dev.jsonl").read_text("utf-8").splitlines()]
    predicted = []
    for each in _examples(shared, "dev"):
        found = to_attributions(each.document, finder.find(each.document))
        spans = [{role: getattr(one, role) for role in ("source", "cue", "content")} for one in found]
        predicted.append({"id": each.id, "attributions": spans})
    result = scorer.score(records, predicted)
    return {name: round(100 * result[name]["F1"], 2) for name in _SHOWN}


def _scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _examples(shared: Path, half: str) -> list[Example]:
    return list(read_examples(shared / f"data/polnear/{half}.jsonl"))


def _each(function: Callable[..., Any], arguments: Iterable[tuple[Any, ...]]) -> list[Any]:
    """The results in the order of the arguments, each made in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(WORKERS, maxtasksperchild=1) as pool:
        return pool.starmap(function, arguments, chunksize=1)


def _first_run(shared: Path, left_out: Sequence[int]) -> Fitted:
    examples = [each for at, each in enumerate(_examples(shared, "train")) if at % FOLDS not in left_out]
    return fit_first(examples, read_lexicon())


def _without(runs: Sequence[Fitted], fold: int) -> bytes:
    """The averaged weights of the runs that never saw a fold."""
    return _packed([run for run, folds in zip(runs, LEFT_OUT, strict=True) if fold in folds])


def _packed(runs: Sequence[Fitted]) -> bytes:
    mean = average(runs)
    return pack(mean.states, mean.transitions)


def _labels(shared: Path, fold: int, weights: bytes) -> dict[str, list[Vector]]:
    """The first model's labels of one fold, by article."""
    examples, tagger = _examples(shared, "train"), Tagger(Weights(weights))
    seen = [each for at, each in enumerate(examples) if at % FOLDS != fold]
    lexicon = _with_levels(seen)
    return {each.id: tagger.tag(View(each.document, lexicon)) for each in examples[fold::FOLDS]}


def _with_levels(examples: Sequence[Example]) -> Lexicon:
    lexicon = read_lexicon()
    return lexicon.with_levels(CueCounts(examples, lexicon).levels())


def _second_run(shared: Path, left_out: int, found: Mapping[str, Sequence[Vector]]) -> Fitted:
    examples, lexicon = _examples(shared, "train"), read_lexicon()
    counts = CueCounts(examples, lexicon)
    used = [each for at, each in enumerate(examples) if at % FOLDS != left_out]
    return fit_second(used, lexicon, counts, found)
